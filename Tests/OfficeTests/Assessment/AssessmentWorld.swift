import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// What stories about 様式1-2 send.
extension CoordinationWorld {
  func firstSheet(version: Int = 0, _ changes: [String: String] = [:]) -> [(String, String)] {
    merged(
      [
        "sheet": "1", "version": String(version), "first_contact_on": "R8.11.21", "route": "6", "chief_complaint": "架空の訴え",
        "wishes": "架空の希望",
      ], changes)
  }

  func secondSheet(version: Int) -> [(String, String)] {
    [
      ("sheet", "2"), ("version", String(version)), ("members.rows", "1"), ("members.1.name", "架空 ハル"), ("members.1.relation", "01"),
      ("housing", "01"),
    ]
  }

  func fourthSheet(version: Int, _ changes: [String: String] = [:]) -> [(String, String)] {
    merged(
      [
        "sheet": "4", "version": String(version), "issues": "15", "issues.main": "15", "involved.rows": "1",
        "involved.1.agency": "見本地域包括支援センター東", "emergency": "none", "formulation": "架空の見立て", "direction": "架空の方向性", "screening": "4",
        "need_outreach": "notNeeded", "need_participation": "needed", "need_participation_reason": "架空の居場所が要る",
      ], changes)
  }

  private func merged(_ fields: [String: String], _ changes: [String: String]) -> [(String, String)] {
    fields.merging(changes) { $1 }.map { ($0.key, $0.value) }
  }

  /// 情報提供の依頼 to agencies by number.
  func requestForm(_ agencies: [Int], questions: [String] = ["health", "medical"], asked: String = "最近の様子を知りたい") -> [(String, String)] {
    [("asked", asked), ("due_on", "R8.11.28")] + agencies.map { ("to", String($0)) } + questions.map { ("question", $0) }
  }

  func assessmentVersion() async throws -> Int {
    try await town.number("SELECT max(version) FROM assessment WHERE coordination_id = \(id)")
  }

  /// Asks one agency and gives the number of the request.
  func ask(_ agency: Int, questions: [String] = ["health", "medical"]) async throws -> Int {
    let reply = try await signedIn("takikan").post("/coordinations/\(id)/information-requests", requestForm([agency], questions: questions))
    try #require(reply.status == 303, "\(reply.text)")
    return try await town.number("SELECT max(id) FROM information_request")
  }
}
