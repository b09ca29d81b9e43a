import Casework

/// The last part of the path of each act that has a door here.
enum CoordinationStepPath {
  static func of(_ act: CoordinationAct) -> String {
    switch act {
    case .accept: "acceptance"
    case .giveBack: "hand-back"
    case .proceedWithoutConsent: "pre-consent"
    case .endPreConsent: "pre-consent-end"
    case .reopen: "reopening"
    case .end: "ending"
    default: CoordinationPlace.direct(act) ?? act.rawValue
    }
  }
}

/// 多機関協働: its acts.
enum CoordinationStepRoutes {
  /// Acts with a page of their own, and those that one button does.
  private static let typed: [CoordinationAct] = [.accept, .giveBack, .proceedWithoutConsent, .endPreConsent, .reopen, .end]
  private static let direct: [CoordinationAct] = [.apply, .beginAssessment, .interrupt]

  static func add(to doors: Doors) {
    for act in typed {
      doors.page("/coordinations/:id/\(CoordinationStepPath.of(act))", permission(act)) { visit in
        let id: CoordinationID = try visit.id("id")
        let found = try await visit.read { desk in try page(desk, id, act, nil) }
        return found.map { .page($0.html) } ?? .redirect("/coordinations/\(id)")
      }
    }
    for act in typed + direct {
      doors.act("/coordinations/:id/\(CoordinationStepPath.of(act))", permission(act)) { visit in try await step(visit, act) }
    }
  }

  private static func permission(_ act: CoordinationAct) -> Act { act == .reopen ? .reopenCoordination : .moveCoordination }

  private static func step(_ visit: Visit, _ act: CoordinationAct) async throws -> Answer {
    let id: CoordinationID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let referral = try desk.openCoordination(id).referral
        try desk.stepCoordination(id, act, desk.visit.form)
        // What went back is no longer this agency's to see; the つなぎ tells what became of it.
        return act == .giveBack ? "/referrals/\(referral)" : "/coordinations/\(id)"
      }
    } catch let errors as FieldErrors {
      let form = FormView(visit.form, problems: errors.problems)
      if let page = try await typedPage(visit, id, act, form) { return .invalid(page.html) }
      return .invalid(try await visit.read { desk in try CoordinationRoutes.page(desk, id, form) }.html)
    } catch is EditConflict {
      guard var page = try await typedPage(visit, id, act, FormView(visit.form)) else {
        return .conflict(try await visit.read { desk in try CoordinationRoutes.page(desk, id, FormView()) }.html)
      }
      page.isConflict = true
      return .conflict(page.html)
    }
  }

  /// The page of the act with everything typed; nothing for an act that has none.
  private static func typedPage(_ visit: Visit, _ id: CoordinationID, _ act: CoordinationAct, _ form: FormView) async throws
    -> CoordinationStepPage?
  {
    guard typed.contains(act) else { return nil }
    return try await visit.read { desk in try page(desk, id, act, form) }
  }

  /// Nothing where the act is not this person's now: the button was not offered either.
  private static func page(_ desk: Desk, _ id: CoordinationID, _ act: CoordinationAct, _ form: FormView?) throws -> CoordinationStepPage? {
    let coordination = try desk.openCoordination(id)
    let isOffered = coordination.sides.contains { Coordination.availableActs(coordination.stage, side: $0).contains(act) }
    guard form != nil || isOffered else { return nil }
    let described = act == .accept ? try CoordinationOfferQueries.described(desk, coordination) : Fields()
    return CoordinationStepPage(
      chrome: desk.chrome, coordination: coordination, act: act, form: form ?? FormView(described),
      offer: try CoordinationOfferQueries.offer(desk))
  }
}
