import Casework
import Store

/// A plan that has been opened for one person, behind the check of its case and of 多機関協働 (「開いたプラン」).
///
/// Only the check below makes one. Whatever concerns a plan, its decision, its progress and its evaluation may take it.
struct OpenedPlan: Sendable {
  let id: PlanID
  let coordination: OpenedCoordination
  let round: Int
  let version: Int
  let pattern: PlanPattern
  let confirmedOn: CivilDate?
  let reviewWanted: String

  fileprivate init(_ row: Row, coordination: OpenedCoordination) {
    id = row.id(0)
    round = row.int(1)
    version = row.int(2)
    pattern = PlanPattern(rawValue: row.text(3)) ?? .othersOnly
    confirmedOn = row.optionalText(4).flatMap(CivilDate.init(iso:))
    reviewWanted = row.text(5)
    self.coordination = coordination
  }

  /// It is the plan of the round in hand.
  var isPresent: Bool { round == coordination.round }
  /// 「プラン 第1回」
  var title: String { "プラン 第\(round)回" }
  var path: String { "/plans/\(id)" }
}

extension Desk {
  /// Opens a plan by its number, or answers as if it did not exist.
  func openPlan(_ id: PlanID) throws -> OpenedPlan {
    guard let owner = try reading.first("SELECT coordination_id FROM plan WHERE id = \(id)", { $0.id(0) as CoordinationID }) else {
      throw denied("plan \(id)")
    }
    let coordination = try openCoordination(owner)
    guard let plan = try plan("id = \(id)", coordination) else { throw denied("plan \(id)") }
    note("plan \(id)", caseFile: coordination.file.id)
    return plan
  }

  /// The plan of the round in hand, where one has been begun.
  func presentPlan(of coordination: OpenedCoordination) throws -> OpenedPlan? {
    try plan("coordination_id = \(coordination.id) AND round = \(coordination.round)", coordination)
  }

  private func plan(_ condition: SQL, _ coordination: OpenedCoordination) throws -> OpenedPlan? {
    try reading.first("SELECT id, round, version, pattern, confirmed_on, review_wanted FROM plan WHERE \(sql: condition)") {
      OpenedPlan($0, coordination: coordination)
    }
  }

  /// May this person write plans of this case? The coordinator's agency, in the role of a coordinator.
  func mayWritePlan(_ coordination: OpenedCoordination) -> Bool {
    coordination.isCoordinator && Access.verdict(.writePlan, roles: staff.roles) == .allowed
  }

  /// May this person decide for the town?
  func mayDecide(_ coordination: OpenedCoordination) -> Bool {
    coordination.isTown && Access.verdict(.decidePlan, roles: staff.roles) == .allowed
  }
}
