import Casework

/// 監査記録: who did what and when, for the person in charge of protection. Reading it is itself logged.
enum AuditTrailRoutes {
  static func add(to doors: Doors) {
    doors.page("/audit", .seeAudit) { visit in
      let filter = AuditTrailInput(visit.query, today: visit.today)
      let form = FormView(visit.query, problems: filter.problems)
      try await visit.completeLog()
      let page = try await visit.read { desk in
        AuditTrailPage(chrome: desk.chrome, form: form, trail: try AuditTrailQueries.page(desk, filter))
      }
      return filter.problems.isEmpty ? .page(page.html) : .invalid(page.html)
    }
    doors.page("/audit/export", .seeAudit) { visit in
      let filter = AuditTrailInput(visit.query, today: visit.today)
      guard filter.problems.isEmpty else { throw FieldErrors(filter.problems) }
      try await visit.completeLog()
      let lines = try await visit.read { desk in try AuditTrailQueries.export(desk, filter) }
      return .download(
        .init(name: "監査記録_\(visit.today.iso).csv", type: "text/csv; charset=utf-8", bytes: AuditTrailSheet(lines: lines).bytes))
    }
    doors.page("/audit/verification", .verifyAudit) { visit in
      let chrome = try await visit.read { desk in
        desk.note("audit chain")
        return desk.chrome
      }
      let finding = try await AuditChain.verify(visit.office.database)
      return .page(AuditVerificationPage(chrome: chrome, finding: finding, at: visit.now).html)
    }
  }
}
