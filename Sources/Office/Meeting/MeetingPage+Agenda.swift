import Casework
import HTML

/// The agenda within a meeting's page, and for its convener the cases that wait for it.
struct MeetingAgendaPart {
  let chrome: Chrome
  let view: MeetingView
  let form: FormView

  private var meeting: OpenedMeeting { view.meeting }

  var html: HTML {
    """
    <section aria-labelledby="agenda"><h2 id="agenda">議題</h2>
    \(view.items.isEmpty ? "<p>\(meeting.isConvener ? "議題はまだありません。下から加えてください。" : "あなたに関わる議題はまだありません。")</p>" : table)
    \(HTML.when(meeting.isConvener && meeting.stage != .cancelled, adding))</section>
    """
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="議題の一覧"><table>
    <thead><tr><th scope="col">番号</th><th scope="col">事例</th><th scope="col">時期</th><th scope="col">同意</th>\
    <th scope="col">根拠</th><th scope="col">結論・次にすること</th></tr></thead>
    <tbody>\(HTML.each(view.items) { item in
      """
      <tr><td>\(item.position)</td>\
      <th scope="row"><a href="\(href: item.path)">\(item.caseLabel)</a> <span class="quiet">\(item.caseNumber)</span></th>\
      <td>\(MeetingWording.timing(item.timing))</td><td>\(item.consent.label)</td><td>\(item.basis?.label)</td>\
      <td>\(next(item))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func next(_ item: OpenedMeetingItem) -> HTML {
    if meeting.takesResults, item.result == nil {
      return "<a href=\"\(href: "\(item.path)/result")\">結論を記録する</a>"
    }
    return item.result == nil ? "\(MeetingWording.next(item))" : "<span class=\"chip done\">\(MeetingWording.next(item))</span>"
  }

  private var adding: HTML {
    """
    <details\(flag: "open", view.items.isEmpty || form.problems.contains { ["case", "case_number"].contains($0.fieldID) })>\
    <summary>議題を加える</summary>
    <form action="/meetings/\(meeting.id.number)/items" method="post">\(FormView.tokens(chrome))
    \(view.waiting.isEmpty
      ? "<p id=\"f-case\">\(meeting.kind.label)を待っている事例はありません。</p>" as HTML
      : form.checkboxes("case", "会議を待つ事例", options: view.waiting.map { ($0.code, label($0)) }))
    \(HTML.when(meeting.kind != .planning, numbered))
    <div class="actions"><button class="button outline">議題に加える</button></div></form></details>
    """
  }

  private var numbered: HTML {
    """
    \(form.text("case_number", "事例番号で加える", help: "例）R8-00001", width: .medium))\
    \(form.select(
      "basis", "情報共有の根拠", options: MeetingLegalBasis.possible(for: meeting.kind).map { ($0.rawValue, $0.label) },
      help: "選ばないときは「\(view.usualBasis.label)」です。", blank: "ふつうの根拠"))
    """
  }

  private func label(_ waiting: WaitingCase) -> String {
    "\(waiting.label)（\(waiting.number)）　\(MeetingWording.timing(waiting.timing))　\(waiting.stage.label) \(Wording.shortDate(waiting.since))から"
  }
}
