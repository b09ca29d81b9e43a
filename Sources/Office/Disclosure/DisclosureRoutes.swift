import Casework

/// 本人開示: the list, taking a request, its page, each passage, the steps, the document.
enum DisclosureRoutes {
  static func add(to doors: Doors) {
    doors.page("/disclosures", .seeDisclosures) { visit in
      .page(
        try await visit.read { desk in
          try desk.checkDisclosing()
          desk.note("disclosures")
          return DisclosureListPage(chrome: desk.chrome, today: desk.today, lines: try DisclosureQueries.list(desk))
        }.html)
    }
    doors.page("/disclosures/new", .recordDisclosure) { visit in
      .page(try await visit.read { desk in try form(desk, FormView(try DraftQueries.starting(desk, first(desk)))) }.html)
    }
    doors.act("/disclosures", .recordDisclosure) { visit in
      do {
        return try await visit.perform { desk in
          let id = try desk.recordDisclosure(desk.visit.form)
          try DraftRecords.discard(desk, id: desk.visit.form.draftID)
          return "/disclosures/\(id)"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try form($0, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.page("/disclosures/:id", .seeDisclosures) { visit in .page(try await visit.read { try page($0, FormView()) }.html) }
    doors.page("/disclosures/:id/document", .seeDisclosures) { visit in .page(try await visit.read { try document($0) }.html) }
    addPassages(to: doors)
    addSteps(to: doors)
  }

  private static func addPassages(to doors: Doors) {
    doors.page("/disclosures/:id/passages/:passage", .recordDisclosure) { visit in
      .page(try await visit.read { try passage($0, nil) }.html)
    }
    doors.act("/disclosures/:id/passages/:passage/preview", .recordDisclosure) { visit in
      .page(try await visit.read { try passage($0, FormView(visit.form)) }.html)
    }
    doors.act("/disclosures/:id/passages/:passage", .recordDisclosure) { visit in
      do {
        return try await visit.perform { desk in
          let (opened, passage) = try found(desk)
          try desk.decidePassage(opened, passage, desk.visit.form)
          try DraftRecords.discard(desk, id: desk.visit.form.draftID)
          return try next(desk, opened)
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try passage($0, FormView(visit.form, problems: errors.problems)) }.html)
      } catch is EditConflict {
        return .conflict(try await visit.read { try passage($0, FormView(visit.form), isConflict: true) }.html)
      }
    }
  }

  /// What moves the request; each goes back to its page.
  private static func addSteps(to doors: Doors) {
    let steps: [(String, Act, @Sendable (WritingDesk, OpenedDisclosure, Fields) throws -> Void)] = [
      ("extension", .recordDisclosure, { try $0.extendDisclosure($1, $2) }), ("look", .recordDisclosure, { try $0.askLook($1, $2) }),
      ("withdrawal", .recordDisclosure, { try $0.withdrawDisclosure($1, $2) }),
      ("return", .finishDisclosure, { try $0.sendBackDisclosure($1, $2) }),
      ("completion", .finishDisclosure, { try $0.finishDisclosure($1, $2) }),
    ]
    for (name, act, work) in steps {
      doors.act("/disclosures/:id/\(name)", act) { visit in
        do {
          return try await visit.perform { desk in
            let opened = try desk.openDisclosure(try desk.visit.id("id"))
            try work(desk, opened, desk.visit.form)
            return opened.path
          }
        } catch let errors as FieldErrors {
          return .invalid(try await visit.read { try page($0, FormView(visit.form, problems: errors.problems)) }.html)
        } catch is EditConflict {
          let problem = FieldProblem("look", "この画面を開いたあとに、ほかの職員が先に進めました。下の最新の状況を確かめてください。")
          return .conflict(try await visit.read { try page($0, FormView(visit.form, problems: [problem])) }.html)
        }
      }
    }
  }
}

extension DisclosureRoutes {
  private static func first(_ desk: Desk) -> Fields {
    var fields = Fields([("received_on", desk.today.warekiShort), ("case_number", desk.visit.query["case_number"])])
    for kind in DisclosureKind.allCases { fields.append("kinds", kind.rawValue) }
    return fields
  }

  private static func form(_ desk: Desk, _ form: FormView) throws -> DisclosureFormPage {
    try desk.checkDisclosing()
    let identities = desk.visit.office.list(DisclosureWording.identityList).choices(on: desk.today)
    return DisclosureFormPage(chrome: desk.chrome, identities: identities, form: form)
  }

  private static func page(_ desk: Desk, _ form: FormView) throws -> DisclosurePage {
    let opened = try desk.openDisclosure(try desk.visit.id("id"))
    return DisclosurePage(
      chrome: desk.chrome, opened: opened, passages: try DisclosureQueries.passages(desk, opened),
      events: try DisclosureQueries.events(desk, opened), identities: desk.visit.office.list(DisclosureWording.identityList),
      mayLook: SecondLook.mayLook(desk.staff.id, preparedBy: opened.preparedBy), form: form)
  }

  private static func found(_ desk: Desk) throws -> (OpenedDisclosure, DisclosurePassage) {
    let opened = try desk.openDisclosure(try desk.visit.id("id"))
    let number = (try desk.visit.id("passage") as DisclosureID).number
    guard let passage = try DisclosureQueries.passages(desk, opened, only: number).first else {
      throw desk.denied("passage \(number) of disclosure \(opened.id)")
    }
    return (opened, passage)
  }

  private static func passage(_ desk: Desk, _ sent: FormView?, isConflict: Bool = false) throws -> PassagePage {
    let (opened, passage) = try found(desk)
    let form = try sent ?? FormView(DraftQueries.starting(desk, PassagePage.typed(passage)))
    return PassagePage(
      chrome: desk.chrome, opened: opened, passage: passage, reasons: desk.visit.office.list(DisclosureWording.reasonList),
      others: try DisclosureQueries.others(desk, opened, in: passage.text), today: desk.today, isConflict: isConflict, form: form)
  }

  /// The next passage that nobody decided about, or the page of the request.
  private static func next(_ desk: Desk, _ opened: OpenedDisclosure) throws -> String {
    let next = try DisclosureQueries.passages(desk, opened).first { $0.decision == nil }
    return next.map { "\(opened.path)/passages/\($0.id)" } ?? opened.path
  }

  /// Before the second look nothing is a document.
  private static func document(_ desk: Desk) throws -> DisclosureDocumentPage {
    let opened = try desk.openDisclosure(try desk.visit.id("id"))
    guard opened.showsText, opened.stage != .drafting else { throw desk.denied("document of disclosure \(opened.id)") }
    return DisclosureDocumentPage(
      chrome: desk.chrome, opened: opened, passages: try DisclosureQueries.passages(desk, opened),
      reasons: desk.visit.office.list(DisclosureWording.reasonList), printedAt: desk.now, printedBy: desk.staff.name)
  }
}
