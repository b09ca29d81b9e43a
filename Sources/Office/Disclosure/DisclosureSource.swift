import Casework
import Store

/// One place in the records where text about a person stands (「集める元」): day, agency, nature, heading, text, in this order.
struct DisclosureSource: Sendable {
  let kind: DisclosureKind
  /// The text is JSON, whose words are wanted.
  var isJSON = false
  let sql: @Sendable (CaseFileID) -> SQL

  private init(_ kind: DisclosureKind, isJSON: Bool = false, _ sql: @escaping @Sendable (CaseFileID) -> SQL) {
    self.kind = kind
    self.isJSON = isJSON
    self.sql = sql
  }

  static let all = consultations + referrals + consents + plans + reviews + meetings

  private static let consultations: [DisclosureSource] = [
    DisclosureSource(.consultation) {
      """
      SELECT c.received_on, a.name, CASE WHEN c.caller_kind IN ('', '0') THEN 'fact' WHEN c.caller_kind = '3' THEN 'otherAgency' ELSE 'heard' END,
        '相談受付 ' || c.number || '　具体的内容・希望', c.concern_text
      FROM consultation c JOIN agency a ON a.id = c.agency_id WHERE c.case_file_id = \($0)
      """
    },
    DisclosureSource(.consultation) {
      """
      SELECT c.received_on, a.name, 'heard', '相談受付 ' || c.number || '　来談者', c.caller_name || ' ' || c.caller_relation || ' ' || c.caller_phone
      FROM consultation c JOIN agency a ON a.id = c.agency_id WHERE c.case_file_id = \($0) AND c.caller_kind NOT IN ('', '0')
      """
    },
    DisclosureSource(.consultation, isJSON: true) {
      """
      SELECT date(k.at + 32400, 'unixepoch'), a.name, 'fact', '相談受付 ' || c.number || '　訂正前の内容', k.before
      FROM consultation_correction k JOIN consultation c ON c.id = k.consultation_id JOIN agency a ON a.id = c.agency_id
      WHERE c.case_file_id = \($0)
      """
    },
    DisclosureSource(.consultation) {
      """
      SELECT date(e.at + 32400, 'unixepoch'), a.name, 'fact', '段階の変更', e.reason FROM case_event e JOIN agency a ON a.id = e.agency_id
      WHERE e.case_file_id = \($0) AND e.event <> \(CaseFileRecords.assigned)
      """
    },
    DisclosureSource(.attachment) {
      """
      SELECT date(t.added_at + 32400, 'unixepoch'), a.name, 'named', '添付ファイルの名前', t.name FROM attachment t JOIN agency a ON a.id = t.agency_id
      WHERE t.case_file_id = \($0)
      """
    },
  ]

  private static let referrals: [DisclosureSource] = [
    DisclosureSource(.referral) {
      """
      SELECT date(r.requested_at + 32400, 'unixepoch'), a.name, 'fact', 'つなぎ ' || r.number || '　依頼の内容',
        r.reason || char(10) || r.asked || char(10) || r.wishes
      FROM referral r JOIN agency a ON a.id = r.from_agency WHERE r.case_file_id = \($0) AND r.requested_at IS NOT NULL
      """
    },
    DisclosureSource(.referral) {
      """
      SELECT date(e.at + 32400, 'unixepoch'), a.name, 'otherAgency', 'つなぎ ' || r.number || '　やりとり',
        e.words || char(10) || e.not_taken || char(10) || e.talked_summary
      FROM referral_event e JOIN referral r ON r.id = e.referral_id JOIN agency a ON a.id = e.agency_id
      WHERE r.case_file_id = \($0) AND r.requested_at IS NOT NULL
      """
    },
  ]

  private static let consents: [DisclosureSource] = [
    DisclosureSource(.consent) {
      """
      SELECT c.given_on, a.name, 'fact', '本人同意', '同意した日：' || c.given_on || char(10) || '説明した職員：' || c.explained_by
        || char(10) || c.matters || char(10) || c.exclusions
      FROM consent c JOIN agency a ON a.id = c.agency_id WHERE c.case_file_id = \($0)
      """
    },
    DisclosureSource(.consent) {
      """
      SELECT e.on_day, a.name, 'fact', '同意の経過', e.words FROM consent_event e JOIN agency a ON a.id = e.agency_id WHERE e.case_file_id = \($0)
      """
    },
    DisclosureSource(.assessment, isJSON: true) {
      """
      SELECT date(q.answered_at + 32400, 'unixepoch'), a.name, 'otherAgency', '情報提供の回答', json_array(q.answered_by, q.words, json(q.answers))
      FROM information_request q JOIN coordination k ON k.id = q.coordination_id JOIN agency a ON a.id = q.to_agency
      WHERE k.case_file_id = \($0) AND q.answered_at IS NOT NULL
      """
    },
  ]

  private static let plans: [DisclosureSource] = [
    DisclosureSource(.plan) {
      """
      SELECT p.drafted_on, a.name, 'fact', 'プラン第' || p.round || '回', '希望：' || p.goal_words || char(10) || '課題：' || p.issues || char(10)
        || '長期の目標：' || p.goal_long || char(10) || '短期の目標：' || p.goal_short || char(10) || '方針：' || p.policy || char(10)
        || p.other_services
      FROM plan p JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = p.agency_id WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.plan) {
      """
      SELECT p.drafted_on, a.name, 'opinion', 'プラン第' || p.round || '回　特記事項', p.notes
      FROM plan p JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = p.agency_id WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.plan) {
      """
      SELECT p.drafted_on, a.name, 'fact', 'プラン第' || p.round || '回　支援内容' || i.position,
        i.issue || char(10) || i.goal || char(10) || i.action || char(10) || i.owner_name || char(10) || i.remarks
      FROM plan_item i JOIN plan p ON p.id = i.plan_id JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = p.agency_id
      WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.plan) {
      """
      SELECT date(c.at + 32400, 'unixepoch'), a.name, 'otherAgency', 'プラン第' || p.round || '回　関係機関の意見', c.words
      FROM plan_comment c JOIN plan p ON p.id = c.plan_id JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = c.agency_id
      WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.decision) {
      """
      SELECT s.decided_on, a.name, 'fact', '支援決定 ' || s.number, s.content || char(10) || s.conditions || char(10) || s.reason
      FROM support_decision s JOIN plan p ON p.id = s.plan_id JOIN coordination k ON k.id = p.coordination_id JOIN staff f ON f.id = s.staff_id
        JOIN agency a ON a.id = f.agency_id WHERE k.case_file_id = \($0)
      """
    },
  ]

  private static let reviews: [DisclosureSource] = [
    DisclosureSource(.review, isJSON: true) {
      """
      SELECT v.reviewed_on, a.name, 'opinion', 'プラン評価 第' || p.round || '回', v.answers FROM plan_review v JOIN plan p ON p.id = v.plan_id
        JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = k.agency_id WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.review) {
      """
      SELECT m.held_on, a.name, 'opinion', 'モニタリング', m.findings FROM monitoring m JOIN plan p ON p.id = m.plan_id
        JOIN coordination k ON k.id = p.coordination_id JOIN agency a ON a.id = k.agency_id WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.review) {
      """
      SELECT date(r.at + 32400, 'unixepoch'), a.name, 'otherAgency', '実施の状況の報告', r.words FROM progress_report r
        JOIN plan_role o ON o.id = r.plan_role_id JOIN plan p ON p.id = o.plan_id JOIN coordination k ON k.id = p.coordination_id
        JOIN agency a ON a.id = r.agency_id WHERE k.case_file_id = \($0)
      """
    },
    DisclosureSource(.review) {
      """
      SELECT f.done_on, a.name, 'fact', 'フォローアップ', f.words FROM follow_up f JOIN coordination k ON k.id = f.coordination_id
        JOIN agency a ON a.id = f.agency_id WHERE k.case_file_id = \($0) AND f.done_on IS NOT NULL
      """
    },
    DisclosureSource(.review) {
      """
      SELECT e.on_day, a.name, 'fact', '多機関協働の経過', e.words || char(10) || e.advice || char(10) || e.joint_set_up
      FROM coordination_event e JOIN coordination k ON k.id = e.coordination_id JOIN agency a ON a.id = e.agency_id WHERE k.case_file_id = \($0)
      """
    },
  ]

  private static let meetings: [DisclosureSource] = [
    DisclosureSource(.meeting) {
      """
      SELECT m.held_on, a.name, 'fact', m.name || '　議題', i.points || char(10) || i.discussion || char(10) || i.result_words
      FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id JOIN agency a ON a.id = m.convener
      WHERE i.case_file_id = \($0) AND m.kind <> 'confidential' AND i.legal_basis IN ('', 'consent')
      """
    },
    DisclosureSource(.meeting) {
      """
      SELECT m.held_on, a.name, 'closedByLaw', m.name || '　議題', '' FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
        JOIN agency a ON a.id = m.convener
      WHERE i.case_file_id = \($0) AND (m.kind = 'confidential' OR i.legal_basis NOT IN ('', 'consent'))
      """
    },
  ]
}
