/// 「同居の囲み」 Who lives together now: one closed loop around exactly these people. An institution has its own loop with its label.
///
/// Source: reference §11.2 [K], §11.4 (`living_groups[] (label, members[])`).
public struct LivingGroup: Hashable, Sendable, Codable {
  /// 「本人の世帯」「架空ホーム」
  public var label: String
  public var members: Set<PersonKey>
  public var isInstitution: Bool

  public init(_ label: String, _ members: Set<PersonKey>, isInstitution: Bool = false) {
    self.label = label
    self.members = members
    self.isInstitution = isInstitution
  }
}

/// 「気持ちのつながり」 Kinds of the optional layer of lines between two people. Raw values are stored. Source: reference §11.3.
public enum TieKind: String, CaseIterable, Sendable, Hashable, Codable {
  case close, fused, distant, normal, hostile, conflict, cutOff, fusedHostile
  case physicalAbuse, emotionalAbuse, sexualAbuse, neglect, control

  public var label: String {
    switch self {
    case .close: "仲がよい"
    case .fused: "とても近い・密着"
    case .distant: "疎遠"
    case .normal: "ふつう"
    case .hostile: "反目"
    case .conflict: "対立"
    case .cutOff: "関係が切れている"
    case .fusedHostile: "密着しつつ反目"
    case .physicalAbuse: "身体的な暴力"
    case .emotionalAbuse: "心理的な暴力"
    case .sexualAbuse: "性的な暴力"
    case .neglect: "放置・世話をしない"
    case .control: "支配"
    }
  }

  /// From the one who acts to the one who suffers: an arrow.
  public var isDirected: Bool {
    switch self {
    case .physicalAbuse, .emotionalAbuse, .sexualAbuse, .neglect, .control: true
    case .close, .fused, .distant, .normal, .hostile, .conflict, .cutOff, .fusedHostile: false
    }
  }
}

/// 「気持ちのつながり」 A line of the optional layer, from one person to another.
///
/// Source: reference §11.3 (bent, over the structural lines, not through symbols); §11.4 (`ties[]`).
public struct EmotionalTie: Hashable, Sendable, Codable {
  public var from: PersonKey
  public var to: PersonKey
  public var kind: TieKind

  public init(_ from: PersonKey, _ to: PersonKey, _ kind: TieKind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}
