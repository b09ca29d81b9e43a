import Casework
import Store

/// The days ahead of one case of 多機関協働 (「次の予定日」).
enum CoordinationDayQueries {
  /// The earliest day on which something is due: an answer, a monitoring, a meeting, a follow-up. ISO, or nothing.
  static func next(_ desk: Desk, _ id: CoordinationID) throws -> String? {
    try desk.reading.first("SELECT min(day) FROM (\(sql: days(id)))") { $0.optionalText(0) } ?? nil
  }

  /// Every day ahead with the word for what it is.
  static func all(_ desk: Desk, _ id: CoordinationID) throws -> [(day: CivilDate, kind: Kind)] {
    try desk.reading.rows("SELECT day, kind FROM (\(sql: days(id))) ORDER BY day, kind") {
      (CivilDate(iso: $0.text(0)) ?? .latest, Kind(rawValue: $0.text(1)) ?? .task)
    }
  }

  enum Kind: String, Sendable {
    case answer, monitoring, meeting, followUp, consent, task

    var label: String {
      switch self {
      case .answer: "情報提供の回答期限"
      case .monitoring: "モニタリング"
      case .meeting: "会議"
      case .followUp: "フォローアップ"
      case .consent: "同意の期限"
      case .task: "予定"
      }
    }
  }

  private static func days(_ id: CoordinationID) -> SQL {
    """
    SELECT due_on AS day, 'answer' AS kind FROM information_request WHERE coordination_id = \(id) AND state = 'asked'
    UNION ALL SELECT d.on_day, 'monitoring' FROM plan p JOIN plan_monitoring d ON d.plan_id = p.id JOIN coordination k ON k.id = p.coordination_id
      WHERE p.coordination_id = \(id) AND p.confirmed_on IS NOT NULL AND k.stage IN ('inSupport', 'replanning')
        AND p.round = (SELECT max(o.round) FROM plan o WHERE o.coordination_id = p.coordination_id AND o.confirmed_on IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM monitoring g WHERE g.plan_id = p.id AND g.planned_on >= d.on_day)
    UNION ALL SELECT m.held_on, 'meeting' FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(id) AND i.result = '' AND m.stage IN ('planned', 'invited') AND m.kind <> 'confidential'
    UNION ALL SELECT due_on, 'followUp' FROM follow_up WHERE coordination_id = \(id) AND done_on IS NULL
    """
  }
}
