/// 「本人開示の請求」 Who asks for whose information, and how that was checked.
///
/// Source: 個人情報保護法76条・77条; users.md §4 no. 10; reference §8.1.
public struct DisclosureRequest: Hashable, Sendable {
  /// 「請求する人」 Raw values are stored and never renamed.
  public enum Requester: String, CaseIterable, Sendable, Hashable, Codable {
    case person, legalRepresentative, authorised

    public var label: String {
      switch self {
      case .person: "本人"
      case .legalRepresentative: "法定代理人"
      case .authorised: "任意代理人（本人の委任）"
      }
    }
  }

  public var requester: Requester?
  public var name = ""
  /// What a representative showed: 戸籍, 登記事項証明書, 委任状.
  public var basis = ""
  /// Code of how identity was checked.
  public var identity = ""
  public var identityWords = ""
  /// The first and last day of what is asked for; nil for all of it.
  public var from: CivilDate?
  public var until: CivilDate?
  public var kinds: Set<DisclosureKind> = []
  public var receivedOn: CivilDate?

  public init() {}

  /// What is missing or wrong, in the order of the form.
  public func problems(today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    func say(_ field: String, _ sentence: String) { problems.append(FieldProblem(field, sentence)) }
    if let receivedOn {
      if receivedOn > today { say("received_on", "受け付けた日が今日より後になっています。請求書を受け付けた日を入れてください。") }
    } else {
      say("received_on", "受け付けた日が入っていません。請求書を受け付けた日を入れてください。期限はこの日から数えます。")
    }
    if requester == nil { say("requester", "だれからの請求かを選んでください。") }
    if name.isBlank { say("requester_name", "請求した人の氏名が入っていません。請求書に書かれた氏名を入れてください。") }
    if let requester, requester != .person, basis.isBlank {
      say("requester_basis", "代理人であることを確かめた書類を入力してください。例）委任状、戸籍謄本、登記事項証明書")
    }
    if identity.isEmpty { say("identity", "本人確認の方法を選んでください。確認できるまでは受け付けられません。") }
    if kinds.isEmpty { say("kinds", "請求された記録の種類を1つ以上選んでください。") }
    if let from, let until, until < from { say("until", "期間の終わりが始まりより前になっています。請求書の期間を確かめてください。") }
    return problems
  }
}

/// 「請求できる記録の種類」 Raw values are stored and never renamed.
public enum DisclosureKind: String, CaseIterable, Sendable, Hashable, Codable {
  case person, consultation, note, referral, consent, assessment, plan, review, decision, meeting, attachment

  public var label: String {
    switch self {
    case .person: "本人の基本情報"
    case .consultation: "相談受付"
    case .note: "支援経過"
    case .referral: "つなぎ"
    case .consent: "本人同意"
    case .assessment: "アセスメント"
    case .plan: "プラン"
    case .review: "実施の状況・評価"
    case .decision: "支援決定"
    case .meeting: "会議"
    case .attachment: "添付ファイル（名前）"
    }
  }
}

/// 「開示決定等の期限」
///
/// Source: 個人情報保護法83条1項（30日以内）、2項（正当な理由があるときは30日以内に限り延長）. The day of receipt is not counted (民法140条).
public enum DisclosureDeadline {
  public static let days = 30
  /// Days after finishing during which the text can still be opened, to hand it over; afterwards only the register stays in reach. [I]
  public static let daysOfText = 30

  public static func due(receivedOn: CivilDate, isExtended: Bool = false) -> CivilDate {
    receivedOn.adding(days: isExtended ? days * 2 : days)
  }

  public static func isOverdue(_ stage: DisclosureStage, due: CivilDate, today: CivilDate) -> Bool { stage.isOpen && due < today }

  /// Why the time may not be extended, or nothing.
  public static func extensionProblems(
    _ stage: DisclosureStage, due: CivilDate, isExtended: Bool, reason: String, today: CivilDate
  ) -> [FieldProblem] {
    if !stage.isOpen { return [FieldProblem("reason", "すでに終わった請求のため、期限を延ばせません。")] }
    if isExtended { return [FieldProblem("reason", "期限の延長は一度だけです。すでに延長しています。")] }
    if due < today { return [FieldProblem("reason", "期限を過ぎてからは延長できません。急いで決定し、請求した人に事情を説明してください。")] }
    if reason.isBlank { return [FieldProblem("reason", "延長の理由を入力してください。請求した人に書面で知らせる内容です。")] }
    return []
  }
}

/// 「本人開示の進み方」 Raw values are stored and never renamed.
public enum DisclosureStage: String, CaseIterable, Sendable, Hashable, Codable {
  case drafting, looking, finished, withdrawn

  public var label: String {
    switch self {
    case .drafting: "作成中"
    case .looking: "二人目の確認待ち"
    case .finished: "完了"
    case .withdrawn: "取下げ"
    }
  }

  public var isOpen: Bool { self == .drafting || self == .looking }
}
