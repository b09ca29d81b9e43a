import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 事実と段階: whatever legal history the records go through, the stored stage is what its events say.
struct CoordinationReplayStory {
  @Test func `どの経過を記録しても、保存された段階は、できごとから導いた段階と同じである`() async throws {
    var dice = Dice(state: 20_261_126)
    var reached: Set<String> = []
    for _ in 0..<12 {
      let world = try await CoordinationWorld.open()
      try await world.giveConsent()
      for _ in 0..<18 {
        let stage = try #require(CoordinationStage(rawValue: try await world.stage()))
        let choices = [CoordinationSide.coordinator, .meeting, .town].flatMap { side in
          Coordination.availableActs(stage, side: side).map { (side, $0) }
        }.filter { ![.giveBack, .handToWindow, .close, .beginFollowUp].contains($0.1) && ($0.1 != .end || dice.below(10) == 0) }
        guard !choices.isEmpty else { break }
        let (side, act) = choices[dice.below(choices.count)]
        do {
          try await prepare(world, act, dice.below(2) == 0)
          try await world.move(act, as: side == .town ? "shi" : "takikan", side: side)
        } catch is FieldErrors {
          // A rule said no: nothing moved, which is looked at below.
        }
        reached.insert(try await world.stage())
        try await compare(world)
      }
    }
    #expect(reached.isSuperset(of: ["applied", "assessing", "planning", "conference", "inSupport"]), "\(reached)")
  }

  /// Puts on record what the act asks for, most of the time.
  private func prepare(_ world: CoordinationWorld, _ act: CoordinationAct, _ participation: Bool) async throws {
    let id = world.id
    let round = try await world.town.number("SELECT round FROM coordination WHERE id = \(id)")
    let hasAssessment =
      try await world.town.number("SELECT count(*) FROM assessment WHERE coordination_id = \(id) AND round = \(round)") > 0
    let hasPlan = try await world.town.number("SELECT count(*) FROM plan WHERE coordination_id = \(id) AND round = \(round)") > 0
    switch act {
    case .finishAssessment where !hasAssessment: try await world.completeAssessment()
    case .submitPlan where !hasPlan: try await world.draftPlan(participation: participation)
    case .approve, .reportToTown: try await world.meet(round > 1 ? .replan : .plan, .approved)
    case .interrupt: try await world.meet(.interrupt, .interrupt)
    case .decide, .decline: try await answer(world, act == .decide ? "granted" : "refused")
    case .replan where hasPlan: try await review(world, "replan")
    default: break
    }
  }

  private func answer(_ world: CoordinationWorld, _ result: String) async throws {
    let id = world.id
    try await world.at("shi", .decidePlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO support_decision (plan_id, result, number, decided_on, decider_title, decider_name, reason, staff_id, at)
        SELECT p.id, \(result), '架空-' || (SELECT count(*) FROM support_decision), \(desk.today.iso), '課長', '架空 課長', '架空の理由',
          \(desk.staff.id), \(desk.now) FROM plan p JOIN coordination k ON k.id = p.coordination_id AND k.round = p.round WHERE k.id = \(id)
        """)
    }
  }

  private func review(_ world: CoordinationWorld, _ result: String) async throws {
    let id = world.id
    try await world.at("takikan", .reviewPlan) { desk in
      try desk.writing.run(
        """
        INSERT OR REPLACE INTO plan_review (plan_id, form_version, reviewed_on, result, completed_at, staff_id, saved_at)
        SELECT p.id, 1, \(desk.today.iso), \(result), \(desk.now), \(desk.staff.id), \(desk.now)
        FROM plan p JOIN coordination k ON k.id = p.coordination_id AND k.round = p.round WHERE k.id = \(id)
        """)
    }
  }

  private func compare(_ world: CoordinationWorld) async throws {
    let id = world.id
    let acts = try await world.town.office.database.read { reading in
      try reading.rows("SELECT act FROM coordination_event WHERE coordination_id = \(id) ORDER BY id") {
        CoordinationAct(rawValue: $0.text(0))
      }
    }
    let derived = Coordination.stage(after: acts.compactMap { $0 })
    #expect(derived?.rawValue == (try await world.stage()))
    #expect(
      try await world.town.text("SELECT stage FROM coordination_event WHERE coordination_id = \(id) ORDER BY id DESC LIMIT 1")
        == (try await world.stage()))
  }
}

/// The same numbers every time.
private struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
