import Casework
import Foundation
import Store

/// One piece of text that concerns the person, as it was found (「集めた一節」).
struct CollectedPassage: Sendable {
  let file: CaseFileID
  let kind: DisclosureKind
  let nature: PassageNature
  let heading: String
  /// ISO; empty where there is no day.
  let day: String
  let agency: String
  let text: String
}

/// Collects everything that the records say in one case. What a 支援会議 spoke of is named, never read.
enum DisclosureSourceQueries {
  static func passages(_ desk: Desk, _ file: CaseFileID, group: [ResidentID], kinds: Set<DisclosureKind>) throws -> [CollectedPassage] {
    var all = try DisclosureSource.all.filter { kinds.contains($0.kind) }.flatMap { try rows(desk, file, $0) }
    if kinds.contains(.person) { all += try person(desk, file, group) }
    if kinds.contains(.note) { all += try notes(desk, file) }
    if kinds.contains(.consultation) { all += try consultations(desk, file) }
    if kinds.contains(.assessment) { all += try assessments(desk, file) }
    return all.filter { !$0.text.isEmpty || $0.nature == .closedByLaw }.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
  }

  private static func rows(_ desk: Desk, _ file: CaseFileID, _ source: DisclosureSource) throws -> [CollectedPassage] {
    try desk.reading.rows(source.sql(file)) { row in
      let text = source.isJSON ? words(row.text(4)) : row.text(4)
      return CollectedPassage(
        file: file, kind: source.kind, nature: PassageNature(rawValue: row.text(2)) ?? .fact, heading: row.text(3), day: row.text(0),
        agency: row.text(1), text: text.trimmed)
    }
  }

  private static func person(_ desk: Desk, _ file: CaseFileID, _ group: [ResidentID]) throws -> [CollectedPassage] {
    try desk.reading.rows(
      """
      SELECT r.name, r.name_kana, r.other_name, r.birth, r.postal_code, r.address, r.phone_home, r.phone_mobile, r.phone_note, r.email
      FROM case_file c JOIN resident r ON r.id = c.resident_id WHERE c.id = \(file) AND r.id IN \(list: group)
      """
    ) { row in
      let labels = ["氏名", "ふりがな", "通称など", "生年月日", "郵便番号", "住所", "電話", "携帯電話", "電話の注意", "メール"]
      let lines = labels.indices.map { (labels[$0], $0 == 3 ? PartialDate(stored: row.text(3))?.inJapanese ?? "" : row.text($0)) }
      return CollectedPassage(
        file: file, kind: .person, nature: .fact, heading: "本人の基本情報", day: "", agency: "",
        text: lines.filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }.joined(separator: "\n"))
    }
  }

  private static func notes(_ desk: Desk, _ file: CaseFileID) throws -> [CollectedPassage] {
    try desk.reading.rows(
      """
      SELECT n.held_on, a.name, n.counterpart, n.title, n.facts, n.opinion, n.next_action, n.correction_reason, n.method, n.visibility,
        EXISTS (SELECT 1 FROM note o WHERE o.replaces = n.id)
      FROM note n JOIN agency a ON a.id = n.agency_id WHERE n.case_file_id = \(file) ORDER BY n.held_on, n.id
      """
    ) { row -> [CollectedPassage] in
      let marks = [row.bool(10) ? "（訂正前）" : "", row.text(9) == NoteVisibility.ownAgency.rawValue ? "（自機関のみの記録）" : ""].joined()
      func passage(_ nature: PassageNature, _ heading: String, _ text: String) -> CollectedPassage {
        CollectedPassage(
          file: file, kind: .note, nature: nature, heading: "支援経過　\(heading)\(marks)", day: row.text(0), agency: row.text(1), text: text)
      }
      // The record of a 支援会議 is as secret as the meeting.
      if row.text(8) == confidentialMeeting { return [passage(.closedByLaw, "支援会議の記録", "")] }
      return [
        passage(PassageNature.ofFacts(counterparts: row.text(2)), "件名と内容（事実）", "\(row.text(3))\n\(row.text(4))".trimmed),
        passage(.opinion, "見立て・所感", row.text(5)), passage(.fact, "次の対応", row.text(6)),
        passage(.fact, "訂正の理由", row.text(7)),
      ]
    }.flatMap(\.self)
  }

  /// Code of C-15 対応方法.
  private static let confidentialMeeting = "08"

  private static func consultations(_ desk: Desk, _ file: CaseFileID) throws -> [CollectedPassage] {
    try desk.reading.rows(
      """
      SELECT c.received_on, a.name, c.number, c.form, c.form_version, c.answers FROM consultation c JOIN agency a ON a.id = c.agency_id
      WHERE c.case_file_id = \(file)
      """
    ) { row in
      CollectedPassage(
        file: file, kind: .consultation, nature: .fact, heading: "相談受付 \(row.text(2))　様式の回答", day: row.text(0), agency: row.text(1),
        text: answers(desk, row.text(5), form: row.text(3), version: row.int(4)))
    }
  }

  private static func assessments(_ desk: Desk, _ file: CaseFileID) throws -> [CollectedPassage] {
    try desk.reading.rows(
      """
      SELECT s.started_on, a.name, s.round, s.form, s.form_version, s.answers FROM assessment s JOIN coordination k ON k.id = s.coordination_id
        JOIN agency a ON a.id = k.agency_id WHERE k.case_file_id = \(file)
      """
    ) { row -> [CollectedPassage] in
      let form = desk.visit.office.catalogue.definition(id: row.text(3), version: row.int(4))
      return (form?.sections ?? []).map { section in
        CollectedPassage(
          file: file, kind: .assessment, nature: .fact, heading: "アセスメント第\(row.int(2))回　\(section.title)", day: row.text(0),
          agency: row.text(1), text: answers(desk, row.text(5), form: row.text(3), version: row.int(4), section: section.id))
      }
    }.flatMap(\.self)
  }

  /// The answers of a form, a line each; of a form that nobody knows any more, its words.
  private static func answers(_ desk: Desk, _ json: String, form: String, version: Int, section: String? = nil) -> String {
    let catalogue = desk.visit.office.catalogue
    guard let definition = catalogue.definition(id: form, version: version) else { return words(json) }
    do {
      let answers = try JSONDecoder().decode(Answers.self, from: Data(json.utf8))
      let fields = definition.sections.filter { section == nil || $0.id == section }.flatMap(\.fields)
      return fields.compactMap { field in AnswerWording.words(answers[field.id], field, catalogue).map { "\(field.label)：\($0)" } }
        .joined(separator: "\n")
    } catch { return words(json) }
  }

  /// Every word that stands in a piece of JSON, without its names.
  static func words(_ json: String) -> String {
    let object: Any
    do { object = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) } catch { return json }
    var found: [String] = []
    func walk(_ value: Any) {
      switch value {
      case let text as String: if !text.trimmed.isEmpty { found.append(text) }
      case let list as [Any]: list.forEach(walk)
      case let pairs as [String: Any]:
        for pair in pairs.sorted(by: { $0.key < $1.key }) { walk(pair.value) }
      default: break
      }
    }
    walk(object)
    return found.joined(separator: "\n")
  }
}
