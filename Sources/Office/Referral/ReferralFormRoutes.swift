import Casework

/// つなぎを書く: new, a draft of the agency, the request.
enum ReferralFormRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/referrals/new", .draftReferral) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let file = try desk.open(id)
          let offer = try ReferralQueries.offer(desk, file)
          let terms = ReferralTerms(answerDays: desk.visit.office.settings.answerDays)
          let blank = ReferralFormPage.blank(offer, answerDue: terms.answerDue(requestedOn: desk.today))
          let fields = try DraftQueries.starting(desk, blank)
          let form = FormView(try ReferralQueries.following(desk, file, fields))
          return ReferralFormPage(chrome: desk.chrome, today: desk.today, file: file, offer: offer, form: form)
        }.html)
    }
    doors.act("/cases/:id/referrals", .requestReferral) { visit in
      let id: CaseFileID = try visit.id("id")
      return try await answering(visit) { desk in "/referrals/\(try desk.requestReferral(of: id, desk.visit.form))" }
    }
    doors.act("/cases/:id/referrals/draft", .draftReferral) { visit in
      let id: CaseFileID = try visit.id("id")
      return try await answering(visit) { desk in "/referrals/\(try desk.draftReferral(of: id, desk.visit.form))" }
    }
    addDrafts(to: doors)
  }

  private static func addDrafts(to doors: Doors) {
    doors.page("/referrals/:id/edit", .draftReferral) { visit in
      let id: ReferralID = try visit.id("id")
      let form = try await visit.read { desk -> ReferralFormPage? in
        let draft = try desk.openReferral(id)
        guard draft.stage == .draft else { return nil }
        return try page(desk, draft, FormView(try DraftQueries.starting(desk, try ReferralQueries.view(desk, draft).typed)))
      }
      return form.map { .page($0.html) } ?? .redirect("/referrals/\(id)")
    }
    doors.act("/referrals/:id/draft", .draftReferral) { visit in
      let id: ReferralID = try visit.id("id")
      return try await answering(visit, draft: id) { desk in
        try desk.keepReferralDraft(id, desk.visit.form)
        return "/referrals/\(id)"
      }
    }
    doors.act("/referrals/:id/request", .requestReferral) { visit in
      let id: ReferralID = try visit.id("id")
      return try await answering(visit, draft: id) { desk in
        try desk.requestReferral(id, desk.visit.form)
        return "/referrals/\(id)"
      }
    }
    doors.act("/referrals/:id/discard", .draftReferral) { visit in
      let id: ReferralID = try visit.id("id")
      return try await visit.perform { desk in
        try desk.discardReferralDraft(id, desk.visit.form)
        return "/referrals?tab=sent"
      }
    }
  }

  /// Does it, or shows the form again with everything typed: what is wrong (422), what to think of first, what a colleague saved (409).
  private static func answering(
    _ visit: Visit, draft: ReferralID? = nil, _ body: @escaping @Sendable (WritingDesk) throws -> String
  ) async throws -> Answer {
    do {
      return try await visit.perform(body)
    } catch let errors as FieldErrors {
      return .invalid(try await again(visit, draft, FormView(visit.form, problems: errors.problems)).html)
    } catch let unconfirmed as ReferralUnconfirmed {
      var page = try await again(visit, draft, FormView(visit.form))
      page.warnings = unconfirmed.warnings
      return .page(page.html)
    } catch is EditConflict {
      var page = try await again(visit, draft, FormView(visit.form))
      if let draft { page.others = try await visit.read { try others($0, draft) } }
      return .conflict(page.html)
    }
  }

  private static func again(_ visit: Visit, _ draft: ReferralID?, _ form: FormView) async throws -> ReferralFormPage {
    guard let draft else {
      let id: CaseFileID = try visit.id("id")
      return try await visit.read { desk in try page(desk, try desk.open(id), form) }
    }
    return try await visit.read { desk in try page(desk, try desk.openReferral(draft), form) }
  }

  private static func page(_ desk: Desk, _ draft: OpenedReferral, _ form: FormView) throws -> ReferralFormPage {
    try page(desk, try desk.open(draft.caseFile), form, draft: draft)
  }

  private static func page(_ desk: Desk, _ file: OpenedFile, _ form: FormView, draft: OpenedReferral? = nil) throws -> ReferralFormPage {
    ReferralFormPage(
      chrome: desk.chrome, today: desk.today, file: file, offer: try ReferralQueries.offer(desk, file),
      form: FormView(try ReferralQueries.following(desk, file, form.fields), problems: form.problems), draft: draft)
  }

  /// What a colleague saved in between.
  private static func others(_ desk: Desk, _ id: ReferralID) throws -> Fields {
    let draft = try desk.openReferral(id)
    return try ReferralQueries.following(desk, try desk.open(draft.caseFile), try ReferralQueries.view(desk, draft).typed)
  }
}
