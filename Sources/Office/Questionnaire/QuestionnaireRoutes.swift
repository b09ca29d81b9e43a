import Casework
import Hummingbird

/// 会議のふり返り: answered once by who was there.
enum QuestionnaireRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings/:id/questionnaire", .seeMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView()) }.html)
    }
    doors.act("/meetings/:id/questionnaire", .answerMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          let meeting = try desk.openMeeting(id)
          let opinion = QuestionnaireInput.opinion(desk.visit.form)
          try desk.checkQuestionnaire(meeting)
          guard opinion.problems.isEmpty else { throw FieldErrors(opinion.problems, staff: desk.staff) }
          try QuestionnaireRecords.answer(desk, meeting, opinion)
          return "/meetings/\(id)/questionnaire"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
  }

  private static func page(_ desk: Desk, _ id: MeetingID, _ form: FormView) throws -> QuestionnairePage {
    QuestionnairePage(chrome: desk.chrome, view: try QuestionnaireQueries.view(desk, try desk.openMeeting(id)), form: form)
  }
}

extension WritingDesk {
  /// Answers are taken in from who was called, once, from the end of the meeting until it is closed.
  fileprivate func checkQuestionnaire(_ meeting: OpenedMeeting) throws {
    let view = try QuestionnaireQueries.view(self, meeting)
    switch view.standing {
    case .open: return
    case .closed: throw told("heard", QuestionnaireWording.closed(view.closing))
    case .answered: throw told("heard", "もう答えています。答えられるのは一度だけです。")
    case .notMine: throw told("heard", "いまは答えられません。会議が開かれたあとに、招かれた人が答えられます。画面を読み込み直してください。")
    }
  }
}
