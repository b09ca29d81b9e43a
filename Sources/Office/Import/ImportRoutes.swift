import Casework
import Hummingbird

/// Open data into the directory, on screen: upload, look at the report, apply. The file is held by its hash in between.
enum ImportRoutes {
  static func add(to doors: Doors) {
    doors.page("/agencies/import", .importAgencies) { visit in
      .page(try await visit.read { ImportUploadPage(chrome: $0.chrome, form: FormView()) }.html)
    }
    doors.act("/agencies/import", .importAgencies) { visit in try await hold(visit) }
    doors.page("/agencies/import/:file", .importAgencies) { visit in
      let (file, sheet) = try await held(visit)
      return .page(
        try await visit.read { desk in
          ImportReportPage(
            chrome: desk.chrome, file: file, summary: ImportSummary(sheet, try AgencyImportQueries.plan(desk.reading, sheet)),
            form: FormView(Fields([("source_note", sheet.title)])))
        }.html)
    }
    doors.act("/agencies/import/:file", .importAgencies) { visit in try await apply(visit) }
  }

  private static func hold(_ visit: Visit) async throws -> Answer {
    // Whoever may not import is stopped here, before anything is kept.
    let chrome = try await visit.read { desk in
      desk.note("import")
      return desk.chrome
    }
    guard let file = visit.form.files.first, !file.bytes.isEmpty else {
      let problem = FieldProblem("file", "取り込むCSVファイルを選択してください。")
      return .invalid(ImportUploadPage(chrome: chrome, form: FormView(visit.form, problems: [problem])).html)
    }
    return .redirect("/agencies/import/\(try await HeldFiles(visit.office.settings).keep(file.bytes))")
  }

  /// The file named in the path, read; for those who may import only.
  private static func held(_ visit: Visit) async throws -> (file: String, sheet: AgencySheet) {
    let file = visit.request.parameters.get("file") ?? ""
    _ = try await visit.read { $0.note("import \(file.prefix(12))") }
    guard let bytes = try await HeldFiles(visit.office.settings).bytes(file) else {
      return try await visit.read { desk in throw desk.denied("import") }
    }
    return (file, AgencyImportInput.read(bytes))
  }

  private static func apply(_ visit: Visit) async throws -> Answer {
    let (file, sheet) = try await held(visit)
    guard !sheet.hasErrors else {
      throw FieldErrors([FieldProblem("file", "ファイルに誤りがあるため、取り込めません。元の表を直してから、もう一度ファイルを選んでください。")])
    }
    return try await visit.perform { desk in
      let plan = try AgencyImportQueries.plan(desk.reading, sheet)
      let note = desk.visit.form.trimmed("source_note")
      try AgencyRecords.take(
        desk.writing, plan, sourceNote: "\(note.isEmpty ? sheet.title : String(note.prefix(200)))（\(desk.today.wareki)取込み）")
      desk.note("import \(file.prefix(12))")
      desk.note(detail: "new \(plan.new.count) changed \(plan.changed.count) missing \(plan.missing.count)")
      return "/agencies"
    }
  }
}
