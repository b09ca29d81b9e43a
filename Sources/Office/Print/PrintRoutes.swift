import Casework
import Hummingbird

/// 書類: the papers of a case, each as PDF, workbook or CSV, and the blank ones for handwriting.
enum PrintRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/print", .printPaper) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let file = try desk.open(id)
          return PrintPage(chrome: desk.chrome, file: file, papers: try papers(desk, file))
        }.html)
    }
    doors.page("/cases/:id/print/:form", .printPaper) { visit in
      let id: CaseFileID = try visit.id("id")
      return try await visit.printed { desk in
        let file = try desk.open(id)
        let form = try form(desk)
        let copy = Int(desk.visit.query["copy"]) ?? 0
        return Printout(
          "\(form.number.isEmpty ? "" : form.number + " ")\(form.title) \(file.number)", subject: "paper \(form.id) \(copy)", desk: desk,
          sections: try form.sections(desk, file, copy))
      }
    }
    doors.page("/blanks", .printPaper) { visit in
      .page(
        try await visit.read { desk in
          desk.note("blanks")
          return BlankListPage(chrome: desk.chrome, forms: PrintCatalogue.all.filter { $0.blank != nil })
        }.html)
    }
    doors.page("/blanks/:form", .printPaper) { visit in
      try await visit.printed { desk in
        let form = try form(desk)
        guard let blank = form.blank else { throw desk.denied("blank \(form.id)") }
        return Printout("\(form.title)（手書き用）", subject: "blank \(form.id)", desk: desk, caution: "", sections: try blank(desk))
      }
    }
  }

  private static func form(_ desk: Desk) throws -> PrintedForm {
    let name = desk.visit.request.parameters.get("form") ?? ""
    guard let form = PrintCatalogue.form(name) else { throw desk.denied("paper") }
    return form
  }

  /// Papers of which there is no copy yet are not offered.
  private static func papers(_ desk: Desk, _ file: OpenedFile) throws -> [(form: PrintedForm, copies: [PrintedCopy])] {
    try PrintCatalogue.all.map { ($0, try $0.copies(desk, file)) }.filter { !$0.1.isEmpty }
  }
}
