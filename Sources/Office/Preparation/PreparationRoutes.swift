import Casework
import Hummingbird

/// 会議の準備: asking, answering, and reading side by side.
enum PreparationRoutes {
  static func add(to doors: Doors) {
    doors.page("/preparations", .seePreparation) { visit in
      .page(
        try await visit.read { desk in
          desk.note("preparations")
          return PreparationListPage(chrome: desk.chrome, lines: try PreparationQueries.waiting(desk, desk.scope))
        }.html)
    }
    doors.page("/preparations/:id", .answerPreparation) { visit in
      let id: PreparationID = try visit.id("id")
      return try await visit.read { desk in
        let (meeting, opened) = try desk.preparation(id)
        guard let opened else { return .redirect("/meetings/\(meeting)") }
        let form = FormView(try DraftQueries.starting(desk, PreparationPage.given(opened)))
        return .page(PreparationPage(chrome: desk.chrome, preparation: opened, form: form).html)
      }
    }
    doors.act("/preparations/:id", .answerPreparation) { visit in try await answer(visit) }
    doors.act("/preparations/:id/reminder", .askPreparation) { visit in
      let id: PreparationID = try visit.id("id")
      return try await visit.perform { desk in "/meetings/\(try desk.remindPreparation(id))/preparation" }
    }
    addMeeting(to: doors)
  }

  private static func answer(_ visit: Visit) async throws -> Answer {
    let id: PreparationID = try visit.id("id")
    do {
      return try await visit.perform { desk in try desk.answerPreparation(id, desk.visit.form) }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in
          let form = FormView(visit.form, problems: errors.problems)
          return PreparationPage(chrome: desk.chrome, preparation: try desk.openPreparation(id), form: form)
        }.html)
    } catch is EditConflict {
      return .conflict(
        try await visit.read { desk in
          let opened = try desk.openPreparation(id)
          return PreparationPage(
            chrome: desk.chrome, preparation: opened, form: FormView(visit.form), others: PreparationPage.beside(opened, visit.form))
        }.html)
    }
  }

  private static func addMeeting(to doors: Doors) {
    doors.page("/meetings/:id/preparation", .seePreparation) { visit in
      let id: MeetingID = try visit.id("id")
      return try await visit.read { desk in
        try desk.openMeeting(id).isPledgeDue ? .redirect("/meetings/\(id)") : .page(try page(desk, id, FormView()).html)
      }
    }
    doors.act("/meetings/:id/preparation", .askPreparation) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          try desk.askPreparation(id, desk.visit.form)
          return "/meetings/\(id)/preparation"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.page("/meetings/:id/items/:item/answers", .seePreparation) { visit in
      let id: MeetingID = try visit.id("id")
      let number: MeetingItemID = try visit.id("item")
      return try await visit.read { desk in
        let meeting = try desk.openMeeting(id)
        guard !meeting.isPledgeDue else { return .redirect("/meetings/\(id)") }
        let item = try desk.openMeetingItem(meeting, number)
        return .page(PreparationAnswersPage(chrome: desk.chrome, item: item, replies: try PreparationQueries.replies(desk, item)).html)
      }
    }
  }

  /// For the convener and the town; members answer on pages of their own.
  private static func page(_ desk: Desk, _ id: MeetingID, _ form: FormView) throws -> MeetingPreparationPage {
    let meeting = try desk.openMeeting(id)
    guard meeting.sight != .member else { throw desk.denied("preparation of meeting \(id)") }
    let items = meeting.isPledgeDue ? [] : try desk.items(of: meeting)
    return MeetingPreparationPage(
      chrome: desk.chrome, today: desk.today, meeting: meeting, items: items, lines: try PreparationQueries.lines(desk, items),
      offers: meeting.isConvener ? try items.flatMap { try PreparationQueries.offers(desk, $0) } : [], form: form)
  }
}
