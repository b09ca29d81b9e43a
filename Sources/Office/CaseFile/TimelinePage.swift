import Casework
import HTML

/// The history of a case within its page: notes, receptions, つなぎ and moves of the stage, newest first.
struct TimelinePart {
  let timeline: Timeline
  let file: OpenedFile
  /// C-15 対応方法.
  let methods: CodeList
  /// C-02 相談経路.
  let channels: CodeList

  var html: HTML {
    """
    <section aria-labelledby="timeline"><h2 id="timeline">支援経過</h2>\(conditions)
    \(timeline.entries.isEmpty ? nothing : HTML.each(timeline.entries, part))
    \(timeline.next.map { "<p class=\"pager\"><a href=\"\(href: timeline.filter.address(file.id, before: $0))\">前の記録を見る</a></p>" as HTML })
    </section>
    """
  }

  private var conditions: HTML {
    let form = FormView(
      Fields([("kind", timeline.filter.kind?.rawValue ?? ""), ("agency", timeline.filter.agency.map { String($0.number) } ?? "")]))
    return """
      <details\(flag: "open", timeline.filter.kind != nil || timeline.filter.agency != nil)><summary>絞り込む</summary>
      <form action="/cases/\(file.id.number)" method="get" class="columns">
      \(form.select("kind", "種類", options: TimelineKind.allCases.map { ($0.rawValue, TimelineWording.label($0)) }, blank: "すべて"))\
      \(timeline.agencies.isEmpty ? .empty : form.select("agency", "機関", options: timeline.agencies.map { (String($0.id.number), $0.name) }, blank: "すべて"))
      <div class="item submit"><button class="button outline">絞り込む</button></div></form></details>
      """
  }

  private var nothing: HTML {
    timeline.filter == TimelineFilter()
      ? "<p>支援経過はまだありません。「支援経過を書く」から記録してください。</p>" : "<p>あてはまる記録はありません。<a href=\"/cases/\(file.id.number)\">すべての経過を見る</a></p>"
  }

  private func part(_ entry: TimelineEntry) -> HTML {
    switch entry {
    case .note(let note):
      NotePart(
        note: note, method: methods.label(note.method), reviews: timeline.reviews[note.id] ?? [],
        correction: note.agencyID == file.agency && note.replacedBy == nil ? "/cases/\(file.id)/notes/\(note.id)/correct" : nil
      ).html
    case .event(let event): eventPart(event)
    }
  }

  private func eventPart(_ event: TimelineEvent) -> HTML {
    let title = TimelineWording.title(event, channels: channels)
    return """
      <article class="note event"><h3>\(event.day.warekiShort) \(event.clock)　<span class="chip">\(TimelineWording.label(event.kind))</span> \
      \(event.path.map { "<a href=\"\(href: $0)\">\(title)</a>" as HTML } ?? "\(title)")</h3>
      <p class="quiet">\(event.agency) \(event.staff)</p>\(HTML.when(!event.words.isEmpty, "<p>\(lines: event.words)</p>"))</article>
      """
  }
}

/// One note; a corrected one stays readable, struck through, with the reason.
struct NotePart {
  let note: NoteView
  /// The label of its code of C-15.
  let method: String
  var reviews: [NoteReviewView] = []
  /// Where it can be corrected; nothing for other agencies' notes and for one that was corrected already.
  var correction: String?

  var html: HTML {
    """
    <article class="note" id="note-\(note.id.number)"><h3>\(Wording.shortDate(note.heldOn)) \(note.heldAt)　\(note.title)</h3>
    <p class="quiet">\(method)　\(note.counterpart)　\(MetResult(rawValue: note.met)?.label)　\(note.agency) \(note.staff)　\
    <span class="chip">\(NoteVisibility(rawValue: note.visibility)?.label ?? "")</span></p>
    \(note.replacedBecause == nil ? words : "<del>\(words)</del><p>訂正済み（理由：\(note.replacedBecause)）</p>")\(said)\
    \(correction.map { "<p><a href=\"\(href: $0)\">この記録を訂正する</a></p>" as HTML })</article>
    """
  }

  private var words: HTML {
    """
    <p>\(lines: note.facts)</p>\
    \(HTML.when(!note.opinion.isEmpty, "<p class=\"opinion\"><strong>見立て・所感</strong><br>\(lines: note.opinion)</p>"))\
    \(HTML.when(!note.nextAction.isEmpty, "<p><strong>次の対応</strong>　\(note.nextAction)\(note.nextDue.map { "（\(Wording.shortDate($0))まで）" })</p>"))
    """
  }

  private var said: HTML {
    HTML.each(reviews) { review in
      """
      <p>\(HTML.when(review.confirms, "<span class=\"chip done\">確認済み</span> "))\(lines: review.comment)
      <span class="quiet">\(review.staff) \(Wording.shortMoment(review.at))</span></p>
      """
    }
  }
}
