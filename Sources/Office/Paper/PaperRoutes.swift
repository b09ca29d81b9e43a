import Casework

/// 会議資料: on the table, seen, taken back, moved into the case.
enum PaperRoutes {
  private static let papers = "/meetings/:id/items/:item/papers"

  static func add(to doors: Doors) {
    doors.page("\(papers)/new", .tablePaper) { visit in
      try await afterPledge(visit) { desk in
        let item = try item(desk, visit)
        return .page(try form(desk, item, FormView(try DraftQueries.starting(desk, PaperFormPage.blank(item)))).html)
      }
    }
    doors.act(papers, .tablePaper, takesFile: true) { visit in try await table(visit) }
    doors.page("\(papers)/:paper", .seePaper) { visit in try await afterPledge(visit) { .page(try page($0, visit, FormView()).html) } }
    doors.page("\(papers)/:paper/file", .seePaper) { visit in
      let found = try await visit.read { desk in
        let paper = try desk.openPaper(try item(desk, visit), try visit.id("paper"))
        guard paper.kind == .file else { throw desk.denied("file of paper \(paper.id)") }
        return paper
      }
      return try await download(visit.office, found)
    }
    doors.act("\(papers)/:paper/withdrawal", .tablePaper) { visit in
      let (id, item, paper) = try numbers(visit)
      do {
        return try await visit.perform { desk in
          try desk.withdrawPaper(id, item, paper)
          return "/meetings/\(id)/items/\(item)#papers"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, visit, FormView(visit.form, problems: errors.problems)).html })
      }
    }
    addRelease(to: doors, "\(papers)/:paper/release", isPaper: true)
    addRelease(to: doors, "/meetings/:id/items/:item/release", isPaper: false)
  }

  /// A kept file as it is given out: saved, never shown by the browser.
  static func download(_ office: Office, _ paper: OpenedPaper) async throws -> Answer {
    .download(
      Answer.Download(
        name: paper.fileName, type: paper.fileKind?.mediaType ?? "application/octet-stream",
        bytes: try await office.files.bytes(paper.sha256)))
  }

  private static func numbers(_ visit: Visit) throws -> (MeetingID, MeetingItemID, MeetingPaperID) {
    (try visit.id("id"), try visit.id("item"), try visit.id("paper"))
  }

  private static func item(_ desk: Desk, _ visit: Visit) throws -> OpenedMeetingItem {
    try desk.openMeetingItem(try desk.openMeeting(try visit.id("id")), try visit.id("item"))
  }

  /// Who has not confirmed the duty of secrecy is led to where that is done.
  private static func afterPledge(_ visit: Visit, _ body: @escaping @Sendable (Desk) throws -> Answer) async throws -> Answer {
    let id: MeetingID = try visit.id("id")
    return try await visit.read { desk in try desk.openMeeting(id).isPledgeDue ? .redirect("/meetings/\(id)") : try body(desk) }
  }

  private static func page(_ desk: Desk, _ visit: Visit, _ form: FormView) throws -> PaperPage {
    let item = try item(desk, visit)
    let paper = try desk.openPaper(item, try visit.id("paper"))
    return PaperPage(
      chrome: desk.chrome, item: item, paper: paper, releases: try PaperQueries.releases(desk, item),
      mayWithdraw: item.meeting.isConvener || paper.agency == desk.staff.agencyID, form: form)
  }

  private static func form(_ desk: Desk, _ item: OpenedMeetingItem, _ form: FormView) throws -> PaperFormPage {
    PaperFormPage(
      chrome: desk.chrome, item: item, notes: try PaperQueries.tableable(desk, item), limit: desk.visit.office.settings.uploadBytes,
      form: form)
  }

  /// Access, then the rule and the scanner for a file, then the table.
  private static func table(_ visit: Visit) async throws -> Answer {
    let id: MeetingID = try visit.id("id")
    let number: MeetingItemID = try visit.id("item")
    do {
      _ = try await visit.read { try item($0, visit) }
      let file = visit.form["kind"] == MeetingPaperKind.file.rawValue ? try await AttachmentRoutes.offered(visit) : nil
      return try await visit.perform { desk in
        _ = try desk.tablePaper(id, number, desk.visit.form, file: file)
        try DraftRecords.discard(desk, id: desk.visit.form.draftID)
        return "/meetings/\(id)/items/\(number)#papers"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { try form($0, try item($0, visit), FormView(visit.form, problems: errors.problems)).html })
    }
  }

  private static func addRelease(to doors: Doors, _ path: String, isPaper: Bool) {
    doors.page(path, .releasePaper) { visit in
      try await afterPledge(visit) { .page(try release($0, visit, isPaper, FormView(PaperReleasePage.blank)).html) }
    }
    doors.act(path, .releasePaper) { visit in
      let (id, item, paper) = try numbers(visit)
      do {
        return try await visit.perform { desk in
          "/cases/\(try desk.releasePaper(id, item, isPaper ? paper : nil, desk.visit.form))"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try release($0, visit, isPaper, FormView(visit.form, problems: errors.problems)).html })
      }
    }
  }

  private static func release(_ desk: Desk, _ visit: Visit, _ isPaper: Bool, _ form: FormView) throws -> PaperReleasePage {
    let item = try desk.openMeetingItem(try desk.ownMeeting(try visit.id("id")), try visit.id("item"))
    let file = try desk.open(item.caseFile)
    return PaperReleasePage(
      chrome: desk.chrome, item: item, paper: isPaper ? try desk.openPaper(item, try visit.id("paper")) : nil,
      consent: try PaperQueries.consent(desk, file).state, form: form)
  }
}
