import Casework

/// フォローアップ: one, recording it, reopening from it.
enum FollowUpRoutes {
  static func add(to doors: Doors) {
    doors.page("/follow-ups/:id", .followUp) { visit in .page(try await page(visit, nil).html) }
    doors.act("/follow-ups/:id", .followUp) { visit in
      try await answering(visit) { desk, opened in
        guard opened.mayRecord else { throw desk.denied("follow-up \(opened.id)") }
        let input = FollowUpInput(desk.visit.form, today: desk.today)
        guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: desk.staff) }
        if !opened.isDone { try FollowUpRecords.record(desk, opened, input.followUp) }
        return "/follow-ups/\(opened.id)"
      }
    }
    doors.act("/follow-ups/:id/reopening", .reopenCoordination) { visit in
      try await answering(visit) { desk, opened in
        guard let side = opened.reopeningSide else {
          throw FieldErrors([FieldProblem("words", "いまは「\(opened.coordination.stage.label)」の段階のため、再開できません。")], staff: desk.staff)
        }
        if !opened.isDone { try record(desk, opened) }
        let step = CoordinationStep(.reopen, side: side, words: desk.visit.form.trimmed("words"))
        try CoordinationRecords.step(desk, opened.coordination, step)
        return "/coordinations/\(opened.coordination.id)"
      }
    }
  }

  /// What was seen is kept before the case is opened again; a next day would have no meaning any more.
  private static func record(_ desk: WritingDesk, _ opened: OpenedFollowUp) throws {
    let input = FollowUpInput(desk.visit.form, today: desk.today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: desk.staff) }
    var followUp = input.followUp
    followUp.nextOn = nil
    try FollowUpRecords.record(desk, opened, followUp)
  }

  private static func page(_ visit: Visit, _ form: FormView?) async throws -> FollowUpPage {
    let id: FollowUpID = try visit.id("id")
    return try await visit.read { desk in
      let opened = try desk.openFollowUp(id)
      let start = try form ?? FormView(try DraftQueries.starting(desk, FollowUpPage.blank(opened, today: desk.today)))
      return FollowUpPage(chrome: desk.chrome, today: desk.today, opened: opened, form: start)
    }
  }

  private static func answering(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, OpenedFollowUp) throws -> String
  ) async throws -> Answer {
    let id: FollowUpID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let path = try body(desk, try desk.openFollowUp(id))
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return path
      }
    } catch let errors as FieldErrors {
      return .invalid(try await page(visit, FormView(visit.form, problems: errors.problems)).html)
    }
  }
}
