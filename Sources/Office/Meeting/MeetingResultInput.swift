import Casework

/// What a browser sends for the result of one item → ``MeetingOutcome`` with roles and gaps, and the fields that are wrong.
struct MeetingResultInput: Sendable {
  let discussion: String
  let result: MeetingResult?
  let words: String
  let lead: AgencyID?
  let leadPerson: String
  let nextMonitoring: CivilDate?
  let roles: [Role]
  let gaps: [String]
  let problems: [FieldProblem]

  struct Role: Sendable {
    let agency: AgencyID
    let person: String
    let what: String
    let due: CivilDate?
  }

  /// Rows the form may send.
  static let rows = 1...20

  init(_ form: Fields, agencies: [(code: String, label: String)], today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    let known = Set(agencies.map(\.code))
    func agency(_ name: String) -> AgencyID? { known.contains(form[name]) ? Int(form[name]).map { AgencyID($0) } : nil }
    discussion = form.trimmed("discussion")
    result = MeetingResult(rawValue: form["result"])
    if result == nil { reader.problems.append(.init("result", "結論が選ばれていません。会議で決まったものを選んでください。")) }
    words = form.trimmed("result_words")
    lead = agency("lead_agency")
    leadPerson = form.trimmed("lead_person")
    nextMonitoring = reader.day("next_monitoring")
    var roles: [Role] = []
    for row in Self.rows where Self.isUsed(form, row) {
      let what = form.trimmed("role_what_\(row)")
      let due = reader.day("role_due_\(row)")
      if what.isEmpty { reader.problems.append(.init("role_what_\(row)", "\(row)行目：することが書かれていません。何をするかを書くか、行を空にしてください。")) }
      guard let agency = agency("role_agency_\(row)") else {
        reader.problems.append(.init("role_agency_\(row)", "\(row)行目：役割を担う機関が選ばれていません。一覧から選んでください。"))
        continue
      }
      roles.append(Role(agency: agency, person: form.trimmed("role_person_\(row)"), what: what, due: due))
    }
    self.roles = roles
    gaps = form["gaps"].split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
    problems = reader.problems
  }

  private static func isUsed(_ form: Fields, _ row: Int) -> Bool {
    ["role_agency_", "role_person_", "role_what_", "role_due_"].contains { !form.trimmed("\($0)\(row)").isEmpty }
  }

  func outcome(_ item: OpenedMeetingItem, _ result: MeetingResult) -> MeetingOutcome {
    MeetingOutcome(timing: item.timing, result: result, words: words, lead: lead)
  }

  /// The field that a refusal is about.
  static func problem(_ refusal: MeetingRefusal) -> FieldProblem {
    switch refusal {
    case .wordsMissing: FieldProblem("result_words", refusal.message)
    case .leadMissing: FieldProblem("lead_agency", refusal.message)
    case .noConsent, .timingElsewhere, .basisElsewhere, .timingNotNow: FieldProblem("case", refusal.message)
    case .otherConvener: FieldProblem("body", refusal.message)
    case .absent, .notHeld, .resultElsewhere, .alreadyDecided: FieldProblem("result", refusal.message)
    }
  }
}
