import Casework

/// 家族の年表: the chronology, and what the family tells for it.
enum FamilyTimelineRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/family-timeline", .seeDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.act("/cases/:id/family-timeline/events", .editDrawing) { visit in
      try await changed(visit) { desk, file in
        let family = try FamilyQueries.family(desk, file)
        let input = try LifeEventInput(desk.visit.form, family, today: desk.today, by: desk.staff)
        try LifeEventRecords.tell(
          desk, file, about: input.person.flatMap(family.resident), on: input.date, until: input.until, words: input.words)
      }
    }
    doors.act("/cases/:id/family-timeline/event-endings", .editDrawing) { visit in
      try await changed(visit) { desk, file in
        let number = Digits.number(desk.visit.form["event"]) ?? 0
        guard try FamilyTimelineQueries.isKnown(desk, file, number) else { throw desk.denied("life event of case \(file.id)") }
        try LifeEventRecords.end(desk, file, number)
      }
    }
  }

  private static func changed(
    _ visit: Visit, _ work: @escaping @Sendable (WritingDesk, OpenedFile) throws -> Void
  ) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try work(desk, try desk.open(id))
        try CaseFileRecords.touch(desk, id)
        return "/cases/\(id)/family-timeline"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, isConflict: true) }.html)
    }
  }

  private static func page(
    _ desk: Desk, _ id: CaseFileID, _ form: FormView = FormView(), isConflict: Bool = false
  ) throws -> FamilyTimelinePage {
    let file = try desk.open(id)
    let view = try FamilyTimelineQueries.view(desk, file)
    let choice = TimelineChoice(desk.visit.query, today: desk.today)
    let drawn = view.timeline.drawn(zoom: choice.zoom, days: choice.days, pageWidth: 1000, textSize: 11, width: figureWidth)
    return FamilyTimelinePage(
      chrome: desk.chrome, file: file, view: view, choice: choice, table: drawn.table,
      svg: drawn.figure.svg(id: "timeline", title: "家族の年表", summary: "\(drawn.table.rows.count)のできごと。同じ内容の表が下にあります。"),
      mayEdit: Access.verdict(.editDrawing, roles: desk.staff.roles) == .allowed, form: form, isConflict: isConflict)
  }
}
