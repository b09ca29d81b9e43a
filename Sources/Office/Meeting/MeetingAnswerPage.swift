import Casework
import HTML

/// 書面で回答する: one plain page with every item that is tabled for the member.
struct MeetingAnswerPage {
  let chrome: Chrome
  let meeting: OpenedMeeting
  let member: MeetingMemberLine
  let items: [OpenedMeetingItem]
  let form: FormView

  private var isOnBehalf: Bool { member.agency != meeting.viewer }

  var html: HTML {
    Page(
      title: "書面で回答する", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>書面で回答する <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        <p>回答する構成員：\(member.label)\(isOnBehalf ? "（届いた紙や電話の内容を、代わりに記録します）" : "")</p>
        \(items.isEmpty ? "<p>回答する議題はありません。</p>" : fields)</div>
        """
    ).html
  }

  private var fields: HTML {
    """
    <form action="/meetings/\(meeting.id.number)/answer" method="post">\(FormView.tokens(chrome))\
    \(HTML.when(isOnBehalf, "<input type=\"hidden\" name=\"member\" value=\"\(member.id.number)\">"))
    \(HTML.each(items) { item in
      """
      <section class="card"><h2>議題\(item.position)　\(item.caseLabel)　\(MeetingWording.timing(item.timing))</h2>
      <p>\(lines: item.points)</p><p><a href="\(href: item.path)">議題とプランを読む</a></p>
      \(form.radios("answer_\(item.id)", "回答", options: MeetingAnswer.allCases.map { ($0.rawValue, $0.label) }))
      \(form.area("words_\(item.id)", "意見", help: "意見があるときは必ず書いてください。", rows: 3))</section>
      """
    })<div class="actions"><button class="button">回答する</button></div></form>
    """
  }
}
