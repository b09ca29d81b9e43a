import Casework
import HTTPTypes
import Hummingbird

/// 外部の構成員の扉: a link, a code, the pledge, one page, one answer. Nothing else is reachable from here.
enum GuestRoutes {
  static func add(to doors: Doors) {
    doors.guest(.get, "/guest/:token", .open) { visit in
      let (_, isIn) = try await visit.knock()
      return GuestAnswer(isIn ? .redirect("\(visit.link)/agenda") : .page(GuestCodePage(link: visit.link).html))
    }
    doors.guest(.post, "/guest/:token/entry", .enter) { visit in try await enter(visit) }
    doors.guest(.get, "/guest/:token/agenda", .see) { visit in
      GuestAnswer(try await visit.read { try shown($0, nil) })
    }
    doors.guest(.post, "/guest/:token/pledge", .pledge) { visit in
      try await answered(visit) { desk in
        try desk.pledge(desk.visit.form)
        return "\(desk.visit.link)/agenda"
      }
    }
    doors.guest(.post, "/guest/:token/answer", .answer) { visit in
      try await answered(visit) { desk in
        try desk.answer(desk.visit.form)
        return "\(desk.visit.link)/agenda?sent=1"
      }
    }
    GuestPreparationRoutes.add(to: doors)
    doors.guest(.get, "/guest/:token/papers/:paper", .paper) { visit in
      let id = MeetingPaperID(visit.request.parameters.get("paper").flatMap(Int.init) ?? 0)
      let paper = try await visit.read { desk in
        let paper = try desk.openPaper(id)
        guard paper.kind == .file else { throw GuestDenial(pass: desk.pass, subject: "file of paper \(id)") }
        return paper
      }
      return GuestAnswer(try await PaperRoutes.download(visit.office, paper))
    }
    doors.guest(.post, "/guest/:token/departure", .leave) { visit in
      _ = try await visit.perform { desk in
        try desk.leave()
        return ""
      }
      return GuestAnswer(.page(GuestNotice.left.html))
    }
  }

  /// The code, then the page; what was typed before the session ended is on it again.
  private static func enter(_ visit: GuestVisit) async throws -> GuestAnswer {
    guard visit.request.isSameSite else { throw ForgedForm(staff: nil) }
    let held = HeldForm(carriedIn: visit.form)
    guard let code = GuestPass.code(in: visit.form["code"]) else {
      _ = try await visit.knock(.refused)
      return GuestAnswer(.invalid(GuestCodePage(link: visit.link, problem: GuestCodePage.unreadable, held: held).html))
    }
    let token: SessionToken
    switch try await visit.enter(code) {
    case .right(let found): token = found
    case .wrong: return GuestAnswer(.invalid(GuestCodePage(link: visit.link, problem: GuestCodePage.wrong, held: held).html))
    case .closed: return GuestAnswer(.missing(GuestNotice.closed.html))
    }
    let entered = visit.entered(token)
    let cookie = visit.cookie(token.text)
    guard let held else { return GuestAnswer(.redirect("\(visit.link)/agenda"), cookie: cookie) }
    let isPreparation = held.typed[GuestPreparationPage.mark.name] == GuestPreparationPage.mark.value
    return GuestAnswer(
      try await entered.read { desk in
        let typed = FormView(held.typed)
        // Without the pledge it is the pledge that comes first, whatever was typed.
        return isPreparation && desk.hasPledged
          ? try GuestPreparationRoutes.shown(desk, typed, isResumed: true) : try shown(desk, typed, isResumed: true)
      }, cookie: cookie)
  }

  private static func answered(_ visit: GuestVisit, _ body: @escaping @Sendable (GuestWritingDesk) throws -> String) async throws
    -> GuestAnswer
  {
    do {
      return GuestAnswer(try await visit.perform(body))
    } catch let errors as FieldErrors {
      return GuestAnswer(try await visit.read { try shown($0, FormView(visit.form, problems: errors.problems)) })
    }
  }

  /// The pledge where it is due, and nothing else; otherwise the one page.
  private static func shown(_ desk: GuestDesk, _ sent: FormView?, isResumed: Bool = false) throws -> Answer {
    let visit = desk.visit
    let words = try desk.pledgeWords()
    if !desk.hasPledged, let words {
      let page = GuestPledgePage(
        link: visit.link, formToken: visit.formToken, words: words, convenerName: desk.pass.convenerName, form: sent ?? FormView())
      return sent == nil || isResumed ? .page(page.html) : .invalid(page.html)
    }
    let items = try desk.seenItems().map { item in
      GuestItemView(item: item, papers: try desk.papers(of: item), plan: try MeetingItemQueries.plan(desk, item))
    }
    let page = GuestPage(
      link: visit.link, formToken: visit.formToken, pass: desk.pass, pledge: words, items: items,
      form: try sent ?? FormView(desk.given()), isResumed: isResumed, isSent: sent == nil && visit.request.query.isOn("sent"))
    return sent == nil || isResumed ? .page(page.html) : .invalid(page.html)
  }
}
