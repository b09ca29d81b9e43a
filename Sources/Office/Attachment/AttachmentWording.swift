import Casework

/// Japanese for attached files.
enum AttachmentWording {
  /// 「PDF、画像（PNG）…」
  static let kinds = FileKind.allCases.map(\.label).joined(separator: "、")

  /// For the chooser of the browser: 「.pdf,.png…」.
  static let endings = FileKind.allCases.flatMap(\.extensions).map { "." + $0 }.joined(separator: ",")

  /// 「120KB」「1.5MB」, rounded up.
  static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\(max(1, (bytes + 999) / 1_000))KB" }
    let tenths = (bytes + 99_999) / 100_000
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)MB" : "\(tenths / 10).\(tenths % 10)MB"
  }
}
