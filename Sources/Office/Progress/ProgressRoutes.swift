import Casework

/// 実施の状況 and モニタリング.
enum ProgressRoutes {
  static func add(to doors: Doors) {
    doors.page("/coordinations/:id/progress", .seeProgress) { visit in .page(try await page(visit, FormView()).html) }
    doors.act("/coordinations/:id/progress", .reportProgress) { visit in
      try await answering(visit) { desk, view in
        let input = ProgressInput(desk.visit.form)
        guard let role = view.roles.first(where: { $0.role == input.role }), role.isOwn || view.coordination.isCoordinator else {
          throw desk.denied("progress of coordination \(view.coordination.id)")
        }
        try ProgressRecords.add(desk, view.coordination, role, try input.report())
      }
    }
    doors.act("/coordinations/:id/progress/inquiry", .monitorPlan) { visit in
      try await answering(visit) { desk, view in
        guard view.coordination.isCoordinator else { throw desk.denied("coordination \(view.coordination.id)") }
        var reader = FieldReader(form: desk.visit.form, today: desk.today)
        let due = reader.day("due")
        if let problem = reader.problems.first { throw problem }
        let task = FollowUpTask(what: ProgressWording.asked(view.coordination.number), due: due, assignee: nil, done: nil)
        for agency in try ProgressInput(desk.visit.form).asked(of: view.askable) {
          try TaskRecords.ask(desk, view.coordination.file.id, of: agency, task)
        }
      }
    }
    doors.page("/plans/:id/monitoring/new", .monitorPlan) { visit in .page(try await monitoring(visit, nil).html) }
    doors.act("/plans/:id/monitoring", .monitorPlan) { visit in
      do {
        return try await visit.perform { try record($0) }
      } catch let errors as FieldErrors {
        return .invalid(try await monitoring(visit, FormView(visit.form, problems: errors.problems)).html)
      }
    }
  }

  private static func page(_ visit: Visit, _ form: FormView) async throws -> ProgressPage {
    let id: CoordinationID = try visit.id("id")
    return try await visit.read { desk in
      ProgressPage(chrome: desk.chrome, view: try ProgressView.read(desk, try desk.openCoordination(id)), form: form)
    }
  }

  /// Does it while a plan runs, or shows the page again with everything typed.
  private static func answering(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, ProgressView) throws -> Void) async throws
    -> Answer
  {
    let id: CoordinationID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let view = try ProgressView.read(desk, try desk.openCoordination(id))
        do {
          guard view.isRunning else { throw ProgressWording.notRunning }
          try body(desk, view)
        } catch let problem as FieldProblem {
          throw FieldErrors([problem], staff: desk.staff)
        }
        return "/coordinations/\(id)/progress"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await page(visit, FormView(visit.form, problems: errors.problems)).html)
    }
  }

  private static func monitoring(_ visit: Visit, _ form: FormView?) async throws -> MonitoringPage {
    try await visit.read { desk in
      let (view, plan) = try opened(desk)
      let form = try form ?? FormView(try DraftQueries.starting(desk, MonitoringPage.blank(view, today: desk.today)))
      return MonitoringPage(chrome: desk.chrome, view: view, plan: plan, form: form)
    }
  }

  private static func record(_ desk: WritingDesk) throws -> String {
    let (view, plan) = try opened(desk)
    guard view.isRunning else { throw FieldErrors([ProgressWording.notRunning], staff: desk.staff) }
    let (monitoring, problems) = ProgressInput(desk.visit.form).monitoring(planned: view.daysAhead, today: desk.today)
    guard problems.isEmpty else { throw FieldErrors(problems, staff: desk.staff) }
    try MonitoringRecords.add(desk, view.coordination, plan, monitoring)
    try DraftRecords.discard(desk, id: desk.visit.form.draftID)
    return "/coordinations/\(view.coordination.id)/progress#monitoring"
  }

  /// The plan being carried out, for the coordinator alone. An earlier plan leads to the refusal that says so.
  private static func opened(_ desk: Desk) throws -> (ProgressView, RunningPlan) {
    let review = try desk.openReview(of: try desk.visit.id("id"))
    guard review.coordination.isCoordinator else { throw desk.denied("plan \(review.plan)") }
    let view = try ProgressView.read(desk, review.coordination)
    guard let plan = view.plan, plan.id == review.plan, view.isRunning else {
      throw FieldErrors([ProgressWording.notRunning], staff: desk.staff)
    }
    return (view, plan)
  }
}
