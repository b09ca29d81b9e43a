import Testing

@testable import Casework

@Suite struct `多機関協働の経過` {
  /// Thousands of legal histories, each step taken by somebody who may: what the events say is always where the case stands.
  @Test func `どの経過をたどっても、できごとから導いた段階は、いまの段階と同じである`() throws {
    var dice = Dice(seed: 20_261_126)
    var reached: Set<CoordinationStage> = []
    for _ in 0..<3_000 {
      var stage = CoordinationStage.requested
      var acts: [CoordinationAct] = []
      for _ in 0..<40 {
        let choices = CoordinationSide.allCases.flatMap { side in Coordination.availableActs(stage, side: side).map { (side, $0) } }
        guard let (side, act) = choices.isEmpty ? nil : choices[dice.below(choices.count)] else { break }
        // Leaving early ends a history too soon; mostly it goes on.
        if [.end, .giveBack, .withdraw, .endPreConsent, .handToWindow].contains(act), dice.below(8) > 0 { continue }
        stage = try Coordination.next(stage, act, side: side, facts: completeFacts(act))
        acts.append(act)
        reached.insert(stage)
      }
      #expect(Coordination.stage(after: acts) == stage)
    }
    #expect(reached == Set(CoordinationStage.allCases).subtracting([.requested]), "どの段階も一度は通る")
  }

  @Test func `表にない順のできごとからは、段階を導かない`() {
    #expect(Coordination.stage(after: []) == .requested)
    #expect(Coordination.stage(after: [.accept, .decide]) == nil)
    #expect(Coordination.stage(after: [.accept, .apply, .beginAssessment]) == .assessing)
  }
}

/// The same numbers every time.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
