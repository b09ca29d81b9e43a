import Casework

/// What a browser sends for a meeting: which, when, where, how; and the fields that are wrong.
struct MeetingInput: Sendable {
  let bodyKey: String
  let heldOn: CivilDate
  let startsAt: String
  let place: String
  let mode: MeetingMode
  let chair: String
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    bodyKey = form["body"]
    let day = reader.day("held_on")
    if day == nil, form.trimmed("held_on").isEmpty {
      reader.problems.append(.init("held_on", "開催日が入っていません。決まった日を入れてください。まだのときは仮の日でもかまいません。"))
    }
    heldOn = day ?? today
    startsAt = reader.time("starts_at")?.stored ?? ""
    place = form.trimmed("place")
    let mode = MeetingMode(rawValue: form["mode"])
    if mode == nil { reader.problems.append(.init("mode", "開催の方法が選ばれていません。対面・オンライン・書面から選んでください。")) }
    self.mode = mode ?? .inPerson
    chair = form.trimmed("chair")
    problems = reader.problems
  }
}

/// One case chosen on a form: 「12:plan」.
struct ChosenCase: Sendable {
  let coordination: CoordinationID
  let timing: MeetingTiming?

  init?(_ code: String) {
    let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let number = parts.first.flatMap(Int.init) else { return nil }
    coordination = CoordinationID(number)
    timing = parts.count > 1 ? MeetingTiming(rawValue: parts[1]) : nil
  }
}

/// Who is called: an agency, or somebody from outside.
struct MeetingMemberInput: Sendable {
  let agency: AgencyID?
  let name: String
  let position: String
  /// Items that the member is called for; nothing means all of them.
  let items: Set<MeetingItemID>
  let problems: [FieldProblem]

  init(_ form: Fields, agencies: [(code: String, label: String)]) {
    let chosen = agencies.first { $0.code == form["agency"] }
    agency = chosen.flatMap { Int($0.code) }.map { AgencyID($0) }
    name = form.trimmed("name")
    position = form.trimmed("position")
    items = Set(form.all("item").compactMap { Int($0) }.map { MeetingItemID($0) })
    let isEmpty = agency == nil && name.isEmpty && position.isEmpty
    problems =
      isEmpty ? [FieldProblem("agency", "構成員が選ばれていません。機関を一覧から選ぶか、外部の方の氏名か職名を書いてください。")] : []
  }
}
