import Casework

/// What a browser sends for ふり返り → ``MeetingOpinion``.
enum QuestionnaireInput {
  static func opinion(_ form: Fields) -> MeetingOpinion {
    let marks = MeetingQuestion.allCases.compactMap { question in Int(form[question.rawValue]).map { (question, $0) } }
    return MeetingOpinion(marks: Dictionary(uniqueKeysWithValues: marks), words: form.trimmed("words"))
  }
}
