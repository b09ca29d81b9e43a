import Casework
import Drawing
import Paper

/// ジェノグラム on paper: the drawing with its legend, and the table that says the same.
struct GenogramPaper {
  let number: String
  let drawn: FamilyDrawing
  let today: CivilDate

  init(_ desk: Desk, _ file: OpenedFile, choice: GenogramChoice? = nil) throws {
    number = file.number
    today = desk.today
    drawn = FamilyDrawing(try FamilyQueries.family(desk, file), choice ?? GenogramChoice(desk.visit.query), today: desk.today)
  }

  var section: Section {
    guard !drawn.genogram.persons.isEmpty else {
      return Section(FamilyDrawing.title, [.title("ジェノグラム"), .paragraph("図に描ける世帯の記録はありません。")], headRight: number)
    }
    return Section(
      FamilyDrawing.title,
      [
        .title("ジェノグラム"),
        .drawing(
          drawn.drawing.figure.drawing(title: FamilyDrawing.title, summary: "\(drawn.genogram.persons.count)人の家族の図"),
          caption: Text("\(today.wareki)現在の記録による")),
        .gap(3), FigurePaper.table(drawn.drawing.table, heading: "どなた"),
      ], isLandscape: drawn.isWide, style: .list, headRight: number)
  }
}

/// 図と同じことを言う表, on paper.
enum FigurePaper {
  static func table(_ table: FigureTable, heading: String) -> Block {
    .table(
      Table(
        columns: [.init(Text(heading), width: 1.6), .init("図に書いてあること", width: 6)],
        rows: table.rows.map { row in
          [.value(Text(row.heading)), Cell(.value, .text(Text(row.sentences.joined(separator: "。"))), flows: true)]
        }))
  }
}
