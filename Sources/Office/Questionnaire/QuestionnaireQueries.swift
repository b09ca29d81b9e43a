import Casework
import Store

/// 「会議のふり返り」 as its page shows it.
struct QuestionnaireView: Sendable {
  let meeting: OpenedMeeting
  /// Was called or convenes, the meeting is over, and has not answered yet.
  let mayAnswer: Bool
  let hasAnswered: Bool
  /// How many answered; only for who reads the summary.
  let count: Int
  /// For the convener and the town, from three answers on.
  let summary: MeetingOpinions?

  var readsSummary: Bool { meeting.sight != .member }
}

enum QuestionnaireQueries {
  static func view(_ desk: Desk, _ meeting: OpenedMeeting) throws -> QuestionnaireView {
    let hasAnswered = try desk.reading.exists(
      "SELECT 1 FROM questionnaire_sent WHERE meeting_id = \(meeting.id) AND staff_id = \(desk.staff.id)")
    let isOver = meeting.stage == .held && desk.today <= meeting.heldOn.adding(days: MeetingStage.sightDays)
    let opinions = meeting.sight == .member ? [] : try opinions(desk, meeting)
    return QuestionnaireView(
      meeting: meeting, mayAnswer: isOver && !hasAnswered && (meeting.isCalled || meeting.isConvener), hasAnswered: hasAnswered,
      count: opinions.count, summary: MeetingOpinions(opinions))
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
