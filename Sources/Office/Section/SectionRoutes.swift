import Casework

/// 係の記録: the supervisor reads, comments, confirms (報告・連絡・相談).
enum SectionRoutes {
  static func add(to doors: Doors) {
    doors.page("/section", .seeSection) { visit in
      let staff = Digits.number(visit.query["staff"]).map { StaffID($0) }
      let before = Digits.number(visit.query["before"]).map { NoteID($0) }
      return .page(try await visit.read { try page($0, staff: staff, before: before) }.html)
    }
    doors.act("/section/notes/:id/reviews", .confirmNote) { visit in
      let note: NoteID = try visit.id("id")
      let staff = Digits.number(visit.form["staff"]).map { StaffID($0) }
      do {
        return try await visit.perform { desk in
          try SectionQueries.admit(desk, desk.scope, note)
          try NoteReviewRecords.add(desk, to: note, NoteReviewInput(desk.visit.form, of: note))
          return "/section" + (staff.map { "?staff=\($0)" } ?? "")
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, staff: staff, form: FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
  }

  private static func page(_ desk: Desk, staff: StaffID?, before: NoteID? = nil, form: FormView = FormView()) throws -> SectionPage {
    SectionPage(
      chrome: desk.chrome, list: try SectionQueries.waiting(desk, desk.scope, staff: staff, before: before),
      colleagues: try ColleagueQueries.all(desk).filter { $0.id != desk.staff.id }, methods: desk.visit.office.list("C-15"), form: form)
  }
}
