import Casework

/// 情報提供の依頼: asking, one's own list, the one plain page, answering, taking over.
enum InformationRequestRoutes {
  /// Answered requests that the list still shows.
  private static let linesShown = 100

  static func add(to doors: Doors) {
    doors.page("/coordinations/:id/information-requests/new", .requestInformation) { visit in
      let id: CoordinationID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id) }.html)
    }
    doors.act("/coordinations/:id/information-requests", .requestInformation) { visit in try await ask(visit) }
    doors.page("/information-requests", .seeInformationRequests) { visit in
      .page(
        try await visit.read { desk in
          InformationRequestListPage(
            chrome: desk.chrome, today: desk.today,
            waiting: try InformationRequestQueries.waitingFor(desk, desk.scope, limit: linesShown),
            answered: try InformationRequestQueries.answered(desk, desk.scope, limit: linesShown))
        }.html)
    }
    doors.page("/information-requests/:id", .seeInformationRequests) { visit in
      let id: InformationRequestID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, id) }.html)
    }
    doors.act("/information-requests/:id/answer", .answerInformation) { visit in
      if visit.form.isOn("more") { return try await again(visit, FormView(visit.form.withMoreRows())) }
      return try await close(visit) { desk, request in try desk.answerInformation(request) }
    }
    doors.act("/information-requests/:id/refusal", .answerInformation) { visit in
      try await close(visit) { desk, request in try desk.declineInformation(request) }
    }
    doors.act("/information-requests/:id/withdrawal", .requestInformation) { visit in
      try await close(visit) { desk, request in try desk.withdrawInformationRequest(request) }
    }
    doors.act("/information-requests/:id/adoption", .writeAssessment) { visit in
      try await close(visit) { desk, request in try desk.adoptAnswers(request, fields: desk.visit.form.all("field")) }
    }
  }

  private static func ask(_ visit: Visit) async throws -> Answer {
    let id: CoordinationID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.requestInformation(try desk.openCoordination(id))
        return "/coordinations/\(id)/assessment#requests"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in try form(desk, id, sent: FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  /// Does one thing to a request; the agency that was asked stays on its page, who asks goes back to the assessment.
  private static func close(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, OpenedInformationRequest) throws -> Void
  ) async throws -> Answer {
    let id: InformationRequestID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let request = try desk.openInformationRequest(id)
        try body(desk, request)
        return request.isAsked ? "/information-requests" : "/coordinations/\(request.coordination)/assessment"
      }
    } catch let errors as FieldErrors {
      let view = FormView(visit.form, problems: errors.problems)
      return .invalid(try await visit.read { desk in try page(desk, id, sent: view) }.html)
    } catch is EditConflict {
      return .conflict(
        try await visit.read { desk in
          var page = try page(desk, id, sent: FormView(visit.form))
          page.isConflict = true
          return page
        }.html)
    }
  }
}

extension InformationRequestRoutes {
  private static func form(_ desk: Desk, _ id: CoordinationID, sent: FormView? = nil) throws -> InformationRequestFormPage {
    let coordination = try desk.openCoordination(id)
    guard coordination.isCoordinator else { throw desk.denied("information requests of coordination \(id)") }
    let due = desk.today.adding(days: desk.visit.office.settings.answerDays)
    return InformationRequestFormPage(
      chrome: desk.chrome, coordination: coordination,
      definition: try AssessmentQueries.form(desk, AssessmentQueries.record(desk, coordination)),
      targets: try InformationRequestQueries.targets(desk, coordination),
      consent: try ConsentStateQueries.ofPerson(desk, coordination.file).state,
      form: try sent ?? FormView(DraftQueries.starting(desk, Fields([("due_on", due.warekiShort)]))))
  }

  private static func again(_ visit: Visit, _ view: FormView) async throws -> Answer {
    let id: InformationRequestID = try visit.id("id")
    return .page(try await visit.read { desk in try page(desk, id, sent: view) }.html)
  }

  private static func page(_ desk: Desk, _ id: InformationRequestID, sent: FormView? = nil) throws -> InformationRequestPage {
    let request = try desk.openInformationRequest(id)
    let view = try InformationRequestQueries.view(desk, request)
    let lists = desk.visit.office.catalogue
    let form = try sent ?? FormView(DraftQueries.starting(desk, AnswerFields(view.answers, fields: view.questions).fields))
    let section = FormSection(id: "asked", title: "聞かれている項目", fields: view.questions)
    return InformationRequestPage(
      chrome: desk.chrome, today: desk.today, lists: lists, view: view,
      questions: QuestionPart(
        form: form, sections: view.questions.isEmpty ? [] : [section], lists: lists, agencies: try ConsultationQueries.agencies(desk),
        today: desk.today, moreAt: "/information-requests/\(id)/answer"))
  }
}
