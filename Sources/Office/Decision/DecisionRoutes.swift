import Casework

/// 市の窓口: the queue, the decision, the receipt of a report.
enum DecisionRoutes {
  static func add(to doors: Doors) {
    doors.page("/decisions", .seeDecisions) { visit in
      .page(
        try await visit.read { desk in
          guard desk.staff.isProgrammeSection else { throw desk.denied("decisions") }
          return DecisionListPage(chrome: desk.chrome, desk: try DecisionListQueries.desk(desk, desk.scope))
        }.html)
    }
    doors.page("/plans/:id/decision", .decidePlan) { visit in
      let id: PlanID = try visit.id("id")
      let page = try await visit.read { desk -> DecisionFormPage? in
        let plan = try open(desk, id)
        guard plan.isPresent, plan.coordination.stage == .awaitingDecision else { return nil }
        return try DecisionFormQueries.page(desk, plan, FormView(try DecisionFormQueries.blank(desk, plan)))
      }
      return page.map { .page($0.html) } ?? .redirect("/plans/\(id)")
    }
    doors.act("/plans/:id/decision", .decidePlan) { visit in try await decide(visit) }
    doors.act("/plans/:id/report-receipt", .decidePlan) { visit in
      try await PlanRoutes.answering(visit) { desk, id in
        try desk.receiveReport(id)
        return "/plans/\(id)"
      }
    }
  }

  private static func decide(_ visit: Visit) async throws -> Answer {
    let id: PlanID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.decidePlan(id, desk.visit.form)
        return "/plans/\(id)"
      }
    } catch let errors as FieldErrors {
      let form = FormView(visit.form, problems: errors.problems)
      return .invalid(try await visit.read { desk in try DecisionFormQueries.page(desk, try open(desk, id), form) }.html)
    } catch is EditConflict {
      var page = try await visit.read { desk in try DecisionFormQueries.page(desk, try open(desk, id), FormView(visit.form)) }
      page.isStale = true
      return .conflict(page.html)
    }
  }

  private static func open(_ desk: Desk, _ id: PlanID) throws -> OpenedPlan {
    let plan = try desk.openPlan(id)
    guard desk.mayDecide(plan.coordination) else { throw desk.denied("plan \(id)") }
    return plan
  }
}
