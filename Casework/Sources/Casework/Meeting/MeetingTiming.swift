/// 「会議の時期」 The four timings at which a 重層的支援会議 must be held (seed 003 ch. 6 6)(2)③; reference §4.2).
public enum MeetingTiming: String, CaseIterable, Sendable, Hashable, Codable {
  case plan, replan, close, interrupt

  public var label: String {
    switch self {
    case .plan: "プラン策定時"
    case .replan: "再プラン策定時"
    case .close: "支援終結の判断時"
    case .interrupt: "支援中断の決定時"
    }
  }
}

/// 「会議の結論」 What a meeting said about one item (reference §4.4).
public enum MeetingResult: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「了承」
  case approved
  /// 「修正のうえ了承」 Agreed on condition of named changes; no second meeting is needed.
  case approvedWithChanges
  /// 「継続審議」
  case continued
  /// 「差戻し」
  case sentBack
  /// 「終結可」
  case mayClose
  /// 「中断」
  case interrupt
  /// 「相談窓口を主担当とする」 (seed 003 ch. 6 1)(2)②イ)
  case windowLeads

  public var label: String {
    switch self {
    case .approved: "了承"
    case .approvedWithChanges: "修正のうえ了承"
    case .continued: "継続審議"
    case .sentBack: "差戻し"
    case .mayClose: "終結可"
    case .interrupt: "中断"
    case .windowLeads: "相談窓口を主担当とする"
    }
  }

  /// The results that an item of a timing may have.
  public static func possible(for timing: MeetingTiming) -> [MeetingResult] {
    switch timing {
    case .plan, .replan: [.approved, .approvedWithChanges, .continued, .sentBack, .windowLeads]
    case .close: [.mayClose, .continued, .sentBack]
    case .interrupt: [.interrupt, .continued, .sentBack]
    }
  }

  /// It agrees to what the timing asks for.
  public var isApproving: Bool {
    switch self {
    case .approved, .approvedWithChanges, .mayClose, .interrupt: true
    case .continued, .sentBack, .windowLeads: false
    }
  }
}
