import Casework

/// What a browser sends to put the facts about a resident right (「本人情報の訂正」).
struct ResidentCorrectionInput: Sendable {
  let form: Fields
  let today: CivilDate
  /// The contacts are kept back from the writer, so that they stay as they are (支援措置).
  let keepsContacts: Bool
  /// Somebody of the household: what the household does not show is not on the form and stays.
  let isMember: Bool

  init(_ form: Fields, today: CivilDate, keepsContacts: Bool = false, isMember: Bool = false) {
    self.form = form
    self.today = today
    self.keepsContacts = keepsContacts
    self.isMember = isMember
  }

  /// The boxes that tell where somebody is.
  static let contacts = ["postal_code", "address", "no_fixed_address", "phone_home", "phone_mobile", "phone_note", "email"]

  var version: Int { Digits.number(form["version"]) ?? 0 }

  /// What is on record, as the form shows it.
  static func fields(of known: KnownResident, keepsContacts: Bool) -> Fields {
    let whole = fields(of: known)
    return keepsContacts ? Fields(whole.pairs.filter { !contacts.contains($0.name) }.map { ($0.name, $0.value) }) : whole
  }

  private static func fields(of known: KnownResident) -> Fields {
    let person = known.person
    var fields = Fields([
      ("name", person.name), ("kana", person.kana), ("other_name", person.otherName), ("birth", text(of: person.facts.birth)),
      ("sex", (person.facts.sex ?? .unknown).rawValue), ("sex_note", person.sexNote), ("postal_code", person.postalCode),
      ("address", person.facts.address ?? ""), ("phone_home", person.facts.phoneHome ?? ""),
      ("phone_mobile", person.facts.phoneMobile ?? ""), ("phone_note", person.phoneNote), ("email", person.facts.email ?? ""),
      ("version", String(known.version)),
    ])
    if person.facts.noFixedAddress { fields.set("no_fixed_address", "1") }
    return fields
  }

  /// The facts as typed, over those on record. Names are taken byte for byte.
  func corrected(_ known: KnownResident, by staff: StaffMember) throws(FieldErrors) -> ResidentRecords.Registration {
    var problems: [FieldProblem] = []
    var person = known.person
    let name = form.trimmed("name")
    let kana = form.trimmed("kana")
    person.facts.name = name.isEmpty && kana.isEmpty ? nil : PersonName(written: name, kana: kana.isEmpty ? nil : kana)
    person.facts.sex = Sex(rawValue: form["sex"]) ?? .unknown
    person.facts.birth = birth(known.person.facts.birth, &problems)
    if !keepsContacts { readContacts(&person) }
    if !isMember {
      person.otherName = form.trimmed("other_name")
      person.sexNote = form.trimmed("sex_note")
    }
    if person.facts.name == nil, known.person.facts.name != nil {
      problems.insert(FieldProblem("name", "氏名かふりがなを入力してください。わからなくなったときは、わかっていた氏名を残してください。"), at: 0)
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return person
  }

  private func readContacts(_ person: inout ResidentRecords.Registration) {
    person.facts.address = filled("address")
    person.facts.noFixedAddress = form.isOn("no_fixed_address")
    person.facts.phoneHome = filled("phone_home")
    person.facts.phoneMobile = filled("phone_mobile")
    person.facts.email = filled("email")
    person.postalCode = form.trimmed("postal_code")
    person.phoneNote = form.trimmed("phone_note")
  }

  private func filled(_ name: String) -> String? { form.trimmed(name).isEmpty ? nil : form.trimmed(name) }

  /// A date left as it was shown stays as it was stored: 「80代」 keeps the day on which it was told.
  private func birth(_ known: PartialDate, _ problems: inout [FieldProblem]) -> PartialDate {
    let typed = form.trimmed("birth")
    if typed == ResidentCorrectionInput.text(of: known) { return known }
    guard !typed.isEmpty else { return .unknown }
    switch DateInput.parse(typed, today: today) {
    case .success(let date):
      if let span = date.span, span.lowerBound > today { problems.append(FieldProblem("birth", "生年月日が今日より先の日付です。確かめて入力してください。")) }
      return date
    case .failure(let problem):
      problems.append(FieldProblem("birth", problem.message))
      return known
    }
  }

  /// A partial date as somebody would type it.
  static func text(of date: PartialDate) -> String {
    switch date {
    case .day(let day): day.warekiShort
    case .month(let year, let month): "\(year)年\(month)月"
    case .year(let year): "\(year)年"
    case .aged(let ages, _): ages.label
    case .unknown: ""
    }
  }
}
