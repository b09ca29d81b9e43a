import Casework

/// Whose consultation it is, as the counsellor decided (「同じ人かもしれません」への答え).
enum SamePersonChoice: Sendable, Equatable {
  /// Goes on in a case the counsellor may see (「この事例の続きの相談」).
  case caseFile(CaseFileID)
  /// A person in reach, with a new case.
  case resident(ResidentID)
  /// The person on record out of reach: identity is joined, nothing is shown.
  case onRecord
  case newPerson

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.last.flatMap(Int.init)) {
    case ("case", let number?): self = .caseFile(CaseFileID(number))
    case ("resident", let number?): self = .resident(ResidentID(number))
    case ("record", _): self = .onRecord
    case ("new", _): self = .newPerson
    default: return nil
    }
  }
}

/// The counsellor must say whether it is the same person before anything is recorded.
struct SamePersonQuestion: Refusal {
  let staff: StaffMember?
  let finding: SamePersonFinding
  /// The terms that were searched for.
  let terms: String
  var auditDetail: String { "same person? \(terms)" }
}

/// Takes a consultation in: person, household, case and consultation in one transaction (「相談の受付」).
enum Reception {
  static func record(_ desk: WritingDesk, _ input: ConsultationInput) throws -> ConsultationID {
    let consultation = try input.received(by: desk.staff, on: desk.today)
    let number = try ConsultationRecords.nextNumber(desk)
    let choice = try choice(desk, input)
    if case .caseFile(let id) = choice { return try goOn(desk, input, consultation, number: number, in: desk.open(id)) }
    let resident = try resident(desk, input, choice)
    let known = try alike(desk, choice)
    let household = try resident.flatMap { try register(desk, household: input.rows, of: $0, known: known) }
    let name = try resident.flatMap { try ResidentQueries.registration(desk.reading, $0)?.person.name }
    let caseFile = try CaseFileRecords.open(
      desk,
      .init(
        resident: resident, household: household, label: label(name, consultation, number: number),
        preConsent: input.form.isWithoutConsent))
    return try ConsultationRecords.add(desk, consultation, number: number, form: input.form, caseFile: caseFile, resident: resident)
  }

  /// What is remembered with a choice: it holds only for the person it was made for.
  static func terms(_ person: PersonFacts) -> String {
    let name = person.name
    return [name?.written, name?.kana, person.birth.stored].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "／")
  }

  private static func choice(_ desk: WritingDesk, _ input: ConsultationInput) throws -> SamePersonChoice {
    let decidedFor = input.fields["same_for"]
    let holds = decidedFor.utf8.elementsEqual(terms(input.person).utf8)
    if let chosen = SamePersonChoice(input.fields["same"]) {
      // From the case page one goes on in a case whatever the form then says.
      if case .caseFile = chosen, decidedFor.isEmpty { return chosen }
      if holds { return chosen }
    }
    let finding = try SamePersonQueries.find(desk, desk.scope, input.person)
    if finding.isEmpty { return .newPerson }
    throw SamePersonQuestion(staff: desk.staff, finding: finding, terms: terms(input.person))
  }

  /// The row that a new case points to. What another agency took in is joined by identity only: the row is the own agency's.
  private static func resident(_ desk: WritingDesk, _ input: ConsultationInput, _ choice: SamePersonChoice) throws -> ResidentID? {
    var registration = input.registration
    var identity: ResidentID?
    if case .resident(let id) = choice {
      guard try SamePersonQueries.isInReach(desk, desk.scope, id) else { throw desk.denied("resident \(id)") }
      if let own = try OwnResidentQueries.row(desk, desk.scope, of: id) { return own }
      identity = try OwnResidentQueries.identity(desk, of: id)
      registration = try completed(desk, input, from: id)
    } else {
      guard !input.person.isBlank else { return nil }
      if choice == .onRecord { identity = try SamePersonQueries.find(desk, desk.scope, input.person).onRecord?.identity }
    }
    let id = try ResidentRecords.register(desk.writing, registration, by: desk.staff.agencyID, sameAs: identity)
    desk.note("resident \(id)")
    return id
  }

  /// What was typed; a name, reading or date of birth left empty is what the question 「同じ人かもしれません」 showed of the chosen person.
  private static func completed(
    _ desk: WritingDesk, _ input: ConsultationInput, from id: ResidentID
  ) throws -> ResidentRecords.Registration {
    var registration = input.registration
    let candidates = try SamePersonQueries.find(desk, desk.scope, input.person).candidates
    guard let shown = candidates.first(where: { $0.resident.id == id })?.resident.person else { return registration }
    let name = registration.name.isEmpty ? shown.name : registration.name
    let kana = registration.kana.isEmpty ? shown.kana : registration.kana
    registration.facts.name = name.isEmpty && kana.isEmpty ? nil : PersonName(written: name, kana: kana.isEmpty ? nil : kana)
    if registration.facts.birth == .unknown { registration.facts.birth = shown.facts.birth }
    return registration
  }

  private static func goOn(
    _ desk: WritingDesk, _ input: ConsultationInput, _ consultation: Consultation, number: String, in file: OpenedFile
  ) throws -> ConsultationID {
    try identify(desk, input, in: file)
    let resident = try ResidentQueries.principal(desk.reading, of: file)
    let before = try HouseholdQueries.household(desk, of: file)
    let known = try before.map { try OwnResidentQueries.members(desk, of: $0) } ?? []
    if let resident, let household = try register(desk, household: input.rows, of: resident, in: before, known: known), before == nil {
      try CaseFileRecords.place(desk, file.id, household: household)
    }
    let id = try ConsultationRecords.add(desk, consultation, number: number, form: input.form, caseFile: file.id, resident: resident)
    try CaseFileRecords.touch(desk, file.id)
    return id
  }

  /// A name given later tells whose case it is. Only the agency that opened the case says so, and only where nobody was known.
  static func identify(_ desk: WritingDesk, _ input: ConsultationInput, in file: OpenedFile) throws {
    guard input.person.name != nil, try ResidentQueries.principal(desk.reading, of: file) == nil,
      try CaseFileQueries.standing(desk, file).isOwn
    else { return }
    let id = try ResidentRecords.register(desk.writing, input.registration, by: desk.staff.agencyID)
    try CaseFileRecords.identify(desk, file.id, resident: id, name: input.registration.name)
    try ConsultationRecords.identify(desk, in: file.id, resident: id)
    desk.note("resident \(id)")
  }

  /// The people of whom this agency may know now that they live with the chosen person.
  private static func alike(_ desk: WritingDesk, _ choice: SamePersonChoice) throws -> [OwnResidentQueries.Housemate] {
    guard case .resident(let id) = choice else { return [] }
    return try OwnResidentQueries.housemates(desk, desk.scope, of: id)
  }

  /// Members with a name become residents of their own, unless they are `known`. A case without a household gets one that is only its own.
  private static func register(
    _ desk: WritingDesk, household rows: [HouseholdRow], of principal: ResidentID, in household: HouseholdID? = nil,
    known: [OwnResidentQueries.Housemate]
  ) throws -> HouseholdID? {
    let named = rows.filter { $0.relation != .person && $0.facts.name != nil }
    guard !named.isEmpty else { return nil }
    let stays = try named.map { row in
      let same = known.first { SamePerson.likeness(row.facts, $0.known.person.facts).map { $0.degree >= .strong } ?? false }
      let own = same.flatMap { $0.isOwn ? $0.known.id : nil }
      return HouseholdRecords.Stay(
        resident: try own
          ?? ResidentRecords.register(desk.writing, .init(row.facts), by: desk.staff.agencyID, sameAs: same?.identity),
        relation: row.relation?.rawValue ?? "", relationNote: row.relationNote, livesTogether: row.livesTogether, note: row.note)
    }
    return try HouseholdRecords.addFromConsultation(desk, to: household, principal: principal, stays)
  }

  private static func label(_ name: String?, _ consultation: Consultation, number: String) -> String {
    if let name, !name.isEmpty { return name }
    if let kana = consultation.person.name?.kana, !kana.isEmpty { return kana }
    return consultation.description.isEmpty ? "匿名の相談（\(number)）" : consultation.description
  }
}

extension WritingDesk {
  /// Takes in what a browser sent on one of the forms (「相談の受付」).
  ///
  /// Throws ``FieldErrors``, or the question whether it is the same person as somebody on record.
  @discardableResult @_spi(SampleTown)
  public func receive(_ fields: Fields) throws -> ConsultationID {
    let form = try IntakeRoutes.intakeForm(self, fields["form"])
    let input = ConsultationInput(fields, form: form, catalogue: visit.office.catalogue, today: today)
    let id = try Reception.record(self, input)
    try DraftRecords.discard(self, id: fields.draftID)
    return id
  }
}
