/// 「引継ぎ書」 One page about one case, from who knows it to who takes it over, so that the person need not tell everything again.
///
/// Source: users.md §4 no. 9 (where we are, what works with this person, what not to do, promises made, next date).
public struct HandoverText: Hashable, Sendable, Codable {
  /// One of its six questions.
  public enum Part: String, CaseIterable, Sendable, Hashable, Codable {
    case situation, works, avoid, promises, next, firstCall

    public var label: String {
      switch self {
      case .situation: "いまどこにいるか"
      case .works: "うまくいく関わり方"
      case .avoid: "してはいけないこと"
      case .promises: "約束したこと"
      case .next: "次の予定"
      case .firstCall: "最初に連絡する人"
      }
    }
  }

  /// Six times as much fits one sheet of A4.
  public static let longest = 400

  public var words: [Part: String]
  /// The next date, where there is one.
  public var nextOn: CivilDate?

  public init(_ words: [Part: String] = [:], nextOn: CivilDate? = nil) {
    self.words = words
    self.nextOn = nextOn
  }

  public subscript(part: Part) -> String {
    get { words[part] ?? "" }
    set { words[part] = newValue }
  }

  /// What is too long for one page. Writing may stop anywhere.
  public var problems: [FieldProblem] {
    Part.allCases.filter { self[$0].count > HandoverText.longest }.map { part in
      FieldProblem(
        part.rawValue, "「\(part.label)」が\(self[part].count)文字あります。1枚に収めるため、\(HandoverText.longest)文字以内に短くしてください。")
    }
  }

  /// 「確認できるか」 What is missing before the writer may confirm it: every question is answered, if only with 「なし」.
  public var missing: [FieldProblem] {
    Part.allCases.filter { self[$0].isBlank }.map { part in
      FieldProblem(part.rawValue, "「\(part.label)」が書かれていません。特にないときも「なし」と書いてください。")
    }
  }
}

/// 「引継ぎの状態」 Derived from the two confirmations.
public enum HandoverState: String, CaseIterable, Sendable, Hashable {
  /// Being written; only its writer changes it.
  case writing
  /// The writer has confirmed it; it waits for who takes over.
  case confirmed
  /// Taken over; never changed again.
  case taken

  public init(isConfirmed: Bool, isTaken: Bool) { self = isTaken ? .taken : isConfirmed ? .confirmed : .writing }

  public var label: String {
    switch self {
    case .writing: "作成中"
    case .confirmed: "受取り待ち"
    case .taken: "受取り済み"
    }
  }

  /// Only who writes it changes it, and only until it is confirmed.
  public func mayWrite(_ staff: StaffID, writer: StaffID) -> Bool { self == .writing && staff == writer }

  /// Who was named takes it over, or who is in charge by then. Nobody takes over from oneself.
  public func mayTake(_ staff: StaffID, writer: StaffID, named: StaffID, inCharge: StaffID?) -> Bool {
    self == .confirmed && staff != writer && (staff == named || staff == inCharge)
  }
}
