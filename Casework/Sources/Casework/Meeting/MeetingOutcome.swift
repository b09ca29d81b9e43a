/// 「会議の結論とその先」 What a meeting said about one item, and what follows from it.
public struct MeetingOutcome: Hashable, Sendable {
  public let timing: MeetingTiming?
  public let result: MeetingResult
  /// The conditions, the reason, what is to be done.
  public let words: String
  /// For ``MeetingResult/windowLeads``.
  public let lead: AgencyID?

  public init(timing: MeetingTiming?, result: MeetingResult, words: String, lead: AgencyID? = nil) {
    self.timing = timing
    self.result = result
    self.words = words
    self.lead = lead
  }

  /// Throws ``MeetingRefusal`` when the result may not be recorded: the sides that must be there were not, it does not fit the timing,
  /// or what belongs to it was not said (R-31: an interruption needs its reason).
  public func check(stage: MeetingStage, missing sides: [CoordinationSide]) throws(MeetingRefusal) {
    guard stage == .held else { throw .notHeld }
    guard sides.isEmpty else { throw .absent(sides) }
    guard MeetingResult.possible(on: timing).contains(result) else { throw .resultElsewhere(result) }
    guard !result.needsWords || !words.isBlank else { throw .wordsMissing(result) }
    guard result != .windowLeads || lead != nil else { throw .leadMissing }
  }

  /// What the result does to the case by itself; nil where it stays a fact on record.
  ///
  /// - Parameters:
  ///   - pattern: of the plan that was tabled. Pattern C waits for the report to the town.
  ///   - obstacles: what is still missing for the act; closing waits for it.
  public static func act(
    _ timing: MeetingTiming?, _ result: MeetingResult, pattern: PlanPattern?, obstacles: [CoordinationRequirement]
  ) -> CoordinationAct? {
    guard let timing, MeetingResult.possible(for: timing).contains(result) else { return nil }
    switch (timing, result) {
    case (.plan, .approved), (.replan, .approved): return pattern == .othersOnly ? nil : .approve
    case (.plan, .approvedWithChanges), (.replan, .approvedWithChanges): return .sendBackPlan
    case (.plan, .continued), (.replan, .continued), (.plan, .sentBack), (.replan, .sentBack): return .sendBackPlan
    case (.plan, .windowLeads), (.replan, .windowLeads): return .handToWindow
    case (.close, .mayClose): return obstacles.isEmpty ? .close : nil
    case (.interrupt, .interrupt): return .interrupt
    default: return nil
    }
  }
}

extension MeetingResult {
  /// The results that an item may have; without a timing it is talked over, and moves nothing.
  public static func possible(on timing: MeetingTiming?) -> [MeetingResult] {
    timing.map { possible(for: $0) } ?? [.approved, .approvedWithChanges, .continued, .sentBack]
  }

  /// Says nothing without words: the changes, the reason, what the window goes on doing.
  public var needsWords: Bool {
    switch self {
    case .approvedWithChanges, .continued, .sentBack, .interrupt, .windowLeads: true
    case .approved, .mayClose: false
    }
  }
}
