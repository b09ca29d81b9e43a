import Casework
import Store

/// The only writer of `questionnaire`, `questionnaire_sent` and `questionnaire_answer`. Nothing joins the two, not even an order.
enum QuestionnaireRecords {
  static func answer(_ desk: WritingDesk, _ meeting: OpenedMeeting, _ opinion: MeetingOpinion) throws {
    let closing = try QuestionnaireQueries.closing(desk, meeting)
    try desk.writing.run("INSERT OR IGNORE INTO questionnaire (meeting_id, closes_on) VALUES (\(meeting.id), \(closing.on.iso))")
    func mark(_ question: MeetingQuestion) -> Int { opinion.marks[question] ?? 0 }
    try desk.writing.run("INSERT INTO questionnaire_sent (meeting_id, staff_id) VALUES (\(meeting.id), \(desk.staff.id))")
    try desk.writing.run(
      """
      INSERT INTO questionnaire_answer (id, meeting_id, heard, understood, roles, person, time, words)
      VALUES (random() & 4611686018427387903, \(meeting.id), \(mark(.heard)), \(mark(.understood)), \(mark(.roles)), \(mark(.person)),
        \(mark(.time)), \(opinion.words))
      """)
    if try QuestionnaireQueries.isComplete(desk, meeting) {
      try desk.writing.run("UPDATE questionnaire SET closed_at = \(desk.now) WHERE meeting_id = \(meeting.id)")
    }
  }
}
