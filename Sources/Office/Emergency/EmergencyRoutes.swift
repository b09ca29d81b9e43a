import Casework

/// 緊急閲覧: the form, the list for those who answer for it, one, ending, having seen it, finding.
enum EmergencyRoutes {
  static func add(to doors: Doors) {
    doors.page("/emergency", .openEmergency) { visit in .page(try await visit.read { form($0, nil) }.html) }
    doors.act("/emergency", .openEmergency) { visit in try await begin(visit) }
    doors.page("/emergencies", .seeEmergencies) { visit in
      try await visit.completeLog()
      return .page(
        try await visit.read { desk in
          EmergencyListPage(
            chrome: desk.chrome, now: desk.now, lines: try EmergencyQueries.all(desk), attempts: try EmergencyQueries.attempts(desk),
            isAuditor: desk.staff.roles.contains(.auditor))
        }.html)
    }
    doors.page("/emergencies/:id", .seeEmergencies) { visit in
      let id: EmergencyAccessID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.act("/emergencies/:id/ending", .openEmergency) { visit in
      let id: EmergencyAccessID = try visit.id("id")
      return try await visit.perform { desk in
        try EmergencyRecords.end(desk, id)
        return "/"
      }
    }
    doors.act("/emergencies/:id/seen", .reviewEmergency) { visit in try await change(visit) { try $0.seeEmergency($1) } }
    doors.act("/emergencies/:id/finding", .reviewEmergency) { visit in try await change(visit) { try $0.reviewEmergency($1) } }
  }

  private static func form(_ desk: Desk, _ sent: FormView?) -> EmergencyFormPage {
    EmergencyFormPage(
      chrome: desk.chrome, form: sent ?? FormView(Fields([("hours", String(desk.visit.office.settings.emergencyHours))])))
  }

  private static func begin(_ visit: Visit) async throws -> Answer {
    do {
      return try await visit.perform { "/cases/\(try $0.beginEmergency())" }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { form($0, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func page(_ desk: Desk, _ id: EmergencyAccessID, _ form: FormView = FormView(), isConflict: Bool = false) throws
    -> EmergencyReviewPage
  {
    EmergencyReviewPage(chrome: desk.chrome, now: desk.now, opened: try desk.openEmergency(id), form: form, isConflict: isConflict)
  }

  private static func change(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, OpenedEmergency) throws -> Void
  ) async throws -> Answer {
    let id: EmergencyAccessID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try body(desk, try desk.openEmergency(id))
        return "/emergencies/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, FormView(visit.form), isConflict: true) }.html)
    }
  }
}
