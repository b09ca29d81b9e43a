import Casework

/// A file that a browser offers for a case → what may be kept of it, or why not.
struct AttachmentInput: Sendable {
  let name: String
  let kind: FileKind
  let bytes: [UInt8]
  let visibility: NoteVisibility
  /// It names where a protected person is, so that it is for the agencies that are cleared.
  let namesWhereabouts: Bool

  /// - Parameters:
  ///   - limit: largest file in bytes.
  ///   - asksVisibility: the form asks who may see the file. What it asks and nobody answered is never taken for the wider answer.
  init(_ form: Fields, limit: Int, asksVisibility: Bool) throws(FieldErrors) {
    let visibility = NoteVisibility(rawValue: form["visibility"])
    var problems: [FieldProblem] = []
    if asksVisibility, visibility == nil { problems.append(FieldProblem("visibility", "公開範囲を選んでください。")) }
    let file = form.files.first { $0.field == "file" } ?? UploadedFile(field: "file", name: "", bytes: [])
    var kind: FileKind?
    do {
      if let size = form.oversized { throw AttachmentRefusal.tooLarge(size: size, limit: limit) }
      if file.name.isEmpty, file.bytes.isEmpty { throw FieldErrors([FieldProblem("file", "ファイルを選んでください。")]) }
      kind = try AttachmentRule.check(name: file.name, size: file.bytes.count, firstBytes: file.bytes.prefix(4_096), maxBytes: limit)
    } catch let refusal as AttachmentRefusal {
      problems.insert(FieldProblem("file", refusal.message), at: 0)
    } catch {
      problems.insert(FieldProblem("file", "ファイルを選んでください。"), at: 0)
    }
    guard let kind, problems.isEmpty else { throw FieldErrors(problems) }
    self.kind = kind
    self.visibility = visibility ?? .team
    name = AttachmentRule.safeName(file.name)
    bytes = file.bytes
    namesWhereabouts = form["whereabouts"] != "no"
  }

  /// Why a file that the scanner did not pass is not kept.
  static let unclean = FieldProblem("file", "ウイルス検査で止められたため、添付できません。ファイルの入手元を確かめ、情報システムの担当に相談してください。")
}
