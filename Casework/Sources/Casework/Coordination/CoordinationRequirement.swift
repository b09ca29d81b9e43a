/// 「次に進むために要るもの」 What a transition asks for (Annex A `require`).
public enum CoordinationRequirement: String, CaseIterable, Sendable, Hashable {
  case reason, talkWithReferrer, noConsentReason, exit
  /// A consent of the person that holds today.
  case consent
  /// Form 1-1, signed.
  case application
  /// Form 1-2, complete.
  case assessment
  /// Form 2-1 of the present round, complete.
  case plan
  /// An approving result of a 重層的支援会議 for this round.
  case planMeeting
  /// Pattern A or B: the plan uses アウトリーチ等 or 参加支援.
  case programmeUse
  /// Pattern C.
  case noProgrammeUse
  /// 支援決定.
  case decision
  /// 不決定, with its reason.
  case refusedDecision
  /// Form 2-2 with the result 再プラン.
  case replanReview
  /// Form 2-2 with the result 終結.
  case closingReview
  case closeMeeting, interruptMeeting
  case leadAgency, leadPerson, followUpDecision, followUpNeeded

  /// Where it is done.
  public enum Place: String, CaseIterable, Sendable, Hashable {
    /// Typed with the act itself.
    case form
    case consent, assessment, plan, meeting, decision, review
  }

  public var place: Place {
    switch self {
    case .reason, .talkWithReferrer, .noConsentReason, .exit: .form
    case .consent, .application: .consent
    case .assessment: .assessment
    case .plan, .programmeUse, .noProgrammeUse: .plan
    case .planMeeting, .closeMeeting, .interruptMeeting: .meeting
    case .decision, .refusedDecision: .decision
    case .replanReview, .closingReview, .leadAgency, .leadPerson, .followUpDecision, .followUpNeeded: .review
    }
  }

  /// What is missing, in a few words.
  public var label: String {
    switch self {
    case .reason: "理由"
    case .talkWithReferrer: "つなぎ元との協議の記録"
    case .noConsentReason: "同意が得られない理由"
    case .exit: "終了の区分"
    case .consent: "有効な本人同意"
    case .application: "利用申込（様式1-1）"
    case .assessment: "アセスメント（様式1-2）の完了"
    case .plan: "プラン（様式2-1）の記入"
    case .planMeeting: "重層的支援会議での了承"
    case .programmeUse: "アウトリーチ等・参加支援の利用"
    case .noProgrammeUse: "アウトリーチ等・参加支援を含まないこと"
    case .decision: "市の支援決定"
    case .refusedDecision: "不決定の理由"
    case .replanReview: "評価（様式2-2）で「再プラン」"
    case .closingReview: "評価（様式2-2）で「終結」"
    case .closeMeeting: "終結を諮った重層的支援会議での「終結可」"
    case .interruptMeeting: "中断を諮った重層的支援会議での「中断」"
    case .leadAgency: "終結後の主担当機関"
    case .leadPerson: "終結後の主担当者"
    case .followUpDecision: "フォローアップの要否"
    case .followUpNeeded: "フォローアップ「要」"
    }
  }

  /// What to do to have it.
  public var wayOut: String {
    switch self {
    case .reason: "理由を書いてください。"
    case .talkWithReferrer: "つなぎ元の担当者と話し、いつ・誰と・どのように話したかを記録してください。"
    case .noConsentReason: "同意が得られない理由を一覧から選んでください。"
    case .exit: "終了の区分を選んでください。"
    case .consent: "本人の同意を記録してください。同意が得られないときは「同意なしで支援会議に諮る」を選びます。"
    case .application: "本人に様式1-1を書いてもらい、利用申込として記録してください。"
    case .assessment: "アセスメントシートの足りない項目を記入し、完了にしてください。"
    case .plan: "目標・支援内容と担い手・役割分担・期間・モニタリングの時期を記入してください。"
    case .planMeeting: "重層的支援会議の議題にし、結果を記録してください。"
    case .programmeUse: "アウトリーチ等・参加支援を使わないプランは、会議の了承のあと市に報告します。"
    case .noProgrammeUse: "アウトリーチ等・参加支援を使うプランは、市の支援決定を受けてください。"
    case .decision: "市の事業担当課が支援決定を記録してください。"
    case .refusedDecision: "不決定の理由を記録してください。"
    case .replanReview: "今のプランを評価し、結果を「再プランして継続」にしてください。"
    case .closingReview: "今のプランを評価し、結果を「終結」にしてください。"
    case .closeMeeting: "終結を重層的支援会議の議題にし、結果を記録してください。"
    case .interruptMeeting: "中断を重層的支援会議の議題にし、結果を記録してください。"
    case .leadAgency: "評価シートで、終結後に主担当となる機関を選んでください。"
    case .leadPerson: "評価シートで、終結後の担当者を書いてください。"
    case .followUpDecision: "評価シートで、フォローアップの要否を選んでください。"
    case .followUpNeeded: "フォローアップは「否」と決まっています。必要になったら再開してください。"
    }
  }
}
