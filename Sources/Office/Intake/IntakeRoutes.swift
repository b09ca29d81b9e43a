import Casework

/// 相談を受ける: the form in its three kinds, the search before create, the record.
enum IntakeRoutes {
  static func add(to doors: Doors) {
    doors.page("/consultations/new", .recordConsultation) { visit in
      .page(try await visit.read { desk in try page(desk, try starting(desk)) }.html)
    }
    doors.act("/consultations/new", .recordConsultation) { visit in
      let fields = changed(visit.form)
      return .page(try await visit.read { desk in try page(desk, fields) }.html)
    }
    doors.act("/consultations/candidates", .findResident) { visit in
      .page(try await visit.read { desk in try page(desk, visit.form, search: true) }.html)
    }
    doors.act("/consultations", .recordConsultation) { visit in try await record(visit) }
    ConsultationRoutes.add(to: doors)
  }

  private static func record(_ visit: Visit) async throws -> Answer {
    do {
      return try await visit.perform { desk in "/consultations/\(try desk.receive(desk.visit.form))" }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { desk in try page(desk, visit.form, problems: errors.problems) }.html)
    } catch is SamePersonQuestion {
      return .invalid(try await visit.read { desk in try page(desk, visit.form, search: true, mustDecide: true) }.html)
    }
  }

  /// The fields a new form begins with: a draft, a consultation that goes on in a case, or the blank form asked for.
  private static func starting(_ desk: Desk) throws -> Fields {
    let query = desk.visit.query
    var fields = try DraftQueries.starting(desk)
    if fields["form"].isEmpty {
      let draft = fields["draft"]
      fields = ConsultationFormPage.blank(try intakeForm(desk, query["form"]), today: desk.today)
      if !draft.isEmpty { fields.set("draft", draft) }
    }
    if let number = Int(query["case"]) { fields.set("same", "case:\(try desk.open(CaseFileID(number)).id)") }
    return fields
  }

  /// Answers to the buttons that change the form itself: another form, more rows.
  private static func changed(_ sent: Fields) -> Fields {
    var fields = sent
    if IntakeForm.all.contains(sent["switch"]) { fields.set("form", sent["switch"]) }
    return fields.withMoreRows()
  }
}

extension IntakeRoutes {
  static func intakeForm(_ desk: Desk, _ id: String) throws -> IntakeForm {
    let catalogue = desk.visit.office.catalogue
    guard let form = IntakeForm(catalogue, id: id.isEmpty ? IntakeForm.application : id, on: desk.today) else { throw desk.denied("form") }
    return form
  }

  private static func page(
    _ desk: Desk, _ fields: Fields, problems: [FieldProblem] = [], search: Bool = false, mustDecide: Bool = false
  ) throws -> ConsultationFormPage {
    let form = try intakeForm(desk, fields["form"])
    let input = ConsultationInput(fields, form: form, catalogue: desk.visit.office.catalogue, today: desk.today)
    let goesOnIn = try goesOn(desk, fields, isSearching: search)
    var page = ConsultationFormPage(
      chrome: desk.chrome, purpose: .new(forms: IntakeForm.choices(desk.visit.office.catalogue, on: desk.today)), intake: form,
      questions: try questions(desk, form, FormView(fields, problems: problems)))
    page.carried = carried(desk, fields, past: form)
    page.goesOnIn = goesOnIn
    if search || (goesOnIn == nil && !fields["same_for"].isEmpty) {
      page.samePerson = try samePerson(desk, input, chosen: fields["same"], mustDecide: mustDecide)
    }
    if fields["show"] == "prompts" { page.prompts = prompts(input, today: desk.today) }
    return page
  }

  /// What was typed on another form and is not asked on this one: it rides along unseen, so that switching back shows it again.
  private static func carried(_ desk: Desk, _ fields: Fields, past form: IntakeForm) -> [Fields.Pair] {
    let forms = IntakeForm.all.compactMap { IntakeForm(desk.visit.office.catalogue, id: $0, on: desk.today) }
    let elsewhere = Set(forms.flatMap { $0.fields.map(\.id) }).subtracting(form.fields.map(\.id))
    return fields.pairs.filter { !$0.value.isEmpty && elsewhere.contains(String($0.name.prefix { $0 != "." })) }
  }

  private static func goesOn(_ desk: Desk, _ fields: Fields, isSearching: Bool) throws -> OpenedFile? {
    guard !isSearching, fields["same_for"].isEmpty, case .caseFile(let id) = SamePersonChoice(fields["same"]) else { return nil }
    return try desk.open(id)
  }

  private static func samePerson(_ desk: Desk, _ input: ConsultationInput, chosen: String, mustDecide: Bool) throws -> SamePersonPart {
    let terms = Reception.terms(input.person)
    desk.note(detail: "同じ人の確認：\(terms)")
    let finding = try SamePersonQueries.find(desk, desk.scope, input.person)
    let stillHolds = input.fields["same_for"].utf8.elementsEqual(terms.utf8)
    return SamePersonPart(
      finding: finding, asked: input.person, chosen: stillHolds || !chosen.hasPrefix("new") ? chosen : "", today: desk.today,
      mustDecide: mustDecide)
  }

  static func questions(_ desk: Desk, _ form: IntakeForm, _ view: FormView) throws -> QuestionPart {
    form.questions(
      view, lists: desk.visit.office.catalogue,
      settled: [
        IntakeField.receivedBy: desk.staff.name, IntakeField.receivingOrg: desk.staff.agencyName,
        IntakeField.consentTextVersion: "\(form.definition.title) 第\(form.definition.version)版",
      ],
      agencies: try ConsultationQueries.agencies(desk), today: desk.today)
  }

  static func prompts(_ input: ConsultationInput, today: CivilDate) -> [Prompt] {
    var marks = Concerns()
    if case .concerns(let kept) = input.answers[IntakeField.concerns] { marks = kept }
    return HiddenTrouble.prompts(
      concerns: marks.codes, household: HouseholdRow.members(input.answers), callerKind: input.caller?.kind, answers: input.answers,
      text: input.text(IntakeField.concernText) ?? input.text(IntakeField.wish) ?? "", today: today)
  }
}

extension IntakeForm {
  /// The forms a reception may be taken on, by the names the municipality gave them.
  static func choices(_ catalogue: FormCatalogue, on date: CivilDate) -> [(id: String, title: String)] {
    all.compactMap { id in catalogue.definition(id: id, on: date).map { (id, $0.title) } }
  }
}
