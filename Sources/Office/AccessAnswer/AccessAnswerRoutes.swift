import Casework

/// だれがわたしの記録を見たか: the form, the answer, the file. Each answer is kept.
enum AccessAnswerRoutes {
  static func add(to doors: Doors) {
    doors.page("/audit/answers", .answerWhoSaw) { visit in
      let before = Int(visit.query["before"]).flatMap { $0 > 0 ? $0 : nil }
      return .page(
        try await visit.read { desk in
          AccessAnswerListPage(chrome: desk.chrome, answers: try AccessAnswerQueries.list(desk, before: before))
        }.html)
    }
    doors.page("/audit/answers/new", .answerWhoSaw) { visit in
      .page(
        try await visit.read { desk in
          desk.note("answers")
          return AccessAnswerFormPage(
            chrome: desk.chrome, form: FormView(AccessAnswerInput.blank(desk.visit.query, today: desk.today)))
        }.html)
    }
    doors.act("/audit/answers", .answerWhoSaw) { visit in try await answer(visit) }
    doors.page("/audit/answers/:answer", .answerWhoSaw) { visit in
      let id: AccessAnswerID = try visit.id("answer")
      return .page(
        try await visit.read { desk in
          AccessAnswerPage(chrome: desk.chrome, answer: try AccessAnswerQueries.one(desk, id))
        }.html)
    }
    doors.page("/audit/answers/:answer/export", .answerWhoSaw) { visit in
      let id: AccessAnswerID = try visit.id("answer")
      let answer = try await visit.read { desk in
        desk.note(detail: "export")
        return try AccessAnswerQueries.one(desk, id)
      }
      return .download(
        .init(name: "記録を開いた機関_\(answer.caseNumber).csv", type: "text/csv; charset=utf-8", bytes: AccessAnswerSheet(answer: answer).bytes))
    }
  }

  private static func answer(_ visit: Visit) async throws -> Answer {
    let input = AccessAnswerInput(visit.form, today: visit.today)
    do {
      try await visit.completeLog()
      return try await visit.perform { desk in
        let caseFile = try AuditPersonQueries.caseFile(desk.reading, input.caseNumber)
        let unknown = FieldProblem("case", "その番号の事例はありません。番号を確かめて、入れ直してください。")
        let problems = input.problems + (caseFile == nil && !input.caseNumber.isEmpty ? [unknown] : [])
        guard problems.isEmpty, let caseFile, let request = input.request else { throw FieldErrors(problems, staff: desk.staff) }
        return "/audit/answers/\(try AccessAnswerRecords.add(desk, caseFile, request))"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in
          AccessAnswerFormPage(chrome: desk.chrome, form: FormView(desk.visit.form, problems: errors.problems))
        }.html)
    }
  }
}
