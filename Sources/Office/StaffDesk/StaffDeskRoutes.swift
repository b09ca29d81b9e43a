import Casework

/// 職員: accounts, roles with dates, passwords, sessions.
enum StaffDeskRoutes {
  static func add(to doors: Doors) {
    RoleSetRoutes.add(to: doors)
    doors.page("/staff", .seeStaff) { visit in
      let agency = Int(visit.query["agency"]).map(AgencyID.init)
      let withFormer = visit.query.isOn("former")
      return .page(
        try await visit.read { desk in
          StaffListPage(
            chrome: desk.chrome, now: desk.now, today: desk.today.iso, agencies: try AgencyQueries.names(desk), agency: agency,
            withFormer: withFormer,
            lines: try StaffQueries.list(desk.reading, agency: agency, withFormer: withFormer, today: desk.today.iso),
            templates: try desk.roleTemplates())
        }.html)
    }
    doors.page("/staff/new", .editStaff) { visit in
      .page(
        try await visit.read { desk in
          StaffFormPage(
            chrome: desk.chrome, agencies: try AgencyQueries.names(desk), staff: nil,
            form: FormView(Fields([("active_from", desk.today.warekiShort)])))
        }.html)
    }
    doors.act("/staff", .editStaff) { visit in try await appoint(visit) }
    doors.page("/staff/:id", .seeStaff) { visit in
      let id: StaffID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView()) }.html)
    }
    doors.page("/staff/:id/edit", .editStaff) { visit in
      let id: StaffID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let staff = try staff(desk, id)
          return StaffFormPage(
            chrome: desk.chrome, agencies: try AgencyQueries.names(desk, and: staff.person.agency), staff: staff,
            form: FormView(StaffInput.fields(of: staff)))
        }.html)
    }
    doors.act("/staff/:id", .editStaff) { visit in try await change(visit) }
    doors.act("/staff/:id/roles", .editStaff) { visit in try await grantRole(visit) }
    doors.act("/staff/:id/roles/ending", .editStaff) { visit in try await endRole(visit) }
    doors.act("/staff/:id/password", .editStaff) { visit in try await resetPassword(visit) }
    doors.act("/staff/:id/unlocking", .editStaff) { visit in
      try await simply(visit) { desk, id in try StaffRecords.forgetFailures(desk.writing, of: id) }
    }
    doors.act("/staff/:id/stopping", .editStaff) { visit in try await stop(visit) }
    doors.act("/staff/:id/second-factor/reset", .editStaff) { visit in try await resetSecondFactor(visit) }
    doors.act("/staff/:id/sessions/ending", .editStaff) { visit in
      try await simply(visit) { desk, id in try SessionRecords.endAll(desk.writing, of: id, at: desk.now) }
    }
  }

  static func staff(_ desk: Desk, _ id: StaffID) throws -> StaffView {
    guard let staff = try StaffQueries.view(desk.reading, id) else { throw desk.denied("staff \(id)") }
    desk.note("staff \(id)")
    return staff
  }

  static func page(_ desk: Desk, _ id: StaffID, _ form: FormView) throws -> StaffPage {
    StaffPage(
      chrome: desk.chrome, now: desk.now, today: desk.today.iso, staff: try staff(desk, id), form: form)
  }

  /// An act with one button and nothing to type.
  private static func simply(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk, StaffID) throws -> Void) async throws -> Answer {
    let id: StaffID = try visit.id("id")
    return try await visit.perform { desk in
      _ = try staff(desk, id)
      try body(desk, id)
      return "/staff/\(id)"
    }
  }
}
