/// 「異動」 A day on which people of the office leave, move and arrive, planned beforehand and carried out once.
///
/// Source: users.md §3 (Personnel rotation), §4 nos. 6 and 9; issue "Who may see what" (transfer of staff on 1 April in one screen).
public struct Transfer: Hashable, Sendable {
  /// Where a plan stands (「異動の状態」).
  public enum State: String, CaseIterable, Sendable, Hashable {
    case planned, applied, cancelled

    public var label: String {
      switch self {
      case .planned: "予定"
      case .applied: "実施済み"
      case .cancelled: "取りやめ"
      }
    }
  }

  /// The first day on which the new rights hold.
  public let effectiveOn: CivilDate
  public let state: State

  public init(effectiveOn: CivilDate, state: State) {
    self.effectiveOn = effectiveOn
    self.state = state
  }

  /// The last day of the old rights.
  public var lastDay: CivilDate { effectiveOn.adding(days: -1) }

  /// It may still be changed or cancelled.
  public var isOpen: Bool { state == .planned }

  /// 「実施の日が来た」 It is carried out from its day on, also when the server stood still on that day; once, and never after it was cancelled.
  public func isDue(_ today: CivilDate) -> Bool { state == .planned && effectiveOn <= today }

  /// 「その日に始まる」 What was planned beforehand is carried out on its day. What is made on the day itself, while people are still being put in,
  /// waits until somebody says so: it cannot be taken back.
  public func runsByItself(plannedOn day: CivilDate) -> Bool { day < effectiveOn }

  /// What is wrong with the day of a plan, or nothing.
  public static func problem(effectiveOn day: CivilDate?, today: CivilDate) -> FieldProblem? {
    guard let day else { return FieldProblem("effective_on", "異動の日が入っていません。新しい権利が始まる日を入れてください。") }
    if day < today { return FieldProblem("effective_on", "異動の日が過ぎています。今日から先の日付に直してください。") }
    if day > today.adding(days: 366) { return FieldProblem("effective_on", "異動の日が1年より先です。日付を確かめてください。") }
    return nil
  }
}

/// 「異動の種類」 What happens to one person on the day.
public enum TransferKind: String, CaseIterable, Sendable, Hashable, Codable {
  case leaves, moves, arrives

  public var label: String {
    switch self {
    case .leaves: "退職・休職などで離れる"
    case .moves: "ほかの機関・仕事に移る"
    case .arrives: "新しく来る"
    }
  }

  /// What is open at the person's desk goes to somebody else.
  public var clearsDesk: Bool { self != .arrives }
  /// New rights begin, for which an administrator answers.
  public var givesRights: Bool { self != .leaves }
}

/// 「異動の妨げ」 Why something of a plan did not happen on its day. It stays listed until somebody sees to it.
public enum TransferHindrance: String, CaseIterable, Sendable, Hashable, Codable {
  /// The account had ended or belonged to another agency by then.
  case alreadyElsewhere
  /// Without this person nobody could administer.
  case lastAdministrator
  /// No administrator had confirmed the new rights.
  case unconfirmed
  /// Nobody was named who may take it over.
  case noSuccessor

  /// What happened, and what to do about it.
  public var sentence: String {
    switch self {
    case .alreadyElsewhere: "異動の日より前に、利用が終わったか別の機関に移っていました。職員の画面で確かめてください。"
    case .lastAdministrator: "システム管理者がいなくなるため、この人の権利は変えていません。ほかの人をシステム管理者にしてから、職員の画面で変えてください。"
    case .unconfirmed: "新しい権利をシステム管理者が確認していなかったため、始まっていません。職員の画面で役割を付けてください。"
    case .noSuccessor: "引き継ぐ人が決まっていません。担当を決めてください。"
    }
  }

  /// What of one person's change holds on the day.
  ///
  /// - Parameters:
  ///   - from: the agency the plan was made for; nothing for somebody new.
  ///   - now: the agency of the account, nothing when it has ended.
  public static func of(
    _ kind: TransferKind, from: AgencyID?, now: AgencyID?, isConfirmed: Bool, isLastAdministrator: Bool
  ) -> TransferHindrance? {
    if kind.clearsDesk, now == nil || now != from { return .alreadyElsewhere }
    if isLastAdministrator { return .lastAdministrator }
    if kind.givesRights, !isConfirmed { return .unconfirmed }
    return nil
  }
}
