import Casework
import HTML

/// 会議資料一式: ordering copies, how far they are, taking them.
struct PackPage {
  let chrome: Chrome
  let meeting: OpenedMeeting
  let items: [OpenedMeetingItem]
  let recipients: [PackRecipient]
  let packs: [(line: PackLine, mayTake: Bool)]
  var form = FormView()

  private var path: String { "/meetings/\(meeting.id)/pack" }
  private var isMaking: Bool { packs.contains { $0.line.standing.state.isOpen } }

  var html: HTML {
    Page(
      title: "会議資料一式 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason,
      hasErrors: !form.problems.isEmpty, refresh: isMaking ? 5 : nil,
      content: """
        <h1>会議資料一式 <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        <p>次第、事例ごとの要約・年表・プランと進み具合・準備の回答・話し合うこと・役割分担の案を、一つのPDFにまとめます。\
        作ったものは\(PackState.keptDays)日で削除します。</p>
        \(HTML.when(isMaking, PackStatePart.waiting(path)))
        \(HTML.when(!packs.isEmpty, list))\(HTML.when(meeting.stage != .cancelled, ordering))
        """
    ).html
  }

  private var list: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="作った資料"><table>
    <thead><tr><th scope="col">部数</th><th scope="col">渡す相手</th><th scope="col">作った人</th><th scope="col">状況</th>\
    <th scope="col">次にすること</th></tr></thead>
    <tbody>\(HTML.each(packs, row))</tbody></table></div>
    """
  }

  private func row(_ pack: (line: PackLine, mayTake: Bool)) -> HTML {
    let line = pack.line
    let part = PackStatePart(
      standing: line.standing, name: line.copyWords, place: "\(path)/\(line.id)", mayTake: pack.mayTake,
      lost: "議題か見られる範囲が変わったため開けません。作り直してください。")
    return """
      <tr><th scope="row">\(line.copyWords)</th><td>\(line.memberName)</td>\
      <td>\(line.staffName) <span class="quiet">\(Wording.shortMoment(line.queuedAt))</span></td><td>\(part.state)</td>\
      <td>\(part.next(chrome))</td></tr>
      """
  }

  private var ordering: HTML {
    let shown = form.fields.pairs.isEmpty ? FormView(Fields([("for", "own")])) : form
    return """
      <section aria-labelledby="ordering"><h2 id="ordering">作る</h2>
      \(items.isEmpty ? "<p>議題がまだありません。会議の画面で議題を加えてください。</p>" as HTML : """
        <form action="\(href: path)" method="post">\(FormView.tokens(chrome))
        \(shown.checkboxes(
          "for", "だれの分を作りますか",
          options: [("own", "招集者控え（見られる範囲のすべて）")] + recipients.map { ("\($0.member.id)", "部数番号\($0.copy)　\($0.member.label)") },
          help: "構成員の分には、その人に見せる議題だけが入ります。事例の記録は、事例を開ける機関の分にだけ入ります。"))
        <div class="actions"><button class="button">作る</button></div></form>
        """)</section>
      """
  }
}
