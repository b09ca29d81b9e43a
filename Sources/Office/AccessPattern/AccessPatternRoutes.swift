import Casework

/// 確認してほしい閲覧: the list, one of them, its review, and the search through what is new.
enum AccessPatternRoutes {
  static func add(to doors: Doors) {
    doors.page("/audit/patterns", .seeAudit) { visit in
      let standing = PatternStanding(tab: visit.query["tab"])
      let before = Int(visit.query["before"]).flatMap { $0 > 0 ? $0 : nil }
      return .page(
        try await visit.read { desk in
          let counts = try PatternStanding.allCases.map { ($0, try AccessPatternQueries.count(desk, $0)) }
          return AccessPatternListPage(
            chrome: desk.chrome, standing: standing, counts: Dictionary(uniqueKeysWithValues: counts),
            lines: try AccessPatternQueries.list(desk, standing, before: before))
        }.html)
    }
    doors.act("/audit/patterns/search", .reviewPattern) { visit in
      let answer = try await visit.perform { desk in
        desk.note("patterns")
        return "/audit/patterns"
      }
      try await visit.office.findAccessPatterns()
      return answer
    }
    doors.page("/audit/patterns/:pattern", .reviewPattern) { visit in
      let id: AccessPatternID = try visit.id("pattern")
      try await visit.completeLog()
      return .page(try await visit.read { desk in try page(desk, id, FormView()) }.html)
    }
    doors.act("/audit/patterns/:pattern/reviews", .reviewPattern) { visit in try await review(visit) }
  }

  private static func review(_ visit: Visit) async throws -> Answer {
    let id: AccessPatternID = try visit.id("pattern")
    do {
      return try await visit.perform { desk in
        let line = try AccessPatternQueries.one(desk, id)
        let words = desk.visit.form.trimmed("words")
        let finding = PatternFinding(rawValue: desk.visit.form["finding"])
        let problems = PatternFinding.problems(finding, words: words, reviewer: desk.staff.id, viewer: line.staff)
        guard problems.isEmpty, let finding else { throw FieldErrors(problems, staff: desk.staff) }
        try AccessPatternRecords.review(desk, line, finding, words: words)
        return "/audit/patterns/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { desk in try page(desk, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  private static func page(_ desk: Desk, _ id: AccessPatternID, _ form: FormView) throws -> AccessPatternPage {
    let line = try AccessPatternQueries.one(desk, id)
    return AccessPatternPage(
      chrome: desk.chrome, line: line, lines: try AccessPatternQueries.lines(desk, line),
      reviews: try AccessPatternQueries.reviews(desk, of: id),
      isOwn: line.staff == desk.staff.id, form: form)
  }
}
