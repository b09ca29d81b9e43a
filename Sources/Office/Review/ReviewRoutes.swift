import Casework

/// 評価 (様式2-2) and what follows from its result.
enum ReviewRoutes {
  static func add(to doors: Doors) {
    doors.page("/plans/:id/review", .seeReview) { visit in .page(try await page(visit).html) }
    doors.page("/plans/:id/review/edit", .reviewPlan) { visit in
      let page = try await visit.read { desk -> ReviewFormPage? in
        let view = try own(desk)
        guard view.standing.mayChange else { return nil }
        let start = view.saved.map { ReviewFields($0.review, version: $0.version).fields } ?? blank(desk, view)
        return ReviewFormPage(chrome: desk.chrome, view: view, form: FormView(try DraftQueries.starting(desk, start)))
      }
      let id: PlanID = try visit.id("id")
      return page.map { .page($0.html) } ?? .redirect("/plans/\(id)/review")
    }
    doors.act("/plans/:id/review", .reviewPlan) { visit in try await saving(visit, completes: false) }
    doors.act("/plans/:id/review/completion", .reviewPlan) { visit in try await saving(visit, completes: true) }
    addSteps(to: doors)
  }

  private static func addSteps(to doors: Doors) {
    doors.act("/plans/:id/replanning", .moveCoordination) { visit in
      try await stepping(visit, .replan) { "/coordinations/\($0.coordination.id)/plan" }
    }
    doors.act("/plans/:id/closure", .moveCoordination) { visit in
      try await stepping(visit, .close) { "/coordinations/\($0.coordination.id)" }
    }
    doors.act("/plans/:id/interruption", .moveCoordination) { visit in
      try await stepping(visit, .interrupt) { "/coordinations/\($0.coordination.id)" }
    }
  }

  /// A review that the viewer's agency writes; anybody else's is nobody's.
  private static func own(_ desk: Desk) throws -> ReviewView {
    let opened = try desk.openReview(of: try desk.visit.id("id"))
    guard opened.coordination.isCoordinator else { throw desk.denied("review of plan \(opened.plan)") }
    return try ReviewView.read(desk, opened)
  }

  private static func blank(_ desk: Desk, _ view: ReviewView) -> Fields {
    ReviewFields.blank(view.plan, result: PlanReviewResult(rawValue: desk.visit.query["result"]), today: desk.today)
  }

  private static func page(_ visit: Visit, problems: [FieldProblem] = []) async throws -> ReviewPage {
    try await visit.read { desk in
      let opened = try desk.openReview(of: try desk.visit.id("id"))
      return ReviewPage(chrome: desk.chrome, view: try ReviewView.read(desk, opened), problems: problems)
    }
  }

  /// Saves, or shows the form again with everything typed: what is wrong (422), what a colleague saved (409).
  private static func saving(_ visit: Visit, completes: Bool) async throws -> Answer {
    do {
      return try await visit.perform { try save($0, completes: completes) }
    } catch let errors as FieldErrors {
      return .invalid(try await again(visit, FormView(visit.form, problems: errors.problems)).html)
    } catch is EditConflict {
      var page = try await again(visit, FormView(visit.form))
      page.others = page.view.saved.map { ReviewFields($0.review, version: $0.version).fields }
      return .conflict(page.html)
    }
  }

  private static func again(_ visit: Visit, _ form: FormView) async throws -> ReviewFormPage {
    try await visit.read { desk in ReviewFormPage(chrome: desk.chrome, view: try own(desk), form: form) }
  }

  private static func save(_ desk: WritingDesk, completes: Bool) throws -> String {
    let view = try own(desk)
    let form = desk.visit.form
    if let problem = view.standing.problem { throw FieldErrors([problem], staff: desk.staff) }
    let input = ReviewInput(
      form, plan: view.plan, form: view.form, offered: Set(view.agencies.flatMap(\.options).map(\.code)), today: desk.today)
    let problems = completes ? input.completing(view.plan, today: desk.today) : input.problems
    guard problems.isEmpty else { throw FieldErrors(problems, staff: desk.staff) }
    try ReviewRecords.save(
      desk, view.opened, input.review, form: view.form, version: form.version ?? 0, completes: completes)
    try DraftRecords.discard(desk, id: form.draftID)
    return "/plans/\(view.opened.plan)/review"
  }

  /// Moves the case by the rule; what the rule misses is shown on the page of the review.
  private static func stepping(
    _ visit: Visit, _ act: CoordinationAct, _ next: @escaping @Sendable (OpenedReview) -> String
  ) async throws -> Answer {
    do {
      return try await visit.perform { desk in
        let view = try own(desk)
        guard view.coordination.round == view.opened.round else {
          throw FieldErrors([ReviewStanding.used.problem].compactMap { $0 }, staff: desk.staff)
        }
        let words = act == .interrupt ? view.saved.map { ReviewWording.interruption($0.review) } ?? "" : ""
        try CoordinationRecords.step(desk, view.coordination, CoordinationStep(act, side: .coordinator, words: words))
        return next(view.opened)
      }
    } catch let errors as FieldErrors {
      return .invalid(try await page(visit, problems: errors.problems).html)
    }
  }
}
