import Casework

/// What a browser sends to invite somebody from outside; and the fields that are wrong.
struct GuestInviteInput: Sendable {
  let name: String
  let position: String
  let items: Set<MeetingItemID>
  let question: String
  /// Nothing means as long as the meeting allows.
  let until: CivilDate?
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    name = form.trimmed("name")
    position = form.trimmed("position")
    items = Set(form.all("item").compactMap { Int($0) }.map { MeetingItemID($0) })
    question = form.trimmed("question")
    until = reader.day("until")
    problems = reader.problems
  }
}

/// What came from somebody outside by telephone, FAX or on paper: for each item an answer, beside it the reply and the signed pledge.
struct GuestAnswerInput: Sendable {
  let way: GuestAnswerWay?
  let reply: MeetingReply?
  let hasPledged: Bool
  let form: Fields

  init(_ form: Fields) {
    self.form = form
    way = GuestAnswerWay(rawValue: form["way"])
    reply = MeetingReply(rawValue: form["reply"])
    hasPledged = form.isOn("pledged")
  }

  func answer(_ item: MeetingItemID) -> MeetingAnswer? { MeetingAnswer(rawValue: form["answer_\(item)"]) }
  func words(_ item: MeetingItemID) -> String { form.trimmed("words_\(item)") }
}
