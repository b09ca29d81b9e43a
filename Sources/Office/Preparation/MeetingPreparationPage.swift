import Casework
import HTML

/// 会議の準備 for who convenes: whom to ask about which case, who has answered, who has not.
struct MeetingPreparationPage {
  let chrome: Chrome
  let today: CivilDate
  let meeting: OpenedMeeting
  let items: [OpenedMeetingItem]
  let lines: [PreparationLine]
  /// Agencies that may be asked, for the convener.
  let offers: [PreparationOffer]
  var form = FormView()

  private var path: String { "/meetings/\(meeting.id)/preparation" }

  var html: HTML {
    Page(
      title: "会議の準備 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>会議の準備 <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        <p>\(summary)</p>\(HTML.each(items, section))\(HTML.when(meeting.isConvener && meeting.stage.isAhead && !offers.isEmpty, asking))
        """
    ).html
  }

  private var summary: String {
    if items.isEmpty { return "議題がまだありません。会議の画面で議題を加えてから尋ねてください。" }
    if lines.isEmpty { return "まだどの機関にも尋ねていません。下で機関を選んで「準備を尋ねる」を押してください。" }
    let open = lines.filter(\.state.isOpen)
    let late = open.count { $0.state == .overdue }
    if open.isEmpty { return "尋ねた\(lines.count)件の回答がそろいました。" }
    return "尋ねた\(lines.count)件のうち、回答のないものが\(open.count)件あります\(late > 0 ? "（期限が過ぎたもの\(late)件）" : "")。"
  }

  private func section(_ item: OpenedMeetingItem) -> HTML {
    let own = lines.filter { $0.item == item.id }
    return """
      <section aria-labelledby="item-\(item.id.number)"><h2 id="item-\(item.id.number)">議題\(item.position)　\(item.caseLabel) \
      <small>\(item.caseNumber)</small></h2>
      \(own.isEmpty ? "<p>尋ねた機関はありません。</p>" : table(item, own))</section>
      """
  }

  private func table(_ item: OpenedMeetingItem, _ lines: [PreparationLine]) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="議題\(item.position)の回答の状況"><table>
    <thead><tr><th scope="col">機関</th><th scope="col">期限</th><th scope="col">状況</th><th scope="col">促した日</th>\
    <th scope="col">次にすること</th></tr></thead>
    <tbody>\(HTML.each(lines, row))</tbody></table></div>
    \(HTML.when(lines.contains { !$0.state.isOpen }, "<p><a href=\"\(href: "\(item.path)/answers")\">回答を並べて読む</a></p>"))
    """
  }

  private func row(_ line: PreparationLine) -> HTML {
    """
    <tr><th scope="row">\(line.agencyName)</th><td>\(line.due.warekiShort)</td><td>\(PreparationPart.chip(line.state))\
    \(HTML.when(line.way?.isOnBehalf ?? false, " <span class=\"quiet\">\(line.way?.label)</span>"))</td>\
    <td>\(line.remindedAt.map(Wording.shortMoment))</td><td>\(HTML.when(meeting.isConvener && line.agency != meeting.viewer, next(line)))\
    \(HTML.when(meeting.isConvener && line.agency == meeting.viewer && line.state.isOpen, "<a href=\"/preparations/\(line.id.number)\">答える</a>"))</td></tr>
    """
  }

  private func next(_ line: PreparationLine) -> HTML {
    """
    <a href="/preparations/\(line.id.number)">\(line.state.isOpen ? "電話・FAXの回答を記録する" : "回答を直す")</a>\(HTML.when(line.state.isOpen, """
       <form class="inline" action="/preparations/\(line.id.number)/reminder" method="post">\(FormView.tokens(chrome))\
      <button class="button text small" aria-label="\(line.agencyName)に電話などで促したことを記録する">促したことを記録する</button></form>
      """))
    """
  }

  private var asking: HTML {
    let asked = Dictionary(lines.map { ("\($0.item):\($0.agency)", $0) }, uniquingKeysWith: { first, _ in first })
    let shown = form.fields.pairs.isEmpty ? FormView(blank(asked)) : form
    return """
      <section aria-labelledby="asking"><h2 id="asking">準備を尋ねる</h2>
      <p>\(PreparationQuestion.allCases.map { "「\($0.label)」" }.joined())の四つを尋ねます。選んだ機関の「会議の準備」の画面に出ます。</p>
      <form action="\(href: path)" method="post">\(FormView.tokens(chrome))
      \(HTML.each(items.filter { $0.result == nil }) { item in
        shown.checkboxes(
          "ask", "議題\(item.position)　\(item.caseLabel)",
          options: offers.filter { $0.item == item.id && asked[$0.code]?.state.isOpen ?? true }.map { offer in
            (offer.code, offer.agencyName + (asked[offer.code] == nil ? "" : "（尋ねています。選ぶと期限が変わります）"))
          })
      })
      \(shown.date("due", "回答の期限", need: .required))\(shown.area("words", "添え書き", help: "読んでおいてほしいことなど。事例の詳しいことは書かないでください。", rows: 2))
      <div class="actions"><button class="button">準備を尋ねる</button></div></form></section>
      """
  }

  /// Everybody who may be asked and was not, three days before the meeting.
  private func blank(_ asked: [String: PreparationLine]) -> Fields {
    let may = offers.filter {
      asked[$0.code] == nil && ($0.asked.hasGround && meeting.kind != .confidential || $0.asked.isCalled && $0.asked.isInvited)
    }
    return Fields(may.map { ("ask", $0.code) } + [("due", max(today, meeting.heldOn.adding(days: -3)).warekiShort)])
  }
}
