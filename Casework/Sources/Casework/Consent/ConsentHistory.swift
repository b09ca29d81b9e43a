/// 「同意のできごと」 One thing that happened to the consent of one person, on a day.
public struct ConsentFact: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// 「確認をはじめた」
    case asked
    /// 「同意した」 until the last day that it holds; nothing means until it is withdrawn.
    case given(ConsentID, until: CivilDate?, isApplication: Bool)
    /// 「同意しないと言った」
    case refused
    /// 「同意を取り消した」
    case withdrawn
  }

  public let kind: Kind
  public let on: CivilDate

  public init(_ kind: Kind, on: CivilDate) {
    self.kind = kind
    self.on = on
  }
}

/// 「同意の経過」 The facts about one person's consent; where it stands on a day is derived from them, never typed.
///
/// Source: reference §3.6 [I].
public struct ConsentHistory: Hashable, Sendable {
  /// By day; those of one day as they were recorded.
  public let facts: [ConsentFact]

  /// `facts` in the order in which they were recorded.
  public init(_ facts: [ConsentFact]) {
    self.facts = facts.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// 「同意の状態」 on a day. Asking again does not end a consent that holds.
  public func state(on day: CivilDate) -> ConsentState {
    var state = ConsentState.notAsked
    for fact in facts where fact.on <= day {
      switch fact.kind {
      case .asked: if state != .given { state = .asking }
      case .given(_, let until, _): state = until.map { $0 < day } == true ? .expired : .given
      case .refused: state = .refused
      case .withdrawn: state = .withdrawn
      }
    }
    return state
  }

  /// 「いま有効な同意」 The consent that holds on a day.
  public func inForce(on day: CivilDate) -> ConsentID? {
    guard state(on: day) == .given else { return nil }
    return facts.last { $0.on <= day && $0.givenID != nil }?.givenID
  }

  /// The consent given last, whether or not it still holds.
  public var latest: ConsentID? { facts.last { $0.givenID != nil }?.givenID }

  /// 「利用申込」 Form 1-1 was signed, and neither withdrawn nor followed by a refusal. A renewed consent keeps the application.
  public func hasApplication(on day: CivilDate) -> Bool {
    var has = false
    for fact in facts where fact.on <= day {
      switch fact.kind {
      case .asked: break
      case .given(_, _, let isApplication): has = has || isApplication
      case .refused, .withdrawn: has = false
      }
    }
    return has
  }
}

extension ConsentFact {
  var givenID: ConsentID? { if case .given(let id, _, _) = kind { id } else { nil } }
}
