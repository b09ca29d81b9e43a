import Casework

/// What a browser sends for a 支援措置 → ``ProtectionDraft``, or the fields that are wrong.
struct ProtectionInput: Sendable {
  let draft: ProtectionDraft
  let version: Int
  let problems: [FieldProblem]

  /// - Parameter perpetrator: the person of the case whose number was typed; nothing where there is none in reach.
  init(_ form: Fields, offer: ProtectionOffer, person: ResidentID, perpetrator: ResidentID?, by staff: StaffMember, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var draft = ProtectionDraft()
    draft.kind = Protection.Kind(rawValue: form["kind"])
    draft.level = Protection.Level(rawValue: form["level"])
    draft.basis = form.trimmed("basis")
    draft.words = form.trimmed("words")
    draft.perpetratorWords = form.trimmed("perpetrator_words")
    let known: [ResidentID] = ProtectionInput.chosen(form, "perpetrator", offer.perpetrators)
    draft.perpetrator = perpetrator ?? known.first
    draft.from = reader.day("from")
    draft.until = reader.day("until")
    draft.cleared = Set(ProtectionInput.chosen(form, "cleared", offer.agencies))
    draft.barredAgencies = Set(ProtectionInput.chosen(form, "barred_agency", offer.agencies))
    draft.barredStaff = Set(ProtectionInput.chosen(form, "barred_staff", offer.staff))
    if !form.trimmed("perpetrator_case").isEmpty, perpetrator == nil {
      reader.problems.append(FieldProblem("perpetrator_case", "その番号の事例は、見られる事例の中にありません。番号を確かめるか、空欄にして言葉で書いてください。"))
    }
    let unread = Set(reader.problems.map(\.fieldID))
    let ruled = draft.problems(of: person, by: ActingStaff(staff: staff.id, agency: staff.agencyID)).filter { !unread.contains($0.fieldID) }
    problems = (reader.problems + ruled).sorted { ProtectionInput.place($0) < ProtectionInput.place($1) }
    self.draft = draft
    version = Digits.number(form["version"]) ?? 0
  }

  private static func chosen<Kind>(_ form: Fields, _ name: String, _ offer: [(code: String, label: String)]) -> [Identifier<Kind>] {
    form.all(name).filter { code in offer.contains { $0.code == code } }.compactMap { Digits.number($0).map { Identifier($0) } }
  }

  private static let order = [
    "kind", "level", "basis", "from", "until", "perpetrator", "perpetrator_case", "perpetrator_words", "cleared", "barred_agency",
    "barred_staff", "words",
  ]

  private static func place(_ problem: FieldProblem) -> Int { order.firstIndex(of: problem.fieldID) ?? order.count }

  static func blank(_ offer: ProtectionOffer, today: CivilDate) -> Fields {
    Fields(
      [
        ("level", Protection.Level.existence.rawValue), ("from", today.warekiShort),
        ("until", today.adding(days: 364).warekiShort),
      ] + offer.ticked.map { ("cleared", $0) })
  }

  /// What is on record, as the form shows it.
  static func fields(of opened: OpenedProtection) -> Fields {
    let draft = opened.draft
    return Fields(
      [
        ("kind", draft.kind?.rawValue ?? ""), ("level", draft.level?.rawValue ?? ""), ("basis", draft.basis), ("words", draft.words),
        ("perpetrator", draft.perpetrator.map { String($0.number) } ?? ""), ("perpetrator_words", draft.perpetratorWords),
        ("from", draft.from?.warekiShort ?? ""), ("until", draft.until?.warekiShort ?? ""), ("version", String(opened.version)),
      ] + draft.cleared.map { ("cleared", String($0.number)) } + draft.barredAgencies.map { ("barred_agency", String($0.number)) }
        + draft.barredStaff.map { ("barred_staff", String($0.number)) })
  }
}
