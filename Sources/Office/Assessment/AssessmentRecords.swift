import Casework
import Store

/// The only writer of `assessment` and `assessment_history`.
enum AssessmentRecords {
  /// Puts answers in place of the old ones, which stay readable. The first save of a round begins its sheet.
  static func save(
    _ desk: WritingDesk, _ coordination: OpenedCoordination, _ record: AssessmentRecord?, form: FormDefinition, answers: Answers,
    sources: AnswerSources
  ) throws {
    let needs = AssessmentNeeds(answers)
    let (outreach, participation) = (needs.outreach == .needed, needs.participation == .needed)
    if let record {
      try desk.writing.run(
        """
        INSERT INTO assessment_history (assessment_id, version, answers, staff_id, at)
        VALUES (\(record.id), \(record.version), \(try StoredJSON.text(record.answers)), \(desk.staff.id), \(desk.now))
        """)
      try desk.writing.run(
        """
        UPDATE assessment SET answers = \(try StoredJSON.text(answers)), sources = \(try StoredJSON.text(sources)),
          needs_outreach = \(outreach), needs_participation = \(participation), staff_id = \(desk.staff.id), saved_at = \(desk.now),
          version = version + 1 WHERE id = \(record.id)
        """)
      desk.note("assessment \(record.id)")
    } else {
      let id = try desk.writing.insert(
        """
        INSERT INTO assessment (coordination_id, round, form, form_version, answers, sources, needs_outreach, needs_participation, started_on,
          staff_id, saved_at)
        VALUES (\(coordination.id), \(coordination.round), \(form.id), \(form.version), \(try StoredJSON.text(answers)),
          \(try StoredJSON.text(sources)), \(outreach), \(participation), \(desk.today.iso), \(desk.staff.id), \(desk.now))
        """)
      desk.note("assessment \(id)")
    }
    try CaseFileRecords.touch(desk, coordination.file.id)
  }

  static func complete(_ desk: WritingDesk, _ record: AssessmentRecord) throws {
    try desk.writing.run("UPDATE assessment SET completed_on = \(desk.today.iso) WHERE id = \(record.id)")
    desk.note("assessment \(record.id)")
  }
}
