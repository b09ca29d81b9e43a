import Casework

extension DirectoryRoutes {
  static func register(_ visit: Visit) async throws -> Answer {
    do {
      return try await visit.perform { desk in
        let input = try AgencyInput(desk.visit.form, lists: desk.visit.office.catalogue, today: desk.today)
        try checkCautions(desk, nil, before: nil, after: input.registration)
        let id = try AgencyRecords.register(desk.writing, input.registration)
        desk.note("agency \(id)")
        return "/agencies/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in
          AgencyFormPage(
            chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: nil, form: FormView(visit.form, problems: errors.problems))
        }.html)
    } catch let unconfirmed as AgencyUnconfirmed {
      return .page(
        try await visit.read { desk in
          AgencyFormPage(
            chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: nil, form: FormView(visit.form), cautions: unconfirmed.cautions
          )
        }.html)
    }
  }

  static func change(_ visit: Visit) async throws -> Answer {
    let id: AgencyID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let before = try agency(desk, id).facts
        let input = try AgencyInput(desk.visit.form, lists: desk.visit.office.catalogue, today: desk.today)
        try checkCautions(desk, id, before: before, after: input.registration)
        guard try AgencyRecords.change(desk.writing, id, to: input.registration, version: Int(desk.visit.form["version"]) ?? 0) else {
          throw EditConflict(staff: desk.staff)
        }
        return "/agencies/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await formAgain(visit, id, problems: errors.problems, isConflict: false).html)
    } catch is EditConflict {
      return .conflict(try await formAgain(visit, id, problems: [], isConflict: true).html)
    } catch let unconfirmed as AgencyUnconfirmed {
      var page = try await formAgain(visit, id, problems: [], isConflict: false)
      page.cautions = unconfirmed.cautions
      return .page(page.html)
    }
  }

  private static func checkCautions(
    _ desk: WritingDesk, _ id: AgencyID?, before: AgencyRecords.Registration?, after: AgencyRecords.Registration
  ) throws {
    guard !desk.visit.form.isOn("confirmed") else { return }
    let cautions = try AgencyCautionQueries.cautions(desk, id, before: before, after: after)
    if !cautions.isEmpty { throw AgencyUnconfirmed(staff: desk.staff, cautions: cautions) }
  }

  /// The same form with what was typed; after a conflict beside what the other saved, and good for saving over it.
  private static func formAgain(
    _ visit: Visit, _ id: AgencyID, problems: [FieldProblem], isConflict: Bool
  ) async throws -> AgencyFormPage {
    try await visit.read { desk in
      let agency = try agency(desk, id)
      var typed = visit.form
      if isConflict { typed.set("version", String(agency.version)) }
      return AgencyFormPage(
        chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: agency, form: FormView(typed, problems: problems),
        isConflict: isConflict)
    }
  }

  static func carry(_ visit: Visit) async throws -> Answer {
    let id: AgencyID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        _ = try agency(desk, id)
        try AgencyRecords.carry(desk.writing, id, try ProgrammeInput(desk.visit.form, today: desk.today).programme)
        return "/agencies/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  static func endProgramme(_ visit: Visit) async throws -> Answer {
    let id: AgencyID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        _ = try agency(desk, id)
        var problems: [FieldProblem] = []
        let until = AgencyInput.day("until", "終わった日", desk.visit.form, desk.today, &problems) ?? desk.today
        guard problems.isEmpty else { throw FieldErrors(problems) }
        guard let number = Int(desk.visit.form["programme_id"]),
          try AgencyRecords.endProgramme(desk.writing, id, programme: number, until: until.iso)
        else {
          throw FieldErrors([FieldProblem("until", "終わった日は、始まった日以降の日付を入力してください。すでに終わっている事業は変えられません。")])
        }
        return "/agencies/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }
}
