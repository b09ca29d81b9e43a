import Casework

/// ジェノグラム: the drawing of the family, what was told for it, the hand correction.
enum GenogramRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/genogram", .seeDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.act("/cases/:id/genogram/facts", .editDrawing) { visit in try await told(visit) { try $0.tellFamilyFact(of: $1) } }
    doors.act("/cases/:id/genogram/fact-endings", .editDrawing) { visit in try await told(visit) { try $0.endFamilyFact(of: $1) } }
    doors.page("/cases/:id/genogram/positions", .editDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try positions($0, id) }.html)
    }
    doors.act("/cases/:id/genogram/positions", .editDrawing) { visit in try await placed(visit) { try $0.placeFamily(of: $1) } }
    doors.act("/cases/:id/genogram/position-resets", .editDrawing) { visit in
      try await placed(visit) { try $0.resetFamilyPlaces(of: $1) }
    }
  }

  private typealias Work = @Sendable (WritingDesk, CaseFileID) throws -> Void

  private static func told(_ visit: Visit, _ work: @escaping Work) async throws -> Answer {
    // What was just told is seen, also where it belongs to the layer that is drawn on request.
    let place = visit.form["topic"] == FamilyTopic.tie.rawValue ? "?ties=on#facts" : "#facts"
    return try await changed(visit, place, work) { desk, id, form, isConflict in
      let html = try page(desk, id, form, isConflict: isConflict).html
      return isConflict ? .conflict(html) : .invalid(html)
    }
  }

  private static func placed(_ visit: Visit, _ work: @escaping Work) async throws -> Answer {
    try await changed(visit, "/positions", work) { desk, id, form, isConflict in
      let html = try positions(desk, id, isConflict ? FormView() : form, isConflict: isConflict).html
      return isConflict ? .conflict(html) : .invalid(html)
    }
  }

  /// Does the work, then goes to a place of the genogram; or shows the screen again with what was wrong.
  private static func changed(
    _ visit: Visit, _ place: String, _ work: @escaping Work,
    _ again: @escaping @Sendable (Desk, CaseFileID, FormView, _ isConflict: Bool) throws -> Answer
  ) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try work(desk, id)
        return "/cases/\(id)/genogram\(place)"
      }
    } catch let errors as FieldErrors {
      return try await visit.read { try again($0, id, FormView(visit.form, problems: errors.problems), false) }
    } catch is EditConflict {
      return try await visit.read { try again($0, id, FormView(visit.form), true) }
    }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ form: FormView = FormView(), isConflict: Bool = false) throws -> GenogramPage {
    let file = try desk.open(id)
    let family = try FamilyQueries.family(desk, file)
    let choice = GenogramChoice(desk.visit.query)
    let drawn = FamilyDrawing(family, choice, today: desk.today)
    return GenogramPage(
      chrome: desk.chrome, file: file, family: family, drawn: drawn, choice: choice, svg: drawn.svg(id: "genogram"),
      mayEdit: Access.verdict(.editDrawing, roles: desk.staff.roles) == .allowed && !choice.isInitialled, form: form, isConflict: isConflict
    )
  }

  private static func positions(
    _ desk: Desk, _ id: CaseFileID, _ form: FormView = FormView(), isConflict: Bool = false
  ) throws -> PositionsPage {
    let file = try desk.open(id)
    let family = try FamilyQueries.family(desk, file)
    guard family.household != nil else { throw desk.denied("household of case \(id)") }
    let drawn = FamilyDrawing(family, GenogramChoice(Fields()), today: desk.today)
    return PositionsPage(
      chrome: desk.chrome, file: file, family: family, drawn: drawn, svg: drawn.svg(id: "positions"), form: form, isConflict: isConflict)
  }
}
