/// 「開示する一節の性質」 Where a passage comes from, because facts and opinion stand apart. Raw values are stored and never renamed.
///
/// Source: reference §5.6 (opinion stored apart from facts: disclosure), §8.1.
public enum PassageNature: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「事実」 What the person said, and what was seen or done.
  case fact
  /// 「ほかの人から聞いたこと」
  case heard
  /// 「ほかの機関から得たこと」
  case otherAgency
  /// 「見立て・意見」
  case opinion
  /// 「名前だけのもの」 An attachment: only its name is listed here.
  case named
  /// 「法令により開示しないもの」 Its text is not even collected.
  case closedByLaw

  public var label: String {
    switch self {
    case .fact: "事実"
    case .heard: "ほかの人から聞いたこと"
    case .otherAgency: "ほかの機関から得たこと"
    case .opinion: "見立て・意見"
    case .named: "添付ファイル"
    case .closedByLaw: "法令により開示しないもの"
    }
  }

  /// What a note's facts are: told or done with the person, told by an agency, or heard from somebody else.
  ///
  /// - Parameter counterparts: the words of 相手, as the note keeps them.
  public static func ofFacts(counterparts: String) -> PassageNature {
    if counterparts.isBlank { return .fact }
    let people = counterparts.split(separator: "、")
    if people.contains("本人") { return .fact }
    return people.contains { $0.hasPrefix("関係機関") } ? .otherAgency : .heard
  }
}

/// 「一節の扱い」 What an official decided about one passage. Raw values are stored and never renamed.
public enum PassageDecision: String, CaseIterable, Sendable, Hashable, Codable {
  case open, masked, withheld

  public var label: String {
    switch self {
    case .open: "そのまま開示する"
    case .masked: "一部を伏せて開示する"
    case .withheld: "開示しない"
    }
  }
}

/// 「一節の検討」 The decision about one passage with its reason, checked.
///
/// Source: 個人情報保護法78条1項（不開示情報）、79条（部分開示）.
public struct PassageReview: Hashable, Sendable {
  public var decision: PassageDecision?
  /// The words to mask, as they were typed.
  public var terms: [String] = []
  /// Code of the article.
  public var reason = ""
  public var words = ""

  public init() {}

  /// What is wrong with it for this passage.
  ///
  /// - Parameter others: words of the text that belong to other people.
  public func problems(text: String, nature: PassageNature, others: [String]) -> [FieldProblem] {
    guard let decision else { return [FieldProblem("decision", "この一節をどう扱うかを選んでください。")] }
    if nature == .closedByLaw, decision != .withheld {
      return [FieldProblem("decision", "法令により開示できない記録です。「開示しない」のままにしてください。")]
    }
    switch decision {
    case .open:
      if !others.isEmpty, words.isBlank {
        return [FieldProblem("words", "ほかの人の名前や連絡先が含まれています。一部を伏せるか、そのまま開示してよい理由を入力してください。")]
      }
      return []
    case .masked:
      var problems: [FieldProblem] = []
      let missing = terms.filter { Redaction(words: [$0]).found(in: text).isEmpty }
      if terms.isEmpty { problems.append(FieldProblem("terms", "伏せることばを1行に1つずつ入力してください。")) }
      if let first = missing.first { problems.append(FieldProblem("terms", "「\(first)」は、この一節にありません。元の文のとおりに入力してください。")) }
      let result = Redaction(words: terms).applied(to: text)
      if missing.isEmpty, !terms.isEmpty, words.isBlank, let left = others.first(where: { result.contains($0) }) {
        problems.append(FieldProblem("terms", "「\(left)」が残っています。伏せることばに加えるか、残してよい理由を補足に入力してください。"))
      }
      if reason.isEmpty { problems.append(FieldProblem("reason", "伏せる理由（条文）を選んでください。")) }
      return problems
    case .withheld:
      return reason.isEmpty ? [FieldProblem("reason", "開示しない理由（条文）を選んでください。")] : []
    }
  }

  /// What goes out: nothing for what is withheld or not yet decided.
  public static func result(_ text: String, _ decision: PassageDecision?, terms: [String]) -> String? {
    switch decision {
    case .open: text
    case .masked: Redaction(words: terms).applied(to: text)
    case .withheld, nil: nil
    }
  }
}

/// 「二人目の確認」 Nothing goes out that one person alone has looked at (四眼).
public enum SecondLook {
  /// Why the second look may not be asked for yet.
  public static func problems(undecided: Int, passages: Int) -> [FieldProblem] {
    if passages == 0 { return [] }
    return undecided == 0 ? [] : [FieldProblem("look", "まだ決めていない一節が\(undecided)件あります。すべての扱いを決めてから、確認を依頼してください。")]
  }

  /// Whoever recorded the request or decided about a passage has prepared it, and may not look a second time.
  public static func mayLook(_ staff: StaffID, preparedBy: Set<StaffID>) -> Bool { !preparedBy.contains(staff) }

  public static let ownWork = "この開示の作成に加わった職員は、二人目の確認ができません。別の職員に確認を依頼してください。"
}
