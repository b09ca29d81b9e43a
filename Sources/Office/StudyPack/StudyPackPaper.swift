import Casework
import Drawing
import Paper

/// 事例検討用の資料 on paper. Neither the number of the case nor a name stands in it.
struct StudyPackPaper {
  let pack: StudyPack

  var sections: [Section] {
    let texts = Section(
      "事例検討用の資料",
      [.title("事例検討用の資料")]
        + StudyPack.Part.allCases.flatMap { part -> [Block] in
          let words = pack.texts[part] ?? ""
          if words.isEmpty, part != .points { return [] }
          return [.heading(Text(part.label)), .table(Table(widths: [1], rows: [[.long(Text(words), height: part == .points ? 25 : 0)]]))]
        })
    let drawn = pack.genogram.drawn(on: pack.day, width: figureWidth)
    let genogram = Section(
      "ジェノグラム",
      [
        .title("ジェノグラム"), .drawing(drawn.figure.drawing(title: "ジェノグラム", summary: "\(pack.genogram.persons.count)人の家族の図")),
        .gap(3), FigurePaper.table(drawn.table, heading: "どなた"),
      ], isLandscape: drawn.figure.width > drawn.figure.height, style: .list)
    let ecomap = pack.ecomap.map { EcomapPaper.section([("状況", $0)], number: "") }
    return [texts] + (pack.genogram.persons.isEmpty ? [] : [genogram]) + [ecomap].compactMap { $0 }
  }
}
