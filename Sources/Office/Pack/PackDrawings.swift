import Casework
import Paper

/// The drawings of a case in a meeting pack (「一式に入れる図」).
enum PackDrawings {
  /// Genogram and the latest ecomap as sections of their own, as the papers of the case draw them; none where there is nothing to draw.
  static func sections(_ desk: Desk, _ file: OpenedFile) throws -> [Section] {
    guard file.reach == .team else { return [] }
    let genogram = try GenogramPaper(desk, file)
    let family = genogram.drawn.genogram.persons.isEmpty ? [] : [genogram.section]
    let maps = try EcomapPaper.copies(desk, file)
    return family + (maps.isEmpty ? [] : [try EcomapPaper(desk, file, copy: 0, isInitialled: false).section])
  }
}
