import Casework

/// 多機関協働: the board, one case on one page, who has it in hand.
enum CoordinationRoutes {
  static func add(to doors: Doors) {
    CoordinationStepRoutes.add(to: doors)
    doors.page("/coordinations", .seeCoordinations) { visit in
      let filter = CoordinationBoardFilter(visit.query)
      return .page(
        try await visit.read { desk in
          CoordinationBoardPage(
            chrome: desk.chrome, today: desk.today, board: try CoordinationBoardQueries.board(desk, desk.scope, filter))
        }.html)
    }
    doors.page("/coordinations.csv", .seeCoordinations) { visit in try await export(visit) }
    doors.page("/coordinations/:id", .seeCoordination) { visit in
      let id: CoordinationID = try visit.id("id")
      return .page(try await visit.read { desk in try page(desk, id, FormView()) }.html)
    }
    addDescription(to: doors)
    addCharge(to: doors)
  }

  static func page(_ desk: Desk, _ id: CoordinationID, _ form: FormView) throws -> CoordinationPage {
    let office = desk.visit.office
    return CoordinationPage(
      chrome: desk.chrome, today: desk.today, view: try CoordinationQueries.view(desk, try desk.openCoordination(id)),
      noConsent: office.list("C-11"), methods: office.list("C-15"), form: form)
  }

  private static func export(_ visit: Visit) async throws -> Answer {
    let filter = CoordinationBoardFilter(visit.query)
    let lines = try await visit.read { desk in
      let lines = try CoordinationBoardQueries.allLines(desk, desk.scope, filter)
      desk.note("coordinations")
      desk.note(detail: "rows \(lines.count)")
      return lines
    }
    return .download(.init(name: "多機関協働_\(visit.today.iso).csv", type: "text/csv; charset=utf-8", bytes: CoordinationSheet.bytes(lines)))
  }

  private static func addDescription(to doors: Doors) {
    doors.page("/coordinations/:id/description", .moveCoordination) { visit in
      let id: CoordinationID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let coordination = try coordinated(desk, id)
          return CoordinationDescriptionPage(
            chrome: desk.chrome, coordination: coordination,
            form: FormView(try CoordinationOfferQueries.described(desk, coordination)), offer: try CoordinationOfferQueries.offer(desk))
        }.html)
    }
    doors.act("/coordinations/:id/description", .moveCoordination) { visit in
      let id: CoordinationID = try visit.id("id")
      return try await visit.perform { desk in
        try desk.describeCoordination(id, desk.visit.form)
        return "/coordinations/\(id)"
      }
    }
  }

  private static func addCharge(to doors: Doors) {
    doors.page("/coordinations/:id/charge", .moveCoordination) { visit in
      let id: CoordinationID = try visit.id("id")
      return .page(try await visit.read { desk in try chargePage(desk, id, FormView()) }.html)
    }
    doors.act("/coordinations/:id/charge", .moveCoordination) { visit in
      let id: CoordinationID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          let coordination = try coordinated(desk, id)
          let chosen = try ColleagueQueries.all(desk).first { String($0.id.number) == desk.visit.form["coordinator"] }
          guard let chosen else { throw FieldErrors([FieldProblem("coordinator", "担当は一覧から選んでください。")], staff: desk.staff) }
          try CoordinationRecords.assign(desk, coordination, to: chosen.id)
          return "/coordinations/\(id)"
        }
      } catch let errors as FieldErrors {
        return .invalid(
          try await visit.read { desk in try chargePage(desk, id, FormView(desk.visit.form, problems: errors.problems)) }.html)
      }
    }
  }

  private static func chargePage(_ desk: Desk, _ id: CoordinationID, _ form: FormView) throws -> CoordinationChargePage {
    CoordinationChargePage(
      chrome: desk.chrome, coordination: try coordinated(desk, id), colleagues: try ColleagueQueries.all(desk), form: form)
  }

  /// Only 多機関協働事業者 writes here.
  private static func coordinated(_ desk: Desk, _ id: CoordinationID) throws -> OpenedCoordination {
    let coordination = try desk.openCoordination(id)
    guard coordination.isCoordinator else { throw desk.denied("coordination \(id)") }
    return coordination
  }
}
