import Casework
import Store

/// 「会議のふり返り」 as its page shows it.
struct QuestionnaireView: Sendable {
  let meeting: OpenedMeeting
  let standing: Standing
  let closing: QuestionnaireClosing
  /// For the convener and the town, once it is closed; nothing from fewer than three answers.
  let summary: MeetingOpinions?

  /// Where it stands for who looks.
  enum Standing: Sendable {
    /// The meeting has not been held, or was not one to which this person was called.
    case notMine
    case open
    case answered
    case closed
  }

  var readsSummary: Bool { meeting.sight != .member && meeting.stage == .held }
  var isClosed: Bool { standing == .closed }
}

enum QuestionnaireQueries {
  static func view(_ desk: Desk, _ meeting: OpenedMeeting) throws -> QuestionnaireView {
    let closing = try closing(desk, meeting)
    let isClosed = closing.isClosed(desk.today)
    let hasAnswered = try desk.reading.exists(
      "SELECT 1 FROM questionnaire_sent WHERE meeting_id = \(meeting.id) AND staff_id = \(desk.staff.id)")
    let isMine = meeting.stage == .held && (meeting.isCalled || meeting.isConvener)
    return QuestionnaireView(
      meeting: meeting,
      standing: meeting.stage != .held ? .notMine : isClosed ? .closed : hasAnswered ? .answered : isMine ? .open : .notMine,
      closing: closing, summary: isClosed && meeting.sight != .member ? MeetingOpinions(try opinions(desk, meeting)) : nil)
  }

  /// As it was fixed with the first answer; before that, as the office has it now.
  static func closing(_ desk: Desk, _ meeting: OpenedMeeting) throws -> QuestionnaireClosing {
    try desk.reading.first("SELECT closes_on, closed_at IS NOT NULL FROM questionnaire WHERE meeting_id = \(meeting.id)") { row in
      QuestionnaireClosing(on: CivilDate(iso: row.text(0)) ?? meeting.heldOn, isEarly: row.bool(1))
    } ?? QuestionnaireClosing(on: meeting.heldOn.adding(days: desk.visit.office.settings.questionnaireDays))
  }

  /// Every agency that was called and can sign in, and the one that convened, has answered, and there are enough answers for a summary.
  static func isComplete(_ desk: Desk, _ meeting: OpenedMeeting) throws -> Bool {
    let called = try desk.reading.rows(
      """
      SELECT b.agency_id FROM meeting_member b WHERE b.meeting_id = \(meeting.id) AND b.invited_at IS NOT NULL AND b.agency_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM staff s WHERE s.agency_id = b.agency_id AND s.active_from <= \(desk.today.iso)
          AND (s.active_until IS NULL OR s.active_until >= \(desk.today.iso)))
      """
    ) { $0.id(0) as AgencyID }
    let answered = try desk.reading.rows(
      "SELECT s.agency_id FROM questionnaire_sent q JOIN staff s ON s.id = q.staff_id WHERE q.meeting_id = \(meeting.id)"
    ) { $0.id(0) as AgencyID }
    return QuestionnaireClosing.isComplete(called: Set(called + [meeting.convener]), answered: Set(answered), count: answered.count)
  }

  private static func opinions(_ desk: Desk, _ meeting: OpenedMeeting) throws -> [MeetingOpinion] {
    try desk.reading.rows(
      "SELECT heard, understood, roles, person, time, words FROM questionnaire_answer WHERE meeting_id = \(meeting.id) ORDER BY id"
    ) { row in
      let marks = MeetingQuestion.allCases.enumerated().map { ($0.element, row.int($0.offset)) }
      return MeetingOpinion(marks: Dictionary(uniqueKeysWithValues: marks), words: row.text(5))
    }
  }
}
