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
    doors.page("/audit/export", .exportAudit) { visit in try await export(visit) }
    doors.page("/audit/people", .seeAudit) { visit in try await person(visit) }
    doors.page("/audit/staff/:id", .seeAudit) { visit in
      let id: StaffID = try visit.id("id")
      let month = AuditMonth(visit.query["month"]) ?? AuditMonth(of: visit.today)
      try await visit.completeLog()
      return .page(
        try await visit.read { desk in
          AuditStaffPage(chrome: desk.chrome, trail: try AuditStaffQueries.trail(desk, id, month))
        }.html)
    }
    doors.page("/audit/times", .seeAudit) { visit in
      let span = span(visit.query, today: visit.today)
      try await visit.completeLog()
      return .page(
        try await visit.read { desk in AuditTimePage(chrome: desk.chrome, times: try AuditTimeQueries.times(desk, span)) }.html)
    }
    doors.page("/audit/verification", .verifyAudit) { visit in
      let chrome = try await visit.read { desk in
        desk.note("audit chain")
        return desk.chrome
      }
      let finding = try await AuditChain.verify(visit.office.database, isThorough: false)
      return .page(AuditVerificationPage(chrome: chrome, finding: finding, at: visit.now).html)
    }
  }

  /// The file and what is logged of it come from one snapshot: its hash stands in the log before it is sent.
  private static func export(_ visit: Visit) async throws -> Answer {
    let filter = AuditTrailInput(visit.query, today: visit.today)
    guard filter.problems.isEmpty else { throw FieldErrors(filter.problems) }
    try await visit.completeLog()
    let bytes = try await visit.read { desk in
      let file = AuditFile.whole(try AuditTrailQueries.export(desk, filter))
      desk.note(detail: "file \(Hex.text(file.hash))")
      return file.bytes
    }
    return .download(.init(name: "監査記録_\(visit.today.iso).csv", type: "text/csv; charset=utf-8", bytes: bytes))
  }

  private static func person(_ visit: Visit) async throws -> Answer {
    let filter = AuditTrailInput(visit.query, today: visit.today)
    try await visit.completeLog()
    let page = try await visit.read { desk in
      guard !filter.caseNumber.isEmpty else {
        desk.note("audit")
        return AuditPersonPage(chrome: desk.chrome, form: FormView(visit.query, problems: filter.problems), trail: nil)
      }
      let found = try AuditPersonQueries.caseFile(desk.reading, filter.caseNumber)
      let unknown = found == nil ? [FieldProblem("case", "その番号の事例はありません。番号を確かめて、入れ直してください。")] : []
      let form = FormView(visit.query, problems: unknown + filter.problems)
      let trail = try found.map { try AuditPersonQueries.trail(desk, $0.id, number: $0.number, filter) }
      return AuditPersonPage(chrome: desk.chrome, form: form, trail: form.problems.isEmpty ? trail : nil)
    }
    return page.form.problems.isEmpty ? .page(page.html) : .invalid(page.html)
  }

  private static func span(_ query: Fields, today: CivilDate) -> AuditTimes.Span {
    if let day = CivilDate(iso: query["day"]) { return .day(day) }
    if let month = AuditMonth(query["month"]) { return .month(month) }
    return .fiscalYear(Int(query["year"]).flatMap { (1900...2999).contains($0) ? $0 : nil } ?? today.fiscalYear)
  }
}
