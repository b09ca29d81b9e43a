import Casework

/// つなぎ: the list, one つなぎ, and its steps. Writing one is in ``ReferralFormRoutes``.
enum ReferralRoutes {
  static func add(to doors: Doors) {
    ReferralFormRoutes.add(to: doors)
    doors.page("/referrals", .seeReferrals) { visit in
      let filter = filter(visit.query)
      return .page(
        try await visit.read { desk in
          ReferralListPage(chrome: desk.chrome, list: try ReferralQueries.list(desk, desk.scope, filter))
        }.html)
    }
    doors.page("/referrals.csv", .exportReferrals) { visit in try await export(visit) }
    doors.page("/referrals/:id", .seeReferral) { visit in
      let id: ReferralID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          ReferralPage(chrome: desk.chrome, view: try ReferralQueries.view(desk, desk.openReferral(id)))
        }.html)
    }
    doors.act("/referrals/:id/rest-confirmation", .confirmReferral) { visit in
      let id: ReferralID = try visit.id("id")
      return try await visit.perform { desk in
        try desk.noteReferralRest(id)
        return "/referrals/\(id)"
      }
    }
    for kind in ReferralAct.Kind.allCases where kind != .request { addStep(kind, to: doors) }
  }

  private static func addStep(_ kind: ReferralAct.Kind, to doors: Doors) {
    let path = "/referrals/:id/\(ReferralStep.path(kind))"
    if !ReferralStep.isDirect(kind) {
      doors.page(path, act(kind)) { visit in
        let view = try await view(visit)
        guard let side = view.1.referral.side, Referral.availableActs(view.1.referral.stage, side: side).contains(kind) else {
          return .redirect("/referrals/\(view.1.referral.id)")
        }
        return .page(ReferralStepPage(chrome: view.0, view: view.1, kind: kind, form: FormView()).html)
      }
    }
    doors.act(path, act(kind)) { visit in try await step(visit, kind) }
  }

  private static func act(_ kind: ReferralAct.Kind) -> Act {
    switch kind {
    case .request: .requestReferral
    case .accept, .acceptInPart, .handBack: .answerReferral
    case .withdraw: .withdrawReferral
    case .start, .report: .progressReferral
    case .confirm: .confirmReferral
    }
  }

  private static func step(_ visit: Visit, _ kind: ReferralAct.Kind) async throws -> Answer {
    let id: ReferralID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.stepReferral(id, kind, desk.visit.form)
        return "/referrals/\(id)"
      }
    } catch let errors as FieldErrors {
      let (chrome, view) = try await view(visit)
      return .invalid(
        ReferralStepPage(chrome: chrome, view: view, kind: kind, form: FormView(visit.form, problems: errors.problems)).html)
    } catch is EditConflict {
      let (chrome, view) = try await view(visit)
      return .conflict(ReferralStepPage(chrome: chrome, view: view, kind: kind, form: FormView(visit.form), isConflict: true).html)
    }
  }

  private static func view(_ visit: Visit) async throws -> (Chrome, ReferralView) {
    let id: ReferralID = try visit.id("id")
    return try await visit.read { desk in (desk.chrome, try ReferralQueries.view(desk, desk.openReferral(id))) }
  }

  private static func export(_ visit: Visit) async throws -> Answer {
    let filter = filter(visit.query)
    let lines = try await visit.read { desk in
      let lines = try ReferralQueries.allLines(desk, desk.scope, filter)
      desk.note("referrals")
      desk.note(detail: "rows \(lines.count)")
      return lines
    }
    return .download(.init(name: "つなぎ一覧_\(visit.today.iso).csv", type: "text/csv; charset=utf-8", bytes: ReferralSheet.bytes(lines)))
  }

  private static func filter(_ query: Fields) -> ReferralFilter {
    ReferralFilter(
      tab: ReferralFilter.Tab(rawValue: query["tab"]) ?? .received, stage: ReferralStage(rawValue: query["stage"]),
      overdueOnly: query.isOn("overdue"), mineOnly: query["who"] == "mine", page: min(max(Int(query["page"]) ?? 0, 0), 10_000))
  }
}
