/// 「本人同意」 as far as the reception knows it: applied for, not obtained (with why), or not decided yet.
///
/// Source: seed 003 ch. 6 5)(3)① (申込票 別紙1-1, 本人同意); reference §3.6, §5.1 nos. 16–18, §5.2.
public enum ConsentChoice: Hashable, Sendable, Codable {
  case undecided
  case applied(ConsentApplication)
  case notObtained(NoConsent)

  public var label: String {
    switch self {
    case .undecided: "未定（これから説明する）"
    case .applied: "本人同意あり"
    case .notObtained: "本人同意なし"
    }
  }
}

/// 「申込み・同意」 The person applied and agreed to sharing with the agencies needed.
public struct ConsentApplication: Hashable, Sendable, Codable {
  /// Which wording was read out and agreed to.
  public var consentTextVersion: String
  public var on: CivilDate?
  public var how: ConsentForm?
  /// Who explained the handling of personal information; staff number or a name from another agency.
  public var explainedBy: String
  /// 「共有を望まない機関・事項」
  public var exclusions: String

  public init(consentTextVersion: String, on: CivilDate?, how: ConsentForm?, explainedBy: String, exclusions: String = "") {
    self.consentTextVersion = consentTextVersion
    self.on = on
    self.how = how
    self.explainedBy = explainedBy
    self.exclusions = exclusions
  }

  func problems(on today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if consentTextVersion.isBlank { problems.append(.init("consent_text_version", "どの同意文で説明したかが分かりません。同意文の版を選んでください。")) }
    if let on {
      if on > today { problems.append(.init("consent_on", "同意日が今日より先の日付です。今日までの日付に直してください。")) }
    } else {
      problems.append(.init("consent_on", "同意日が入っていません。本人が同意した日を入れてください。"))
    }
    switch how {
    case .none: problems.append(.init("consent_signature", "同意の方法が入っていません。署名・代筆・口頭から選んでください。"))
    case .proxy(let writer, let reason) where writer.isBlank || reason.isBlank:
      problems.append(.init("consent_signature", "代筆のときは、代筆者の氏名と代筆の理由の両方を入れてください。"))
    case .signature, .proxy, .oral: break
    }
    if explainedBy.isBlank { problems.append(.init("consent_explained_by", "個人情報の取扱いを説明した人が入っていません。説明した職員の名前を入れてください。")) }
    return problems
  }
}

/// 「同意の方法」 A seal is not asked for.
public enum ConsentForm: Hashable, Sendable, Codable {
  /// 「署名」
  case signature
  /// 「代筆」 by whom and why; both are needed.
  case proxy(writer: String, reason: String)
  /// 「口頭」 noted by staff.
  case oral

  public var label: String {
    switch self {
    case .signature: "署名"
    case .proxy(let writer, _): "代筆（\(writer)）"
    case .oral: "口頭"
    }
  }
}

/// 「同意が得られない事情」 Form 1-1 without consent (reference §5.2).
public struct NoConsent: Hashable, Sendable, Codable {
  /// Code of C-11.
  public var reason: String
  public var reasonNote: String
  /// 「情報源」
  public var source: String
  /// 「同意に向けた見込み・方針」
  public var outlook: String
  /// 「支援会議での検討を求める」: yes unless someone says no.
  public var requestSupportMeeting: Bool
  /// 「本人に知られた場合のリスク」
  public var risk: String

  public init(
    reason: String, reasonNote: String = "", source: String, outlook: String = "", requestSupportMeeting: Bool = true, risk: String = ""
  ) {
    self.reason = reason
    self.reasonNote = reasonNote
    self.source = source
    self.outlook = outlook
    self.requestSupportMeeting = requestSupportMeeting
    self.risk = risk
  }

  func problems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if reason.isBlank { problems.append(.init("no_consent_reason", "同意が得られない理由が入っていません。一覧から選んでください。")) }
    if reason == Self.otherReason, reasonNote.isBlank {
      problems.append(.init("no_consent_reason", "理由で「その他」を選んだときは、事情を短く書いてください。"))
    }
    if source.isBlank { problems.append(.init("info_source", "情報源が入っていません。誰から聞いたことかを書いてください。")) }
    return problems
  }

  static let otherReason = "99"
}
