import Casework
import HTML

/// 並びの手直し: everybody by generation, each with a place and buttons, beside the drawing. Works without a script.
struct PositionsPage {
  let chrome: Chrome
  let file: OpenedFile
  let family: FamilyView
  let drawn: FamilyDrawing
  let svg: HTML
  var form = FormView()
  var isConflict = false

  private var path: String { "/cases/\(file.id)/genogram" }

  var html: HTML {
    Page(
      title: "並びを直す", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("ジェノグラム", path)], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>並びを直す <small>\(file.number)</small></h1>\(form.errorSummary)\(HTML.when(isConflict, GenogramPage.conflict))
        <p>同じ世代の中で、左右の並びを直せます。直した並びは、世帯の記録が変わっても残ります。</p>
        <div class="drawing-box" tabindex="0" role="region" aria-label="いまの並び（図）">\(svg)</div>
        <form action="\(href: path)/positions" method="post">\(FormView.tokens(chrome))
        <input type="hidden" name="version" value="\(family.version)">
        <div class="actions"><button class="button">数のとおりに並べる</button><a href="\(href: path)">ジェノグラムに戻る</a></div>
        \(HTML.each(Array(drawn.rows.enumerated())) { row($0.offset + 1, $0.element) })</form>
        \(HTML.when(!family.hints.places.isEmpty, """
          <form action="\(href: path)/position-resets" method="post">\(FormView.tokens(chrome))
          <input type="hidden" name="version" value="\(family.version)">
          <button class="button text">自動の並びに戻す</button></form>
          """))
        """
    ).html
  }

  private func row(_ number: Int, _ people: [PersonKey]) -> HTML {
    """
    <fieldset class="item"><legend>上から\(number)番目の世代</legend><table>
    <thead><tr><th scope="col">どなた</th><th scope="col">左から何番目</th><th scope="col">動かす</th></tr></thead>
    <tbody>\(HTML.each(Array(people.enumerated())) { place($0.offset, $0.element, of: people.count) })</tbody></table></fieldset>
    """
  }

  private func place(_ at: Int, _ key: PersonKey, of count: Int) -> HTML {
    let field = PlacesInput.field(key)
    let typed = form.fields[field]
    let name = family.name(key)
    return """
      <tr><th scope="row"><label for="\(FormView.anchor(field))">\(name)</label></th>
      <td><input class="field short" id="\(FormView.anchor(field))" name="\(field)" inputmode="numeric" autocomplete="off" \
      value="\(typed.isEmpty ? "\(at + 1)" : typed)"></td>
      <td>\(HTML.when(at > 0, button("left", "← 左へ", key, name)))\(HTML.when(at + 1 < count, button("right", "右へ →", key, name)))</td></tr>
      """
  }

  private func button(_ way: String, _ label: String, _ key: PersonKey, _ name: String) -> HTML {
    """
    <button class="button outline small" name="move" value="\(way):\(key.rawValue)" aria-label="\(name)を\(way == "left" ? "左" : "右")へ">\(label)</button>
    """
  }
}
