import Casework
import HTML

/// 家族の年表: one chronology over people, agencies and plans, with a small form for what the family tells.
struct FamilyTimelinePage {
  let chrome: Chrome
  let file: OpenedFile
  let view: FamilyTimelineView
  let choice: TimelineChoice
  let table: FigureTable
  let svg: HTML
  let mayEdit: Bool
  var form = FormView()
  var isConflict = false

  private var path: String { "/cases/\(file.id)/family-timeline" }

  var html: HTML {
    Page(
      title: "家族の年表", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>家族の年表 <small>\(file.number)</small></h1>\(FigureTabsPart(chrome: chrome, file: file, current: "family-timeline").html)\
        \(form.errorSummary)\(HTML.when(isConflict, GenogramPage.conflict))
        \(range)<div class="actions no-print">
        <a class="button outline" href="\(href: print("pdf"))">PDF（1枚に印刷）</a><a class="button text" href="\(href: print("xlsx"))">Excel</a></div>
        \(table.rows.isEmpty ? "<p>この範囲に、年表にすることはまだありません。</p>" : picture)
        \(HTML.when(mayEdit, telling))\(HTML.when(mayEdit && !view.lifeEvents.isEmpty, told))
        """
    ).html
  }

  private var picture: HTML { FigureBlock(svg: svg, label: "家族の年表", table: table, heading: "いつ").html }

  private func print(_ format: String) -> String { "/cases/\(file.id)/print/family-timeline?as=\(format)\(choice.query)" }

  private var range: HTML {
    let form = FormView(choice.fields)
    return """
      <form class="no-print" action="\(href: path)" method="get"><div class="columns">
      \(form.select("years", "範囲", options: TimelineChoice.ranges, blank: nil))
      \(form.select("zoom", "めもり", options: TimelineZoom.allCases.map { ($0.rawValue, $0.label) }, blank: nil))
      <div class="item submit"><button class="button outline">この範囲を見る</button></div></div></form>
      """
  }

  private var telling: HTML {
    let people = view.family.people.map { (code: $0.key.rawValue, label: view.family.name($0.key)) }
    return """
      <section class="no-print" aria-labelledby="telling"><h2 id="telling">できごとを加える</h2>
      <form action="\(href: path)/events" method="post">\(FormView.tokens(chrome))<div class="columns">
      \(form.text("event_on", "いつ", need: .required, help: HouseholdWording.dates, width: .medium, isDate: true))
      \(form.text("event_until", "いつまで", need: .optional, help: "続いたことのとき。", width: .medium, isDate: true))
      \(form.select("event_who", "どなたのこと", options: people, blank: "家族のこと"))</div>
      \(form.text("event_words", "どのようなこと", need: .required, help: "例）仕事を辞める、転居、発病"))
      <button class="button outline">年表に加える</button></form></section>
      """
  }

  private var told: HTML {
    """
    <details class="no-print"><summary>加えたできごと（\(view.lifeEvents.count)件）</summary><ul>\(HTML.each(view.lifeEvents) { line in
      """
      <li><form class="inline" action="\(href: path)/event-endings" method="post">\(FormView.tokens(chrome))
      \(line.date.inJapanese)　\(line.words)　<span class="quiet">\(Wording.shortMoment(line.at))　\(line.agency)　\(line.staff)</span>
      <input type="hidden" name="event" value="\(line.id)">
      <button class="button text small" aria-label="\(line.words)を取り消す">取り消す</button></form></li>
      """
    })</ul></details>
    """
  }
}
