import Casework
import Foundation
import Store

extension PlanQueries {
  /// The plans that a condition on alias `p` finds, each with its parts.
  static func views(_ desk: Desk, _ file: OpenedFile, _ condition: SQL) throws -> [PlanView] {
    let heads = try desk.reading.rows(
      """
      SELECT p.id, p.coordination_id, p.round, p.version, s.name, a.name, p.pattern, p.is_complete, p.saved_at, p.submitted_at, p.confirmed_on,
        p.review_wanted, p.drafted_on, p.issues, p.goal_words, p.goal_long, p.goal_short, p.policy, p.other_services, p.period_from,
        p.period_to, p.agreed_on, p.agreed_how, p.notes
      FROM plan p JOIN staff s ON s.id = p.author JOIN agency a ON a.id = p.agency_id WHERE \(sql: condition)
      """
    ) { row in Head(row) }
    return try heads.map { try view(desk, file, $0) }
  }

  /// The columns of `plan`.
  private struct Head {
    let id: PlanID
    let coordination: CoordinationID
    let round: Int
    let version: Int
    let author: String
    let agencyName: String
    let pattern: PlanPattern
    let isComplete: Bool
    let savedAt: Int
    let submittedAt: Int?
    let confirmedOn: CivilDate?
    let reviewWanted: String
    var draft = PlanDraft()

    init(_ row: Row) {
      id = row.id(0)
      coordination = row.id(1)
      (round, version, author, agencyName) = (row.int(2), row.int(3), row.text(4), row.text(5))
      pattern = PlanPattern(rawValue: row.text(6)) ?? .othersOnly
      (isComplete, savedAt, submittedAt) = (row.bool(7), row.int(8), row.optionalInt(9))
      confirmedOn = row.optionalText(10).flatMap(CivilDate.init(iso:))
      reviewWanted = row.text(11)
      draft.draftedOn = CivilDate(iso: row.text(12))
      (draft.issues, draft.goalWords, draft.goalLong, draft.goalShort) = (row.text(13), row.text(14), row.text(15), row.text(16))
      (draft.policy, draft.otherServices, draft.notes) = (row.text(17), row.text(18), row.text(23))
      (draft.from, draft.until) = (CivilDate(iso: row.text(19)), CivilDate(iso: row.text(20)))
      draft.agreement = PlanAgreement(on: CivilDate(iso: row.text(21)), how: PlanAgreement.How(rawValue: row.text(22)))
    }
  }

  private static func view(_ desk: Desk, _ file: OpenedFile, _ head: Head) throws -> PlanView {
    var draft = head.draft
    draft.items = try items(desk, head.id)
    draft.uses = try uses(desk, head.id)
    draft.monitoring = try desk.reading.rows("SELECT on_day FROM plan_monitoring WHERE plan_id = \(head.id) ORDER BY on_day") {
      CivilDate(iso: $0.text(0))
    }.compactMap { $0 }
    let names = try names(desk, file, head.id)
    let shares = try desk.reading.rows(
      "SELECT id, agency_id, person, role, is_main FROM plan_role WHERE plan_id = \(head.id) ORDER BY position"
    ) { row in
      (
        id: row.id(0) as PlanRoleID,
        share: RoleShare(agency: row.optionalID(1), person: row.text(2), role: row.text(3), isMain: row.bool(4))
      )
    }
    draft.roles = shares.map(\.share)
    let roles = shares.compactMap { id, share in
      share.agency.map {
        PlanRoleView(
          id: id, agency: $0, agencyName: names[$0] ?? "", person: file.keptBack.agencies.contains($0) ? "" : share.person,
          role: share.role, isMain: share.isMain)
      }
    }
    return PlanView(
      id: head.id, coordination: head.coordination, round: head.round, version: head.version, draft: draft, roles: roles, names: names,
      author: head.author, agencyName: head.agencyName, pattern: head.pattern, isComplete: head.isComplete, savedAt: head.savedAt,
      submittedAt: head.submittedAt, confirmedOn: head.confirmedOn, reviewWanted: head.reviewWanted)
  }

  private static func items(_ desk: Desk, _ plan: PlanID) throws -> [PlanItem] {
    try desk.reading.rows(
      """
      SELECT issue, goal, action, owner, owner_agency, owner_name, programme, frequency, from_on, until_on, remarks
      FROM plan_item WHERE plan_id = \(plan) ORDER BY position
      """
    ) { row in
      var item = PlanItem(action: row.text(2), programme: PlanProgramme(rawValue: row.text(6)))
      (item.issue, item.goal, item.frequency, item.remarks) = (row.text(0), row.text(1), row.text(7), row.text(10))
      (item.from, item.until) = (CivilDate(iso: row.text(8)), CivilDate(iso: row.text(9)))
      switch row.text(3) {
      case "person": item.owner = .person
      case "family": item.owner = .family(name: row.text(5))
      case "agency": item.owner = (row.optionalID(4) as AgencyID?).map { .agency($0, person: row.text(5)) }
      default: item.owner = nil
      }
      return item
    }
  }

  private static func uses(_ desk: Desk, _ plan: PlanID) throws -> [ProgrammeUse] {
    try desk.reading.rows(
      """
      SELECT programme, content, kinds, provider, place, from_on, until_on, began_on, began_reason
      FROM plan_programme WHERE plan_id = \(plan) ORDER BY programme
      """
    ) { row -> ProgrammeUse? in
      guard let programme = PlanProgramme(rawValue: row.text(0)) else { return nil }
      var use = ProgrammeUse(programme, content: row.text(1), provider: row.optionalID(3))
      use.kinds = try JSONDecoder().decode([ParticipationKind].self, from: Data(row.text(2).utf8))
      (use.place, use.beganReason) = (row.text(4), row.text(8))
      (use.from, use.until, use.beganOn) = (CivilDate(iso: row.text(5)), CivilDate(iso: row.text(6)), CivilDate(iso: row.text(7)))
      return use
    }.compactMap { $0 }
  }

  private static func names(_ desk: Desk, _ file: OpenedFile, _ plan: PlanID) throws -> [AgencyID: String] {
    let found = try desk.reading.rows(
      """
      SELECT a.id, \(sql: file.naming("a.name", of: "a.id")) FROM agency a WHERE a.id IN (
        SELECT owner_agency FROM plan_item WHERE plan_id = \(plan) UNION SELECT agency_id FROM plan_role WHERE plan_id = \(plan)
        UNION SELECT provider FROM plan_programme WHERE plan_id = \(plan))
      """
    ) { (id: $0.id(0) as AgencyID, name: $0.text(1)) }
    return Dictionary(found.map { ($0.id, $0.name) }) { first, _ in first }
  }
}
