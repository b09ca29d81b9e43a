/// 「会議のふり返り」 Two minutes after a meeting: a few statements on a five-point scale. Raw values are stored.
public enum MeetingQuestion: String, CaseIterable, Sendable, Hashable, Codable {
  case heard, understood, roles, person, time

  public var label: String {
    switch self {
    case .heard: "言いたいことを話せた"
    case .understood: "世帯の状況がよく分かった"
    case .roles: "だれが何をするかが決まった"
    case .person: "本人の思いを中心に話し合えた"
    case .time: "かけた時間に見合う会議だった"
    }
  }

  /// 「五段階」 5 is the most.
  public static let scale = [(5, "とてもそう思う"), (4, "そう思う"), (3, "どちらともいえない"), (2, "あまりそう思わない"), (1, "そう思わない")]
}

/// 「ふり返りの回答」 Of one member of staff, whom nobody can tell from the others.
public struct MeetingOpinion: Hashable, Sendable {
  public let marks: [MeetingQuestion: Int]
  public let words: String

  public static let longest = 400

  public init(marks: [MeetingQuestion: Int], words: String) {
    self.marks = marks.filter { (1...5).contains($0.value) }
    self.words = words
  }

  public var problems: [FieldProblem] {
    var problems = MeetingQuestion.allCases.filter { marks[$0] == nil }.map {
      FieldProblem($0.rawValue, "「\($0.label)」が選ばれていません。近いものを一つ選んでください。")
    }
    if words.count > Self.longest {
      problems.append(FieldProblem("words", "自由記述が\(words.count)字あります。\(Self.longest)字までに縮めてください。"))
    }
    return problems
  }
}

/// 「ふり返りの締切」 From then on the summary is shown and nothing more is taken in: both at once, so that no further answer moves what is shown.
///
/// Source: decided here [I]: a sum that moves with each answer tells what the last one said.
public struct QuestionnaireClosing: Hashable, Sendable {
  /// 「締切までの日数」 where the office sets nothing else.
  public static let usualDays = 7

  /// The last day on which answers are taken in; fixed with the first answer.
  public let on: CivilDate
  /// Every agency that was called had answered before that day.
  public let isEarly: Bool

  public init(on day: CivilDate, isEarly: Bool = false) {
    on = day
    self.isEarly = isEarly
  }

  public func isClosed(_ today: CivilDate) -> Bool { isEarly || today > on }

  /// Nobody is waited for any more, and there are enough answers for a summary.
  public static func isComplete(called: Set<AgencyID>, answered: Set<AgencyID>, count: Int) -> Bool {
    called.isSubset(of: answered) && count >= MeetingOpinions.fewest
  }
}

/// 「ふり返りのまとめ」 Shown only from three answers on, so that nobody's answer can be guessed.
public struct MeetingOpinions: Hashable, Sendable {
  public let count: Int
  /// How many chose each mark from 1 to 5, by question.
  public let tallies: [MeetingQuestion: [Int: Int]]
  public let words: [String]

  /// 「まとめに要る人数」
  public static let fewest = 3

  /// Nothing from fewer than ``fewest`` answers. The words come in an order of their own, apart from the marks.
  public init?(_ opinions: [MeetingOpinion]) {
    guard opinions.count >= Self.fewest else { return nil }
    count = opinions.count
    var tallies: [MeetingQuestion: [Int: Int]] = [:]
    for opinion in opinions { for (question, mark) in opinion.marks { tallies[question, default: [:]][mark, default: 0] += 1 } }
    self.tallies = tallies
    words = opinions.map(\.words).filter { !$0.isBlank }.sorted()
  }

  /// The mean of a question in tenths: 43 is 4.3.
  public func tenths(_ question: MeetingQuestion) -> Int {
    let tally = tallies[question] ?? [:]
    let answers = tally.values.reduce(0, +)
    guard answers > 0 else { return 0 }
    return (tally.reduce(0) { $0 + $1.key * $1.value } * 10 + answers / 2) / answers
  }
}
