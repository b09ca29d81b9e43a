import Casework
import HTML

/// 会議のふり返り: five statements and a free word; and for who convened what came of it.
struct QuestionnairePage {
  let chrome: Chrome
  let view: QuestionnaireView
  var form = FormView()

  private var meeting: OpenedMeeting { view.meeting }
  private var path: String { "/meetings/\(meeting.id)/questionnaire" }

  var html: HTML {
    Page(
      title: "会議のふり返り \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>会議のふり返り <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        \(standing)\(HTML.when(view.readsSummary, summary))</div>
        """
    ).html
  }

  private var standing: HTML {
    switch view.standing {
    case .open: fields
    case .answered: "<p role=\"status\">回答を受け取りました。ありがとうございました。</p>"
    case .closed: "<p>\(QuestionnaireWording.closed(view.closing))</p>"
    case .notMine: "<p>ふり返りは、会議が終わってから\(view.closing.on.wareki)まで、招かれた人が一度だけ答えられます。</p>"
    }
  }

  private var fields: HTML {
    """
    <p>二分で終わります。だれがどう答えたかは、招集した機関にも分かりません。まとめだけが、締め切ったあとに、\(MeetingOpinions.fewest)人以上の回答があるときに見られます。\
    締切は\(view.closing.on.wareki)です。招かれたすべての機関から回答が届いたときは、その時に締め切ります。</p>
    <form action="\(href: path)" method="post">\(FormView.tokens(chrome))
    \(HTML.each(MeetingQuestion.allCases) { question in
      form.radios(question.rawValue, question.label, options: MeetingQuestion.scale.map { (String($0.0), $0.1) }, need: .required)
    })
    \(form.area("words", "よかったこと・次に変えたいこと", need: .optional, help: "人や事例の名前は書かないでください。", rows: 3))
    <div class="actions"><button class="button">答える</button></div></form>
    """
  }

  private var summary: HTML {
    """
    <section aria-labelledby="summary"><h2 id="summary">まとめ</h2>\(view.summary.map(table)
      ?? "<p>\(QuestionnaireWording.noSummary(view))</p>")</section>
    """
  }

  private func table(_ summary: MeetingOpinions) -> HTML {
    """
    <p>\(summary.count)人の回答です。</p>
    <div class="table-box" tabindex="0" role="region" aria-label="ふり返りのまとめ"><table>
    <thead><tr><th scope="col">問い</th>\(HTML.each(MeetingQuestion.scale) { "<th scope=\"col\">\($0.1)</th>" })<th scope="col">平均</th></tr></thead>
    <tbody>\(HTML.each(MeetingQuestion.allCases) { question in
      """
      <tr><th scope="row">\(question.label)</th>\(HTML.each(MeetingQuestion.scale) {
        "<td>\(summary.tallies[question]?[$0.0] ?? 0)人</td>"
      })<td>\(mean(summary.tenths(question)))</td></tr>
      """
    })</tbody></table></div>
    \(HTML.when(!summary.words.isEmpty, "<ul>\(HTML.each(summary.words) { "<li>\(lines: $0)</li>" })</ul>"))
    """
  }

  private func mean(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
