import Casework
import Foundation
import Store

extension PlanRecords {
  /// Puts the words of a draft into the plan and its parts; the pattern is derived anew (R-21).
  static func write(_ desk: WritingDesk, _ id: PlanID, _ draft: PlanDraft) throws {
    try desk.writing.run(
      """
      UPDATE plan SET drafted_on = \(draft.draftedOn.stored), issues = \(draft.issues), goal_words = \(draft.goalWords),
        goal_long = \(draft.goalLong), goal_short = \(draft.goalShort), policy = \(draft.policy),
        other_services = \(draft.otherServices), period_from = \(draft.from.stored), period_to = \(draft.until.stored),
        notes = \(draft.notes), agreed_on = \(draft.agreement.on.stored), agreed_how = \(draft.agreement.how?.rawValue ?? ""),
        pattern = \(draft.pattern.rawValue)
      WHERE id = \(id)
      """)
    try writeItems(desk, id, draft.items)
    try writeRoles(desk, id, draft.roles)
    try writeUses(desk, id, draft.uses)
    try desk.writing.run("DELETE FROM plan_monitoring WHERE plan_id = \(id)")
    for day in Set(draft.monitoring) {
      try desk.writing.run("INSERT INTO plan_monitoring (plan_id, on_day) VALUES (\(id), \(day.iso))")
    }
  }

  private static func writeItems(_ desk: WritingDesk, _ id: PlanID, _ items: [PlanItem]) throws {
    try desk.writing.run("DELETE FROM plan_item WHERE plan_id = \(id)")
    for (index, item) in items.enumerated() {
      let owner = StoredOwner(item.owner)
      try desk.writing.run(
        """
        INSERT INTO plan_item (plan_id, position, issue, goal, action, owner, owner_agency, owner_name, programme, frequency, from_on,
          until_on, remarks)
        VALUES (\(id), \(index + 1), \(item.issue), \(item.goal), \(item.action), \(owner.kind), \(owner.agency), \(owner.name),
          \(item.programme?.rawValue ?? ""), \(item.frequency), \(item.from.stored), \(item.until.stored), \(item.remarks))
        """)
    }
  }

  private static func writeRoles(_ desk: WritingDesk, _ id: PlanID, _ roles: [RoleShare]) throws {
    try desk.writing.run("DELETE FROM plan_role WHERE plan_id = \(id)")
    for (index, share) in roles.enumerated() {
      try desk.writing.run(
        """
        INSERT INTO plan_role (plan_id, position, agency_id, person, role, is_main)
        VALUES (\(id), \(index + 1), \(share.agency), \(share.person), \(share.role), \(share.isMain))
        """)
    }
  }

  private static func writeUses(_ desk: WritingDesk, _ id: PlanID, _ uses: [ProgrammeUse]) throws {
    try desk.writing.run("DELETE FROM plan_programme WHERE plan_id = \(id)")
    for use in uses {
      let kinds = String(decoding: try JSONEncoder().encode(use.kinds), as: UTF8.self)
      try desk.writing.run(
        """
        INSERT INTO plan_programme (plan_id, programme, content, kinds, provider, place, from_on, until_on, began_on, began_reason)
        VALUES (\(id), \(use.programme.rawValue), \(use.content), \(kinds), \(use.provider), \(use.place), \(use.from.stored),
          \(use.until.stored), \(use.beganOn.stored), \(use.beganReason))
        """)
    }
  }
}

/// The columns of an owner.
private struct StoredOwner {
  let kind: String
  let agency: AgencyID?
  let name: String

  init(_ owner: ItemOwner?) {
    switch owner {
    case nil: (kind, agency, name) = ("", nil, "")
    case .person: (kind, agency, name) = ("person", nil, "")
    case .family(let who): (kind, agency, name) = ("family", nil, who)
    case .agency(let id, let person): (kind, agency, name) = ("agency", id, person)
    }
  }
}

extension CivilDate? {
  /// ISO, or an empty text.
  fileprivate var stored: String { self?.iso ?? "" }
}
