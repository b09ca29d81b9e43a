/// 「つなぎの依頼」 What the sender asks, of whom, why, and what the person was told and said.
///
/// Source; reference §5.1 nos. 19–20, §5.7; seed 003 ch. 6 1)(2)②ア; seed 000 (つなぎ合い, 事前連絡).
public struct ReferralRequest: Hashable, Sendable, Codable {
  public var to: ReferralTarget?
  /// 「依頼すること」
  public var asked: String
  /// 「つなぐ理由」
  public var reason: String
  /// 「紹介元の担当者」
  public var referrer: StaffID?
  public var priorContact: PriorContact?
  /// 「同行の有無」; nil while undecided.
  public var accompany: Bool?
  /// 「本人への説明」
  public var explanation: Explanation?
  /// Code of C-11, when the person has not agreed.
  public var noConsentReason: String
  public var answerDue: CivilDate?

  public init(
    to: ReferralTarget?, asked: String = "", reason: String = "", referrer: StaffID? = nil, priorContact: PriorContact? = nil,
    accompany: Bool? = nil, explanation: Explanation? = nil, noConsentReason: String = "", answerDue: CivilDate? = nil
  ) {
    self.to = to
    self.asked = asked
    self.reason = reason
    self.referrer = referrer
    self.priorContact = priorContact
    self.accompany = accompany
    self.explanation = explanation
    self.noConsentReason = noConsentReason
    self.answerDue = answerDue
  }

  /// What forbids sending it; empty when it may be sent.
  public func problems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if to == nil { problems.append(.init("to", "つなぎ先が選ばれていません。機関か多機関協働事業を選んでください。")) }
    if asked.isBlank { problems.append(.init("asked", "依頼することが書かれていません。つなぎ先にしてほしいことを書いてください。")) }
    if reason.isBlank { problems.append(.init("referral_reason", "つなぐ理由が書かれていません。なぜつなぐのかを書いてください。")) }
    if referrer == nil { problems.append(.init("referrer_person", "紹介元の担当者が入っていません。問い合わせに答える職員を選んでください。")) }
    if !hasAgreement, noConsentReason.isBlank {
      problems.append(.init("explained_on", "本人への説明と納得の記録がありません。説明した日と職員を入れて「本人が納得」を選ぶか、同意が得られない理由を選んでください。"))
    }
    return problems
  }

  /// Told, by whom and when, and the person agreed.
  public var hasAgreement: Bool {
    explanation.map { $0.agreed && !$0.by.isBlank } ?? false
  }

  /// What is worth doing before sending; never blocks.
  public func warnings() -> [FieldProblem] {
    var warnings: [FieldProblem] = []
    if priorContact == nil {
      warnings.append(.init("prior_contact", "つなぎ先への事前連絡が記録されていません。「つなぎ合い」のため、先に電話などで伝え、日時と相手を書いておくと安心です。"))
    }
    if explanation?.anxious == true, accompany != true {
      warnings.append(.init("accompany", "本人に不安があります。同行するか、つなぎ先を交えて話す場を設けることを考えてください。"))
    }
    return warnings
  }
}

/// 「つなぎ先」
public enum ReferralTarget: Hashable, Sendable, Codable {
  case agency(AgencyID)
  /// 「多機関協働事業」 whichever agency carries it.
  case multiAgencyCooperation
}

/// 「事前連絡」
public struct PriorContact: Hashable, Sendable, Codable {
  public var on: CivilDate
  public var at: ClockTime?
  public var with: String

  public init(on: CivilDate, at: ClockTime? = nil, with: String) {
    self.on = on
    self.at = at
    self.with = with
  }
}

/// 「本人への説明と納得」
public struct Explanation: Hashable, Sendable, Codable {
  public var on: CivilDate
  /// Who explained.
  public var by: String
  /// 「納得」 The person agreed to be connected.
  public var agreed: Bool
  /// 「不安が強い」 Then a joint talk or accompanying is offered (seed 003 ch. 6 1)(2)②ア).
  public var anxious: Bool

  public init(on: CivilDate, by: String, agreed: Bool, anxious: Bool = false) {
    self.on = on
    self.by = by
    self.agreed = agreed
    self.anxious = anxious
  }
}

/// 「つなぎの取り決め」 What an office has settled between its agencies.
public struct ReferralTerms: Hashable, Sendable, Codable {
  /// Days in which an answer is expected, counted from the day after the request. 1 or more; default 7.
  public let answerDays: Int

  public init(answerDays: Int = 7) { self.answerDays = max(1, answerDays) }

  /// The last day for the answer to a request of that day.
  public func answerDue(requestedOn date: CivilDate) -> CivilDate { date.adding(days: answerDays) }
}
