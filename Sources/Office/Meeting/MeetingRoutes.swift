import Casework

/// 会議: the list, preparing one, its page; what its members and its convener do. Items are in ``MeetingItemRoutes``.
enum MeetingRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings", .seeMeetings) { visit in
      let filter = MeetingFilter(tab: MeetingFilter.Tab(rawValue: visit.query["tab"]) ?? .coming)
      return .page(
        try await visit.read { desk in
          let mayConvene = Access.verdict(.planMeeting, roles: desk.staff.roles) == .allowed
          return MeetingListPage(
            chrome: desk.chrome, today: desk.today, filter: filter, meetings: try MeetingQueries.list(desk, desk.scope, filter),
            year: mayConvene && filter.tab == .coming ? try MeetingQueries.year(desk) : [], mayConvene: mayConvene)
        }.html)
    }
    doors.page("/meetings/new", .planMeeting) { visit in .page(try await visit.read { try formPage($0, nil) }.html) }
    doors.act("/meetings", .planMeeting) { visit in
      do {
        return try await visit.perform { desk in "/meetings/\(try desk.conveneMeeting(desk.visit.form))" }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try formPage($0, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.act("/meetings/requests", .planMeeting) { visit in
      try await visit.perform { desk in "/coordinations/\(try desk.requestConfidentialMeeting(desk.visit.form))" }
    }
    doors.page("/meetings/:id", .seeMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    addChanging(to: doors)
    addSteps(to: doors)
  }

  static func page(_ desk: Desk, _ id: MeetingID, _ form: FormView = FormView()) throws -> MeetingPage {
    MeetingPage(chrome: desk.chrome, today: desk.today, view: try MeetingQueries.view(desk, try desk.openMeeting(id)), form: form)
  }

  /// The form for a new meeting; from a case, with its timing and the body that fits.
  private static func formPage(_ desk: Desk, _ sent: FormView?) throws -> MeetingFormPage {
    let query = sent.map { MeetingFormPage.asked($0.fields) } ?? desk.visit.query
    let purpose = try MeetingTableQueries.purpose(desk, query)
    let bodies = try MeetingPartyQueries.bodies(desk)
    let asked = MeetingKind(rawValue: query["kind"])
    let offered = bodies.filter { asked == nil || $0.kind == asked }
    let blank = Fields([("body", offered.first { $0.key == query["body"] }?.key ?? offered.first?.key ?? ""), ("mode", "inPerson")])
    let elsewhere = offered.isEmpty ? asked ?? .planning : nil
    return MeetingFormPage(
      chrome: desk.chrome, bodies: offered, form: sent ?? FormView(blank),
      purpose: purpose.map { ($0.code, $0.coordination.number, $0.timing) },
      ahead: purpose == nil ? [] : try MeetingQueries.own(desk, ahead: asked ?? .planning), file: purpose?.coordination.file,
      elsewhere: elsewhere,
      request: elsewhere == .confidential && purpose?.coordination.isCoordinator == true ? purpose?.coordination.id : nil)
  }

  private static func addChanging(to doors: Doors) {
    doors.page("/meetings/:id/edit", .planMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let meeting = try desk.ownMeeting(id)
          return MeetingFormPage(
            chrome: desk.chrome, bodies: [], form: FormView(MeetingFormPage.typed(meeting)), meeting: meeting,
            items: try desk.items(of: meeting))
        }.html)
    }
    doors.act("/meetings/:id", .planMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          try desk.changeMeeting(id, desk.visit.form)
          return "/meetings/\(id)"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await changing(visit, id, errors.problems, isConflict: false).html)
      } catch is EditConflict {
        return .conflict(try await changing(visit, id, [], isConflict: true).html)
      }
    }
  }

  private static func changing(_ visit: Visit, _ id: MeetingID, _ problems: [FieldProblem], isConflict: Bool) async throws
    -> MeetingFormPage
  {
    try await visit.read { desk in
      let meeting = try desk.ownMeeting(id)
      var page = MeetingFormPage(chrome: desk.chrome, bodies: [], form: FormView(visit.form, problems: problems), meeting: meeting)
      if isConflict { page.others = MeetingFormPage.beside(meeting, visit.form) }
      return page
    }
  }

  /// What is done with a meeting on its own page: each goes back there.
  private static func addSteps(to doors: Doors) {
    let steps: [(String, Act, @Sendable (WritingDesk, MeetingID, Fields) throws -> Void)] = [
      ("members", .planMeeting, { desk, id, form in try desk.callMember(id, form) }),
      ("invitations", .planMeeting, { desk, id, _ in try desk.inviteMeeting(id) }),
      ("items", .planMeeting, { desk, id, form in try desk.tableCases(id, form) }),
      ("cancellation", .planMeeting, { desk, id, form in try desk.cancelMeeting(id, form) }),
      ("reply", .answerMeeting, { desk, id, form in try desk.replyMeeting(id, form) }),
      ("pledge", .pledgeMeeting, { desk, id, form in try desk.pledgeMeeting(id, form) }),
      ("attendance", .recordMeeting, { desk, id, form in try desk.holdMeeting(id, form) }),
      ("minutes", .recordMeeting, { desk, id, form in try desk.writeMinutes(id, form) }),
    ]
    for (name, act, work) in steps {
      doors.act("/meetings/:id/\(name)", act) { visit in
        let id: MeetingID = try visit.id("id")
        do {
          return try await visit.perform { desk in
            try work(desk, id, desk.visit.form)
            return "/meetings/\(id)"
          }
        } catch let errors as FieldErrors {
          return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
        } catch is EditConflict {
          return .conflict(
            try await visit.read { desk in
              var page = try page(desk, id, FormView(visit.form))
              page.others = SavedBeside(
                lines: [.init(label: "全体の記録", saved: page.view.meeting.minutes, typed: visit.form["minutes"])])
              return page
            }.html)
        }
      }
    }
  }
}
