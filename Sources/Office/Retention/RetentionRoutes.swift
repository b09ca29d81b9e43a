import Casework

/// 保存と廃棄: what is over, holds, lists, their approval and carrying out, certificates.
enum RetentionRoutes {
  static func add(to doors: Doors) {
    doors.page("/retention", .seeRetention) { visit in .page(try await visit.read { try overview($0, FormView()) }.html) }
    doors.act("/retention/disposals", .proposeDisposal) { visit in
      do {
        return try await visit.perform { desk in "/retention/disposals/\(try desk.proposeDisposal(desk.visit.form))" }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try overview($0, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.page("/retention/disposals/:id", .seeRetention) { visit in .page(try await visit.read { try disposal($0, FormView()) }.html) }
    doors.act("/retention/disposals/:id/answer", .approveDisposal) { visit in
      try await answering(visit, disposal) { desk in
        let id: DisposalID = try desk.visit.id("id")
        try desk.answerDisposal(id, desk.visit.form)
        return "/retention/disposals/\(id)"
      }
    }
    doors.act("/retention/disposals/:id/execution", .disposeRecords) { visit in
      let id: DisposalID = try visit.id("id")
      try await DisposalWork(visit: visit, id: id).run()
      return .redirect("/retention/disposals/\(id)")
    }
    doors.page("/retention/disposals/:id/certificate", .seeRetention) { visit in
      .page(
        try await visit.read { desk in
          let opened = try desk.openDisposal(try desk.visit.id("id"))
          return CertificatePage(chrome: desk.chrome, disposal: opened, lines: try DisposalQueries.lines(desk, opened))
        }.html)
    }
    addHolds(to: doors)
  }

  private static func addHolds(to doors: Doors) {
    doors.page("/cases/:id/hold", .holdRecords) { visit in .page(try await visit.read { try hold($0, FormView()) }.html) }
    doors.act("/cases/:id/hold", .holdRecords) { visit in
      try await answering(visit, hold) { desk in
        let id: CaseFileID = try desk.visit.id("id")
        try desk.holdRecords(of: id, desk.visit.form)
        return "/cases/\(id)/hold"
      }
    }
    doors.act("/cases/:id/hold/release", .holdRecords) { visit in
      try await answering(visit, hold) { desk in
        let id: CaseFileID = try desk.visit.id("id")
        try desk.endHold(of: id, desk.visit.form)
        return "/cases/\(id)/hold"
      }
    }
  }

  /// Does it, or shows the page again with what was typed: what is wrong (422), what somebody else did (409).
  private static func answering(
    _ visit: Visit, _ page: @escaping @Sendable (Desk, FormView) throws -> any RetentionScreen,
    _ body: @escaping @Sendable (WritingDesk) throws -> String
  ) async throws -> Answer {
    do {
      return try await visit.perform(body)
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      let problem = FieldProblem("act", "この画面を開いたあとに、ほかの職員が先に処理しました。下の最新の内容を確かめてください。")
      return .conflict(try await visit.read { try page($0, FormView(visit.form, problems: [problem])) }.html)
    }
  }

  private static func overview(_ desk: Desk, _ form: FormView) throws -> RetentionPage {
    let opened = try desk.openRetention()
    desk.note("retention")
    return RetentionPage(
      chrome: desk.chrome, classes: opened.classes, over: try RetentionQueries.over(desk, opened),
      holds: try RetentionQueries.holds(desk, opened), disposals: try DisposalQueries.all(desk, opened), form: form)
  }

  @Sendable private static func disposal(_ desk: Desk, _ form: FormView) throws -> any RetentionScreen {
    let opened = try desk.openDisposal(try desk.visit.id("id"))
    let mayAnswer = Access.verdict(.approveDisposal, roles: desk.staff.roles) == .allowed
    return DisposalPage(
      chrome: desk.chrome, disposal: opened, lines: try DisposalQueries.lines(desk, opened), isManager: mayAnswer,
      isOwn: !DisposalRule.mayAnswer(proposedBy: opened.proposedBy.id, desk.staff.id), form: form)
  }

  @Sendable private static func hold(_ desk: Desk, _ form: FormView) throws -> any RetentionScreen {
    HoldPage(chrome: desk.chrome, kept: try desk.retainedCase(try desk.visit.id("id")), form: form)
  }
}
