import Casework
import Foundation
import Store

/// What had better be looked at before a つなぎ is sent (「依頼する前の確認」): asked once, never in the way.
enum ReferralWarningQueries {
  /// 「共有を望まない機関・事項」 in the words of the person: from the consultations, and from the latest consent on record.
  ///
  /// As far as the holder may read them. Source: form 1-1 (同意欄); reference §5.1.
  static func unwanted(_ desk: Desk, _ file: OpenedFile) throws -> [String] {
    let told = try desk.reading.rows(
      """
      SELECT c.consent_facts FROM consultation c WHERE c.consent = 'given' AND \(sql: file.readableConsultations)
      ORDER BY c.received_on, c.id
      """
    ) { $0.text(0) }
    var words = try told.map { facts in
      if case .applied(let consent) = try JSONDecoder().decode(ConsentChoice.self, from: Data(facts.utf8)) {
        consent.exclusions
      } else {
        ""
      }
    }
    words += try onRecord(desk, file)
    var seen: Set<String> = []
    return words.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func onRecord(_ desk: Desk, _ file: OpenedFile) throws -> [String] {
    let whose: SQL = file.reach == .team ? "1 = 1" : "k.agency_id = \(file.agency)"
    let latest = try desk.reading.first(
      """
      SELECT k.id, k.exclusions FROM consent k JOIN case_file f ON f.id = k.case_file_id
      WHERE k.case_file_id = \(file.id) AND k.resident_id IS f.resident_id AND \(sql: whose) ORDER BY k.id DESC LIMIT 1
      """
    ) { ($0.id(0) as ConsentID, $0.text(1)) }
    guard let (id, words) = latest else { return [] }
    let agencies = try desk.reading.rows(
      """
      SELECT \(sql: file.naming("a.name", of: "a.id")) FROM consent_agency g JOIN agency a ON a.id = g.agency_id
      WHERE g.consent_id = \(id) AND g.is_excluded = 1 ORDER BY a.name_kana, a.id
      """
    ) { $0.text(0) }
    return [words] + agencies
  }

  /// Beside what the request itself warns of. `draft` is the つなぎ that is being sent.
  static func warnings(_ desk: Desk, _ file: OpenedFile, _ input: ReferralInput, draft: ReferralID?) throws -> [FieldProblem] {
    var warnings: [FieldProblem] = []
    let unwanted = try unwanted(desk, file)
    if !unwanted.isEmpty {
      warnings.append(
        .init("unwanted", "本人は次の共有を望んでいません：\(unwanted.joined(separator: "／"))。つなぎ先と渡す内容がこれに当たらないか、確かめてください。"))
    }
    if input.agreement == .agreed, try isWithoutConsent(desk, file) {
      warnings.append(
        .init("agreement", "相談受付は「本人同意なし」ですが、「本人が納得している」が選ばれています。だれがいつ説明し、本人がどう答えたかを確かめてください。"))
    }
    if let target = input.target, !target.isMulti, let open = try open(desk, file, to: target.agency, besides: draft) {
      warnings.append(.init("to", "この事例は、すでに同じ機関へつないでいます（つなぎ \(open)）。重ねて依頼するのか、確かめてください。"))
    }
    return warnings
  }

  /// The latest consultation was taken without consent, and no consent has been given since.
  private static func isWithoutConsent(_ desk: Desk, _ file: OpenedFile) throws -> Bool {
    let latest = try desk.reading.first(
      "SELECT c.consent FROM consultation c WHERE \(sql: file.readableConsultations) ORDER BY c.received_on DESC, c.id DESC LIMIT 1"
    ) { $0.text(0) }
    guard latest == "notObtained" else { return false }
    return try ConsentStateQueries.ofPerson(desk, file).state != .given
  }

  /// The number of a つなぎ of this case to that agency that has not ended, as far as the viewer may know of it.
  private static func open(_ desk: Desk, _ file: OpenedFile, to agency: AgencyID, besides draft: ReferralID?) throws -> String? {
    let stages: [ReferralStage] = [.requested, .accepted, .acceptedInPart, .inProgress, .reported]
    return try desk.reading.first(
      """
      SELECT r.number FROM referral r WHERE r.case_file_id = \(file.id) AND r.to_agency = \(agency) AND r.is_multi = 0
        AND r.stage IN \(list: stages.map(\.rawValue)) AND r.id <> \(draft?.number ?? 0) AND \(sql: desk.scope.referrals)
      ORDER BY r.id DESC LIMIT 1
      """
    ) { $0.text(0) }
  }
}
