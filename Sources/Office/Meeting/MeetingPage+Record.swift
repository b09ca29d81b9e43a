import Casework
import HTML

/// What the convener keeps of the whole meeting: the minutes about no case in particular, and cancelling.
struct MeetingRecordPart {
  let chrome: Chrome
  let view: MeetingView
  let form: FormView

  private var meeting: OpenedMeeting { view.meeting }

  var html: HTML {
    let typed = form.fields.pairs.contains { $0.name == "minutes" }
    let shown = typed ? form : FormView(Fields([("minutes", meeting.minutes)]))
    return """
      <section aria-labelledby="minutes"><h2 id="minutes">全体の記録</h2>
      <form action="/meetings/\(meeting.id.number)/minutes" method="post">\(FormView.tokens(chrome))\
      <input type="hidden" name="version" value="\(meeting.version)">
      \(shown.area("minutes", "全体にわたること", help: "事例ごとの検討は、それぞれの議題に書きます。ここは招集した機関と市だけが読みます。", rows: 5))
      <div class="actions"><button class="button outline">記録する</button></div></form>\(HTML.when(meeting.stage.isAhead, cancelling))</section>
      """
  }

  private var cancelling: HTML {
    """
    <details\(flag: "open", form.problems.contains { $0.fieldID == "words" })><summary>会議を取りやめる</summary>
    <form action="/meetings/\(meeting.id.number)/cancellation" method="post">\(FormView.tokens(chrome))
    \(form.text("words", "取りやめる理由", need: .required))
    <div class="actions"><button class="button outline">取りやめる</button></div></form></details>
    """
  }
}
