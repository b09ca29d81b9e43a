import Casework

/// 議題: its page, preparing it, its result; and answering a written round.
enum MeetingItemRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings/:id/items/:item", .seeMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      let shown = try await visit.read { desk -> MeetingItemPage? in
        try desk.openMeeting(id).isPledgeDue ? nil : try page(desk, visit, FormView())
      }
      return shown.map { .page($0.html) } ?? .redirect("/meetings/\(id)")
    }
    doors.act("/meetings/:id/items/:item", .planMeeting) { visit in
      let (id, item) = try numbers(visit)
      return try await answered(visit) { desk in
        try desk.prepareItem(id, item, desk.visit.form)
        return "/meetings/\(id)/items/\(item)"
      }
    }
    doors.act("/meetings/:id/items/:item/removal", .planMeeting) { visit in
      let (id, item) = try numbers(visit)
      return try await answered(visit) { desk in
        try desk.removeItem(id, item)
        return "/meetings/\(id)"
      }
    }
    addResult(to: doors)
    addAnswers(to: doors)
  }

  private static func numbers(_ visit: Visit) throws -> (MeetingID, MeetingItemID) { (try visit.id("id"), try visit.id("item")) }

  private static func page(_ desk: Desk, _ visit: Visit, _ form: FormView) throws -> MeetingItemPage {
    let (id, item) = try numbers(visit)
    return MeetingItemPage(
      chrome: desk.chrome, view: try MeetingItemQueries.view(desk, try desk.openMeetingItem(try desk.openMeeting(id), item)), form: form)
  }

  private static func answered(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk) throws -> String) async throws -> Answer {
    do {
      return try await visit.perform(body)
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, visit, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(
        try await visit.read { desk in
          var page = try page(desk, visit, FormView(visit.form))
          page.others = SavedBeside(lines: [.init(label: "決めたいこと", saved: page.view.item.points, typed: visit.form["points"])])
          return page
        }.html)
    }
  }

  private static func addResult(to doors: Doors) {
    doors.page("/meetings/:id/items/:item/result", .recordMeeting) { visit in
      let (id, item) = try numbers(visit)
      let page = try await visit.read { desk -> MeetingResultPage? in
        let meeting = try desk.ownMeeting(id)
        guard !meeting.isPledgeDue else { return nil }
        let view = try MeetingItemQueries.view(desk, try desk.openMeetingItem(meeting, item))
        guard view.item.result == nil else { return nil }
        return try resultPage(desk, view, FormView(try DraftQueries.starting(desk, MeetingResultPage.blank(view))))
      }
      return page.map { .page($0.html) } ?? .redirect("/meetings/\(id)")
    }
    doors.act("/meetings/:id/items/:item/result", .recordMeeting) { visit in
      let (id, item) = try numbers(visit)
      do {
        return try await visit.perform { desk in
          try desk.recordResult(id, item, desk.visit.form)
          return "/meetings/\(id)/items/\(item)"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try again($0, visit, errors.problems, isConflict: false) }.html)
      } catch is EditConflict {
        return .conflict(try await visit.read { try again($0, visit, [], isConflict: true) }.html)
      }
    }
  }

  private static func resultPage(_ desk: Desk, _ view: MeetingItemView, _ form: FormView) throws -> MeetingResultPage {
    MeetingResultPage(chrome: desk.chrome, view: view, agencies: try MeetingPartyQueries.agencies(desk), form: form)
  }

  private static func again(_ desk: Desk, _ visit: Visit, _ problems: [FieldProblem], isConflict: Bool) throws -> MeetingResultPage {
    let (id, number) = try numbers(visit)
    let view = try MeetingItemQueries.view(desk, try desk.openMeetingItem(try desk.ownMeeting(id), number))
    var page = try resultPage(desk, view, FormView(visit.form, problems: problems))
    if isConflict { page.others = MeetingResultPage.beside(view.item, visit.form) }
    return page
  }

  private static func addAnswers(to doors: Doors) {
    doors.page("/meetings/:id/answer", .answerMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      let page = try await visit.read { desk -> MeetingAnswerPage? in
        try desk.openMeeting(id).isPledgeDue ? nil : try answerPage(desk, id, visit.query, nil)
      }
      return page.map { .page($0.html) } ?? .redirect("/meetings/\(id)")
    }
    doors.act("/meetings/:id/answer", .answerMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          try desk.answerRound(id, desk.visit.form)
          return "/meetings/\(id)"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try answerPage($0, id, visit.form, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
  }

  private static func answerPage(_ desk: Desk, _ id: MeetingID, _ asked: Fields, _ sent: FormView?) throws -> MeetingAnswerPage {
    let meeting = try desk.openMeeting(id)
    let member = try desk.member(of: meeting, asked)
    return MeetingAnswerPage(
      chrome: desk.chrome, meeting: meeting, member: member, items: try MeetingAnswerQueries.items(desk, meeting, of: member),
      form: try sent ?? FormView(MeetingAnswerQueries.given(desk, member)))
  }
}
