import Casework

/// Japanese for ふり返り: until when it is open, and when its summary is shown.
enum QuestionnaireWording {
  static func closed(_ closing: QuestionnaireClosing) -> String {
    let why = closing.isEarly ? "招かれたすべての機関から回答が届いたため、締め切りました。" : "\(closing.on.wareki)に締め切りました。"
    return "ふり返りは、\(why)これからの回答は受け付けません。伝えたいことは、招集した機関に直接伝えてください。"
  }

  static func noSummary(_ view: QuestionnaireView) -> String {
    view.isClosed
      ? "回答が\(MeetingOpinions.fewest)人に満たなかったため、だれの回答か分からないよう、まとめは表示しません。"
      : "まとめは、締切の\(view.closing.on.wareki)を過ぎるか、招かれたすべての機関から回答が届いたあとに表示します。"
        + "一人ひとりの回答が分からないよう、それまでと、回答が\(MeetingOpinions.fewest)人に満たないときは表示しません。"
  }
}
