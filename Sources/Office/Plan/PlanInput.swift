import Casework

/// What a browser sends for a plan → `PlanDraft`, and the fields that cannot be read. A draft is never forced.
struct PlanInput: Sendable {
  /// Rows that a form may have of one kind.
  static let mostRows = 30

  let draft: PlanDraft
  let problems: [FieldProblem]

  init(_ form: Fields, agencies: Set<AgencyID>, today: CivilDate) {
    var reader = PlanReader(reader: FieldReader(form: form, today: today), agencies: agencies)
    draft = reader.plan()
    problems = reader.reader.problems
  }

  /// The number of rows of one kind that a form came with.
  static func rows(_ form: Fields, _ kind: String) -> Int { min(mostRows, max(0, Int(form["\(kind).rows"]) ?? 0)) }
}

/// Reads one form 2-1.
private struct PlanReader {
  var reader: FieldReader
  let agencies: Set<AgencyID>

  private var form: Fields { reader.form }

  mutating func plan() -> PlanDraft {
    var plan = PlanDraft()
    plan.draftedOn = reader.past("drafted_on", "作成日")
    (plan.issues, plan.goalWords) = (form.trimmed("issues"), form.trimmed("goal_words"))
    (plan.goalLong, plan.goalShort) = (form.trimmed("goal_long"), form.trimmed("goal_short"))
    (plan.policy, plan.otherServices, plan.notes) = (form.trimmed("policy"), form.trimmed("other_services"), form.trimmed("notes"))
    for row in 0..<PlanInput.rows(form, "item") { if let item = item("item.\(row + 1)", row + 1) { plan.items.append(item) } }
    for row in 0..<PlanInput.rows(form, "role") {
      let share = role("role.\(row + 1)", isMain: form["main"] == String(row + 1))
      if !share.isBlank { plan.roles.append(share) }
    }
    plan.uses = PlanProgramme.allCases.compactMap { use($0) }
    plan.from = reader.day("period_from")
    plan.until = reader.day("period_to")
    for row in 0..<PlanInput.rows(form, "monitor") { if let day = reader.day("monitor.\(row + 1)") { plan.monitoring.append(day) } }
    plan.monitoring = Array(Set(plan.monitoring)).sorted()
    plan.agreement = PlanAgreement(on: reader.past("agreed_on", "同意した日"), how: PlanAgreement.How(rawValue: form["agreed_how"]))
    return plan
  }

  private mutating func item(_ name: String, _ row: Int) -> PlanItem? {
    var item = PlanItem(
      action: form.trimmed("\(name).action"), owner: owner(name), programme: PlanProgramme(rawValue: form["\(name).programme"]))
    (item.issue, item.goal) = (form.trimmed("\(name).issue"), form.trimmed("\(name).goal"))
    (item.frequency, item.remarks) = (form.trimmed("\(name).frequency"), form.trimmed("\(name).remarks"))
    (item.from, item.until) = (reader.day("\(name).from"), reader.day("\(name).until"))
    if item.owner == nil, !form.trimmed("\(name).owner_name").isEmpty {
      reader.problems.append(
        .init("\(name).owner", "支援内容\(row)に担当する人の名前がありますが、担い手が選ばれていません。本人・家族・機関から選んでください。"))
      return item
    }
    return item.isBlank ? nil : item
  }

  private func owner(_ name: String) -> ItemOwner? {
    let person = form.trimmed("\(name).owner_name")
    switch form["\(name).owner"] {
    case "person": return .person
    case "family": return .family(name: person)
    case let code: return agency(code).map { .agency($0, person: person) }
    }
  }

  private func role(_ name: String, isMain: Bool) -> RoleShare {
    RoleShare(
      agency: agency(form["\(name).agency"]), person: form.trimmed("\(name).person"), role: form.trimmed("\(name).role"), isMain: isMain)
  }

  private mutating func use(_ programme: PlanProgramme) -> ProgrammeUse? {
    let name = "use.\(programme.rawValue)"
    var use = ProgrammeUse(programme, content: form.trimmed("\(name).content"), provider: agency(form["\(name).provider"]))
    use.kinds = form.all("\(name).kind").compactMap(ParticipationKind.init)
    use.place = form.trimmed("\(name).place")
    (use.from, use.until) = (reader.day("\(name).from"), reader.day("\(name).until"))
    use.beganOn = reader.past("\(name).began_on", "先に始めた日")
    use.beganReason = form.trimmed("\(name).began_reason")
    if form.isOn(name) { return use }
    if use != ProgrammeUse(programme) {
      reader.problems.append(
        .init(name, "\(programme.label)の内容が書かれていますが、「利用する」に印がありません。利用するときは印を付け、しないときは内容を消してください。"))
    }
    return nil
  }

  /// An agency on offer; anything else is nobody.
  private func agency(_ code: String) -> AgencyID? {
    Int(code).map { AgencyID($0) }.flatMap { agencies.contains($0) ? $0 : nil }
  }
}
