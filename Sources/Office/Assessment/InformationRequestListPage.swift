import Casework
import HTML

/// 情報提供の依頼 to one's own agency: what waits, what was answered.
struct InformationRequestListPage {
  let chrome: Chrome
  let today: CivilDate
  let waiting: [InformationRequestLine]
  let answered: [InformationRequestLine]

  var html: HTML {
    Page(
      title: "情報提供の依頼", chrome: chrome, place: "/information-requests",
      content: """
        <h1>情報提供の依頼</h1><p>多機関協働事業から、本人の同意にもとづいて届いた依頼です。分かる範囲で答えてください。</p>
        <h2>回答を待っているもの</h2>
        \(waiting.isEmpty
          ? "<p>回答を待っている依頼はありません。</p>"
          : InformationRequestTable(lines: waiting, today: today, isAsker: false).html)
        \(HTML.when(!answered.isEmpty, """
          <h2>これまでの回答</h2>\(InformationRequestTable(lines: answered, today: today, isAsker: false).html)
          """))
        """
    ).html
  }
}

/// Lines of 情報提供の依頼 as a table.
struct InformationRequestTable {
  let lines: [InformationRequestLine]
  let today: CivilDate
  /// Shows whom it was sent to; otherwise whom it is about.
  let isAsker: Bool

  var html: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="情報提供の依頼の一覧"><table><thead><tr><th scope="col">\(isAsker ? "依頼先" : "本人")</th>\
    <th scope="col">状態</th><th scope="col">回答期限</th><th scope="col">\(isAsker ? "回答" : "依頼元")</th></tr></thead>
    <tbody>\(HTML.each(lines) { row($0) })</tbody></table></div>
    """
  }

  private func row(_ line: InformationRequestLine) -> HTML {
    let name = isAsker ? line.toAgency : line.person.isEmpty ? "（取り下げられた依頼）" : line.person
    return """
      <tr><th scope="row"><a href="/information-requests/\(line.id.number)">\(name)</a></th>\
      <td><span class="chip\(raw: line.state == .answered ? " done" : line.isOverdue(today) ? " late" : "")">\
      \(line.isOverdue(today) ? "期限切れ" : line.state.label)</span></td>\
      <td>\(line.dueOn.warekiShort)</td><td>\(isAsker ? line.answeredAt.map(Wording.shortMoment) ?? "" : line.fromAgency)</td></tr>
      """
  }
}
