import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

extension CoordinationWorld {
  /// A complete form 2-2 of the latest plan with one result.
  func reviewForm(_ result: PlanReviewResult, _ changes: [String: String] = [:]) async throws -> [(String, String)] {
    let today = CivilDate.of(epochSeconds: town.now)
    let agency = try await agency("見本地域包括支援センター東")
    var fields = [
      "reviewed_on": today.warekiShort, "goal.long": "mostly", "goal.short": "achieved", "goal.item1": "partly", "status": "架空の現在",
      "remaining": "架空の残る課題", "result": result.rawValue, "resource_gap": "架空の居場所が足りない", "person_view": "架空の本人の声",
    ]
    switch result {
    case .close:
      fields.merge(
        [
          "close_reason": "01", "lead_agency": String(agency), "lead_person": "架空 花子", "needs_follow_up": "1",
          "follow_up_on": today.adding(days: 90).warekiShort, "follow_up_how": "電話で聞く", "onward": "架空の約束",
        ]
      ) { $1 }
    case .interrupt: fields["interrupt_reason"] = "01"
    case .replan: break
    }
    fields.merge(changes) { $1 }
    let version = try await town.number("SELECT coalesce((SELECT version FROM plan_review WHERE plan_id = \(try await plan())), 0)")
    if fields["version"] == nil { fields["version"] = String(version) }
    return fields.map { ($0.key, $0.value) }
  }

  /// Completes form 2-2 as the coordinator.
  @discardableResult
  func review(_ result: PlanReviewResult, _ changes: [String: String] = [:]) async throws -> Reply {
    let multi = try await signedIn("takikan")
    return try await multi.post("/plans/\(try await plan())/review/completion", try await reviewForm(result, changes))
  }

  /// Carries the case to its closing, by the screens of the review.
  func close() async throws {
    try await carry(to: .inSupport)
    try #require(try await review(.close).status == 303)
    try await meet(.close, .mayClose)
    let reply = try await (try await signedIn("takikan")).post("/plans/\(try await plan())/closure", [])
    try #require(reply.status == 303, "\(reply.text)")
  }

  func caseStage() async throws -> String { try await referral.caseStage() }
}

extension Reply {
  /// Markup that was taken for text.
  var showsMarkup: Bool { text.contains(/&lt;\/?[a-z]/) }
}
