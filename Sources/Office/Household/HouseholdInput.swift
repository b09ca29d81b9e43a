import Casework

/// What a browser sends about a household → a stay, an end, a relation, or the fields that are wrong.
struct HouseholdInput: Sendable {
  let form: Fields
  let today: CivilDate
  let staff: StaffMember

  /// The person to be added, as typed.
  struct Newcomer: Sendable {
    let facts: PersonFacts
    let relation: Relation
    let relationNote: String
    let livesTogether: Bool
    let note: String
    let from: PartialDate

    func stay(_ resident: ResidentID) -> HouseholdRecords.Stay {
      HouseholdRecords.Stay(
        resident: resident, relation: relation.rawValue, relationNote: relationNote, livesTogether: livesTogether, note: note, from: from)
    }
  }

  func newcomer() throws(FieldErrors) -> Newcomer {
    var problems: [FieldProblem] = []
    let name = form.trimmed("name")
    let kana = form.trimmed("kana")
    if name.isEmpty, kana.isEmpty { problems.append(FieldProblem("name", "氏名かふりがなを入力してください。わからないときは「長男」などの呼び名でかまいません。")) }
    let birth = date("birth", &problems)
    let relation = Relation(rawValue: form["relation"])
    if relation == nil { problems.append(FieldProblem("relation", "本人から見た続柄を選んでください。")) }
    let from = date("from", &problems)
    past(from, "from", &problems)
    guard let relation, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return Newcomer(
      facts: PersonFacts(
        name: PersonName(written: name, kana: kana.isEmpty ? nil : kana), sex: Sex(rawValue: form["sex"]), birth: birth),
      relation: relation, relationNote: form.trimmed("relation_note"), livesTogether: form["lives"] != "apart", note: form.trimmed("note"),
      from: from)
  }

  /// Who left, and when.
  func departure(_ members: [MemberView]) throws(FieldErrors) -> (member: Int, until: PartialDate) {
    var problems: [FieldProblem] = []
    let member = members.first { String($0.id) == form["left"] }
    if member == nil { problems.append(FieldProblem("left", "世帯を離れた方を選んでください。")) }
    let until = end("left_on", after: member?.from, &problems)
    guard let member, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return (member.id, until)
  }

  struct Relating: Sendable {
    let resident: ResidentID
    let other: ResidentID
    let relation: Relation
    let note: String
    let from: PartialDate
  }

  func relating(_ members: [MemberView]) throws(FieldErrors) -> Relating {
    var problems: [FieldProblem] = []
    let one = members.first { String($0.resident.number) == form["one"] }?.resident
    let other = members.first { String($0.resident.number) == form["other"] }?.resident
    if one == nil { problems.append(FieldProblem("one", "だれから見た関係かを選んでください。")) }
    if other == nil { problems.append(FieldProblem("other", "相手の方を選んでください。")) }
    if let one, one == other { problems.append(FieldProblem("other", "同じ方が選ばれています。別の方を選んでください。")) }
    let relation = Relation(rawValue: form["tie"]).flatMap { $0 == .person ? nil : $0 }
    if relation == nil { problems.append(FieldProblem("tie", "関係を選んでください。")) }
    let from = date("tie_from", &problems)
    past(from, "tie_from", &problems)
    guard let one, let other, let relation, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return Relating(resident: one, other: other, relation: relation, note: form.trimmed("tie_note"), from: from)
  }

  func ending(_ relations: [RelationshipView]) throws(FieldErrors) -> (relation: Int, until: PartialDate) {
    var problems: [FieldProblem] = []
    let relation = relations.first { String($0.id) == form["ended"] }
    if relation == nil { problems.append(FieldProblem("ended", "終わった関係を選んでください。")) }
    let until = end("ended_on", after: relation?.from, &problems)
    guard let relation, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return (relation.id, until)
  }
}

extension HouseholdInput {
  /// Empty reads as unknown.
  private func date(_ name: String, _ problems: inout [FieldProblem]) -> PartialDate {
    guard !form.trimmed(name).isEmpty else { return .unknown }
    switch DateInput.parse(form[name], today: today) {
    case .success(let date): return date
    case .failure(let problem):
      problems.append(FieldProblem(name, problem.message))
      return .unknown
    }
  }

  private func past(_ date: PartialDate, _ name: String, _ problems: inout [FieldProblem]) {
    if let span = date.span, span.lowerBound > today { problems.append(FieldProblem(name, "今日より先の日付です。今日までの日付を入力してください。")) }
  }

  private func end(_ name: String, after from: PartialDate?, _ problems: inout [FieldProblem]) -> PartialDate {
    guard !form.trimmed(name).isEmpty else {
      problems.append(FieldProblem(name, "いつまでかを入力してください。わからないときは「不詳」と入力してください。"))
      return .unknown
    }
    let until = date(name, &problems)
    past(until, name, &problems)
    if let start = from?.span, let last = until.span, last.upperBound < start.lowerBound {
      problems.append(FieldProblem(name, "始まり（\(from?.inJapanese ?? "")）より前の日付です。確かめて入力してください。"))
    }
    return until
  }
}
