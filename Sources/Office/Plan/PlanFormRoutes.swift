import Casework

/// プランを書く: the form, more rows, saving, putting it to the meeting.
enum PlanFormRoutes {
  static func add(to doors: Doors) {
    doors.page("/plans/:id/edit", .writePlan) { visit in
      let id: PlanID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id, try starting(desk, id)) }.html)
    }
    doors.act("/plans/:id/edit", .writePlan) { visit in
      let id: PlanID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id, FormView(try withMore(desk, id))) }.html)
    }
    doors.act("/plans/:id", .writePlan) { visit in
      try await answering(visit) { desk, id in try desk.savePlan(id, desk.visit.form) }
    }
    doors.act("/plans/:id/submission", .writePlan) { visit in
      try await answering(visit) { desk, id in try desk.submitPlan(id, desk.visit.form) }
    }
  }

  /// Does it, or shows the form again with everything typed: what is wrong (422), what a colleague saved (409).
  private static func answering(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, PlanID) throws -> Void) async throws -> Answer {
    let id: PlanID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try body(desk, id)
        return "/plans/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { desk in try form(desk, id, try again(desk, id, errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { desk in try conflict(desk, id) }.html)
    }
  }

  /// What the form starts with: a draft of the person, or the plan as it is saved.
  private static func starting(_ desk: Desk, _ id: PlanID) throws -> FormView {
    let plan = try desk.openPlan(id)
    return FormView(try DraftQueries.starting(desk, PlanFields(try PlanQueries.view(desk, plan).draft, version: plan.version).fields))
  }

  /// What was typed; rows are numbered as the sentences number them. Without a form, the plan as it is saved.
  private static func again(_ desk: Desk, _ id: PlanID, _ problems: [FieldProblem]) throws -> FormView {
    let sent = desk.visit.form
    guard sent.isOn("with_form") else { return FormView(try starting(desk, id).fields, problems: problems) }
    let input = try input(desk, try desk.openPlan(id), sent)
    guard input.problems.isEmpty else { return FormView(sent, problems: problems) }
    var fields = PlanFields(input.draft, version: sent.version ?? 0).fields
    for name in ["draft", "find_agency", "taken"] { fields.set(name, sent[name]) }
    return FormView(fields, problems: problems)
  }

  /// The fields with more rows, or with what a meeting settled; pressed twice it is the same.
  private static func withMore(_ desk: Desk, _ id: PlanID) throws -> Fields {
    let sent = desk.visit.form
    guard sent["more"].hasPrefix("meeting.") else { return PlanRowsPart.withMoreRows(sent) }
    let plan = try desk.openPlan(id)
    guard desk.mayWritePlan(plan.coordination) else { throw desk.denied("plan \(id)") }
    let wanted = sent["more"].dropFirst("meeting.".count)
    let offers = try PlanOfferQueries.offers(desk, plan.coordination, plan: plan.id)
    guard let offer = offers.first(where: { "\($0.id)" == wanted }) else { throw desk.denied("meeting item \(wanted.prefix(20))") }
    guard !PlanOfferPart.taken(sent).contains("\(offer.id)") else { return sent }
    var fields = PlanFields.adding(offer.additions(to: try input(desk, plan, sent).draft), to: sent)
    fields.set("taken", (PlanOfferPart.taken(sent).sorted() + ["\(offer.id)"]).joined(separator: ","))
    return fields
  }

  private static func conflict(_ desk: Desk, _ id: PlanID) throws -> PlanFormPage {
    var page = try form(desk, id, FormView(desk.visit.form))
    page.others = try PlanQueries.view(desk, page.plan)
    page.typed = try input(desk, page.plan, desk.visit.form).draft
    return page
  }

  private static func input(_ desk: Desk, _ plan: OpenedPlan, _ fields: Fields) throws -> PlanInput {
    let offered = try PlanAgencyQueries.offered(desk, plan.coordination, finding: fields.trimmed("find_agency"))
    return PlanInput(fields, agencies: Set(offered.choices.map(\.id)), today: desk.today)
  }

  /// The form of a plan that may still be written; a plan that may not answers with the sentence that says so.
  private static func form(_ desk: Desk, _ id: PlanID, _ form: FormView) throws -> PlanFormPage {
    let plan = try desk.openPlan(id)
    guard desk.mayWritePlan(plan.coordination) else { throw desk.denied("plan \(id)") }
    let state = try PlanQueries.state(desk, plan)
    if let refusal = state.editRefusal { throw FieldErrors([refusal], staff: desk.staff) }
    let offers = try PlanOfferQueries.offers(desk, plan.coordination, plan: plan.id)
    let shown = try input(desk, plan, form.fields).draft
    return PlanFormPage(
      chrome: desk.chrome, plan: plan, state: state,
      agencies: try PlanAgencyQueries.offered(desk, plan.coordination, finding: form.fields.trimmed("find_agency")),
      offers: PlanOfferPart(plan: plan, offers: offers, draft: shown, fields: form.fields), form: form,
      previous: try PlanQueries.previous(desk, plan.coordination, before: plan.round)?.draft)
  }
}
