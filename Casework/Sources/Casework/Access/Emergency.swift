/// 「緊急閲覧の理由」 Why somebody had to see a case without a ground. Raw values are stored.
public enum EmergencyReason: String, CaseIterable, Sendable, Hashable, Codable {
  case life, violence, missing, disaster, closed, other

  public var label: String {
    switch self {
    case .life: "生命・身体に危険がある"
    case .violence: "虐待・暴力のおそれがある"
    case .missing: "行方がわからない・安否を確かめたい"
    case .disaster: "災害のため"
    case .closed: "担当の機関に連絡がつかず、待てない"
    case .other: "その他"
    }
  }
}

/// 「緊急閲覧の申出」 What is asked for: which case, why, for how long.
///
/// Source: issue "Who may see what": a reason, limited hours, told to the person responsible and the auditor, reviewed afterwards; 個人情報保護法
/// 69条2項 [K].
public struct EmergencyRequest: Hashable, Sendable {
  /// The number of the case; empty where the person is named instead.
  public var number = ""
  public var name = ""
  public var birth: CivilDate?
  public var reason: EmergencyReason?
  public var words = ""
  public var hours: Int?

  /// The longest that may be asked for.
  public static let mostHours = 24

  public init() {}

  /// What is missing; empty when it may be looked for.
  public var problems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if number.isBlank, name.isBlank || birth == nil {
      problems.append(.init("number", "どの事例かがわかりません。事例番号か、氏名と生年月日の両方を入れてください。"))
    }
    if reason == nil { problems.append(.init("reason", "緊急閲覧の理由が選ばれていません。一つ選んでください。")) }
    if words.isBlank { problems.append(.init("words", "何が起きているかが書かれていません。あとで確認する人にわかるように書いてください。")) }
    if let hours, (1...EmergencyRequest.mostHours).contains(hours) { return problems }
    return problems + [.init("hours", "時間は1から\(EmergencyRequest.mostHours)までの数で入れてください。")]
  }
}

/// 「事後の確認」 What the auditor found about an emergency afterwards. Raw values are stored.
public enum EmergencyFinding: String, CaseIterable, Sendable, Hashable, Codable {
  case justified, questionable, unjustified

  public var label: String {
    switch self {
    case .justified: "必要な閲覧だった"
    case .questionable: "確かめたいことがある"
    case .unjustified: "必要のない閲覧だった"
    }
  }

  /// What keeps a finding from being recorded: only 「必要な閲覧だった」 needs no words.
  public static func problems(_ finding: EmergencyFinding?, words: String) -> [FieldProblem] {
    guard let finding else { return [.init("finding", "確認の結果が選ばれていません。一つ選んでください。")] }
    if finding != .justified, words.isBlank {
      return [.init("words", "そう考えた理由が書かれていません。確かめたことや、次にすることを書いてください。")]
    }
    return []
  }
}

extension Act {
  /// 「緊急閲覧でできること」 To see, to print and to write down what was done. What binds others – consent, つなぎ, the facts about people, tasks, files –
  /// needs a ground that lasts.
  ///
  /// Source: 個人情報保護法69条2項 [K]; issue "Who may see what": an emergency opens sight, for hours.
  public var isPossibleInEmergency: Bool {
    switch self {
    case .seeCase, .seeConsultation, .seeAttachment, .seeReferral, .seeCoordination, .seeConsents, .seeAssessment, .seeInformationRequests,
      .seePlan, .seeDecisions, .seeProgress, .seeReview, .seeHandBacks, .seeSight, .seeProtections, .seeDrawing, .printPaper,
      .writeNote, .correctNote, .saveDraft, .seeDrafts, .discardDraft, .openEmergency:
      true
    default: false
    }
  }

  /// Said where an emergency does not reach.
  public static let notInEmergency =
    "緊急閲覧でできるのは、見ること、印刷すること、支援経過を書くことだけです。ほかのことは、担当の機関に連絡して頼むか、つなぎを受けてから行ってください。"
}
