/// 「会議の種別」 Different things with their own members, papers and law; what is shared at one never flows into another by itself.
///
/// Source: reference §4.1, §4.4; seed 003 ch. 6 6)(1)(2). Raw values are stored and never renamed.
public enum MeetingKind: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「支援会議」 法106条の6: without the person's consent, under a duty of secrecy.
  case confidential
  /// 「重層的支援会議」 Plans and what follows from them, with the person's consent.
  case planning
  /// 「個別の会議」 One household, among the agencies around it.
  case caseConference
  /// 「全体・圏域の会議」 The network of a town or an area.
  case network

  public var label: String {
    switch self {
    case .confidential: "支援会議"
    case .planning: "重層的支援会議"
    case .caseConference: "個別の会議"
    case .network: "全体・圏域の会議"
    }
  }

  /// Who may convene it (R-26, reference §4.1): a 支援会議 the town, a 重層的支援会議 the operator of 多機関協働, others either.
  public var conveners: Set<CoordinationSide> {
    switch self {
    case .confidential: [.town]
    case .planning: [.coordinator]
    case .caseConference, .network: [.coordinator, .town]
    }
  }

  /// The four compulsory timings belong to the 重層的支援会議 alone.
  public var takesTimings: Bool { self == .planning }

  /// The duty of secrecy is confirmed before anything is shown.
  public var needsPledge: Bool { self == .confidential }

  /// Throws ``MeetingRefusal`` when none of the sides may convene it.
  public func convene(by sides: Set<CoordinationSide>) throws(MeetingRefusal) {
    guard !conveners.isDisjoint(with: sides) else { throw .otherConvener(self) }
  }
}

/// 「開催の方法」
public enum MeetingMode: String, CaseIterable, Sendable, Hashable, Codable {
  case inPerson, online
  /// 「書面（持回り）」 Nobody meets; an answer in writing counts as attending.
  case written

  public var label: String {
    switch self {
    case .inPerson: "対面"
    case .online: "オンライン"
    case .written: "書面（持回り）"
    }
  }
}

/// 「会議の状況」
public enum MeetingStage: String, CaseIterable, Sendable, Hashable, Codable {
  case planned, invited, held, cancelled

  public var label: String {
    switch self {
    case .planned: "準備中"
    case .invited: "招集済み"
    case .held: "開催済み"
    case .cancelled: "取りやめ"
    }
  }

  /// Still ahead: cases and members may be added.
  public var isAhead: Bool { self == .planned || self == .invited }

  /// 「構成員の閲覧の終わり」 A member's sight ends with the meeting; these days are left to read the result (reference §4.1).
  public static let sightDays = 30

  /// May a member who was called still see the meeting? The town and the convener keep it.
  public func isOpenToMembers(heldOn: CivilDate, today: CivilDate) -> Bool {
    switch self {
    case .planned: false
    case .invited: true
    case .held: today <= heldOn.adding(days: Self.sightDays)
    case .cancelled: false
    }
  }
}

/// 「出欠の返事」
public enum MeetingReply: String, CaseIterable, Sendable, Hashable, Codable {
  case comes, absent, written

  public var label: String {
    switch self {
    case .comes: "出席"
    case .absent: "欠席"
    case .written: "書面で意見"
    }
  }
}

/// 「持回りの回答」
public enum MeetingAnswer: String, CaseIterable, Sendable, Hashable, Codable {
  case agrees, comments

  public var label: String {
    switch self {
    case .agrees: "了承"
    case .comments: "意見あり"
    }
  }
}
