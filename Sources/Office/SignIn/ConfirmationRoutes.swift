import Casework
import Hummingbird

/// 本人の再確認.
enum ConfirmationRoutes {
  static func add(to doors: Doors) {
    doors.page("/confirmation", .confirmIdentity) { visit in .page(try await ask(visit, problem: nil).html) }
    doors.act("/confirmation", .confirmIdentity) { visit in
      // The proof was looked at on the way in; without one there is nothing to go on with, unless the provider has just asked.
      if visit.proof == nil, try await !isFresh(visit) { return .invalid(try await ask(visit, problem: nil).html) }
      return .redirect(SignInRoutes.safePath(visit.form["next"]))
    }
  }

  /// Where a sensitive act without a fresh proof ends: at the question, which holds what was sent.
  static func confirmFirst(_ visit: Visit, _ due: ConfirmationDue) -> Response {
    let request = visit.request
    guard !request.form.pairs.isEmpty else {
      let query = request.query.pairs.map { "\(Answer.percentEncoded($0.name))=\(Answer.percentEncoded($0.value))" }.joined(separator: "&")
      let whole = query.isEmpty ? request.path : "\(request.path)?\(query)"
      return Answer.redirect("/confirmation?next=\(Answer.percentEncoded(whole))").response
    }
    // What was typed at the confirmation itself is no form to hold.
    let isOwn = visit.act == .confirmIdentity
    return Answer.invalid(
      ConfirmationPage(
        formToken: request.cookie.map { SessionToken(text: $0).formToken } ?? "", hasFactor: due.hasFactor, way: due.way,
        provider: visit.office.settings.entrance.provider.name, action: request.path,
        next: isOwn ? SignInRoutes.safePath(request.form["next"]) : nil, held: isOwn ? nil : HeldForm(waiting: request.form),
        problem: due.problem
      ).html
    ).response
  }

  private static func ask(_ visit: Visit, problem: String?) async throws -> ConfirmationPage {
    let next = SignInRoutes.safePath(visit.query["next"].isEmpty ? visit.form["next"] : visit.query["next"])
    return try await visit.read { desk in
      ConfirmationPage(
        formToken: desk.chrome.formToken, hasFactor: try SecondFactorQueries.state(desk.reading, of: desk.staff.id) != nil,
        way: try SessionListQueries.way(desk), provider: visit.office.settings.entrance.provider.name, action: "/confirmation", next: next,
        problem: problem)
    }
  }

  private static func isFresh(_ visit: Visit) async throws -> Bool {
    let oldest = visit.now - visit.office.settings.entrance.confirmMinutes * 60
    return try await visit.read { desk in try SessionListQueries.provenAt(desk) > oldest }
  }
}
