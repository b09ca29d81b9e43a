import Casework
import Store

/// What the record already says, so that a handover begins with it (「引継ぎ書の下書き」).
enum HandoverPrefillQueries {
  static func fields(_ desk: Desk, _ file: OpenedFile) throws -> Fields {
    let tasks = try TaskQueries.of(desk, file).filter { $0.doneAt == nil }
    let next = try days(desk, file, tasks).min { $0.0 < $1.0 }
    return Fields([
      ("taker", try HandoverTakerQueries.proposed(desk, file).flatMap { $0 == desk.staff.id ? nil : String($0.number) } ?? ""),
      ("situation", try situation(desk, file)),
      ("promises", tasks.map { "\($0.what)\($0.dueOn.map { "（\($0.warekiShort)まで）" } ?? "")" }.joined(separator: "\n")),
      ("next_on", next?.0.warekiShort ?? ""), ("next", next?.1 ?? ""), ("first_call", try team(desk, file)),
    ])
  }

  /// The stage and the last contacts.
  private static func situation(_ desk: Desk, _ file: OpenedFile) throws -> String {
    let stage = try CaseFileQueries.standing(desk, file).stage
    let notes = try desk.reading.rows(
      """
      SELECT n.held_on, n.title FROM note n LEFT JOIN note later ON later.replaces = n.id
      WHERE n.case_file_id = \(file.id) AND later.id IS NULL AND \(sql: file.readableNotes) ORDER BY n.held_on DESC, n.id DESC LIMIT 3
      """
    ) { "\(Wording.shortDate($0.text(0))) \($0.text(1))" }
    return (["段階：\(CaseFileWording.label(stage))"] + (notes.isEmpty ? [] : ["最近の記録："] + notes)).joined(separator: "\n")
  }

  /// The next days of the own tasks and of 多機関協働.
  private static func days(_ desk: Desk, _ file: OpenedFile, _ tasks: [TaskLine]) throws -> [(CivilDate, String)] {
    let coordination = try desk.reading.first(
      "SELECT k.next_on FROM coordination k WHERE k.case_file_id = \(file.id) AND k.agency_id = \(file.agency) AND k.is_active = 1"
    ) { $0.optionalText(0).flatMap { CivilDate(iso: $0) } }
    return tasks.compactMap { task in task.dueOn.map { ($0, task.what) } } + ((coordination ?? nil).map { [($0, "多機関協働の予定")] } ?? [])
  }

  /// The other agencies on the case. Where somebody is protected nobody is named from here: the writer knows whom.
  private static func team(_ desk: Desk, _ file: OpenedFile) throws -> String {
    guard file.reach == .team, !file.holdsProtected else { return "" }
    return try desk.reading.rows(
      """
      SELECT DISTINCT a.name FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(file.id) AND g.is_open = 1 AND g.agency_id <> \(file.agency) AND g.ground <> 'programmeSection'
      ORDER BY g.since LIMIT 3
      """
    ) { $0.text(0) }.joined(separator: "、")
  }
}
