import Casework

/// 事例: the file with its history, the move of its stage, who is in charge.
enum CaseFileRoutes {
  static func add(to doors: Doors) {
    CaseListRoutes.add(to: doors)
    NoteRoutes.add(to: doors)
    ResidentCorrectionRoutes.add(to: doors)
    doors.page("/cases/:id", .seeCase) { visit in
      let id: CaseFileID = try visit.id("id")
      let filter = TimelineFilter(visit.query)
      return .page(try await visit.read { desk in try page(desk, id, filter) }.html)
    }
    doors.act("/cases/:id/stage", .moveCase) { visit in try await move(visit) }
    doors.page("/cases/:id/charge", .assignCase) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { desk in try chargePage(desk, id) }.html)
    }
    doors.act("/cases/:id/charge", .assignCase) { visit in try await assign(visit) }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ filter: TimelineFilter = TimelineFilter()) throws -> CaseFilePage {
    let office = desk.visit.office
    return CaseFilePage(
      chrome: desk.chrome, today: desk.today, view: try CaseFileQueries.view(desk, desk.open(id), filter), methods: office.list("C-15"),
      channels: office.list("C-02"))
  }

  private static func move(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try CaseFileRecords.move(desk, desk.open(id), StageInput(desk.visit.form))
        return "/cases/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await returned(visit, id, errors.problems).html)
    } catch is EditConflict {
      return .conflict(try await returned(visit, id, [], isConflict: true).html)
    }
  }

  private static func returned(
    _ visit: Visit, _ id: CaseFileID, _ problems: [FieldProblem], isConflict: Bool = false
  ) async throws -> CaseFilePage {
    try await visit.read { desk in
      var page = try page(desk, id)
      page.stageForm = FormView(visit.form, problems: problems)
      page.isConflict = isConflict
      return page
    }
  }

  private static func chargePage(_ desk: Desk, _ id: CaseFileID) throws -> ChargePage {
    let file = try desk.open(id)
    let standing = try CaseFileQueries.standing(desk, file)
    guard standing.isOwn else { throw desk.denied("charge of case \(id)") }
    return ChargePage(chrome: desk.chrome, file: file, standing: standing, colleagues: try ColleagueQueries.all(desk))
  }

  private static func assign(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let version = Digits.number(desk.visit.form["version"]) ?? 0
        let chosen = try ColleagueQueries.chosen(desk, desk.visit.form["staff"])
        guard let chosen else { throw FieldErrors([FieldProblem("staff", "担当にする職員を選んでください。")], staff: desk.staff) }
        try CaseFileRecords.assign(desk, desk.open(id), to: chosen, version: version)
        return "/cases/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await chargeReturned(visit, id, errors.problems).html)
    } catch is EditConflict {
      return .conflict(try await chargeReturned(visit, id, [], isConflict: true).html)
    }
  }

  private static func chargeReturned(
    _ visit: Visit, _ id: CaseFileID, _ problems: [FieldProblem], isConflict: Bool = false
  ) async throws -> ChargePage {
    try await visit.read { desk in
      var page = try chargePage(desk, id)
      page.form = FormView(visit.form, problems: problems)
      page.isConflict = isConflict
      return page
    }
  }
}
