import Casework

/// 役割の一括設定: several people, one template, one day. First what it would change, then the change.
enum RoleSetRoutes {
  static func add(to doors: Doors) {
    doors.page("/staff/roles", .setRoles) { visit in
      let shown = try await visit.read { desk in try page(desk, desk.visit.query, problems: nil) }
      return shown.form.problems.isEmpty ? .page(shown.html) : .invalid(shown.html)
    }
    doors.act("/staff/roles", .setRoles) { visit in
      do {
        return try await visit.perform { desk in
          try desk.setRoles(try input(desk, desk.visit.form))
          return "/staff"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { desk in try page(desk, desk.visit.form, problems: errors.problems) }.html)
      } catch is EditConflict {
        return .conflict(
          try await visit.read { desk in try page(desk, desk.visit.form, problems: [], isConflict: true) }.html)
      }
    }
  }

  private static func input(_ desk: Desk, _ form: Fields) throws -> RoleSetInput {
    RoleSetInput(form, templates: try desk.roleTemplates(), today: desk.today)
  }

  private static func page(_ desk: Desk, _ form: Fields, problems: [FieldProblem]?, isConflict: Bool = false) throws -> RoleSetPage {
    let input = try input(desk, form)
    let people = try RoleSetQueries.people(desk.reading, input.staff, today: desk.today)
    for person in people { desk.note("staff \(person.id)") }
    return RoleSetPage(
      chrome: desk.chrome, input: input, templates: try desk.roleTemplates(), people: people,
      form: FormView(form, problems: problems ?? input.problems), isConflict: isConflict)
  }
}
