import Casework

/// アセスメント: the sheets, writing one, completing.
enum AssessmentRoutes {
  static func add(to doors: Doors) {
    doors.page("/coordinations/:id/assessment", .seeAssessment) { visit in
      let id: CoordinationID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          try AssessmentScreenQueries.page(desk, desk.openCoordination(id), round: Int(desk.visit.query["round"]))
        }.html)
    }
    doors.page("/coordinations/:id/assessment/edit", .writeAssessment) { visit in
      let id: CoordinationID = try visit.id("id")
      let page = try await visit.read { desk -> AssessmentFormPage? in
        let coordination = try own(desk, id)
        guard Assessment.mayWrite(at: coordination.stage) else { return nil }
        return try AssessmentScreenQueries.form(desk, coordination, sheet: desk.visit.query["sheet"])
      }
      return page.map { .page($0.html) } ?? .redirect("/coordinations/\(id)/assessment")
    }
    doors.act("/coordinations/:id/assessment/edit", .writeAssessment) { visit in try await save(visit) }
    doors.act("/coordinations/:id/assessment/completion", .writeAssessment) { visit in try await complete(visit) }
  }

  private static func save(_ visit: Visit) async throws -> Answer {
    let id: CoordinationID = try visit.id("id")
    let sheet = visit.form["sheet"]
    if visit.form.isOn("more") || visit.form.isOn("take") {
      return .page(try await visit.read { desk in try changed(desk, own(desk, id), sheet: sheet) }.html)
    }
    do {
      return try await visit.perform { desk in
        try desk.saveAssessment(own(desk, id), sheet: sheet)
        if desk.visit.form["then"] == "complete", try desk.completeIfWhole(own(desk, id)) { return "/coordinations/\(id)" }
        let next = desk.visit.form["then"] == "next" ? Int(sheet).map { "/edit?sheet=\($0 + 1)" } ?? "" : ""
        return "/coordinations/\(id)/assessment\(next)"
      }
    } catch let errors as FieldErrors {
      let view = FormView(visit.form, problems: errors.problems)
      return .invalid(try await visit.read { desk in try AssessmentScreenQueries.form(desk, own(desk, id), sheet: sheet, sent: view) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { desk in try conflict(desk, own(desk, id), sheet: sheet) }.html)
    }
  }

  private static func complete(_ visit: Visit) async throws -> Answer {
    let id: CoordinationID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try desk.completeAssessment(own(desk, id))
        return "/coordinations/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { desk in
          var page = try AssessmentScreenQueries.page(desk, own(desk, id), round: nil)
          page.problems = errors.problems
          return page
        }.html)
    }
  }
}

extension AssessmentRoutes {
  /// Only 多機関協働 writes the sheet.
  private static func own(_ desk: Desk, _ id: CoordinationID) throws -> OpenedCoordination {
    let coordination = try desk.openCoordination(id)
    guard coordination.isCoordinator else { throw desk.denied("assessment of coordination \(id)") }
    return coordination
  }

  /// The form again with more rows, or with an agency's answer in its box; nothing is saved yet.
  private static func changed(_ desk: Desk, _ coordination: OpenedCoordination, sheet: String) throws -> AssessmentFormPage {
    var fields = desk.visit.form.withMoreRows()
    let record = try AssessmentQueries.record(desk, coordination)
    let form = try AssessmentQueries.form(desk, record)
    let section = AssessmentInput.section(sheet, in: form).section
    if let taken = AssessmentInput.taken(fields), let field = section.fields.first(where: { $0.id == taken.field }),
      let offer = try InformationRequestQueries.offers(desk, coordination)[field.id]?.first(where: { $0.request == taken.request })
    {
      let input = AssessmentInput(
        fields, section: section, catalogue: desk.visit.office.catalogue, today: desk.today, before: record?.answers ?? Answers())
      fields = fields.replacing(field, with: Assessment.merged(input.answers[field.id], with: offer.value))
      fields.set("source.\(field.id)", String(taken.request.number))
    }
    return try AssessmentScreenQueries.form(desk, coordination, sheet: sheet, sent: FormView(fields))
  }

  /// What the other person saved beside what was typed; sending again then replaces it knowingly.
  private static func conflict(_ desk: Desk, _ coordination: OpenedCoordination, sheet: String) throws -> AssessmentFormPage {
    let record = try AssessmentQueries.record(desk, coordination)
    let before = record?.answers ?? Answers()
    let lists = desk.visit.office.catalogue
    let section = AssessmentInput.section(sheet, in: try AssessmentQueries.form(desk, record)).section
    let typed = AssessmentInput(desk.visit.form, section: section, catalogue: lists, today: desk.today, before: before).answers
    var page = try AssessmentScreenQueries.form(
      desk, coordination, sheet: sheet, sent: FormView(desk.visit.form), version: record?.version ?? 0)
    page.saved = SavedBeside(
      lines: AssessmentInput.questions(section).map { field in
        .init(
          label: field.label, saved: AnswerWording.words(before[field.id], field, lists) ?? "",
          typed: AnswerWording.words(typed[field.id], field, lists) ?? "")
      })
    return page
  }
}
