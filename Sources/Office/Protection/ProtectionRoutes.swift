import Casework

/// 支援措置: the list, one, registering, changing, ending.
enum ProtectionRoutes {
  static func add(to doors: Doors) {
    doors.page("/protections", .seeProtections) { visit in
      .page(
        try await visit.read { desk in
          ProtectionListPage(chrome: desk.chrome, today: desk.today, lines: try ProtectionListQueries.all(desk, desk.scope))
        }.html)
    }
    doors.page("/protections/new", .recordProtection) { visit in
      try await visit.read { desk in
        if let held = try held(desk) { return .redirect("/protections/\(held)") }
        return .page(try form(desk).html)
      }
    }
    doors.act("/protections", .recordProtection) { visit in try await register(visit) }
    doors.page("/protections/:id", .seeProtections) { visit in
      let id: ProtectionID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.page("/protections/:id/edit", .recordProtection) { visit in
      let id: ProtectionID = try visit.id("id")
      return .page(try await visit.read { try form($0, id) }.html)
    }
    doors.act("/protections/:id", .recordProtection) { visit in try await change(visit) }
    doors.act("/protections/:id/ending", .endProtection) { visit in try await end(visit) }
  }

  /// The protection that a person has already.
  private static func held(_ desk: Desk) throws -> ProtectionID? {
    try ProtectionListQueries.inForce(desk, of: try desk.protectionSubject(desk.visit.query).resident)
  }

  private static func register(_ visit: Visit) async throws -> Answer {
    do {
      return try await visit.perform { "/protections/\(try $0.registerProtection())" }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try form($0, sent: FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func change(_ visit: Visit) async throws -> Answer {
    let id: ProtectionID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.changeProtection(try desk.openProtection(id))
        return "/protections/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try form($0, id, sent: FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try form($0, id, sent: FormView(visit.form), isConflict: true) }.html)
    }
  }

  private static func end(_ visit: Visit) async throws -> Answer {
    let id: ProtectionID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.endProtection(try desk.openProtection(id))
        return "/protections/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, FormView(visit.form), isConflict: true) }.html)
    }
  }

  private static func page(_ desk: Desk, _ id: ProtectionID, _ form: FormView = FormView(), isConflict: Bool = false) throws
    -> ProtectionPage
  {
    let opened = try desk.openProtection(id)
    return ProtectionPage(
      chrome: desk.chrome, today: desk.today, opened: opened, names: try ProtectionOfferQueries.names(desk, opened.draft),
      events: try ProtectionListQueries.events(desk, opened), form: form, isConflict: isConflict)
  }

  /// A new one, for the person that the address or the form names.
  private static func form(_ desk: Desk, sent: FormView? = nil) throws -> ProtectionFormPage {
    let subject = try desk.protectionSubject(sent?.fields ?? desk.visit.query)
    let offer = try ProtectionOfferQueries.offer(desk, subject)
    let start = try sent ?? FormView(DraftQueries.starting(desk, ProtectionInput.blank(offer, today: desk.today)))
    return ProtectionFormPage(chrome: desk.chrome, purpose: .new(subject), offer: offer, form: start)
  }

  private static func form(_ desk: Desk, _ id: ProtectionID, sent: FormView? = nil, isConflict: Bool = false) throws -> ProtectionFormPage {
    let opened = try desk.openProtection(id)
    guard opened.mayChange else { throw desk.denied("protection \(id)") }
    return ProtectionFormPage(
      chrome: desk.chrome, purpose: .change(opened), offer: try ProtectionOfferQueries.offer(desk, opened),
      form: sent ?? FormView(ProtectionInput.fields(of: opened)),
      saved: isConflict
        ? ProtectionWording.facts(
          opened.draft, perpetrator: opened.perpetratorName, names: try ProtectionOfferQueries.names(desk, opened.draft)) : nil)
  }
}
