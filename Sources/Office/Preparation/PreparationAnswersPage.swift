import Casework
import HTML

/// 回答を並べて読む: what every agency answered about one item, a question a row.
struct PreparationAnswersPage {
  let chrome: Chrome
  let item: OpenedMeetingItem
  let replies: [PreparationReply]

  var html: HTML {
    Page(
      title: "準備の回答 \(item.meeting.number)-\(item.position)", chrome: chrome, place: "/meetings",
      crumbs: [
        ("会議", "/meetings"), (item.meeting.number, "/meetings/\(item.meeting.id)"), ("議題\(item.position)", item.path),
      ], reason: item.reason,
      content: """
        <h1>準備の回答 <small>\(item.caseLabel)　\(item.caseNumber)</small></h1>
        \(answered.isEmpty ? "<p>回答はまだありません。</p>" : table)
        \(HTML.when(!absent.isEmpty, "<p>関わっていないと答えた機関：\(absent.map(\.agencyName).joined(separator: "、"))</p>"))
        \(HTML.when(!open.isEmpty, "<p>回答のない機関：\(open.map(\.agencyName).joined(separator: "、"))</p>"))
        """
    ).html
  }

  private var answered: [PreparationReply] { replies.filter { $0.state == .answered } }
  private var absent: [PreparationReply] { replies.filter { $0.state == .notInvolved } }
  private var open: [PreparationReply] { replies.filter(\.state.isOpen) }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="準備の回答"><table>
    <thead><tr><th scope="col">問い</th>\(HTML.each(answered) { reply in
      """
      <th scope="col">\(reply.agencyName)\(HTML.when(reply.way?.isOnBehalf ?? false, """
        <br><span class="quiet">\(reply.way?.label)\(reply.toldBy.isEmpty ? "" : "（\(reply.toldBy)）")</span>
        """))</th>
      """
    })</tr></thead>
    <tbody>\(HTML.each(PreparationQuestion.allCases) { question in
      "<tr><th scope=\"row\">\(question.short)</th>\(HTML.each(answered) { "<td>\(lines: $0.answer?[question] ?? "")</td>" })</tr>"
    })</tbody></table></div>
    """
  }
}
