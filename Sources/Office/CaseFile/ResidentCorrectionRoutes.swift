import Casework

/// 本人情報の訂正, within an opened case.
enum ResidentCorrectionRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/resident/edit", .editResident) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let (file, known) = try known(desk, id)
          return ResidentCorrectionPage(chrome: desk.chrome, file: file, form: FormView(fields(of: known, in: file)))
        }.html)
    }
    doors.act("/cases/:id/resident", .editResident) { visit in try await correct(visit) }
  }

  private static func known(_ desk: Desk, _ id: CaseFileID) throws -> (OpenedFile, KnownResident) {
    let file = try desk.open(id)
    guard let resident = try CaseFileQueries.people(desk, file).resident,
      let known = try ResidentQueries.registration(desk.reading, resident)
    else { throw desk.denied("resident of case \(id)") }
    desk.note("resident \(resident)")
    return (file, known)
  }

  private static func fields(of known: KnownResident, in file: OpenedFile) -> Fields {
    ResidentCorrectionInput.fields(of: known, keepsContacts: file.keptBack.masksPrincipal)
  }

  private static func correct(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let (file, known) = try known(desk, id)
        let input = ResidentCorrectionInput(desk.visit.form, today: desk.today, keepsContacts: file.keptBack.masksPrincipal)
        guard input.version == known.version else { throw EditConflict(staff: desk.staff) }
        let person = try input.corrected(known, by: desk.staff)
        guard try ResidentRecords.change(desk.writing, known.id, to: person, version: input.version) else {
          throw EditConflict(staff: desk.staff)
        }
        try CaseFileRecords.relabel(desk, resident: known.id, from: known.person.name, to: person.name)
        try CaseFileRecords.touch(desk, id)
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
  ) async throws -> ResidentCorrectionPage {
    try await visit.read { desk in
      let (file, known) = try known(desk, id)
      return ResidentCorrectionPage(
        chrome: desk.chrome, file: file, form: FormView(visit.form, problems: problems),
        saved: isConflict ? fields(of: known, in: file) : nil)
    }
  }
}
