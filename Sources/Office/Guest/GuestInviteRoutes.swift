import Casework

/// 外部の構成員: their convener invites them, takes a link back, writes down what came by telephone or FAX.
enum GuestInviteRoutes {
  private static let guests = "/meetings/:id/guests"

  static func add(to doors: Doors) {
    doors.page(guests, .inviteGuest) { visit in try await afterPledge(visit) { .page(try list($0, visit, nil).html) } }
    doors.act(guests, .inviteGuest) { visit in
      do { return try await invite(visit, nil) } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try list($0, visit, FormView(visit.form, problems: errors.problems)).html })
      }
    }
    doors.page("\(guests)/:guest", .inviteGuest) { visit in
      try await afterPledge(visit) { .page(try member($0, visit, invite: nil, record: nil).html) }
    }
    doors.act("\(guests)/:guest", .inviteGuest) { visit in
      do { return try await invite(visit, try visit.id("guest")) } catch let errors as FieldErrors {
        return .invalid(
          try await visit.read { try member($0, visit, invite: FormView(visit.form, problems: errors.problems), record: nil).html })
      }
    }
    doors.act("\(guests)/:guest/revocation", .inviteGuest) { visit in
      let (id, guest): (MeetingID, MeetingMemberID) = (try visit.id("id"), try visit.id("guest"))
      return try await visit.perform { desk in
        try desk.revokeGuest(id, guest)
        return "/meetings/\(id)/guests/\(guest)"
      }
    }
    doors.act("\(guests)/:guest/record", .recordMeeting) { visit in
      let (id, guest): (MeetingID, MeetingMemberID) = (try visit.id("id"), try visit.id("guest"))
      do {
        return try await visit.perform { desk in
          try desk.recordGuest(id, guest, desk.visit.form)
          return "/meetings/\(id)/guests/\(guest)"
        }
      } catch let errors as FieldErrors {
        return .invalid(
          try await visit.read { try member($0, visit, invite: nil, record: FormView(visit.form, problems: errors.problems)).html })
      }
    }
  }

  private static func afterPledge(_ visit: Visit, _ body: @escaping @Sendable (Desk) throws -> Answer) async throws -> Answer {
    let id: MeetingID = try visit.id("id")
    return try await visit.read { desk in try desk.ownMeeting(id).isPledgeDue ? .redirect("/meetings/\(id)") : try body(desk) }
  }

  /// Makes the link and the code, keeps their hashes, and shows both this once. Sent twice it leads to the page of the guests.
  private static func invite(_ visit: Visit, _ number: MeetingMemberID?) async throws -> Answer {
    let id: MeetingID = try visit.id("id")
    _ = try await visit.read { try $0.ownMeeting(id) }
    let (link, code) = (SessionToken.random(), GuestCode.random())
    let codeHash = try await visit.office.passwordHash(of: code)
    return try await visit.write { desk in
      let token = desk.visit.form["submission"]
      if !token.isEmpty, let before = try SubmissionRecords.path(desk, token: token) { return .redirect(before) }
      let made = try desk.inviteGuest(id, number, desk.visit.form, linkHash: link.hash, codeHash: codeHash)
      if !token.isEmpty {
        try SubmissionRecords.remember(desk, token: token, path: "/meetings/\(id)/guests/\(made.member.id)", at: desk.now)
      }
      let request = desk.visit.request
      let scheme = desk.visit.office.settings.isSecure ? "https" : "http"
      return .page(
        GuestLinkPage(
          chrome: desk.chrome, meeting: try desk.ownMeeting(id), member: made.member, until: made.until,
          question: desk.visit.form.trimmed("question"), link: "\(scheme)://\(request.host)/guest/\(link.text)", code: code
        ).html)
    }
  }

  private static func choice(_ desk: Desk, _ visit: Visit) throws -> GuestChoice {
    let meeting = try desk.ownMeeting(try visit.id("id"))
    try desk.checkPledge(meeting)
    return GuestChoice(meeting: meeting, items: try desk.items(of: meeting).filter { $0.result == nil })
  }

  private static func list(_ desk: Desk, _ visit: Visit, _ sent: FormView?) throws -> GuestListPage {
    let choice = try choice(desk, visit)
    return GuestListPage(
      chrome: desk.chrome, today: desk.today, choice: choice,
      guests: try MeetingQueries.members(desk, choice.meeting).filter { !$0.hasAccounts },
      passes: try GuestQueries.passes(desk, choice.meeting), form: sent ?? FormView())
  }

  private static func member(_ desk: Desk, _ visit: Visit, invite: FormView?, record: FormView?) throws -> GuestMemberPage {
    let choice = try choice(desk, visit)
    let member = try desk.guest(try visit.id("guest"), of: choice.meeting)
    let pass = try GuestQueries.passes(desk, choice.meeting).first { $0.member == member.id }
    let called = try GuestQueries.called(desk, member.id)
    let items = choice.items.filter { called.contains($0.id) }
    let asked = Fields([("question", pass?.question ?? "")] + items.map { ("item", "\($0.id)") })
    return GuestMemberPage(
      chrome: desk.chrome, today: desk.today, choice: choice, member: member, pass: pass, called: items, invite: invite ?? FormView(asked),
      record: try record ?? FormView(GuestQueries.given(desk, member)))
  }
}
