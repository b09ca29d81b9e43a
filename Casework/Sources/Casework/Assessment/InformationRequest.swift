/// 「情報提供の依頼の状態」 Raw values are stored and never renamed.
public enum InformationRequestState: String, CaseIterable, Sendable, Hashable, Codable {
  case asked, answered, declined, withdrawn

  public var label: String {
    switch self {
    case .asked: "回答待ち"
    case .answered: "回答あり"
    case .declined: "回答できない"
    case .withdrawn: "取下げ"
    }
  }
}

/// 「情報提供の依頼の行為」
public enum InformationRequestAct: String, CaseIterable, Sendable, Hashable {
  case answer, decline, withdraw

  public var label: String {
    switch self {
    case .answer: "回答する"
    case .decline: "回答できないと返す"
    case .withdraw: "取り下げる"
    }
  }
}

/// 「情報提供の依頼」 The rules: what is asked of an agency that knows the household, by when, and how it is answered.
///
/// Source: seed 003 ch. 6 5)(3)② (information first from the referrer and the agencies that know the household); reference §3.2, §3.6.
public enum InformationRequest {
  /// The state after an act. Throws the sentence to show.
  public static func next(_ state: InformationRequestState, _ act: InformationRequestAct) throws(FieldProblem) -> InformationRequestState {
    switch (state, act) {
    case (.asked, .answer), (.declined, .answer): return .answered
    case (.asked, .decline): return .declined
    case (.asked, .withdraw): return .withdrawn
    default:
      throw FieldProblem("act", "この依頼は「\(state.label)」のため、「\(act.label)」ことはできません。画面を読み込み直して、いまの状態を確かめてください。")
    }
  }

  /// What keeps a request from being sent; empty when it may be. `questions` are ids of fields of form 1-2.
  public static func problems(agencies: Int, asked: String, questions: [String], due: CivilDate?, today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if agencies == 0 { problems.append(.init("to", "依頼する機関が選ばれていません。一つ以上選んでください。")) }
    if asked.isBlank, questions.isEmpty {
      problems.append(.init("asked", "聞きたいことがありません。項目を選ぶか、聞きたいことを書いてください。"))
    }
    if let due {
      if due < today { problems.append(.init("due_on", "回答期限が今日より前の日付です。今日以降の日付に直してください。")) }
    } else {
      problems.append(.init("due_on", "回答期限が入っていません。いつまでに返事がほしいかを入れてください。"))
    }
    return problems
  }

  /// 「同意が及ばない」 Why an agency may not be asked, with the way out.
  public static func notCovered(_ agency: String, consent: ConsentState) -> FieldProblem {
    let why =
      consent == .given ? "本人の同意は\(agency)に及んでいません。" : "本人の同意がいま有効ではありません（\(consent.label)）。\(agency)に情報提供を依頼できません。"
    return FieldProblem("to", why + "本人に説明して同意を記録するか、支援会議に諮って情報を共有してください。")
  }

  /// 「期限切れ」 Asked, not answered, and the last day has passed.
  public static func isOverdue(_ state: InformationRequestState, due: CivilDate, today: CivilDate) -> Bool {
    state == .asked && due < today
  }
}
