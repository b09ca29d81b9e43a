/// 「つなぎもどし・差戻し」 A referral handed back: reason, and the talk with the sender before it.
public struct HandBack: Hashable, Sendable, Codable {
  public var reason: HandBackReason?
  /// The reason in words, for the sender to read.
  public var text: String
  public var talk: SenderTalk?

  public init(reason: HandBackReason?, text: String, talk: SenderTalk?) {
    self.reason = reason
    self.text = text
    self.talk = talk
  }

  /// What forbids handing it back, each at its field; empty when it may be.
  public func problems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if reason == nil { problems.append(.init("reason_code", "差戻しの理由が選ばれていません。一番近いものを一覧から選んでください。")) }
    if text.isBlank { problems.append(.init("words", "理由の説明が書かれていません。つなぎ元が読んで分かるように書いてください。")) }
    guard let talk else {
      return problems + [.init("talked_on", "つなぎ元との協議の記録がないため、差し戻せません。先につなぎ元の担当者と話し、話した日を入れてください。")]
    }
    if talk.with.isBlank { problems.append(SenderTalk.withMissing) }
    if talk.how.isBlank { problems.append(SenderTalk.howMissing) }
    return problems
  }
}

/// 「つなぎ元との協議」 When, with whom, how. Source: seed 003 ch. 6 5)(3)① (紹介元の支援関係機関等と協議した上で…戻す).
public struct SenderTalk: Hashable, Sendable, Codable {
  public var on: CivilDate
  public var at: ClockTime?
  /// Name of the member of staff at the sending agency.
  public var with: String
  /// 「電話」「面談」「会議」…
  public var how: String
  public var summary: String

  public init(on: CivilDate, at: ClockTime? = nil, with: String, how: String, summary: String = "") {
    self.on = on
    self.at = at
    self.with = with
    self.how = how
    self.summary = summary
  }

  public static let withMissing = FieldProblem("talked_with", "つなぎ元のだれと話したかが書かれていません。話した相手を書いてください。")
  public static let howMissing = FieldProblem("talked_how", "どのように話したかが選ばれていません。方法を選んでください。")
}

/// 「差戻しの理由」 Reason codes, apart for the person's side and the agency's side (the practice of peer systems: each has its own consequence).
public enum HandBackReason: String, CaseIterable, Sendable, Hashable, Codable {
  case personDeclined = "P1"
  case personUnreachable = "P2"
  case personMoved = "P3"
  case personChanged = "P4"
  case ordinaryCooperationSuffices = "A1"
  case notOurField = "A2"
  case notEligible = "A3"
  case noCapacity = "A4"
  case otherAgencyFits = "A5"
  case informationMissing = "A6"
  case senderShouldLead = "A7"
  case other = "A9"

  public enum Side: String, CaseIterable, Sendable {
    case person, agency

    public var label: String {
      switch self {
      case .person: "本人側の事情"
      case .agency: "機関側の事情"
      }
    }
  }

  public var side: Side {
    switch self {
    case .personDeclined, .personUnreachable, .personMoved, .personChanged: .person
    default: .agency
    }
  }

  public var label: String {
    switch self {
    case .personDeclined: "本人が希望しない"
    case .personUnreachable: "本人と連絡がつかない"
    case .personMoved: "転出・入所・入院など"
    case .personChanged: "本人の状況が変わった"
    case .ordinaryCooperationSuffices: "通常の連携で対応できる"
    case .notOurField: "担当する分野・地域ではない"
    case .notEligible: "制度・サービスの対象にならない"
    case .noCapacity: "受け入れの余裕がない"
    case .otherAgencyFits: "ほかの機関が適している"
    case .informationMissing: "判断に必要な情報が足りない"
    case .senderShouldLead: "つなぎ元が主担当として続けるのが適切"
    case .other: "その他"
    }
  }
}
