import Casework
import HTML

/// 会議録: drafted from what was recorded, mended by a person, confirmed and then fixed.
struct MinutesPage {
  let chrome: Chrome
  let view: MinutesView
  var form = FormView()
  /// What somebody else saved in between.
  var others: SavedBeside?

  private var meeting: OpenedMeeting { view.meeting }
  private var path: String { "/meetings/\(meeting.id)/minutes" }
  private var mayWrite: Bool { meeting.isConvener && meeting.stage == .held && !view.isConfirmed }

  static func words(_ view: MinutesView) -> Fields {
    Fields(view.parts.map { ("words_\($0.item.id)", $0.words) })
  }

  static func beside(_ view: MinutesView, _ sent: Fields) -> SavedBeside {
    SavedBeside(
      lines: view.parts.map { .init(label: "議題\($0.item.position)", saved: $0.words, typed: sent["words_\($0.item.id)"]) })
  }

  var html: HTML {
    Page(
      title: "会議録 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>会議録 <small>\(meeting.name)　\(meeting.number)</small></h1>\(others?.html)\(form.errorSummary)
        <p><span class="chip\(raw: view.isConfirmed ? " done" : "")">\(state)</span></p>\(facts)
        \(mayWrite ? fields : parts)</div>
        """
    ).html
  }

  private var state: String {
    if let at = view.confirmedAt { return "確定　\(Wording.shortMoment(at))　\(view.confirmedBy)" }
    if let at = view.savedAt { return "保存　\(Wording.shortMoment(at))　\(view.savedBy)" }
    return "下書き（記録から作りました。まだ保存していません）"
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>日時</dt><dd>\(MeetingWording.when(meeting.heldOn, meeting.startsAt))</dd>
    <dt>方法・場所</dt><dd>\(meeting.mode.label)　\(meeting.place)</dd>\(HTML.when(!meeting.chair.isEmpty, "<dt>議長</dt><dd>\(meeting.chair)</dd>"))
    \(HTML.when(!meeting.recorder.isEmpty, "<dt>記録</dt><dd>\(meeting.recorder)</dd>"))
    <dt>出席</dt><dd>\(view.attended.joined(separator: "、"))</dd>\(HTML.when(!view.absent.isEmpty, "<dt>欠席</dt><dd>\(view.absent.joined(separator: "、"))</dd>"))
    \(HTML.when(!meeting.minutes.isEmpty, "<dt>全体にわたること</dt><dd>\(lines: meeting.minutes)</dd>"))</dl>
    """
  }

  private var fields: HTML {
    // What was typed; for an item that has come onto the agenda since, the draft of it.
    var words = Self.words(view)
    for pair in form.fields.pairs where pair.name.hasPrefix("words_") { words.set(pair.name, pair.value) }
    let shown = FormView(words, problems: form.problems)
    return """
      <form action="\(href: "\(path)/text")" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)\
      <input type="hidden" name="version" value="\(version)">
      \(HTML.each(view.parts) { part in
        shown.area("words_\(part.item.id)", "議題\(part.item.position)　\(part.item.caseLabel)（\(part.item.caseNumber)）", rows: 12)
      })
      <div class="actions" id="f-confirm"><button class="button">保存する</button>
      <button class="button outline" formaction="\(href: "\(path)/confirmation")">保存して確定する</button>\(draft.buttons)</div>
      <p class="help">確定した会議録は変えられません。</p></form>
      """
  }

  private var parts: HTML {
    HTML.each(view.parts) { part in
      """
      <section class="card"><h2>議題\(part.item.position)　\(part.item.caseLabel) <small>\(part.item.caseNumber)</small></h2>
      <p>\(lines: part.words)</p></section>
      """
    }
  }

  private var draft: DraftForm {
    DraftForm(form: "会議録", path: path, title: "会議録（\(meeting.number)）", fields: form.fields)
  }

  private var version: String {
    let sent = form.fields["version"]
    return others == nil && !sent.isEmpty ? sent : String(view.version)
  }
}
