import Casework

/// 年度の計画書一式: ordered, made apart from any request as a 会議資料一式 is, taken by who ordered it.
enum YearPrintRoutes {
  static func add(to doors: Doors) {
    doors.page("/prints/year", .buildPack) { visit in .page(try await visit.read { try page($0, FormView()) }.html) }
    doors.act("/prints/year", .buildPack) { visit in
      do {
        let answer = try await visit.perform { desk in
          try desk.orderYearPrint(desk.visit.form)
          return "/prints/year"
        }
        visit.office.packBell.ring()
        return answer
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.act("/prints/year/:print/cancellation", .buildPack) { visit in
      let id: MeetingPackID = try visit.id("print")
      return try await visit.perform { desk in
        try desk.cancelYearPrint(id)
        return "/prints/year"
      }
    }
    doors.page("/prints/year/:print/file", .buildPack) { visit in
      let id: MeetingPackID = try visit.id("print")
      let line = try await visit.read { desk in
        let line = try desk.openYearPrint(id)
        // Whoever takes it reads every plan in it, and the audit log says so.
        guard desk.mayTake(line, try YearPrintQueries.readable(desk, line.plans)) else { throw desk.denied("file of year print \(id)") }
        return line
      }
      let name = "計画書一式 \(CivilDate.fiscalYearLabel(line.year)).pdf"
      return .download(
        Answer.Download(name: name, type: "application/pdf", bytes: try await visit.office.files.bytes(line.sha256), inline: true))
    }
  }

  private static func page(_ desk: Desk, _ form: FormView) throws -> YearPrintPage {
    desk.note("year prints")
    return YearPrintPage(
      chrome: desk.chrome, years: try YearPrintQueries.years(desk, desk.scope), prints: try desk.yearPrints(), form: form)
  }
}
