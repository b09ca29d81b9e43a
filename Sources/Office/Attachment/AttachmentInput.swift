import Casework

/// A file that a browser offers for a case → what may be kept of it, or why not.
struct AttachmentInput: Sendable {
  let name: String
  let kind: FileKind
  let bytes: [UInt8]
  let visibility: NoteVisibility
  /// It names where a protected person is, so that it is for the agencies that are cleared.
  let namesWhereabouts: Bool

  /// - Parameter limit: largest file in bytes.
  init(_ form: Fields, limit: Int) throws(FieldErrors) {
    guard let file = form.files.first(where: { $0.field == "file" }) else {
      throw FieldErrors([FieldProblem("file", "ファイルを選んでください。")])
    }
    do {
      kind = try AttachmentRule.check(name: file.name, size: file.bytes.count, firstBytes: file.bytes.prefix(4_096), maxBytes: limit)
    } catch {
      throw FieldErrors([FieldProblem("file", error.message)])
    }
    name = AttachmentRule.safeName(file.name)
    bytes = file.bytes
    visibility = NoteVisibility(rawValue: form["visibility"]) ?? .team
    namesWhereabouts = form["whereabouts"] != "no"
  }

  /// Why a file that the scanner did not pass is not kept.
  static let unclean = FieldProblem("file", "ウイルス検査で止められたため、添付できません。ファイルの入手元を確かめ、情報システムの担当に相談してください。")
}
