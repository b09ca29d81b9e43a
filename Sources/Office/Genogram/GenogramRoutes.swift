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

  private static func told(
    _ visit: Visit, _ work: @escaping @Sendable (WritingDesk, CaseFileID) throws -> Void
  ) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try work(desk, id)
        return "/cases/\(id)/genogram#facts"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, FormView(visit.form), isConflict: true) }.html)
    }
  }

  private static func placed(
    _ visit: Visit, _ work: @escaping @Sendable (WritingDesk, CaseFileID) throws -> Void
  ) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try work(desk, id)
        return "/cases/\(id)/genogram/positions"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try positions($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try positions($0, id, isConflict: true) }.html)
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
