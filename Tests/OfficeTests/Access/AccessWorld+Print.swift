@testable import Office

extension AccessWorld {
  /// A paper by the segment before its name, asked for as CSV, in which a word could be read.
  static let papers = ["print": "progress?as=csv", "blanks": "progress?as=csv"]

  /// Meetings have papers of their own.
  static func paper(of path: String, _ filled: String) -> String {
    path.hasPrefix("/meetings/") ? filled.replacing("progress?", with: "minutes?") : filled
  }
}
