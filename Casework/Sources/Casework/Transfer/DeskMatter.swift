/// 「机にあるもの」 Something that is open with one person, by kind.
///
/// What is in somebody's own hands goes to a successor; what the agency answers for stays with the agency and is named, so that nobody drops it.
/// Source: users.md §4 no. 6 (Nobody drops out of sight), no. 9 (Handover in April).
public enum DeskMatter: String, CaseIterable, Sendable, Hashable, Codable {
  /// In charge of a case.
  case charge
  case task
  /// 多機関協働 as its coordinator.
  case coordination
  /// Drafts are their writer's alone, so only counted.
  case draft
  /// A meeting the person prepared that has not been held.
  case meeting
  /// A つなぎ that waits for what this person does next.
  case referral
  case handBack
  case informationRequest

  public var label: String {
    switch self {
    case .charge: "担当の事例"
    case .task: "やること"
    case .coordination: "多機関協働（コーディネーター）"
    case .draft: "書きかけ"
    case .meeting: "準備中の会議"
    case .referral: "この人の番のつなぎ"
    case .handBack: "つなぎもどし"
    case .informationRequest: "情報提供の依頼"
    }
  }

  /// One person's, so that a successor is named for it.
  public var hasSuccessor: Bool { [.charge, .task, .coordination].contains(self) }

  /// The roles of which a successor holds at least one.
  public var fittingRoles: Set<Role> {
    switch self {
    case .coordination: [.multiCoordinator]
    case .charge, .task: Role.caseworkers
    case .draft, .meeting, .referral, .handBack, .informationRequest: []
    }
  }

  /// A case is open with who is in charge until it is closed.
  public static func isOpen(_ stage: ConsultationStage) -> Bool { !stage.isFinal }

  /// 多機関協働 is open with its coordinator also while it rests and while somebody still looks after it.
  public static func isOpen(_ stage: CoordinationStage) -> Bool { stage.isActive || stage == .followUp || stage == .interrupted }

  /// A つなぎ is open with who sent it while it is the sender's turn, with who took it while it is the receiver's.
  public static func isOpen(_ stage: ReferralStage, side: ReferralSide) -> Bool { Referral.isWaitingFor(stage) == side }
}

/// 「引き継ぐ人」 Somebody as he or she stands on the day: agency, roles, and whether this case must not exist for the person (支援措置).
public struct Successor: Hashable, Sendable {
  public let staff: StaffID
  /// Nothing when the account does not hold on that day.
  public let agency: AgencyID?
  public let roles: Set<Role>
  public let isBarred: Bool

  public init(staff: StaffID, agency: AgencyID?, roles: Set<Role>, isBarred: Bool = false) {
    self.staff = staff
    self.agency = agency
    self.roles = roles
    self.isBarred = isBarred
  }

  /// 「引き継げる人か」 Why this person may not take something over from a desk of `agency`, or nothing.
  ///
  /// Somebody who only changes the job within the agency may keep what the new roles fit. Why somebody is barred is not said.
  public func refusal(of matter: DeskMatter, at agency: AgencyID) -> String? {
    if self.agency != agency { return "引き継ぐ人は、異動の日に同じ機関にいる職員から選んでください。" }
    if roles.isDisjoint(with: matter.fittingRoles) {
      return "引き継ぐ人には、\(matter.label)を受け持てる役割が要ります。別の職員を選ぶか、先に役割を付けてください。"
    }
    if isBarred { return "この職員には引き継げません。別の職員を選んでください。" }
    return nil
  }
}
