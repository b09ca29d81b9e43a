import Casework
import HTML

/// 会議の画面: what it is, what to do next, the agenda, who is called. Each viewer sees what is tabled for them, and no more.
struct MeetingPage {
  let chrome: Chrome
  let today: CivilDate
  let view: MeetingView
  var form = FormView()
  /// What somebody else saved in between.
  var others: SavedBeside?

  private var meeting: OpenedMeeting { view.meeting }

  var html: HTML {
    Page(
      title: "会議 \(meeting.number)", chrome: chrome, place: "/meetings", crumbs: [("会議", "/meetings")], reason: meeting.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(meeting.name) <small>\(meeting.number)</small></h1>\(others?.html)\(form.errorSummary)
        <p><span class="chip\(raw: meeting.stage == .held ? " done" : "")">\(meeting.stage.label)</span> \
        <span class="chip">\(meeting.kind.label)</span></p>\(facts)\(pledge)\(nextStep)\(reply)
        \(HTML.when(!meeting.isPledgeDue, MeetingAgendaPart(chrome: chrome, view: view, form: form).html))
        \(MeetingMembersPart(chrome: chrome, view: view, form: form).html)
        \(HTML.when(meeting.sight == .town && !meeting.minutes.isEmpty, """
          <section aria-labelledby="minutes"><h2 id="minutes">全体の記録</h2><p>\(lines: meeting.minutes)</p></section>
          """))
        \(HTML.when(meeting.isConvener && !meeting.isPledgeDue, MeetingRecordPart(chrome: chrome, view: view, form: form).html))
        \(MeetingPrintPart(meeting: meeting).html)
        """
    ).html
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>日時</dt><dd>\(MeetingWording.when(meeting.heldOn, meeting.startsAt))\
    \(HTML.when(meeting.isConvener && meeting.stage.isAhead, "　<a href=\"/meetings/\(meeting.id.number)/edit\">日時・場所を変える</a>"))</dd>
    <dt>方法・場所</dt><dd>\(meeting.mode.label)　\(meeting.place)</dd><dt>招集</dt><dd>\(meeting.convenerName)</dd>
    \(HTML.when(!meeting.chair.isEmpty, "<dt>議長</dt><dd>\(meeting.chair)</dd>"))\
    \(HTML.when(!meeting.recorder.isEmpty, "<dt>記録</dt><dd>\(meeting.recorder)</dd>"))</dl>
    """
  }

  /// R-50: the words first; nothing that is tabled is shown before they are confirmed.
  private var pledge: HTML {
    guard let words = view.pledge else { return .empty }
    guard meeting.isPledgeDue else { return "<details><summary>守秘の確認（確認済み）</summary><p>\(words)</p></details>" }
    return """
      <section class="banner warning" aria-labelledby="pledge"><h2 id="pledge">守秘の確認</h2><p>\(words)</p>
      <p>確認すると、あなたに関わる議題が表示されます。誰が、いつ、どの文を確認したかを記録します。</p>
      <form action="/meetings/\(meeting.id.number)/pledge" method="post">\(FormView.tokens(chrome))
      \(form.flag("confirmed", "上の確認文を読み、確認しました"))
      <div class="actions"><button class="button">確認して議題を見る</button></div></form></section>
      """
  }

  private var nextStep: HTML {
    guard meeting.isConvener, !meeting.isPledgeDue else { return .empty }
    return """
      <section class="no-print" aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>
      <p>\(MeetingWording.next(view, today: today))</p>\(HTML.when(meeting.stage.isAhead && view.members.contains { !$0.isInvited }, """
        <form class="inline" action="/meetings/\(meeting.id.number)/invitations" method="post">\(FormView.tokens(chrome))\
        <button class="button\(raw: meeting.stage == .planned ? "" : " outline")">招集する</button></form>
        """))\(HTML.when(isToBeHeld, attendance))</section>
      """
  }

  private var isToBeHeld: Bool {
    meeting.heldOn <= today && (meeting.stage.isAhead || (meeting.stage == .held && !view.items.contains { $0.result != nil }))
  }

  private var attendance: HTML {
    let isWritten = meeting.mode == .written
    let present = Fields(
      view.members.filter { meeting.stage == .held ? $0.attended : $0.reply != .absent }.map { ("attended", "\($0.id)") }
        + [("chair", meeting.chair), ("recorder", meeting.recorder)])
    let shown = form.fields.pairs.contains { $0.name == "attended" } ? form : FormView(present, problems: form.problems)
    return """
      <form action="/meetings/\(meeting.id.number)/attendance" method="post">\(FormView.tokens(chrome))
      \(isWritten
        ? "<p>書面（持回り）では、回答のあった構成員を出席とします。</p>" as HTML
        : shown.checkboxes("attended", "出席した人", options: view.members.map { ("\($0.id)", $0.label) }))
      <div class="columns">\(shown.text("chair", "議長", width: .medium))\(shown.text("recorder", "記録した人", width: .medium))</div>
      <div class="actions"><button class="button\(raw: meeting.stage == .held ? " outline" : "")">\
      \(meeting.stage == .held ? "出席を直す" : "開催済みにする")</button></div></form>
      """
  }

  /// What the own agency answers; one click.
  private var reply: HTML {
    guard let own = view.own.first, !meeting.isConvener, meeting.stage == .invited else { return .empty }
    return """
      <section class="no-print" aria-labelledby="reply"><h2 id="reply">出欠の返事</h2>
      <p>いまの返事：\(own.reply?.label ?? "まだ返事をしていません")</p>
      <form action="/meetings/\(meeting.id.number)/reply" method="post"><div class="actions">\(FormView.tokens(chrome))\
      \(HTML.each(MeetingReply.allCases) { "<button class=\"button outline\" name=\"reply\" value=\"\($0.rawValue)\">\($0.label)</button> " })\
      </div></form>\(HTML.when(meeting.mode == .written && !meeting.isPledgeDue, """
        <div class="actions"><a class="button" href="/meetings/\(meeting.id.number)/answer">書面で回答する</a></div>
        """))</section>
      """
  }
}
