import Casework
import Store

/// 年度の計画書一式 as the page of who ordered it lists it (「計画書一式の一行」).
struct YearPrintLine: Sendable {
  let id: MeetingPackID
  let year: Int
  let standing: PackStanding
  let queuedAt: Int
  let endedAt: Int?
  let sha256: String
  /// ``Veil/mark(of:)`` of what was kept back from who made it.
  let veil: String
  /// Every plan that is in it, of those that still exist.
  let plans: Set<PlanID>
}

enum YearPrintQueries {
  /// 「選べる年度」 Those with a confirmed plan in reach, and the present one; latest first.
  static func years(_ desk: Desk, _ scope: Scope) throws -> [Int] {
    let first = try desk.reading.first(
      """
      SELECT min(p.confirmed_on) FROM case_ground g JOIN coordination k ON k.case_file_id = g.case_file_id
        JOIN plan p ON p.coordination_id = k.id WHERE \(sql: scope.grounds) AND p.confirmed_on IS NOT NULL
      """
    ) { $0.optionalText(0).flatMap(CivilDate.init(iso:)) }
    let present = desk.today.fiscalYear
    return (min((first ?? nil)?.fiscalYear ?? present, present)...present).reversed()
  }

  /// Plans confirmed in a fiscal year that the viewer can open, in the order of case numbers.
  static func plans(_ desk: Desk, _ scope: Scope, year: Int) throws -> [PlanID] {
    let found = try desk.reading.rows(
      """
      SELECT p.id, c.number, k.id, p.round FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
        JOIN coordination k ON k.case_file_id = c.id JOIN plan p ON p.coordination_id = k.id
      WHERE \(sql: scope.grounds) AND p.confirmed_on >= \("\(year)-04-01") AND p.confirmed_on < \("\(year + 1)-04-01")
      GROUP BY p.id ORDER BY c.number, k.id, p.round
      """
    ) { $0.id(0) as PlanID }
    let open = try readable(desk.aside, Set(found))
    return found.filter { open[$0] != nil }
  }

  /// The plans that can be opened, each with the words that are kept back from the viewer in its case.
  static func readable(_ desk: Desk, _ plans: Set<PlanID>) throws -> [PlanID: [String]] {
    var terms: [PlanID: [String]] = [:]
    for plan in plans.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let opened = try desk.planIfOpen(plan) else { continue }
      terms[plan] = opened.coordination.file.keptBack.terms.filter { $0.count > 1 }
    }
    return terms
  }

  /// What the viewer has ordered, latest first. Nobody else sees it.
  static func lines(_ desk: Desk) throws -> [YearPrintLine] {
    let own = desk.staff.id
    let plans = Dictionary(
      grouping: try desk.reading.rows(
        """
        SELECT x.pack_id, x.plan_id FROM pack p JOIN pack_plan x ON x.pack_id = p.id
        WHERE p.staff_id = \(own) AND p.fiscal_year IS NOT NULL
        """
      ) { ($0.id(0) as MeetingPackID, $0.id(1) as PlanID) }, by: \.0)
    return try desk.reading.rows(
      """
      SELECT id, fiscal_year, state, done, total, queued_at, ended_at, size, sha256, veil FROM pack
      WHERE staff_id = \(own) AND agency_id = \(desk.staff.agencyID) AND fiscal_year IS NOT NULL ORDER BY id DESC LIMIT 30
      """
    ) { row in
      let id: MeetingPackID = row.id(0)
      return YearPrintLine(
        id: id, year: row.int(1),
        standing: PackStanding(state: PackState(rawValue: row.text(2)) ?? .failed, done: row.int(3), total: row.int(4), size: row.int(7)),
        queuedAt: row.int(5), endedAt: row.optionalInt(6), sha256: row.text(8), veil: row.text(9),
        plans: Set((plans[id] ?? []).map(\.1)))
    }
  }
}

extension Desk {
  /// The same desk with an entry of its own, for looking what could be opened without having looked at it.
  fileprivate var aside: Desk { Desk(reading: reading, staff: staff, visit: visit) }

  /// Opens a plan where the viewer may; nothing where it would not exist.
  func planIfOpen(_ id: PlanID) throws -> OpenedPlan? {
    do { return try openPlan(id) } catch is Denial { return nil }
  }

  /// What one has ordered oneself, or as if it did not exist.
  func openYearPrint(_ id: MeetingPackID) throws -> YearPrintLine {
    guard let line = try YearPrintQueries.lines(self).first(where: { $0.id == id }) else { throw denied("year print \(id)") }
    note("year print \(id)")
    return line
  }

  /// Every one of the viewer's, and whether its file may be taken.
  func yearPrints() throws -> [(line: YearPrintLine, mayTake: Bool)] {
    let lines = try YearPrintQueries.lines(self)
    let plans = lines.filter { $0.standing.state.isTakeable(endedAt: $0.endedAt, now: now) }.reduce(into: Set()) { $0.formUnion($1.plans) }
    let readable = try YearPrintQueries.readable(aside, plans)
    return lines.map { ($0, mayTake($0, readable)) }
  }

  /// May the viewer take this file? Every plan in it has to be there for the viewer now, and nothing else may be kept back than when it was made.
  func mayTake(_ line: YearPrintLine, _ readable: [PlanID: [String]]) -> Bool {
    guard line.standing.state.isTakeable(endedAt: line.endedAt, now: now), line.plans.count == line.standing.total else { return false }
    guard line.plans.allSatisfy({ readable[$0] != nil }) else { return false }
    let kept = Veil.mark(of: line.plans.flatMap { readable[$0] ?? [] })
    return kept.isEmpty || line.veil == kept
  }
}
