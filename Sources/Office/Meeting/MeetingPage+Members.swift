import Casework
import HTML

/// The members within a meeting's page; for its convener also who answered what, who pledged, and calling more.
struct MeetingMembersPart {
  let chrome: Chrome
  let view: MeetingView
  let form: FormView

  private var meeting: OpenedMeeting { view.meeting }

  var html: HTML {
    """
    <section aria-labelledby="members"><h2 id="members">構成員</h2>
    \(HTML.when(meeting.sight == .member, "<p class=\"quiet\">あなたと同じ議題に加わる構成員です。</p>"))
    <div class="table-box" tabindex="0" role="region" aria-label="構成員の一覧"><table>
    <thead><tr><th scope="col">構成員</th><th scope="col">招集</th><th scope="col">出欠</th>\
    \(HTML.when(meeting.kind.needsPledge, "<th scope=\"col\">守秘の確認</th>"))\
    \(HTML.when(meeting.isConvener, "<th scope=\"col\">代わりに記録</th>"))</tr></thead>
    <tbody>\(HTML.each(view.members, row))</tbody></table></div>
    \(HTML.when(meeting.isConvener && meeting.stage != .cancelled, calling))</section>
    """
  }

  private func row(_ member: MeetingMemberLine) -> HTML {
    """
    <tr><th scope="row">\(member.label)</th><td>\(member.isInvited ? "招集済み" : "まだ")\
    \(HTML.when(meeting.isConvener && !member.hasAccounts, "<span class=\"quiet\">　リンクか、紙や電話で伝えます</span>"))</td>\
    <td>\(meeting.stage == .held ? (member.attended ? "出席" : "出席なし") : member.reply?.label ?? "返事待ち")</td>\
    \(HTML.when(meeting.kind.needsPledge, "<td>\(member.hasPledged ? "確認済み" : "まだ")</td>"))\
    \(HTML.when(meeting.isConvener, "<td>\(onBehalf(member))</td>"))</tr>
    """
  }

  /// Somebody without an account has one page of his own: the link, and what is written down for him.
  private func onBehalf(_ member: MeetingMemberLine) -> HTML {
    guard member.hasAccounts else {
      return "<a href=\"/meetings/\(meeting.id.number)/guests/\(member.id.number)\">リンクで招く・代わりに記録する</a>"
    }
    let hidden: HTML = "\(FormView.tokens(chrome))<input type=\"hidden\" name=\"member\" value=\"\(member.id.number)\">"
    let reply: HTML = """
      <form class="inline" action="/meetings/\(meeting.id.number)/reply" method="post">\(hidden)\
      <select name="reply" aria-label="\(member.label)の出欠">\(HTML.each(MeetingReply.allCases) {
        "<option value=\"\($0.rawValue)\"\(flag: "selected", member.reply == $0)>\($0.label)</option>"
      })</select> <button class="button text small">出欠を記録</button></form>
      """
    let paper: HTML = """
      <form class="inline" action="/meetings/\(meeting.id.number)/pledge" method="post">\(hidden)\
      <button class="button text small">紙で確認済みにする</button></form>
      """
    return """
      \(HTML.when(meeting.stage.isAhead, reply))\(HTML.when(meeting.kind.needsPledge && !member.hasPledged, paper))\
      \(HTML.when(meeting.mode == .written && meeting.stage == .invited,
        " <a href=\"/meetings/\(meeting.id.number)/answer?member=\(member.id.number)\">回答を記録</a>"))
      """
  }

  private var calling: HTML {
    let open = view.items.filter { $0.result == nil }
    let chosen = meeting.kind == .confidential ? [] : open.map { ("item", "\($0.id)") }
    let shown = form.fields.pairs.isEmpty ? FormView(Fields(chosen), problems: form.problems) : form
    return """
      <p class="no-print"><a href="/meetings/\(meeting.id.number)/guests">外部の構成員をリンクで招く（学校・病院・民生委員など）</a></p>
      <details\(flag: "open", form.problems.contains { $0.fieldID == "agency" })><summary>構成員を加える</summary>
      <form action="/meetings/\(meeting.id.number)/members" method="post">\(FormView.tokens(chrome))
      \(shown.select("agency", "機関", options: view.agencies, help: "名簿にない方は、機関を選ばずに氏名と職名を書きます。"))
      <div class="columns">\(shown.text("position", "職名・立場", width: .medium))\(shown.text("name", "氏名", width: .medium))</div>
      \(open.isEmpty
        ? .empty
        : shown.checkboxes(
          "item", "加わる議題", options: open.map { ("\($0.id)", "\($0.position)　\($0.caseLabel)（\(MeetingWording.timing($0.timing))）") },
          help: "印を付けた議題だけが、この構成員に見えます。"))
      <div class="actions"><button class="button outline">構成員に加える</button></div></form></details>
      """
  }
}
