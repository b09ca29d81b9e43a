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
  private var isMaking: Bool { packs.contains { $0.line.state.isOpen } }

  var html: HTML {
    Page(
      title: "会議資料一式 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason,
      hasErrors: !form.problems.isEmpty, refresh: isMaking ? 5 : nil,
      content: """
        <h1>会議資料一式 <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        <p>次第、事例ごとの要約・年表・プランと進み具合・準備の回答・話し合うこと・役割分担の案を、一つのPDFにまとめます。\
        作ったものは\(PackState.keptDays)日で削除します。</p>
        \(HTML.when(isMaking, "<p role=\"status\">作っています。画面は自動で新しくなります。<a href=\"\(href: path)\">更新する</a></p>"))
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
    return """
      <tr><th scope="row">\(line.copyWords)</th><td>\(line.memberName)</td>\
      <td>\(line.staffName) <span class="quiet">\(Wording.shortMoment(line.queuedAt))</span></td><td>\(state(line))</td><td>\(next(pack))</td></tr>
      """
  }

  private func state(_ line: PackLine) -> HTML {
    switch line.state {
    case .running:
      """
      \(line.state.label) <progress value="\(line.done)" max="\(line.total)" aria-label="\(line.copyWords)の進み具合"></progress> \
      \(line.done)／\(line.total)件
      """
    case .queued: "\(line.state.label)（\(line.total)件）"
    case .done: "<span class=\"chip done\">\(line.state.label)</span>"
    case .failed, .cancelled, .gone: "\(line.state.label)"
    }
  }

  private func next(_ pack: (line: PackLine, mayTake: Bool)) -> HTML {
    let place = "\(path)/\(pack.line.id)"
    if pack.mayTake { return "<a href=\"\(href: "\(place)/file")\">PDFを開く</a>（\(max(1, pack.line.size / 1024))KB）" }
    switch pack.line.state {
    case .queued, .running:
      return """
        <form class="inline" action="\(href: "\(place)/cancellation")" method="post">\(FormView.tokens(chrome))\
        <button class="button text small">取りやめる</button></form>
        """
    case .done: return "議題か見られる範囲が変わったため開けません。作り直してください。"
    case .failed: return "もう一度作ってください。続くときは管理者に連絡してください。"
    case .cancelled, .gone: return .empty
    }
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
