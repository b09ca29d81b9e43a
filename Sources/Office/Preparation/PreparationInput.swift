import Casework

/// What a browser sends as an answer → ``PreparationAnswer`` with how it came, and the fields that are wrong.
struct PreparationInput: Sendable {
  let answer: PreparationAnswer
  let way: PreparationWay
  let toldBy: String
  let problems: [FieldProblem]

  init(_ form: Fields, isOnBehalf: Bool) {
    let words = PreparationQuestion.allCases.map { ($0, form.trimmed($0.rawValue)) }
    answer = PreparationAnswer(isInvolved: !form.isOn("not_involved"), words: Dictionary(uniqueKeysWithValues: words))
    let sent = PreparationWay(rawValue: form["way"])
    way = isOnBehalf ? sent.flatMap { $0.isOnBehalf ? $0 : nil } ?? .phone : .screen
    toldBy = isOnBehalf ? form.trimmed("told_by") : ""
    var problems = answer.problems
    if isOnBehalf, sent.map({ !$0.isOnBehalf }) ?? true {
      problems.insert(.init("way", "回答がどう届いたかが選ばれていません。電話か、FAX・紙かを選んでください。"), at: 0)
    }
    self.problems = problems
  }
}

/// What a browser sends to ask agencies → item and agency of each, and the day.
struct PreparationAskInput: Sendable {
  /// 「12:5」
  let chosen: Set<String>
  let due: CivilDate?
  let words: String
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    chosen = Set(form.all("ask"))
    due = reader.day("due")
    words = form.trimmed("words")
    if due == nil, reader.problems.isEmpty { reader.problems.append(.init("due", "回答の期限が入っていません。会議の日までの日付を入れてください。")) }
    if chosen.isEmpty { reader.problems.insert(.init("ask", "尋ねる機関が選ばれていません。議題ごとに、尋ねる機関に印を付けてください。"), at: 0) }
    problems = reader.problems
  }
}
