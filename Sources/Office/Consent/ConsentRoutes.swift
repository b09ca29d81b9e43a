import Casework

/// 本人同意: each person's state, recording, withdrawing, releasing earlier records.
enum ConsentRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/consents", .seeConsents) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { desk in try list(desk, id, FormView()) }.html)
    }
    doors.page("/cases/:id/consents/new", .recordConsent) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { desk in try form(desk, id) }.html)
    }
    doors.act("/cases/:id/consents", .recordConsent, takesFile: true) { visit in try await give(visit) }
    for event in [ConsentRecords.Event.asked, .refused] {
      doors.act("/cases/:id/consents/\(event.rawValue)", .recordConsent) { visit in try await note(visit, event) }
    }
    doors.page("/consents/:id", .seeConsents) { visit in
      let id: ConsentID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, id, FormView()) }.html)
    }
    doors.act("/consents/:id/withdrawal", .recordConsent) { visit in
      try await change(visit) { desk, opened, line in try desk.withdrawConsent(line, in: opened) }
    }
    doors.act("/consents/:id/release", .recordConsent) { visit in
      try await change(visit) { desk, opened, line in try desk.releaseEarlier(line, in: opened) }
    }
  }

  /// Access, then the paper where one came along, then the record.
  private static func give(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      _ = try await visit.read { try $0.openConsents(of: id) }
      let paper = try await AttachmentRoutes.offered(visit)
      return try await visit.perform { desk in
        let opened = try desk.openConsents(of: id)
        let attachment = try paper.map { try AttachmentRecords.add(desk, opened.file, $0.input, sha256: $0.sha256) }
        _ = try desk.giveConsent(in: opened, paper: attachment)
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return "/cases/\(id)/consents"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in try form(desk, id, sent: FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func note(_ visit: Visit, _ event: ConsentRecords.Event) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.noteConsent(event, in: try desk.openConsents(of: id))
        return "/cases/\(id)/consents"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { desk in try list(desk, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func change(
    _ visit: Visit, _ body: @escaping @Sendable (WritingDesk, OpenedConsents, ConsentLine) throws -> Void
  ) async throws -> Answer {
    let id: ConsentID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let (opened, line) = try desk.openConsent(id)
        try body(desk, opened, line)
        return "/cases/\(opened.file.id)/consents"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { desk in try page(desk, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }
}

extension ConsentRoutes {
  private static func list(_ desk: Desk, _ id: CaseFileID, _ form: FormView) throws -> ConsentListPage {
    let opened = try desk.openConsents(of: id)
    return ConsentListPage(chrome: desk.chrome, opened: opened, people: try ConsentQueries.people(desk, opened), form: form)
  }

  private static func form(_ desk: Desk, _ id: CaseFileID, sent: FormView? = nil) throws -> ConsentFormPage {
    let opened = try desk.openConsents(of: id)
    let offer = try ConsentOfferQueries.offer(desk, opened)
    let first = offer.typed(for: desk.visit.query["person"])
    return ConsentFormPage(
      chrome: desk.chrome, opened: opened, offer: offer, form: try sent ?? FormView(DraftQueries.starting(desk, first)),
      limit: desk.visit.office.settings.uploadBytes)
  }

  private static func page(_ desk: Desk, _ id: ConsentID, _ form: FormView) throws -> ConsentPage {
    let (opened, line) = try desk.openConsent(id)
    let people = try ConsentQueries.people(desk, opened)
    let whose = line.person == opened.principal ? nil : line.person
    guard let person = people.first(where: { $0.member == whose }) else { throw desk.denied("consent \(id)") }
    return ConsentPage(chrome: desk.chrome, opened: opened, line: line, person: person, form: form)
  }
}
