import Testing

@testable import Casework

struct MeetingOutcomeTests {
  /// Timing, result → the act; "-" moves nothing. Written down apart from the rule.
  private static let table: [(MeetingTiming, MeetingResult, String)] = [
    (.plan, .approved, "approve"), (.plan, .approvedWithChanges, "sendBackPlan"), (.plan, .continued, "sendBackPlan"),
    (.plan, .sentBack, "sendBackPlan"), (.plan, .windowLeads, "handToWindow"),
    (.replan, .approved, "approve"), (.replan, .approvedWithChanges, "sendBackPlan"), (.replan, .continued, "sendBackPlan"),
    (.replan, .sentBack, "sendBackPlan"), (.replan, .windowLeads, "handToWindow"),
    (.close, .mayClose, "close"), (.close, .continued, "-"), (.close, .sentBack, "-"),
    (.interrupt, .interrupt, "interrupt"), (.interrupt, .continued, "-"), (.interrupt, .sentBack, "-"),
  ]

  @Test func `どの時期のどの結論が事例をどう動かすかは、表のとおり`() {
    for timing in MeetingTiming.allCases {
      for result in MeetingResult.allCases {
        let row = Self.table.first { $0.0 == timing && $0.1 == result }
        #expect(MeetingResult.possible(for: timing).contains(result) == (row != nil), "\(timing) \(result)")
        for pattern in PlanPattern.allCases {
          let act = MeetingOutcome.act(timing, result, pattern: pattern, obstacles: [])
          let waits = pattern == .othersOnly && row?.2 == "approve"
          #expect(act?.rawValue ?? "-" == (waits ? "-" : row?.2 ?? "-"), "\(timing) \(result) \(pattern)")
        }
      }
    }
  }

  @Test func `時期のない議題の結論は、事例を動かさない`() {
    for result in MeetingResult.allCases {
      #expect(MeetingOutcome.act(nil, result, pattern: .programmesOnly, obstacles: []) == nil)
    }
    #expect(MeetingResult.possible(on: nil) == [.approved, .approvedWithChanges, .continued, .sentBack])
  }

  @Test func `終結可は、足りないものがあるうちは記録として残り、事例を終わらせない`() {
    #expect(MeetingOutcome.act(.close, .mayClose, pattern: nil, obstacles: [.leadAgency]) == nil)
    #expect(MeetingOutcome.act(.close, .mayClose, pattern: nil, obstacles: []) == .close)
  }

  @Test func `プランCの了承では支援決定を待たず、市への報告が続く`() {
    #expect(MeetingOutcome.act(.plan, .approved, pattern: .othersOnly, obstacles: []) == nil)
    #expect(MeetingOutcome.act(.plan, .approved, pattern: .programmesOnly, obstacles: []) == .approve)
  }

  private func said(_ outcome: MeetingOutcome, _ stage: MeetingStage = .held, missing: [CoordinationSide] = []) -> MeetingRefusal? {
    do throws(MeetingRefusal) { try outcome.check(stage: stage, missing: missing) } catch {
      expectHelpful(error.message)
      return error
    }
    return nil
  }

  @Test func `結論は、開催し、両方が出席し、時期に合い、言葉がそろって初めて記録できる`() {
    let good = MeetingOutcome(timing: .plan, result: .approved, words: "")
    #expect(said(good) == nil)
    for stage in MeetingStage.allCases where stage != .held { #expect(said(good, stage) == .notHeld) }
    #expect(said(good, missing: [.town]) == .absent([.town]))
    #expect(said(MeetingOutcome(timing: .close, result: .approved, words: "")) == .resultElsewhere(.approved))
    #expect(said(MeetingOutcome(timing: .interrupt, result: .interrupt, words: "　")) == .wordsMissing(.interrupt))
    #expect(said(MeetingOutcome(timing: .plan, result: .windowLeads, words: "続ける")) == .leadMissing)
    #expect(said(MeetingOutcome(timing: .plan, result: .windowLeads, words: "続ける", lead: worker.agency)) == nil)
  }

  @Test func `言葉の要る結論は、言葉がなければ記録できない`() {
    for timing in MeetingTiming.allCases {
      for result in MeetingResult.possible(for: timing) where result.needsWords {
        #expect(said(MeetingOutcome(timing: timing, result: result, words: "", lead: worker.agency)) == .wordsMissing(result))
      }
    }
    expectHelpful(MeetingRefusal.alreadyDecided.message)
  }
}
