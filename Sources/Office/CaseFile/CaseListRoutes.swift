import Casework

/// 事例の一覧 and its file.
enum CaseListRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases", .seeCases) { visit in
      let filter = CaseListFilter(visit.query)
      return .page(
        try await visit.read { desk in
          CaseListPage(
            chrome: desk.chrome, list: try CaseListQueries.list(desk, desk.scope, filter), colleagues: try ColleagueQueries.all(desk))
        }.html)
    }
    doors.page("/cases/export", .exportCases) { visit in try await export(visit) }
  }

  private static func export(_ visit: Visit) async throws -> Answer {
    let filter = CaseListFilter(visit.query)
    let code = visit.query["code"] == "cp932" ? "cp932" : "utf8"
    let isWarned = visit.query.isOn("lossy")
    return try await visit.read { desk in
      let lines = try CaseListQueries.all(desk, desk.scope, filter)
      let encoding = CaseListSheet.encoding(code)
      let sheet = CaseListSheet(lines, encoding: encoding)
      guard sheet.lost.isEmpty || isWarned else {
        desk.note(detail: "warned \(code)")
        return .page(CaseExportPage(chrome: desk.chrome, filter: filter, lost: sheet.lost).html)
      }
      desk.note("cases")
      desk.note(detail: "rows \(lines.count) \(code)")
      return .download(
        Answer.Download(name: "jirei-\(desk.today.iso).csv", type: CaseListSheet.type(encoding), bytes: sheet.bytes))
    }
  }
}
