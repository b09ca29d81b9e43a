import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Form 2-1 as a browser sends it, for the stories of plans.
extension CoordinationWorld {
  static let east = "見本地域包括支援センター東"
  static let outreach = "見本アウトリーチ支援室"

  /// A complete plan: 包括東 as main supporter, and 参加支援 where wanted (pattern B, otherwise C).
  func planForm(participation: Bool = true, _ changes: [String: String] = [:]) async throws -> [(String, String)] {
    let east = String(try await agency(Self.east))
    let outreach = String(try await agency(Self.outreach))
    var fields = [
      "with_form": "1", "issues": "息子の孤立と母の介護", "goal_words": "この家で二人で暮らしたい", "goal_long": "二人とも相談できる人がいる",
      "goal_short": "週に一度外に出る", "policy": "介護と社会参加を並行して支える", "drafted_on": "R8.11.21", "item.rows": "2", "item.1.action": "介護保険の申請を手伝う",
      "item.1.owner": east, "item.1.owner_name": "架空 花子", "item.1.frequency": "月に2回", "role.rows": "2", "role.1.agency": east,
      "role.1.person": "架空 花子", "role.1.role": "母の介護の相談", "main": "1", "period_from": "R8.12.1", "period_to": "R9.5.31",
      "monitor.rows": "2", "monitor.1": "R9.2.26",
    ]
    if participation {
      let more = [
        "item.2.action": "居場所に通う", "item.2.owner": outreach, "item.2.programme": "participation", "use.participation": "1",
        "use.participation.content": "週に一度の居場所", "use.participation.kind": "place", "use.participation.provider": outreach,
        "agreed_on": "R8.11.21", "agreed_how": "signature",
      ]
      fields.merge(more) { _, new in new }
    }
    return fields.merging(changes) { _, new in new }.map { ($0.key, $0.value) }
  }

  /// Begins the plan of the round as the coordinator and gives its number.
  func beginPlan() async throws -> Int {
    let reply = try await (try await signedIn("takikan")).post("/coordinations/\(id)/plan")
    try #require(reply.status == 303, "\(reply.text)")
    return try await town.number("SELECT max(id) FROM plan WHERE coordination_id = \(id)")
  }

  func planVersion(_ plan: Int) async throws -> String { String(try await town.number("SELECT version FROM plan WHERE id = \(plan)")) }

  /// Writes and submits a complete plan through the doors; gives its number.
  func submitPlan(participation: Bool = true) async throws -> Int {
    let plan = try await beginPlan()
    let form = try await planForm(participation: participation, ["version": try await planVersion(plan)])
    let reply = try await (try await signedIn("takikan")).post("/plans/\(plan)/submission", form)
    try #require(reply.status == 303, "\(reply.text)")
    return plan
  }

  /// A plan of pattern B that the meeting has agreed to, waiting for the town.
  func planAwaitingDecision() async throws -> Int {
    try await carry(to: .planning)
    let plan = try await submitPlan()
    try await meet(.plan, .approved)
    try await move(.approve, side: .meeting)
    return plan
  }

  /// A decision as a browser sends it.
  func decisionForm(_ changes: [String: String] = [:]) async throws -> [(String, String)] {
    let fields = [
      "version": String(try await version()), "result": "granted", "content": "参加支援を行う", "number": "R8-決00001", "decided_on": "R8.11.21",
      "decider_title": "課長", "decider_name": "架空 課長", "confirms_rest": "1",
    ]
    return fields.merging(changes) { _, new in new }.map { ($0.key, $0.value) }
  }
}
