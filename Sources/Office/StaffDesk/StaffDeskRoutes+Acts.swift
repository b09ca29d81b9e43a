import Casework

extension StaffDeskRoutes {
  static func appoint(_ visit: Visit) async throws -> Answer {
    do {
      // What was typed is checked before a password is hashed, which takes long on purpose. Whether the name is taken is asked inside:
      // when the form is sent twice, it is, by the first sending.
      _ = try await visit.read { desk in try typed(desk, isNew: true, id: nil) }
      return try await issuing(visit) { desk, hash in
        let id = try StaffRecords.appoint(desk.writing, try input(desk, isNew: true, id: nil), passwordHash: hash)
        desk.note("staff \(id)")
        return id
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in
          StaffFormPage(
            chrome: desk.chrome, agencies: try AgencyQueries.names(desk), staff: nil, form: FormView(visit.form, problems: errors.problems))
        }.html)
    }
  }

  static func change(_ visit: Visit) async throws -> Answer {
    let id: StaffID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let before = try staff(desk, id)
        let person = try input(desk, isNew: false, id: id)
        if person.until != nil || person.from > desk.today.iso {
          try StaffRule.checkAdministratorStays(desk.reading, without: id, today: desk.today.iso, field: "active_until")
        }
        guard try StaffRecords.change(desk.writing, id, to: person, version: Int(desk.visit.form["version"]) ?? 0) else {
          throw EditConflict(staff: desk.staff)
        }
        let hasLeft = (person.until.map { $0 < desk.today.iso } ?? false) || person.agency != before.person.agency
        if hasLeft { try SessionRecords.endAll(desk.writing, of: id, at: desk.now) }
        // What was typed about the cases of the old agency is not taken along.
        if person.agency != before.person.agency { _ = try DraftRecords.discardAll(desk.writing, of: id) }
        return "/staff/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await formAgain(visit, id, problems: errors.problems, isConflict: false).html)
    } catch is EditConflict {
      return .conflict(try await formAgain(visit, id, problems: [], isConflict: true).html)
    }
  }

  /// The same form with what was typed; after a conflict beside what the other saved, and good for saving over it.
  private static func formAgain(
    _ visit: Visit, _ id: StaffID, problems: [FieldProblem], isConflict: Bool
  ) async throws -> StaffFormPage {
    try await visit.read { desk in
      let staff = try staff(desk, id)
      var typed = visit.form
      if isConflict { typed.set("version", String(staff.version)) }
      return StaffFormPage(
        chrome: desk.chrome, agencies: try AgencyQueries.names(desk, and: staff.person.agency), staff: staff,
        form: FormView(typed, problems: problems), isConflict: isConflict)
    }
  }

  static func grantRole(_ visit: Visit) async throws -> Answer {
    try await onPage(visit) { desk, id in
      let input = try RoleInput(desk.visit.form, today: desk.today)
      try StaffRule.checkGrant(desk.reading, input, to: id, by: desk.staff, today: desk.today)
      try StaffRecords.grant(desk.writing, input.role, to: id, from: input.from.iso, until: input.until?.iso)
      desk.note(detail: "grant \(input.role.rawValue)")
    }
  }

  static func endRole(_ visit: Visit) async throws -> Answer {
    try await onPage(visit) { desk, id in
      let form = desk.visit.form
      var problems: [FieldProblem] = []
      let last = AgencyInput.day("last_day", "最後の日", form, desk.today, &problems) ?? desk.today
      guard problems.isEmpty else { throw FieldErrors(problems) }
      guard let role = Role(rawValue: form["role"]) else { throw desk.denied("staff \(id) role") }
      if role == .systemAdministrator {
        try StaffRule.checkAdministratorStays(desk.reading, without: id, today: desk.today.iso, field: "role")
      }
      guard try StaffRecords.endRole(desk.writing, role, of: id, from: form["from"], lastDay: last.iso) else {
        throw FieldErrors([FieldProblem("role", "この役割はすでに終わっています。画面を読み込み直して確かめてください。")])
      }
      desk.note(detail: "end \(role.rawValue)")
    }
  }

  static func resetPassword(_ visit: Visit) async throws -> Answer {
    let id: StaffID = try visit.id("id")
    _ = try await visit.read { try staff($0, id).id }
    return try await issuing(visit) { desk, hash in
      _ = try staff(desk, id)
      try StaffRecords.setPassword(desk.writing, of: id, hash: hash, mustChange: true)
      try SessionRecords.endAll(desk.writing, of: id, at: desk.now)
      desk.note(detail: "password reset")
      return id
    }
  }

  static func stop(_ visit: Visit) async throws -> Answer {
    try await onPage(visit) { desk, id in
      try StaffRule.checkAdministratorStays(desk.reading, without: id, today: desk.today.iso, field: "role")
      guard try StaffRecords.stop(desk.writing, id, today: desk.today, at: desk.now) else { return }
      try SessionRecords.endAll(desk.writing, of: id, at: desk.now)
      desk.note(detail: "disable")
    }
  }

  /// Takes a second factor back whose telephone is lost. The person is told of it, and every session ends.
  static func resetSecondFactor(_ visit: Visit) async throws -> Answer {
    try await onPage(visit) { desk, id in
      guard id != desk.staff.id else { throw FieldErrors([FieldProblem("", StaffRule.ownFactor)], staff: desk.staff) }
      try SecondFactorActs.reset(desk.writing, of: id, at: desk.now)
      desk.note(detail: "second factor reset")
    }
  }

  /// Gives out a temporary password. It stands on the answer to this one request and nowhere else: sending the form twice,
  /// or coming back to the page, does not show it again.
  private static func issuing(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, String) throws -> StaffID
  ) async throws -> Answer {
    let password = TemporaryPassword.fresh()
    let mark = "?issued=\(Hex.fresh())"
    let hash = try await visit.office.passwordHash(of: password)
    let answer = try await visit.perform { desk in "/staff/\(try body(desk, hash))\(mark)" }
    guard case .redirect(let path) = answer, path.hasSuffix(mark), let number = Int(path.dropLast(mark.count).dropFirst(7)) else {
      return answer
    }
    // Somebody who reset their own password has no session any more, so the page is made without one.
    return .page(TemporaryPasswordPage(staff: StaffID(number), password: password).html)
  }

  /// An act of the person's page; what is wrong comes back on the same page.
  private static func onPage(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, StaffID) throws -> Void) async throws -> Answer {
    let id: StaffID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        _ = try staff(desk, id)
        try body(desk, id)
        return "/staff/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func input(_ desk: Desk, isNew: Bool, id: StaffID?) throws -> StaffRecords.Appointment {
    let person = try typed(desk, isNew: isNew, id: id)
    if let other = try StaffQueries.id(desk.reading, signInName: person.signInName), other != id {
      throw FieldErrors([FieldProblem("sign_in_name", "このサインイン名はほかの人が使っています。別の名前にしてください。")])
    }
    return person
  }

  private static func typed(_ desk: Desk, isNew: Bool, id: StaffID?) throws -> StaffRecords.Appointment {
    let own = try id.flatMap { try MoverPeopleQueries.agency(desk.reading, of: $0) }
    let agencies = Set(try AgencyQueries.names(desk, and: own).map(\.code))
    return try StaffInput(desk.visit.form, agencies: agencies, today: desk.today, isNew: isNew).person
  }
}
