import Casework

/// What a browser sends for a consultation → ``Consultation``, or every field that is wrong, everything typed kept.
struct ConsultationInput: Sendable {
  let fields: Fields
  let form: IntakeForm
  let answers: Answers
  let unreadable: [FieldProblem]
  private let catalogue: FormCatalogue
  /// The day that decides which codes are on offer.
  private let day: CivilDate

  init(_ fields: Fields, form: IntakeForm, catalogue: FormCatalogue, today: CivilDate, before: Answers = Answers(), day: CivilDate? = nil) {
    self.fields = fields
    self.form = form
    self.catalogue = catalogue
    self.day = day ?? today
    let read = AnswersInput(
      fields, fields: form.fields, marked: [form.ranked.id], settled: IntakeField.settled, catalogue: catalogue, today: today,
      before: before)
    var answers = read.answers
    // The marks of つなぐシート are a list of their own (C-01b).
    if let marks = read.marks[form.ranked.id] {
      answers[IntakeField.mainTrouble] = marks.main.map { .text($0) }
      answers[IntakeField.concerns] = .concerns(marks.national(in: form.ranked.kind.list.flatMap { catalogue.list($0) }))
    }
    self.answers = answers
    unreadable = read.problems
  }

  /// The consultation that was typed. Throws every problem at once, in the order of the page.
  func received(by staff: StaffMember, on today: CivilDate) throws(FieldErrors) -> Consultation {
    var problems = unreadable + numbersNotAllowed + catalogue.check(answers, form: form.definition, complete: true, on: day)
    let draft = draft(&problems)
    do {
      let consultation = try Consultation.received(draft, by: ActingStaff(staff: staff.id, agency: staff.agencyID), on: today)
      guard problems.isEmpty else { throw FieldErrors(inPageOrder(problems), staff: staff) }
      return consultation
    } catch let refusal as IntakeRefusal {
      problems += refusal.problems.map { $0.fieldID == Concerns.field ? FieldProblem(form.ranked.id, $0.sentence) : $0 }
      throw FieldErrors(inPageOrder(problems), staff: staff)
    } catch {
      throw FieldErrors(inPageOrder(problems), staff: staff)
    }
  }

  /// Who it is about, as far as that can be read: for the search before create.
  var person: PersonFacts {
    let name = text(IntakeField.name)
    let kana = text(IntakeField.nameKana)
    var facts = PersonFacts()
    facts.name = name == nil && kana == nil ? nil : PersonName(written: name ?? "", kana: kana)
    if case .choice(let code, _) = answers[IntakeField.sex] { facts.sex = Sex(rawValue: code) }
    if case .partialDate(let birth) = answers[IntakeField.birthDate] { facts.birth = birth }
    facts.address = text(IntakeField.address)
    facts.noFixedAddress = answers[IntakeField.noFixedAddress] == .flag(true)
    facts.phoneHome = text(IntakeField.phoneHome)
    facts.phoneMobile = text(IntakeField.phoneMobile)
    facts.email = text(IntakeField.email)
    return facts
  }

  /// What a resident's record is made from.
  var registration: ResidentRecords.Registration {
    var registration = ResidentRecords.Registration(person)
    if case .choice(_, let other) = answers[IntakeField.sex] { registration.sexNote = other ?? "" }
    registration.phoneNote = text("contact_note") ?? ""
    return registration
  }

  var rows: [HouseholdRow] { HouseholdRow.rows(answers) }

  func text(_ field: String) -> String? { answers[field]?.text }
}

extension ConsultationInput {
  private func draft(_ problems: inout [FieldProblem]) -> ConsultationDraft {
    var draft = ConsultationDraft()
    if case .date(let date) = answers[IntakeField.receivedOn] { draft.receivedOn = date }
    if let time = text(IntakeField.receivedAt) {
      draft.receivedAt = ClockTime(time)
      if draft.receivedAt == nil { problems.append(FieldProblem(IntakeField.receivedAt, "受付時刻は「9:30」のように入力してください。")) }
    }
    draft.channel = code(IntakeField.channel)
    draft.caller = caller
    draft.person = person
    draft.anonymous = answers[IntakeField.anonymous] == .flag(true)
    draft.description = text(IntakeField.description) ?? ""
    if case .concerns(let marks) = answers[IntakeField.concerns] { draft.concerns = marks }
    draft.concernText = text(IntakeField.concernText) ?? text(IntakeField.wish) ?? ""
    draft.consent = consent
    draft.urgency = code(IntakeField.urgency).flatMap(Urgency.init)
    if case .agency(let agency) = answers[IntakeField.referrerOrg] { draft.referrer = agency }
    draft.referrerPerson = text(IntakeField.referrerPerson) ?? ""
    draft.answers = answers
    return draft
  }

  var caller: Caller? {
    guard case .choice(let code, let words) = answers[IntakeField.callerRelation] else { return nil }
    let relation = self.code(IntakeField.callerFamilyRelation).flatMap(Relation.init)
    return CallerKind(code: code, relation: relation, words: words ?? "").map {
      Caller($0, name: text(IntakeField.callerName), phone: text(IntakeField.callerPhone))
    }
  }

  /// Left empty, the consent block means 未定: nothing is forced.
  private var consent: ConsentChoice {
    if form.isWithoutConsent {
      var words = ""
      if case .choice(_, let other) = answers[IntakeField.noConsentReason] { words = other ?? "" }
      return .notObtained(
        NoConsent(
          reason: code(IntakeField.noConsentReason) ?? "", reasonNote: words, source: text(IntakeField.infoSource) ?? "",
          outlook: text(IntakeField.consentOutlook) ?? "",
          requestSupportMeeting: answers[IntakeField.requestSupportMeeting] != .flag(false),
          risk: text(IntakeField.disclosureRisk) ?? ""))
    }
    let asked = [IntakeField.consentOn, IntakeField.consentSignature, IntakeField.consentExplainedBy, IntakeField.consentExclusions]
    guard form.asksConsent, asked.contains(where: { answers[$0] != nil }) else { return .undecided }
    var on: CivilDate?
    if case .date(let date) = answers[IntakeField.consentOn] { on = date }
    return .applied(
      ConsentApplication(
        consentTextVersion: form.consentTextVersion, on: on, how: howConsented, explainedBy: text(IntakeField.consentExplainedBy) ?? "",
        exclusions: text(IntakeField.consentExclusions) ?? ""))
  }

  private var howConsented: ConsentForm? {
    switch code(IntakeField.consentSignature) {
    case "signature": .signature
    case "oral": .oral
    case "proxy": .proxy(writer: text(IntakeField.proxyWriter) ?? "", reason: text(IntakeField.proxyReason) ?? "")
    default: nil
    }
  }

  private func code(_ field: String) -> String? {
    if case .choice(let code, _) = answers[field] { code } else { nil }
  }

  /// マイナンバー has no place here: whatever looks like one must go before anything is stored.
  private var numbersNotAllowed: [FieldProblem] {
    let ids = Set(form.fields.map(\.id) + [IntakeField.correctionReason])
    return fields.individualNumbers { ids.contains($0) ? form.label($0) : nil }
  }

  /// One sentence a field, in the order in which the page asks.
  private func inPageOrder(_ problems: [FieldProblem]) -> [FieldProblem] { problems.inPageOrder(form.fields) }
}
