import Testing

@testable import Casework

@Suite struct `家族の年表` {
  private let mother = PersonKey(rawValue: "mother")

  private func timeline(_ count: Int) -> FamilyTimeline {
    let lanes = [
      TimelineLane(.plan, "プラン・会議"), TimelineLane(.person, "母", person: mother), TimelineLane(.lifeEvent, "家族のできごと"),
      TimelineLane(.agency, "架空地域包括支援センター"),
    ]
    let words = ["退職して実家に戻る", "介護認定を受ける（要介護１）", "初回訪問。玄関先で話す", "会議。役割を決める", "通院が始まる", "父が亡くなる"]
    return FamilyTimeline(
      (0..<count).map { at in
        let day = CivilDate(dayNumber: 14_000 + (at * 733) % 6700)
        let date: PartialDate =
          at % 7 == 3 ? .year(day.year) : at % 11 == 5 ? .unknown : at % 5 == 2 ? .month(year: day.year, month: day.month) : .day(day)
        return TimelineEvent(date, until: at % 9 == 4 ? .day(day.adding(days: 300)) : nil, lanes[at % 4], "\(at)：\(words[at % 6])")
      })
  }

  @Test(arguments: [0, 1, 12, 60, 150]) func `文字は重ならず、紙の幅に収まる`(count: Int) {
    for zoom in TimelineZoom.allCases {
      let drawing = timeline(count).drawn(zoom: zoom, width: HardFamily.width)
      #expect(FigureFaults(drawing.figure).all.isEmpty, "\(FigureFaults(drawing.figure).all.prefix(3))")
      #expect(drawing.figure.width <= 760)
      #expect(drawing.table.rows.count == count)
      #expect(drawing.figure.parts.count { $0.role == .event } == count)
    }
  }

  @Test func `時の順に並び、時期のわからないことは終わりに来る`() {
    let dates = timeline(60).events.map { $0.date.span?.lowerBound }
    let known = dates.compactMap { $0 }
    #expect(known == known.sorted())
    #expect(dates.suffix(dates.count - known.count).allSatisfy { $0 == nil })
    #expect(FamilyTimeline.merged([timeline(9), timeline(12)]) == timeline(12))
    #expect(timeline(12).lanes.map(\.kind) == [.lifeEvent, .person, .agency, .plan])
  }

  @Test func `期間を区切ると、その間のことと時期のわからないことだけになる`() throws {
    let days = day("2015-01-01")...day("2016-12-31")
    let shown = timeline(60).drawn(zoom: .months, days: days, width: HardFamily.width).table.rows
    #expect(!shown.isEmpty && shown.count < 60)
    #expect(shown.allSatisfy { $0.heading.contains("201") || $0.heading == "時期不詳" })
  }

  @Test func `見せない人の段も、その人のことも残らない`() {
    let rest = timeline(60).without([mother])
    #expect(!rest.lanes.contains { $0.label == "母" })
    #expect(rest == FamilyTimeline(timeline(60).events.filter { $0.lane.person != mother }))
    #expect(rest.drawn(width: HardFamily.width) == rest.without([mother]).drawn(width: HardFamily.width))
  }
}
