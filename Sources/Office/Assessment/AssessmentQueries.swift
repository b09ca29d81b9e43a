import Casework
import Store

/// What is on record of form 1-2.
enum AssessmentQueries {
  /// The sheet of the present round, or of another; nothing while nobody has saved one.
  static func record(_ desk: Desk, _ coordination: OpenedCoordination, round: Int? = nil) throws -> AssessmentRecord? {
    try rounds(desk, coordination).first { $0.round == round ?? coordination.round }
  }

  /// Every round that has a sheet, latest first.
  static func rounds(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [AssessmentRecord] {
    try desk.reading.rows(
      """
      SELECT a.id, a.round, a.form, a.form_version, a.answers, a.sources, a.started_on, a.completed_on, s.name, a.saved_at, a.version
      FROM assessment a JOIN staff s ON s.id = a.staff_id WHERE a.coordination_id = \(coordination.id) ORDER BY a.round DESC
      """
    ) { row in
      guard let form = desk.visit.office.catalogue.definition(id: row.text(2), version: row.int(3)) else {
        throw MissingForm(id: row.text(2), version: row.int(3))
      }
      return AssessmentRecord(
        id: row.id(0), round: row.int(1), form: form, answers: try StoredJSON.value(row.text(4)),
        sources: row.text(5) == "{}" ? AnswerSources() : try StoredJSON.value(row.text(5)), startedOn: row.text(6),
        completedOn: row.optionalText(7), staff: row.text(8), savedAt: row.int(9), version: row.int(10))
    }
  }

  /// The form on which the present round is or would be written.
  static func form(_ desk: Desk, _ record: AssessmentRecord?) throws -> FormDefinition {
    if let record { return record.form }
    guard let form = desk.visit.office.catalogue.definition(id: Assessment.form, on: desk.today) else {
      throw MissingForm(id: Assessment.form, version: 0)
    }
    return form
  }

  /// What the sheet said at a version that somebody started from.
  static func answers(_ desk: Desk, _ record: AssessmentRecord, at version: Int) throws -> Answers? {
    if version == record.version { return record.answers }
    return try desk.reading.first(
      "SELECT answers FROM assessment_history WHERE assessment_id = \(record.id) AND version = \(version)"
    ) { try StoredJSON.value($0.text(0)) }
  }

  /// What the plan, the board and the page of the case say of the assessment; of the latest round that has one.
  static func summary(_ desk: Desk, _ coordination: OpenedCoordination) throws -> AssessmentSummary {
    let record = try rounds(desk, coordination).first
    let answers = record?.answers ?? Answers()
    let issues = desk.visit.office.list("C-08")
    var marks = Concerns()
    if case .concerns(let kept) = answers["issues"] { marks = kept }
    let main = marks.main.map(issues.label) ?? ""
    let others = issues.items(on: desk.today).filter { marks.codes.contains($0.code) && $0.code != marks.main }.map(\.label)
    var involved: [String] = []
    if case .rows(let rows) = answers["involved"] { involved = rows.compactMap { $0["agency"]?.text } }
    let needs = AssessmentNeeds(answers)
    return AssessmentSummary(
      isComplete: record?.completedOn != nil && record?.round == coordination.round, issues: (main.isEmpty ? [] : [main]) + others,
      mainIssue: main, formulation: answers["formulation"]?.text ?? "", direction: answers["direction"]?.text ?? "",
      wishes: answers["wishes"]?.text ?? "", needsOutreach: needs.outreach == .needed, needsParticipation: needs.participation == .needed,
      outreachReason: answers["need_outreach_reason"]?.text ?? "", participationReason: answers["need_participation_reason"]?.text ?? "",
      involved: involved)
  }
}
