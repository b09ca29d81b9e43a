import Casework
import Drawing
import Paper

/// 家族の年表 on one page across, with the table behind it.
struct FamilyTimelinePaper {
  let number: String
  let timeline: FamilyTimeline
  let choice: TimelineChoice

  init(_ desk: Desk, _ file: OpenedFile) throws {
    number = file.number
    timeline = try FamilyTimelineQueries.view(desk, file).timeline
    choice = TimelineChoice(desk.visit.query, today: desk.today)
  }

  var sections: [Section] { Self.sections(timeline, choice.zoom, choice.days, number: number) }

  static func sections(_ timeline: FamilyTimeline, _ zoom: TimelineZoom, _ days: ClosedRange<CivilDate>?, number: String) -> [Section] {
    let drawn = timeline.drawn(zoom: zoom, days: days, width: figureWidth)
    guard !drawn.table.rows.isEmpty else {
      return [Section("家族の年表", [.title("家族の年表"), .paragraph("年表にすることは記録されていません。")], headRight: number)]
    }
    let picture = drawn.figure.drawing(title: "家族の年表", summary: "\(drawn.table.rows.count)のできごと")
    return [
      // Without a title in the text: the drawing takes the whole sheet.
      Section("家族の年表", [.drawing(picture)], isLandscape: true, style: .list, headLeft: "家族の年表", headRight: number),
      Section("年表の一覧", [.heading("家族の年表（一覧）"), FigurePaper.table(drawn.table, heading: "いつ")], style: .list, headRight: number),
    ]
  }
}
