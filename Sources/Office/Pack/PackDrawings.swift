import Casework
import Paper

/// The drawings of a case in a meeting pack (「一式に入れる図」).
enum PackDrawings {
  /// Genogram and ecomap as sections of their own. Empty until the drawings have their slices; they come in here and nowhere else.
  static func sections(_ desk: Desk, _ file: OpenedFile) throws -> [Section] { [] }
}
