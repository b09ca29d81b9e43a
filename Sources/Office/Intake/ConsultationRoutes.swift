import Casework

/// 相談受付: the list, one consultation, its correction, the questions that were asked.
enum ConsultationRoutes {
  static func add(to doors: Doors) {
    doors.page("/consultations", .seeConsultations) { visit in
      .page(try await visit.read { desk in try list(desk) }.html)
    }
    doors.page("/consultations/export", .exportCases) { visit in try await ConsultationExport.answer(visit) }
    doors.page("/consultations/:id", .seeConsultation) { visit in
      let id: ConsultationID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, id) }.html)
    }
    doors.act("/consultations/:id/prompts", .recordConsultation) { visit in
      let id: ConsultationID = try visit.id("id")
      return try await visit.perform { desk in
        let view = try own(desk, id)
        let rule = desk.visit.form["rule"]
        guard prompts(desk, view).contains(where: { $0.ruleID == rule }) else { throw desk.denied("prompt") }
        if !view.asked.contains(rule) { try ConsultationRecords.asked(desk, id, rules: view.asked + [rule]) }
        return "/consultations/\(id)"
      }
    }
    doors.page("/consultations/:id/edit", .correctConsultation) { visit in
      let id: ConsultationID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let view = try own(desk, id)
          return try form(desk, view, FormView(view.form.typed(view.answers)))
        }.html)
    }
    doors.act("/consultations/:id/edit", .correctConsultation) { visit in try await correct(visit) }
  }

  private static func correct(_ visit: Visit) async throws -> Answer {
    let id: ConsultationID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try Correction.record(desk, try own(desk, id))
        return "/consultations/\(id)"
      }
    } catch let errors as FieldErrors {
      let page = try await visit.read { desk in try form(desk, try own(desk, id), FormView(visit.form, problems: errors.problems)) }
      return .invalid(page.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { desk in try conflict(desk, try own(desk, id)) }.html)
    }
  }
}

extension ConsultationRoutes {
  /// A consultation that the own agency took; others may read it, not change it.
  private static func own(_ desk: Desk, _ id: ConsultationID) throws -> ConsultationView {
    let view = try ConsultationQueries.view(desk, id)
    guard view.agencyID == desk.staff.agencyID else { throw desk.denied("consultation \(id)") }
    return view
  }

  private static func list(_ desk: Desk) throws -> ConsultationListPage {
    let filter = ConsultationFilter(desk.visit.query, today: desk.today)
    return ConsultationListPage(
      chrome: desk.chrome, filter: filter, list: try ConsultationListQueries.list(desk, desk.scope, filter),
      concerns: desk.visit.office.list("C-01"))
  }

  private static func page(_ desk: Desk, _ id: ConsultationID) throws -> ConsultationPage {
    let view = try ConsultationQueries.view(desk, id)
    return ConsultationPage(
      chrome: desk.chrome, lists: desk.visit.office.catalogue, view: view, prompts: prompts(desk, view),
      referrer: try ConsultationQueries.agencyName(desk, view.answers), canCorrect: view.agencyID == desk.staff.agencyID)
  }

  private static func prompts(_ desk: Desk, _ view: ConsultationView) -> [Prompt] {
    let input = ConsultationInput(
      view.form.typed(view.answers), form: view.form, catalogue: desk.visit.office.catalogue, today: desk.today,
      before: view.answers)
    return IntakeRoutes.prompts(input, today: desk.today)
  }

  private static func form(_ desk: Desk, _ view: ConsultationView, _ form: FormView) throws -> ConsultationFormPage {
    let version = Int(form.fields["version"]) ?? view.version
    return ConsultationFormPage(
      chrome: desk.chrome, purpose: .correction(view.id, number: view.number, version: version), intake: view.form,
      questions: try IntakeRoutes.questions(desk, view.form, form))
  }

  /// What this editor changed beside what the other person saved; sending again then replaces that, and nothing else.
  private static func conflict(_ desk: Desk, _ view: ConsultationView) throws -> ConsultationFormPage {
    let overlap = CorrectionOverlap(
      desk.visit.form, view, desk.visit.office.catalogue, agencies: try ConsultationQueries.agencies(desk), today: desk.today)
    var page = try form(desk, view, FormView(overlap.fields))
    page.conflict = ConflictPart(overlap: overlap, by: view.corrections.first).html
    return page
  }
}
