import Casework

/// プラン: the plan of a round, its comments, its report to the town.
enum PlanRoutes {
  static func add(to doors: Doors) {
    doors.page("/coordinations/:id/plan", .seePlan) { visit in
      let id: CoordinationID = try visit.id("id")
      return try await visit.read { desk -> Answer in
        let coordination = try desk.openCoordination(id)
        if let plan = try desk.presentPlan(of: coordination) { return .redirect("/plans/\(plan.id)") }
        return .page(try start(desk, coordination).html)
      }
    }
    doors.act("/coordinations/:id/plan", .writePlan) { visit in
      let id: CoordinationID = try visit.id("id")
      do {
        return try await visit.perform { desk in "/plans/\(try desk.beginPlan(id))/edit" }
      } catch let errors as FieldErrors {
        var page = try await visit.read { desk in try start(desk, try desk.openCoordination(id)) }
        page.problems = errors.problems
        return .invalid(page.html)
      }
    }
    doors.page("/plans/:id", .seePlan) { visit in
      let id: PlanID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, try desk.openPlan(id)) }.html)
    }
    PlanFormRoutes.add(to: doors)
    addActs(to: doors)
  }

  private static func addActs(to doors: Doors) {
    doors.act("/plans/:id/comments", .commentPlan) { visit in
      try await answering(visit) { desk, id in
        try desk.commentPlan(id, desk.visit.form)
        return "/plans/\(id)#comments"
      }
    }
    doors.act("/plans/:id/report", .reportPlan) { visit in
      try await answering(visit) { desk, id in
        try desk.reportPlan(id, desk.visit.form)
        return "/plans/\(id)"
      }
    }
  }

  /// Does it, or shows the plan again with what is wrong and everything typed.
  static func answering(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, PlanID) throws -> String) async throws -> Answer {
    let id: PlanID = try visit.id("id")
    do {
      return try await visit.perform { desk in try body(desk, id) }
    } catch let errors as FieldErrors {
      var again = try await visit.read { desk in try page(desk, try desk.openPlan(id)) }
      again.form = FormView(visit.form, problems: errors.problems)
      return .invalid(again.html)
    }
  }

  static func page(_ desk: Desk, _ plan: OpenedPlan) throws -> PlanPage {
    PlanPage(chrome: desk.chrome, screen: try PlanScreenQueries.screen(desk, plan))
  }

  private static func start(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanStartPage {
    let mayBegin = desk.mayWritePlan(coordination) && [.planning, .replanning].contains(coordination.stage)
    return PlanStartPage(
      chrome: desk.chrome, coordination: coordination,
      previous: try PlanQueries.previous(desk, coordination, before: coordination.round)?.round,
      mayBegin: mayBegin,
      settlements: mayBegin ? try PlanOfferQueries.offers(desk, coordination, plan: nil).map(\.settlement) : [])
  }
}
