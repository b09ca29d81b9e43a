import Casework

/// What a browser sends for an agency → a registration, or the fields that are wrong.
struct AgencyInput: Sendable {
  let registration: AgencyRecords.Registration

  init(_ form: Fields, lists: FormCatalogue, today: CivilDate) throws {
    var problems: [FieldProblem] = []
    let name = form.trimmed("name")
    if name.isEmpty { problems.append(FieldProblem("name", "名称を入力してください。")) }
    if name.count > 100 { problems.append(FieldProblem("name", "名称は100文字以内で入力してください（現在\(name.count)文字）。")) }
    let kind = form["kind"]
    if !kind.isEmpty, lists.list("C-03")?.item(kind) == nil {
      problems.append(FieldProblem("kind", "種別を一覧から選び直してください。"))
    }
    let number = form.trimmed("corporation_number")
    if !number.isEmpty, CorporationNumber(number) == nil {
      problems.append(FieldProblem("corporation_number", "法人番号は13けたの数字です。国税庁の公表サイトなどで確かめて入力してください。"))
    }
    let ended = Self.day("ended_on", "終わった日", form, today, &problems)
    guard problems.isEmpty else { throw FieldErrors(problems) }
    var agency = AgencyRecords.Registration(
      name: name, nameKana: KanaReading.fold(form.trimmed("name_kana")), kind: kind,
      fields: form.all("field").filter { lists.list("C-16")?.item($0) != nil }, areas: Self.areas(form["areas"]),
      isProgrammeSection: form.isOn("is_programme_section"), takesReferrals: form.isOn("takes_referrals"))
    agency.postalCode = form.trimmed("postal_code")
    agency.address = form.trimmed("address")
    agency.phone = form.trimmed("phone")
    agency.fax = form.trimmed("fax")
    agency.hours = form.trimmed("hours")
    agency.about = form.trimmed("about")
    agency.howToAsk = form.trimmed("how_to_ask")
    agency.corporationNumber = CorporationNumber(number)?.digits ?? ""
    agency.endedOn = ended?.iso
    registration = agency
  }

  /// The fields of a form that shows an agency.
  static func fields(of agency: AgencyRecords.Registration, version: Int) -> Fields {
    Fields(
      [
        ("name", agency.name), ("name_kana", agency.nameKana), ("kind", agency.kind), ("areas", agency.areas.joined(separator: "、")),
        ("postal_code", agency.postalCode), ("address", agency.address), ("phone", agency.phone), ("fax", agency.fax),
        ("hours", agency.hours), ("about", agency.about), ("how_to_ask", agency.howToAsk),
        ("corporation_number", agency.corporationNumber), ("takes_referrals", agency.takesReferrals ? "1" : ""),
        ("is_programme_section", agency.isProgrammeSection ? "1" : ""),
        ("ended_on", agency.endedOn.flatMap(CivilDate.init(iso:))?.warekiShort ?? ""), ("version", String(version)),
      ] + agency.fields.map { ("field", $0) })
  }

  /// 「東部、西部」 → two areas. Commas, points and white space divide.
  static func areas(_ text: String) -> [String] {
    text.split { "、，,・\n".contains($0) || $0.isWhitespace }.map(String.init)
  }

  /// An optional date field.
  static func day(
    _ field: String, _ label: String, _ form: Fields, _ today: CivilDate, _ problems: inout [FieldProblem]
  ) -> CivilDate? {
    if form.trimmed(field).isEmpty { return nil }
    switch DateInput.parseExact(form[field], today: today) {
    case .success(let date): return date
    case .failure(let problem):
      problems.append(FieldProblem(field, "\(label)：\(problem.message)"))
      return nil
    }
  }
}

/// What a browser sends for a programme an agency carries.
struct ProgrammeInput: Sendable {
  let programme: AgencyRecords.Programme

  init(_ form: Fields, today: CivilDate) throws {
    var problems: [FieldProblem] = []
    let kind = ProgrammeKind(rawValue: form["programme"])
    let delivery = Delivery(rawValue: form["delivery"])
    if kind == nil { problems.append(FieldProblem("programme", "事業を選択してください。")) }
    if delivery == nil { problems.append(FieldProblem("delivery", "直営か委託かを選択してください。")) }
    let from = AgencyInput.day("from", "始まった日", form, today, &problems)
    if form.trimmed("from").isEmpty { problems.append(FieldProblem("from", "始まった日を入力してください。")) }
    let reason = form.trimmed("reason")
    if let kind, let delivery, let from {
      let carried = CarriedProgramme(kind: kind, delivery: delivery, from: from, reason: reason)
      if carried.needsReason, reason.isEmpty { problems.append(FieldProblem("reason", CarriedProgramme.warning)) }
      programme = .init(programme: kind.rawValue, delivery: delivery.rawValue, from: from.iso, reason: reason)
    } else {
      throw FieldErrors(problems)
    }
    guard problems.isEmpty else { throw FieldErrors(problems) }
  }
}
