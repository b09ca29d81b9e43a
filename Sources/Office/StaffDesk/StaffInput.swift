import Casework

/// What a browser sends for a member of staff → an appointment, or the fields that are wrong.
struct StaffInput: Sendable {
  let person: StaffRecords.Appointment

  /// - Parameter isNew: a new account names its roles; later they have dates of their own.
  init(_ form: Fields, agencies: Set<String>, today: CivilDate, isNew: Bool) throws {
    var problems: [FieldProblem] = []
    let name = form.trimmed("name")
    if name.isEmpty { problems.append(FieldProblem("name", "氏名を入力してください。")) }
    if let problem = StaffInput.signInProblem(form.trimmed("sign_in_name")) {
      problems.append(FieldProblem("sign_in_name", problem))
    }
    if !agencies.contains(form["agency"]) { problems.append(FieldProblem("agency", "所属する機関を選択してください。")) }
    let from = AgencyInput.day("active_from", "使い始める日", form, today, &problems) ?? today
    let until = AgencyInput.day("active_until", "最後の日", form, today, &problems)
    if let until, until < from {
      problems.append(FieldProblem("active_until", "最後の日は、使い始める日（\(from.wareki)）以降の日付を入力してください。"))
    }
    let roles = form.all("role").compactMap(Role.init(rawValue:))
    if isNew, roles.isEmpty { problems.append(FieldProblem("role", "役割を1つ以上選択してください。")) }
    if isNew, let conflict = Role.conflict(in: Set(roles)) { problems.append(FieldProblem("role", conflict)) }
    guard problems.isEmpty, let agency = Int(form["agency"]) else { throw FieldErrors(problems) }
    var person = StaffRecords.Appointment(
      agency: AgencyID(agency), signInName: form.trimmed("sign_in_name"), name: name,
      nameKana: KanaReading.fold(form.trimmed("name_kana")), jobTitle: form.trimmed("job_title"), roles: roles, from: from.iso)
    person.until = until?.iso
    self.person = person
  }

  /// Three to forty half-width letters, digits and `. _ -`; a sentence that says what to do, or nothing.
  static func signInProblem(_ name: String) -> String? {
    if name.isEmpty { return "サインイン名を入力してください。" }
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    guard isPlain, (3...40).contains(name.count) else { return "サインイン名は3〜40文字の半角の英数字と「.」「_」「-」で入力してください。" }
    return nil
  }

  static func fields(of view: StaffView) -> Fields {
    let person = view.person
    return Fields([
      ("agency", String(person.agency.number)), ("sign_in_name", person.signInName), ("name", person.name),
      ("name_kana", person.nameKana), ("job_title", person.jobTitle),
      ("active_from", CivilDate(iso: person.from)?.warekiShort ?? ""),
      ("active_until", person.until.flatMap(CivilDate.init(iso:))?.warekiShort ?? ""), ("version", String(view.version)),
    ])
  }
}

/// What a browser sends to give a role.
struct RoleInput: Sendable {
  let role: Role
  let from: CivilDate
  let until: CivilDate?

  init(_ form: Fields, today: CivilDate) throws {
    var problems: [FieldProblem] = []
    let role = Role(rawValue: form["role"])
    if role == nil { problems.append(FieldProblem("role", "役割を選択してください。")) }
    let from = AgencyInput.day("from", "始まる日", form, today, &problems) ?? today
    let until = AgencyInput.day("until", "最後の日", form, today, &problems)
    if let until, until < from {
      problems.append(FieldProblem("until", "最後の日は、始まる日（\(from.wareki)）以降の日付を入力してください。"))
    }
    guard problems.isEmpty, let role else { throw FieldErrors(problems) }
    self.role = role
    self.from = from
    self.until = until
  }
}
