import Casework

/// 支援経過: a new note, and the correction of one.
enum NoteRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/notes/new", .writeNote) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          try page(desk, id, FormView(DraftQueries.starting(desk, NotePage.blank(today: desk.today))))
        }.html)
    }
    doors.act("/cases/:id/notes", .writeNote) { visit in try await write(visit) }
    doors.page("/cases/:id/notes/:note/correct", .correctNote) { visit in try await startCorrection(visit) }
    doors.act("/cases/:id/notes/:note/correct", .correctNote) { visit in try await correct(visit) }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ form: FormView) throws -> NotePage {
    NotePage(chrome: desk.chrome, file: try desk.open(id), form: form, methods: desk.visit.office.list("C-15"), today: desk.today)
  }

  private static func input(_ desk: Desk) -> NoteInput {
    NoteInput(desk.visit.form, today: desk.today, methods: desk.visit.office.list("C-15"))
  }

  private static func write(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let file = try desk.open(id)
        let note = try input(desk).written(by: desk.staff)
        _ = try NoteRecords.add(desk, file, note)
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return "/cases/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  /// A note that was corrected already leads to the one that stands in its place.
  private static func startCorrection(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    let noteID: NoteID = try visit.id("note")
    return try await visit.read { desk in
      let note = try NoteQueries.current(desk, desk.open(id), noteID)
      guard note.id == noteID else { return .redirect("/cases/\(id)/notes/\(note.id)/correct") }
      var page = try page(desk, id, FormView(DraftQueries.starting(desk, NotePage.fields(of: note))))
      page.correcting = note
      return .page(page.html)
    }
  }

  private static func correct(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    let note: NoteID = try visit.id("note")
    do {
      return try await visit.perform { desk in
        let file = try desk.open(id)
        let correction = try input(desk).corrected(by: desk.staff)
        let new = try NoteRecords.correct(desk, file, note, correction)
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return "/cases/\(id)#note-\(new)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await returned(visit, id, note, errors.problems).html)
    } catch is EditConflict {
      return .conflict(try await returned(visit, id, note, [], isConflict: true).html)
    }
  }

  private static func returned(
    _ visit: Visit, _ id: CaseFileID, _ note: NoteID, _ problems: [FieldProblem], isConflict: Bool = false
  ) async throws -> NotePage {
    try await visit.read { desk in
      let form = FormView(visit.form, problems: problems)
      var page = try page(desk, id, form)
      page.correcting = try NoteQueries.current(desk, page.file, note)
      page.isConflict = isConflict
      return page
    }
  }
}
