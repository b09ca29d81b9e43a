import Casework

/// What a browser sends for the day of a transfer.
struct TransferDayInput: Sendable {
  let day: CivilDate

  init(_ form: Fields, today: CivilDate, by staff: StaffMember) throws(FieldErrors) {
    var reader = FieldReader(form: form, today: today)
    let day = reader.day("effective_on")
    let problems = reader.problems.isEmpty ? [Transfer.problem(effectiveOn: day, today: today)].compactMap(\.self) : reader.problems
    guard problems.isEmpty, let day else { throw FieldErrors(problems, staff: staff) }
    self.day = day
  }
}

/// What a browser sends for somebody who leaves or moves.
struct MoverInput: Sendable {
  let staff: StaffID
  let kind: TransferKind
  let to: AgencyID?
  let template: RoleTemplate?

  /// - Parameter people: those the viewer plans for, by number.
  init(_ form: Fields, people: [(code: String, label: String)], agencies: Set<String>, templates: [RoleTemplate], by staff: StaffMember)
    throws(FieldErrors)
  {
    var problems: [FieldProblem] = []
    let kind: TransferKind? = form["kind"] == "moves" ? .moves : form["kind"] == "leaves" ? .leaves : nil
    let chosen = people.first { $0.code == form["staff"] }.flatMap { Digits.number($0.code) }
    if chosen == nil { problems.append(FieldProblem("staff", "異動する職員を一覧から選んでください。")) }
    if kind == nil { problems.append(FieldProblem("kind", "離れるのか、移るのかを選んでください。")) }
    let place = MoverInput.place(form, "to_agency", "template", agencies, templates)
    if kind == .moves { problems += place.problems }
    guard problems.isEmpty, let chosen, let kind else { throw FieldErrors(problems, staff: staff) }
    self.staff = StaffID(chosen)
    self.kind = kind
    to = kind == .moves ? place.agency : nil
    template = kind == .moves ? place.template : nil
  }

  /// The agency and the job that somebody goes to.
  static func place(_ form: Fields, _ agency: String, _ template: String, _ agencies: Set<String>, _ templates: [RoleTemplate])
    -> (agency: AgencyID?, template: RoleTemplate?, problems: [FieldProblem])
  {
    var problems: [FieldProblem] = []
    let place = agencies.contains(form[agency]) ? Digits.number(form[agency]).map { AgencyID($0) } : nil
    let job = templates.first { $0.key == form[template] }
    if place == nil { problems.append(FieldProblem(agency, "行き先の機関を選んでください。")) }
    if job == nil { problems.append(FieldProblem(template, "新しい仕事に合う役割のひな形を選んでください。")) }
    return (place, job, problems)
  }
}

/// What a browser sends for somebody new. Its fields have names of their own: both forms stand on one page.
struct ArrivalInput: Sendable {
  let agency: AgencyID
  let template: RoleTemplate
  let name: String
  let kana: String
  let jobTitle: String
  let signInName: String

  init(_ form: Fields, agencies: Set<String>, templates: [RoleTemplate], by staff: StaffMember) throws(FieldErrors) {
    let place = MoverInput.place(form, "new_agency", "new_template", agencies, templates)
    var problems: [FieldProblem] = []
    if form.trimmed("new_name").isEmpty { problems.append(FieldProblem("new_name", "氏名を入力してください。")) }
    if let problem = StaffInput.signInProblem(form.trimmed("new_sign_in")) { problems.append(FieldProblem("new_sign_in", problem)) }
    problems += place.problems
    guard problems.isEmpty, let agency = place.agency, let template = place.template else { throw FieldErrors(problems, staff: staff) }
    self.agency = agency
    self.template = template
    name = form.trimmed("new_name")
    kana = KanaReading.fold(form.trimmed("new_kana"))
    jobTitle = form.trimmed("new_job")
    signInName = form.trimmed("new_sign_in")
  }
}

/// What a browser sends for who takes over a desk: one person for all, others for single things.
struct SuccessorInput: Sendable {
  let successor: StaffID?
  let single: [(line: DeskMatterLine, staff: StaffID)]
  let version: Int

  init(_ form: Fields, _ mover: MoverView, by staff: StaffMember) throws(FieldErrors) {
    var problems: [FieldProblem] = []
    func chosen(_ field: String, _ matter: DeskMatter) -> StaffID? {
      guard !form[field].isEmpty else { return nil }
      guard let choice = mover.offers.first(where: { $0.code == form[field] }), let agency = mover.from else {
        problems.append(FieldProblem(field, "引き継ぐ人を一覧から選び直してください。"))
        return nil
      }
      if let refusal = choice.successor.refusal(of: matter, at: agency) { problems.append(FieldProblem(field, refusal)) }
      return choice.successor.staff
    }
    let lines = mover.desk.lines.filter { $0.matter.hasSuccessor }
    // For all it is enough to fit one kind of what lies there.
    let kinds = Set(lines.map(\.matter))
    successor = chosen("successor", kinds == [.coordination] ? .coordination : .charge)
    single = lines.compactMap { line in chosen(line.field, line.matter).map { (line, $0) } }
    version = Digits.number(form["version"]) ?? 0
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
  }
}
