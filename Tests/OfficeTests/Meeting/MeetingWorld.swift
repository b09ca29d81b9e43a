import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// The household of scenario 1 at a stage of 多機関協働, with its coordinator and the town at their screens.
struct MeetingWorld {
  let world: CoordinationWorld
  let coordinator: Visitor
  let section: Visitor

  var town: Town { world.town }
  var id: Int { world.id }

  static let east = "見本地域包括支援センター東"

  static func open(_ stage: CoordinationStage = .conference, participation: Bool = true, agrees: Bool = true) async throws -> MeetingWorld {
    let world = try await CoordinationWorld.open(agrees: agrees)
    switch stage {
    case .accepted: break
    case .preConsent: try await world.move(.proceedWithoutConsent)
    default: try await world.carry(to: stage, participation: participation)
    }
    return MeetingWorld(world: world, coordinator: try await world.signedIn("takikan"), section: try await world.signedIn("shi"))
  }

  static func form(_ body: String, _ cases: [String] = [], mode: String = "inPerson", on day: String = "R8.11.21") -> [(String, String)] {
    [("body", body), ("held_on", day), ("starts_at", "14:00"), ("place", "架空会議室"), ("mode", mode)] + cases.map { ("case", $0) }
  }

  /// Prepares a 重層的支援会議 as the coordinator with this case on its agenda; gives its number.
  func convene(_ timing: MeetingTiming = .plan, mode: String = "inPerson", more: [String] = []) async throws -> Int {
    let reply = try await coordinator.post("/meetings", Self.form("planning", ["\(id):\(timing.rawValue)"] + more, mode: mode))
    try #require(reply.status == 303, "\(reply.text)")
    return reply.number
  }

  func item(_ meeting: Int, _ position: Int = 1) async throws -> Int {
    try await town.number("SELECT id FROM meeting_item WHERE meeting_id = \(meeting) AND position = \(position)")
  }

  func member(_ meeting: Int, _ agency: String) async throws -> Int {
    try await town.number(
      "SELECT b.id FROM meeting_member b JOIN agency a ON a.id = b.agency_id WHERE b.meeting_id = \(meeting) AND a.name = \(agency)")
  }

  func invite(_ meeting: Int, as visitor: Visitor? = nil) async throws {
    let reply = try await (visitor ?? coordinator).post("/meetings/\(meeting)/invitations")
    try #require(reply.status == 303, "\(reply.text)")
  }

  /// Marks the meeting as held with these agencies present.
  func hold(_ meeting: Int, _ agencies: [String], as visitor: Visitor? = nil) async throws {
    var fields: [(String, String)] = [("chair", "架空 議長")]
    for agency in agencies { fields.append(("attended", "\(try await member(meeting, agency))")) }
    let reply = try await (visitor ?? coordinator).post("/meetings/\(meeting)/attendance", fields)
    try #require(reply.status == 303, "\(reply.text)")
  }

  /// Held with 多機関協働 and the town.
  func holdWithBoth(_ meeting: Int) async throws { try await hold(meeting, [ReferralWorld.multi, "見本市 地域福祉課"]) }

  func decide(_ meeting: Int, _ item: Int, _ result: MeetingResult, _ fields: [(String, String)] = [], as visitor: Visitor? = nil)
    async throws
    -> Reply
  {
    let version = try await town.number("SELECT version FROM meeting_item WHERE id = \(item)")
    return try await (visitor ?? coordinator).post(
      "/meetings/\(meeting)/items/\(item)/result", [("version", "\(version)"), ("result", result.rawValue)] + fields)
  }

  /// Writes a complete 2-2 of the present plan.
  func review(_ result: PlanReviewResult, lead: Bool = true) async throws {
    let id = id
    let east = try await world.agency(Self.east)
    try await world.at("takikan", .reviewPlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO plan_review (plan_id, form_version, result, lead_agency, lead_person, needs_follow_up, completed_at, staff_id, saved_at)
        SELECT p.id, 1, \(result.rawValue), \(lead ? east : nil), \(lead ? "架空 花子" : ""), 0, \(desk.now), \(desk.staff.id), \(desk.now)
        FROM plan p JOIN coordination k ON k.id = p.coordination_id AND k.round = p.round WHERE k.id = \(id)
        """)
    }
  }

  /// Another case of the same people at 「会議」, with its plan. Gives the number of its coordination.
  func another(_ number: Int) async throws -> Int {
    let old = world.caseFile
    let id = id
    let new = try await world.at("takikan", .writePlan) { desk in
      let file = try desk.writing.insert(
        """
        INSERT INTO case_file (number, resident_id, household_id, label, stage, opened_on, opened_by, in_charge)
        SELECT \("R8-8\(number)"), resident_id, household_id, \("架空事例\(number)"), stage, opened_on, opened_by, in_charge FROM case_file
        WHERE id = \(old)
        """)
      try desk.writing.run(
        """
        INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
        SELECT \(file), agency_id, ground, reach, since, touched_at FROM case_ground WHERE case_file_id = \(old) AND is_open = 1
        """)
      try desk.writing.run(
        """
        INSERT INTO consent (case_file_id, resident_id, is_application, scope, how, given_on, explained_on, explained_by, rules_version, staff_id,
          agency_id, recorded_at)
        SELECT \(file), resident_id, 1, scope, how, given_on, explained_on, explained_by, rules_version, staff_id, agency_id, recorded_at
        FROM consent WHERE case_file_id = \(old)
        """)
      return Int(
        try desk.writing.insert(
          """
          INSERT INTO coordination (number, case_file_id, referral_id, agency_id, stage, stage_since, round, requested_at, touched_at)
          SELECT \("R8-K8\(number)"), \(file), referral_id, agency_id, 'conference', stage_since, round, requested_at, touched_at
          FROM coordination WHERE id = \(id)
          """))
    }
    try await CoordinationWorld(referral: world.referral, referralID: world.referralID, id: new).draftPlan()
    return new
  }
}

extension Reply {
  /// Markup that was taken for text and shown as such.
  var hasEscapedMarkup: Bool { text.contains(/&lt;\/?[a-z]/) }
}
