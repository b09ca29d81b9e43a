import Casework

/// 係の記録: the supervisor reads, comments, confirms (報告・連絡・相談).
enum SectionRoutes {
  static func add(to doors: Doors) {
    doors.page("/section", .seeSection) { visit in
      let staff = Digits.number(visit.query["staff"]).map { StaffID($0) }
      let before = Digits.number(visit.query["before"]).map { NoteID($0) }
      return .page(try await visit.read { try page($0, staff: staff, before: before, form: FormView(DraftQueries.starting($0))) }.html)
    }
    // From ホーム of the note's writer: opening it is what is recorded, and the note follows.
    doors.page("/notes/:id/comments", .readComment) { visit in
      let note: NoteID = try visit.id("id")
      return .redirect(
        try await visit.write { desk in
          let place = try NoteReviewQueries.ownNote(desk, desk.scope, note)
          let file = try desk.open(place.file)
          desk.note("note \(note)")
          // A link that somebody put elsewhere must not take the line off the home.
          if desk.visit.request.isSameSite { try NoteReviewRecords.read(desk, on: note) }
          return "\(try TimelineQueries.address(desk, file, of: note, below: place.cursor))#note-\(note)"
        })
    }
    doors.act("/section/notes/:id/reviews", .confirmNote) { visit in
      let note: NoteID = try visit.id("id")
      let staff = Digits.number(visit.form["staff"]).map { StaffID($0) }
      let before = Digits.number(visit.form["before"]).map { NoteID($0) }
      do {
        return try await visit.perform { desk in
          try SectionQueries.admit(desk, desk.scope, note)
          let current = try SectionQueries.current(desk, note)
          if current != note { try SectionQueries.admit(desk, desk.scope, current) }
          var review = NoteReviewInput(desk.visit.form, of: note)
          // Words that were corrected meanwhile have not been seen yet: what is said to them goes to the new ones, confirming does not.
          review.confirms = review.confirms && current == note
          try NoteReviewRecords.add(desk, to: current, review)
          return SectionPage.address(staff: staff, before: before, draft: try kept(desk, besides: note, staff))
        }
      } catch let errors as FieldErrors {
        let form = FormView(visit.form, problems: errors.problems)
        return .invalid(try await visit.read { try page($0, staff: staff, before: before, form: form) }.html)
      }
    }
  }

  /// What was typed to other notes of the list and not sent yet stays as a draft, and comes back in its boxes.
  private static func kept(_ desk: WritingDesk, besides note: NoteID, _ staff: StaffID?) throws -> DraftID? {
    let form = desk.visit.form
    let others = NoteReviewInput.typed(form, besides: note)
    guard !others.isEmpty else {
      try DraftRecords.discard(desk, id: form.draftID)
      return nil
    }
    return try DraftRecords.save(
      desk, id: form.draftID, form: SectionPage.draftForm, resumePath: SectionPage.address(staff: staff), title: SectionPage.draftTitle,
      fields: Fields(others.map { ($0.name, $0.value) }))
  }

  private static func page(_ desk: Desk, staff: StaffID?, before: NoteID?, form: FormView) throws -> SectionPage {
    SectionPage(
      chrome: desk.chrome, list: try SectionQueries.waiting(desk, desk.scope, staff: staff, before: before),
      colleagues: try ColleagueQueries.all(desk).filter { $0.id != desk.staff.id }, methods: desk.visit.office.list("C-15"), before: before,
      form: form)
  }
}
