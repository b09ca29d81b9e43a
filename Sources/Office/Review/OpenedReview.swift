import Casework
import Store

/// A confirmed plan opened for looking at how it goes and for its evaluation (「評価するプラン」).
///
/// Only the check below makes one, behind the check of the case and of its 多機関協働.
struct OpenedReview: Sendable {
  let plan: PlanID
  /// Round of the plan.
  let round: Int
  let coordination: OpenedCoordination

  fileprivate init(plan: PlanID, round: Int, coordination: OpenedCoordination) {
    self.plan = plan
    self.round = round
    self.coordination = coordination
  }

  /// The case is in a later round, or no plan runs any more.
  var isPast: Bool { coordination.round > round || !coordination.stage.hasRunningPlan }
}

extension Desk {
  /// Opens a plan that has been confirmed. One that has not is refused with what comes first.
  func openReview(of plan: PlanID) throws -> OpenedReview {
    let found = try reading.first("SELECT coordination_id, round, confirmed_on IS NOT NULL FROM plan WHERE id = \(plan)") {
      ($0.id(0) as CoordinationID, $0.int(1), $0.bool(2))
    }
    guard let found else { throw denied("plan \(plan)") }
    let coordination = try openCoordination(found.0)
    note("plan \(plan)", caseFile: coordination.file.id)
    guard found.2 else {
      throw FieldErrors([FieldProblem("plan", "このプランはまだ確定していません。会議の了承と支援決定（または市への報告）のあとで記録できます。")], staff: staff)
    }
    return OpenedReview(plan: plan, round: found.1, coordination: coordination)
  }
}
