import Casework

/// 漏えい等の記録: the register, one incident, what is done about it.
enum IncidentRoutes {
  static func add(to doors: Doors) {
    doors.page("/incidents", .seeIncidents) { visit in
      .page(
        try await visit.read { desk in
          IncidentListPage(chrome: desk.chrome, today: desk.today, incidents: try IncidentQueries.list(desk))
        }.html)
    }
    doors.page("/incidents/new", .recordIncident) { visit in
      .page(
        try await visit.read { desk in
          desk.note("incidents")
          let first = Fields([("known_on", desk.today.warekiShort)])
          return IncidentFormPage(chrome: desk.chrome, view: nil, form: FormView(try DraftQueries.starting(desk, first)))
        }.html)
    }
    doors.act("/incidents", .recordIncident) { visit in
      do {
        return try await visit.perform { desk in "/incidents/\(try desk.registerIncident())" }
      } catch let errors as FieldErrors {
        let form = FormView(visit.form, problems: errors.problems)
        return .invalid(try await visit.read { IncidentFormPage(chrome: $0.chrome, view: nil, form: form) }.html)
      }
    }
    doors.page("/incidents/:id", .seeIncidents) { visit in
      let id: IncidentID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, id, FormView()) }.html)
    }
    doors.page("/incidents/:id/edit", .recordIncident) { visit in
      let id: IncidentID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id) }.html)
    }
    doors.act("/incidents/:id", .recordIncident) { visit in try await change(visit) }
    doors.act("/incidents/:id/steps", .recordIncident) { visit in try await go(visit) { try $0.takeIncidentStep($1) } }
    doors.act("/incidents/:id/closure", .recordIncident) { visit in try await go(visit) { try $0.closeIncident($1) } }
  }

  private static func change(_ visit: Visit) async throws -> Answer {
    let id: IncidentID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.changeIncident(id)
        return "/incidents/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try form($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(
        try await visit.read { desk in
          var page = try form(desk, id, FormView(visit.form))
          page.saved = page.view.map { IncidentInput.fields(of: $0.incident, version: $0.version) }
          return page
        }.html)
    }
  }

  private static func go(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, IncidentID) throws -> Void) async throws -> Answer {
    let id: IncidentID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try body(desk, id)
        return "/incidents/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func page(_ desk: Desk, _ id: IncidentID, _ form: FormView) throws -> IncidentPage {
    IncidentPage(
      chrome: desk.chrome, today: desk.today, view: try IncidentQueries.one(desk, id), versions: try IncidentQueries.versions(desk, of: id),
      form: form, mayRecord: Access.verdict(.recordIncident, roles: desk.staff.roles) == .allowed)
  }

  private static func form(_ desk: Desk, _ id: IncidentID, _ sent: FormView? = nil) throws -> IncidentFormPage {
    let view = try IncidentQueries.one(desk, id)
    let saved = IncidentInput.fields(of: view.incident, version: view.version)
    return IncidentFormPage(chrome: desk.chrome, view: view, form: try sent ?? FormView(DraftQueries.starting(desk, saved)))
  }
}
