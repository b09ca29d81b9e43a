import Casework
import Store

extension HomeView {
  /// Something that 多機関協働 waits for at the viewer's desk.
  struct Ahead: Sendable, ListedCase {
    enum Kind: String, Sendable {
      case information, handBack, followUp, decision, report, meeting
    }

    let kind: Kind
    /// The number of what it is about, for the path.
    let target: Int
    /// The number of the case of 多機関協働, or the name of the meeting; what the case is called only where it is in reach.
    var label: String
    /// 0 for a meeting, which tells of no case.
    let caseFile: CaseFileID
    /// From whom it comes.
    let from: String
    let day: CivilDate?

    mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }

    /// A last day has passed. What waits since a day is not late by itself.
    func isLate(_ today: CivilDate) -> Bool {
      [.information, .followUp].contains(kind) && day.map { $0 < today } ?? false
    }

    var path: String {
      switch kind {
      case .information: "/information-requests/\(target)"
      case .handBack: "/hand-backs/\(target)"
      case .followUp: "/follow-ups/\(target)"
      case .decision: "/plans/\(target)/decision"
      case .report: "/plans/\(target)"
      case .meeting: "/meetings/\(target)"
      }
    }
  }
}

extension HomeQueries {
  /// What waits for the own agency: questions to answer, cases handed back, follow-ups, decisions, meetings it is called to.
  static func ahead(_ desk: Desk, _ scope: Scope) throws -> [HomeView.Ahead] {
    let soon = desk.today.adding(days: 14).iso
    var walks: [SQL] = [asked(scope), handedBack(scope), followUps(scope, until: soon), meetings(desk, scope, until: soon)]
    if scope.isProgrammeSection { walks += [decisions(scope), reports(scope)] }
    let all = walks.dropFirst().reduce(walks[0]) { $0 + "\nUNION ALL " + $1 }
    let lines = try desk.reading.rows("SELECT * FROM (\(sql: all)) ORDER BY 5, 1, 2 LIMIT \(most + 1)") { row in
      HomeView.Ahead(
        kind: HomeView.Ahead.Kind(rawValue: row.text(0)) ?? .information, target: row.int(1), label: row.text(2),
        caseFile: row.id(5), from: row.text(3), day: CivilDate(iso: row.text(4)))
    }
    return try desk.covered(lines)
  }

  /// What the case is called, only where it is in reach.
  private static func label(_ scope: Scope) -> SQL {
    "CASE WHEN \(sql: scope.holds(case: "k.case_file_id")) THEN k.number || '　' || c.label ELSE k.number END"
  }

  private static func asked(_ scope: Scope) -> SQL {
    """
    SELECT 'information', q.id, \(sql: label(scope)), a.name, q.due_on, k.case_file_id FROM information_request q
      JOIN coordination k ON k.id = q.coordination_id JOIN case_file c ON c.id = k.case_file_id JOIN agency a ON a.id = k.agency_id
    WHERE q.to_agency = \(scope.agency) AND q.state = 'asked' AND \(sql: scope.unbarred(case: "k.case_file_id"))
    """
  }

  private static func handedBack(_ scope: Scope) -> SQL {
    """
    SELECT 'handBack', h.id, \(sql: label(scope)), a.name, date(h.made_at + 9 * 3600, 'unixepoch'), k.case_file_id FROM hand_back_item h
      JOIN coordination k ON k.id = h.coordination_id JOIN case_file c ON c.id = k.case_file_id JOIN agency a ON a.id = k.agency_id
    WHERE h.to_agency = \(scope.agency) AND h.taken_at IS NULL AND \(sql: scope.unbarred(case: "k.case_file_id"))
    """
  }

  private static func followUps(_ scope: Scope, until day: String) -> SQL {
    """
    SELECT 'followUp', f.id, \(sql: label(scope)), coalesce(a.name, ''), f.due_on, k.case_file_id FROM follow_up f
      JOIN coordination k ON k.id = f.coordination_id JOIN case_file c ON c.id = k.case_file_id LEFT JOIN agency a ON a.id = k.lead_agency
    WHERE f.agency_id = \(scope.agency) AND f.done_on IS NULL AND f.due_on <= \(day)
      AND \(sql: scope.unbarred(case: "k.case_file_id"))
    """
  }

  /// Without the name of any case: a meeting may treat several.
  private static func meetings(_ desk: Desk, _ scope: Scope, until day: String) -> SQL {
    """
    SELECT 'meeting', m.id, m.name, a.name, m.held_on, 0 FROM meeting m JOIN agency a ON a.id = m.convener
    WHERE m.stage = 'invited' AND \(sql: scope.meetings(today: desk.today)) AND m.held_on BETWEEN \(desk.today.iso) AND \(day)
      AND EXISTS (SELECT 1 FROM meeting_member b WHERE b.meeting_id = m.id AND b.agency_id = \(scope.agency))
    """
  }

  private static func decisions(_ scope: Scope) -> SQL {
    """
    SELECT 'decision', p.id, \(sql: label(scope)), a.name, k.stage_since, k.case_file_id FROM coordination k JOIN case_file c ON c.id = k.case_file_id
      JOIN agency a ON a.id = k.agency_id JOIN plan p ON p.coordination_id = k.id AND p.round = k.round
    WHERE k.stage = 'awaitingDecision' AND \(sql: scope.coordinations)
    """
  }

  private static func reports(_ scope: Scope) -> SQL {
    """
    SELECT 'report', p.id, \(sql: label(scope)), a.name, date(t.reported_at + 9 * 3600, 'unixepoch'), k.case_file_id FROM town_report t
      JOIN plan p ON p.id = t.plan_id JOIN coordination k ON k.id = p.coordination_id JOIN case_file c ON c.id = k.case_file_id
      JOIN agency a ON a.id = k.agency_id
    WHERE t.received_at IS NULL AND \(sql: scope.coordinations)
    """
  }
}
