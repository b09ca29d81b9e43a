import Casework

/// 引継ぎ書: written by who leaves a case, taken over by who comes, kept in the case for the own agency.
enum HandoverRoutes {
  static func add(to doors: Doors) {
    doors.page("/handovers", .seeHandovers) { visit in
      .page(
        try await visit.read { desk in
          desk.note("handovers")
          return HandoverListPage(
            chrome: desk.chrome, today: desk.today, lines: try HandoverQueries.unsettled(desk, desk.scope))
        }.html)
    }
    doors.page("/cases/:id/handovers", .seeHandovers) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let file = try desk.open(id)
          return HandoverHistoryPage(chrome: desk.chrome, file: file, lines: try HandoverQueries.of(desk, file))
        }.html)
    }
    doors.page("/cases/:id/handovers/new", .writeHandover) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id) }.html)
    }
    doors.act("/cases/:id/handovers", .writeHandover) { visit in
      let id: CaseFileID = try visit.id("id")
      do {
        return try await visit.perform { "/handovers/\(try $0.writeHandover(of: id))" }
      } catch let errors as FieldErrors {
        return .invalid(
          try await visit.read { desk in try form(desk, id, sent: FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    addOne(to: doors)
  }

  private static func addOne(to doors: Doors) {
    doors.page("/handovers/:id", .seeHandovers) { visit in
      let id: HandoverID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView()) }.html)
    }
    doors.page("/handovers/:id/edit", .writeHandover) { visit in
      let id: HandoverID = try visit.id("id")
      return .page(try await visit.read { try edit($0, id) }.html)
    }
    doors.act("/handovers/:id", .writeHandover) { visit in try await change(visit) }
    doors.act("/handovers/:id/confirmation", .writeHandover) { visit in try await act(visit) { try $0.confirmHandover($1) } }
    doors.act("/handovers/:id/taking", .takeHandover) { visit in try await act(visit) { try $0.takeHandover($1) } }
    doors.act("/handovers/:id/reply", .writeHandover) { visit in try await act(visit) { try $0.replyToHandover($1) } }
  }

  private static func change(_ visit: Visit) async throws -> Answer {
    let id: HandoverID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.changeHandover(id)
        return "/handovers/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try edit($0, id, sent: FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try edit($0, id, sent: FormView(visit.form), isConflict: true) }.html)
    }
  }

  private static func act(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, HandoverID) throws -> Void
  ) async throws -> Answer {
    let id: HandoverID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try body(desk, id)
        return "/handovers/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }
}

extension HandoverRoutes {
  private static func page(_ desk: Desk, _ id: HandoverID, _ form: FormView) throws -> HandoverPage {
    HandoverPage(chrome: desk.chrome, opened: try desk.openHandover(id), form: form)
  }

  private static func form(_ desk: Desk, _ id: CaseFileID, sent: FormView? = nil) throws -> HandoverFormPage {
    let file = try desk.open(id)
    let start = try sent ?? FormView(DraftQueries.starting(desk, HandoverPrefillQueries.fields(desk, file)))
    return HandoverFormPage(
      chrome: desk.chrome, file: file, opened: nil, takers: try HandoverTakerQueries.takers(desk, file), form: start)
  }

  private static func edit(_ desk: Desk, _ id: HandoverID, sent: FormView? = nil, isConflict: Bool = false) throws -> HandoverFormPage {
    let opened = try desk.openHandover(id)
    // Confirmed from another screen in the meantime: what was typed is shown once more beside what stands.
    guard opened.mayWrite || isConflict else { throw desk.denied("text of handover \(id)") }
    var form = try sent ?? FormView(DraftQueries.starting(desk, HandoverInput.fields(of: opened)))
    if isConflict {
      var typed = form.fields
      typed.set("version", String(opened.version))
      form = FormView(typed)
    }
    return HandoverFormPage(
      chrome: desk.chrome, file: opened.file, opened: opened, takers: try HandoverTakerQueries.takers(desk, opened.file), form: form,
      isConflict: isConflict)
  }
}
