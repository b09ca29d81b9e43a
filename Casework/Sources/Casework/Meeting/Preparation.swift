/// 「会議の準備の四つの問い」 What every agency is asked about a case before the meeting, in the order of the page. Raw values are field names.
///
/// Source: users' wishes §4, 3 (事前シートの四つの問い); issue "Papers, drawings, and the meeting pack".
public enum PreparationQuestion: String, CaseIterable, Sendable, Hashable, Codable {
  case household, doing, wanted, asks

  public var label: String {
    switch self {
    case .household: "この世帯をどう見ていますか"
    case .doing: "いま、していること・できること"
    case .wanted: "会議に来てほしい人・機関"
    case .asks: "ほかの機関にお願いしたいこと"
    }
  }

  /// As the column of a table names it.
  public var short: String {
    switch self {
    case .household: "世帯の見立て"
    case .doing: "していること・できること"
    case .wanted: "来てほしい人・機関"
    case .asks: "ほかの機関へのお願い"
    }
  }
}

/// 「準備の回答の届き方」 Typed by the agency itself, or written down for it by who convenes. Raw values are stored.
public enum PreparationWay: String, CaseIterable, Sendable, Hashable, Codable {
  case screen, phone, fax

  public var label: String {
    switch self {
    case .screen: "画面から"
    case .phone: "電話で聞き取り"
    case .fax: "FAX・紙で受け取り"
    }
  }

  /// Somebody else wrote it down.
  public var isOnBehalf: Bool { self != .screen }
}

/// 「会議の準備の回答」 What one agency says about one case before the meeting; short, or that it has nothing to do with it.
public struct PreparationAnswer: Hashable, Sendable {
  /// False: 「うちは関わっていません」.
  public let isInvolved: Bool
  public let words: [PreparationQuestion: String]

  /// Characters that one answer may have: a paper of one page a case must hold them side by side.
  public static let longest = 600

  public init(isInvolved: Bool, words: [PreparationQuestion: String]) {
    self.isInvolved = isInvolved
    self.words = words.filter { !$0.value.isBlank }
  }

  public subscript(_ question: PreparationQuestion) -> String { words[question] ?? "" }

  /// What keeps it from being taken in; empty when it may be.
  public var problems: [FieldProblem] {
    let long = PreparationQuestion.allCases.filter { self[$0].count > Self.longest }.map { question in
      FieldProblem(
        question.rawValue, "「\(question.short)」が\(self[question].count)字あります。\(Self.longest)字までに縮めるか、詳しいことは会議資料として出してください。")
    }
    guard long.isEmpty, isInvolved, words.isEmpty else { return long }
    return [
      FieldProblem(
        PreparationQuestion.household.rawValue, "回答が書かれていません。四つの問いのどれかに書くか、「関わっていません」に印を付けてください。")
    ]
  }
}

/// 「準備の問いかけの状況」 Derived from the day and from what came back.
public enum PreparationState: Hashable, Sendable, CaseIterable {
  case waiting, overdue, answered, notInvolved

  /// - Parameter isInvolved: nothing until the agency has answered.
  public static func of(isInvolved: Bool?, due: CivilDate, today: CivilDate) -> PreparationState {
    switch isInvolved {
    case true?: .answered
    case false?: .notInvolved
    case nil: due < today ? .overdue : .waiting
    }
  }

  public var isOpen: Bool { self == .waiting || self == .overdue }

  public var label: String {
    switch self {
    case .waiting: "回答待ち"
    case .overdue: "期限が過ぎています"
    case .answered: "回答あり"
    case .notInvolved: "関わりなし"
    }
  }
}

/// 「準備を尋ねる規則」 Whom something about an item of a meeting may be asked.
///
/// What is asked at a 支援会議 stays among its members; elsewhere who is asked must be in the case or called for the item, as far as
/// the person agreed.
public enum PreparationRule {
  /// An agency as it stands to one item.
  public struct Asked: Hashable, Sendable {
    /// Called to the meeting, and the item is tabled for it, as far as the consent goes.
    public let isCalled: Bool
    /// The members have been called, so that it finds the meeting on its screen.
    public let isInvited: Bool
    /// It may open the case on a ground of its own.
    public let hasGround: Bool

    public init(isCalled: Bool, isInvited: Bool, hasGround: Bool) {
      self.isCalled = isCalled
      self.isInvited = isInvited
      self.hasGround = hasGround
    }
  }

  /// Throws ``PreparationRefusal`` when this agency may not be asked.
  public static func ask(
    _ asked: Asked, at kind: MeetingKind, stage: MeetingStage, hasResult: Bool, due: CivilDate, heldOn: CivilDate, today: CivilDate
  ) throws(PreparationRefusal) {
    guard stage.isAhead, !hasResult else { throw .over }
    guard due >= today else { throw .dueGone }
    guard due <= heldOn else { throw .dueLate }
    if kind != .confidential, asked.hasGround { return }
    guard asked.isCalled else { throw kind == .confidential ? .notMember : .noGround }
    guard asked.isInvited else { throw .notInvited }
  }
}

/// 「尋ねられない理由」 Each with the way out.
public enum PreparationRefusal: Error, Hashable, Sendable {
  /// The meeting is over, or something was decided about the item.
  case over
  case dueGone
  case dueLate
  ///
  case notMember
  ///
  case noGround
  case notInvited

  public var message: String {
    switch self {
    case .over: "この議題は、もう会議が終わっているため尋ねられません。続きは次の会議の議題に載せて尋ねてください。"
    case .dueGone: "回答の期限が過ぎた日付です。今日から会議の日までの日付にしてください。"
    case .dueLate: "回答の期限が会議より後です。会議の日までの日付にしてください。"
    case .notMember: "この議題の構成員でない機関です。支援会議のことは構成員にだけ尋ねられます。先に構成員に加え、議題を見せる機関に選んでください。"
    case .noGround: "この事例を見る根拠のない機関です。本人の同意の範囲を確かめ、構成員に加えて議題を見せてから尋ねてください。"
    case .notInvited: "まだ会議に招集していないため、この機関の画面に会議が出ません。先に会議の画面で「招集する」を押してください。"
    }
  }
}
