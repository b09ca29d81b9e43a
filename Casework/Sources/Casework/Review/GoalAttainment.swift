/// 「目標の達成状況」 How far one goal of the plan was reached. Raw values are the codes of the list `attainment`, never renamed.
///
/// Source: reference §5.5 [K].
public enum GoalAttainment: String, CaseIterable, Sendable, Hashable, Codable {
  case achieved, mostly, partly
  case notAchieved = "not"
  case cannotTell = "unable"

  public var label: String {
    switch self {
    case .achieved: "達成"
    case .mostly: "おおむね達成"
    case .partly: "一部達成"
    case .notAchieved: "未達成"
    case .cannotTell: "評価不能"
    }
  }
}

/// 「役割の実施状況」 What became of one agency's role. Raw values are the codes of the list `role-result`, never renamed.
///
/// Source: reference §5.5 [I].
public enum RoleResult: String, CaseIterable, Sendable, Hashable, Codable {
  case done, partly, notDone

  public var label: String {
    switch self {
    case .done: "実施"
    case .partly: "一部"
    case .notDone: "未実施"
    }
  }

  /// What the agency's last word about it suggests; nothing where it asked for a talk.
  public init?(following state: ProgressState) {
    switch state {
    case .asPlanned: self = .done
    case .partly: self = .partly
    case .notStarted: self = .notDone
    case .needsTalk: return nil
    }
  }
}

/// 「中断の理由」 Raw values are the codes of the list `interrupt-reason`, never renamed.
///
/// Source: seed 003 ch. 6 6)(2)③ (連絡が完全に取れなくなった場合など); the others reference §5.5 [I].
public enum InterruptReason: String, CaseIterable, Sendable, Hashable, Codable {
  case outOfContact = "01"
  case ownWish = "02"
  case movedOut = "03"
  case death = "04"
  case inFacility = "05"
  case imprisoned = "06"
  case other = "99"

  public var label: String {
    switch self {
    case .outOfContact: "連絡不通"
    case .ownWish: "本人の意思"
    case .movedOut: "転出"
    case .death: "死亡"
    case .inFacility: "入院・施設"
    case .imprisoned: "収監"
    case .other: "その他"
    }
  }
}
