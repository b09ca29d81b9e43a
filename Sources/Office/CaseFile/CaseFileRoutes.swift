import Casework

/// 事例: the list, the file with its 支援経過, a new note.
enum CaseFileRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases", .seeCases) { visit in
      .page(try await visit.read { desk in CaseListPage(chrome: desk.chrome, list: try CaseListQueries.list(desk, desk.scope)) }.html)
    }
    doors.page("/cases/:id", .seeCase) { visit in
      let id: CaseFileID = try visit.id("id")
      let before = Int(visit.query["before"]).map(NoteID.init)
      return .page(
        try await visit.read { desk in
          CaseFilePage(chrome: desk.chrome, today: desk.today, view: try CaseFileQueries.view(desk, desk.open(id), notesBefore: before))
        }.html)
    }
    doors.page("/cases/:id/notes/new", .writeNote) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let fields = try DraftQueries.starting(desk, NotePage.blank(today: desk.today))
          return NotePage(
            chrome: desk.chrome, file: try desk.open(id), form: FormView(fields), methods: desk.visit.office.list("C-15"), today: desk.today
          )
        }.html)
    }
    doors.act("/cases/:id/notes", .writeNote) { visit in try await writeNote(visit) }
  }

  private static func writeNote(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let file = try desk.open(id)
        let note = try NoteInput(desk.visit.form, today: desk.today).written(by: desk.staff)
        _ = try NoteRecords.add(desk, file, note)
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return "/cases/\(id)"
      }
    } catch let errors as FieldErrors {
      let page = try await visit.read { desk in
        NotePage(
          chrome: desk.chrome, file: try desk.open(id), form: FormView(visit.form, problems: errors.problems),
          methods: desk.visit.office.list("C-15"), today: desk.today)
      }
      return .invalid(page.html)
    }
  }
}
