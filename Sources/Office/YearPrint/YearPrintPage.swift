import Casework
import HTML

/// 年度の計画書一式: ordering it, how far it is, taking it.
struct YearPrintPage {
  let chrome: Chrome
  /// Latest first.
  let years: [Int]
  let prints: [(line: YearPrintLine, mayTake: Bool)]
  var form = FormView()

  private var path: String { "/prints/year" }
  private var isMaking: Bool { prints.contains { $0.line.standing.state.isOpen } }

  var html: HTML {
    Page(
      title: "年度の計画書一式", chrome: chrome, place: "/coordinations", crumbs: [("多機関協働", "/coordinations")],
      hasErrors: !form.problems.isEmpty, refresh: isMaking ? 5 : nil,
      content: """
        <h1>年度の計画書一式</h1>\(form.errorSummary)
        <p>一つの年度（4月から3月まで）に確定したプランのうち、いま見られるものを、事例番号の順に一つのPDFにまとめます。\
        開けるのは作った人だけです。作ったものは\(PackState.keptDays)日で削除します。</p>
        \(HTML.when(isMaking, PackStatePart.waiting(path)))\(HTML.when(!prints.isEmpty, list))\(ordering)
        """
    ).html
  }

  private var list: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="作った計画書一式"><table>
    <thead><tr><th scope="col">年度</th><th scope="col">作った日時</th><th scope="col">状況</th><th scope="col">次にすること</th></tr></thead>
    <tbody>\(HTML.each(prints, row))</tbody></table></div>
    """
  }

  private func row(_ print: (line: YearPrintLine, mayTake: Bool)) -> HTML {
    let line = print.line
    let label = CivilDate.fiscalYearLabel(line.year)
    let part = PackStatePart(
      standing: line.standing, name: label, place: "\(path)/\(line.id)", mayTake: print.mayTake, lost: "見られる範囲が変わったため開けません。作り直してください。")
    return """
      <tr><th scope="row">\(label)</th><td>\(Wording.moment(line.endedAt ?? line.queuedAt))</td><td>\(part.state)</td>\
      <td>\(part.next(chrome))</td></tr>
      """
  }

  private var ordering: HTML {
    let shown = form.fields.pairs.isEmpty ? FormView(Fields([("year", years.first.map(String.init) ?? "")])) : form
    return """
      <section aria-labelledby="ordering"><h2 id="ordering">作る</h2>
      <form action="\(href: path)" method="post">\(FormView.tokens(chrome))
      \(shown.select("year", "年度", options: years.map { (String($0), CivilDate.fiscalYearLabel($0)) }, blank: nil))
      <div class="actions"><button class="button">作る</button></div></form></section>
      """
  }
}
