/// 「重層事業の種類」 The five programmes an agency may carry (法106条の4第2項).
public enum ProgrammeKind: String, CaseIterable, Sendable, Hashable, Codable {
  case consult, participation, community, outreach, multi

  /// The name shown on screens.
  public var label: String {
    switch self {
    case .consult: "包括的相談支援事業"
    case .participation: "参加支援事業"
    case .community: "地域づくり事業"
    case .outreach: "アウトリーチ等を通じた継続的支援事業"
    case .multi: "多機関協働事業"
    }
  }
}

/// 「実施方法」 Who runs a programme (reference §1.4).
public enum Delivery: String, CaseIterable, Sendable, Hashable, Codable {
  case direct, entrusted

  /// 「直営」「委託」
  public var label: String { self == .direct ? "直営" : "委託" }
}

/// 「担う事業」 A programme carried by an agency from one day to another; both days count.
public struct CarriedProgramme: Hashable, Sendable {
  public let kind: ProgrammeKind
  public let delivery: Delivery
  public let from: CivilDate
  /// Nil: still carried.
  public let until: CivilDate?
  /// Why it is entrusted although it should not be; may be empty.
  public let reason: String

  public init(kind: ProgrammeKind, delivery: Delivery, from: CivilDate, until: CivilDate? = nil, reason: String = "") {
    self.kind = kind
    self.delivery = delivery
    self.from = from
    self.until = until
    self.reason = reason
  }

  /// 「原則委託禁止」 多機関協働事業 entrusted in 令和7年度 or later is warned about and needs a stated reason. It is never forbidden: 「原則」.
  ///
  /// Source: R-61, seed 002, reference §1.4.
  public var needsReason: Bool {
    kind == .multi && delivery == .entrusted && (until ?? .latest).fiscalYear >= 2025
  }

  /// The sentence of the warning.
  public static let warning = "多機関協働事業は令和7年度から原則として委託できません。委託とする場合は、その理由を記録してください。"
}
