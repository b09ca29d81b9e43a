import Casework
import HTML

/// 検索の画面. The word looked for stays out of the title: titles end up in browser histories.
struct SearchPage {
  let chrome: Chrome
  let search: SearchInput
  let found: SearchFindings?

  var html: HTML {
    Page(
      title: "検索", chrome: chrome, place: "/search",
      content: """
        <h1>検索</h1>
        <form action="/search" method="get"><div class="item"><label for="f-q">探す言葉</label>
        <p class="help" id="f-q-help">氏名（漢字・ふりがな・通称）と支援経過を1文字から探せます。事例番号でも探せます。</p>
        <input class="field medium" id="f-q" name="q" type="search" value="\(search.term)" autocomplete="off" aria-describedby="f-q-help"></div>
        <div class="actions"><button class="button">検索する</button></div></form>
        \(found.map(results) ?? help)
        """
    ).html
  }

  private func results(_ found: SearchFindings) -> HTML {
    """
    \(HTML.when(!found.cases.isEmpty, cases(found.cases)))\(HTML.when(search.part != .notes, people(found)))\(HTML.when(search.part != .people, notes(found)))
    <p class="quiet">探した言葉と表示した件数は、監査記録に残ります。見られる範囲は、自機関の事例と、つながれた事例です。</p>
    """
  }

  /// Only when there are any: most words are no numbers.
  private func cases(_ cases: [SearchFindings.Case]) -> HTML {
    """
    <section aria-labelledby="cases"><h2 id="cases">事例</h2><ul class="plain">\(HTML.each(cases) { line in
      """
      <li><a href="/cases/\(line.id.number)">\(line.number)　\(line.label)</a> <span class="chip">\(line.stage.label)</span>
      <span class="quiet">最後の動き \(Wording.shortMoment(line.touchedAt))</span></li>
      """
    })</ul></section>
    """
  }

  private func people(_ found: SearchFindings) -> HTML {
    """
    <section aria-labelledby="people"><h2 id="people">人</h2>
    \(found.people.isEmpty ? none("名前の一部だけ、またはふりがなで探し直してください。") : peopleTable(found.people))
    \(pager(
      back: search.page > 0 ? link(.people, search.page > 1 ? ["page=\(search.page - 1)"] : []) : nil,
      next: found.hasMorePeople ? link(.people, ["page=\(search.page + 1)"]) : nil, "人"))</section>
    """
  }

  private func peopleTable(_ people: [SearchFindings.Person]) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="人の検索結果"><table>
    <thead><tr><th scope="col">氏名</th><th scope="col">ふりがな</th><th scope="col">生年月日</th><th scope="col">事例</th>\
    <th scope="col">状況</th><th scope="col">最後の動き</th></tr></thead>
    <tbody>\(HTML.each(people) { person in
      """
      <tr><th scope="row"><a href="/cases/\(person.caseFile.number)">\(person.name.isEmpty ? "氏名不詳" : person.name)</a>\
      \(HTML.when(!person.otherName.isEmpty, " <span class=\"quiet\">\(person.otherName)</span>"))</th><td>\(person.kana)</td>\
      <td>\(person.birth.isEmpty ? nil : PartialDate(stored: person.birth)?.inJapanese)</td><td>\(person.number)\(HTML.when(!person.isOwnCase, "（世帯員）"))</td>\
      <td><span class="chip">\(person.stage.label)</span></td><td>\(Wording.shortMoment(person.touchedAt))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func notes(_ found: SearchFindings) -> HTML {
    """
    <section aria-labelledby="hits"><h2 id="hits">支援経過</h2>
    \(found.notes.isEmpty ? none("言葉を短くするか、別の言い方で探し直してください。") : "<ul class=\"plain\">\(HTML.each(found.notes, hit))</ul>")
    \(pager(
      back: search.before == nil ? nil : link(.notes, []),
      next: found.hasMoreNotes ? found.notes.last.map { link(.notes, ["before=\($0.note)"]) } : nil, "支援経過"))</section>
    """
  }

  private func hit(_ hit: SearchFindings.Hit) -> HTML {
    """
    <li><a href="/cases/\(hit.caseFile.number)#note-\(hit.note.number)">\(hit.number)　\(hit.label)</a>
    <span class="quiet">\(Wording.shortDate(hit.heldOn))　\(hit.agency)　\(hit.title)</span>\
    \(HTML.when(hit.isReplaced, " <span class=\"chip\">訂正済み</span>"))
    <p>\(hit.extract.before)\(HTML.when(!hit.extract.hit.isEmpty, "<mark>\(hit.extract.hit)</mark>"))\(hit.extract.after)</p></li>
    """
  }
}

extension SearchPage {
  private var help: HTML {
    """
    <p>例えば、姓や名の一部（「架空」「かくう」）、支援経過に書いた言葉（「家賃」「訪問」）で探せます。</p>
    <p>ひらがなとカタカナ、全角と半角、「髙」と「高」、「渡邊」と「渡辺」などの違いは気にせず探せます。</p>
    """
  }

  private func none(_ wayOut: HTML) -> HTML { "<p>見られる範囲には見つかりませんでした。\(wayOut)</p>" }

  private func link(_ part: SearchInput.Part, _ more: [String]) -> String {
    "/search?" + (["q=\(Answer.percentEncoded(search.term))", "part=\(part.rawValue)"] + more).joined(separator: "&")
  }

  private func pager(back: String?, next: String?, _ what: String) -> HTML {
    guard back != nil || next != nil else { return .empty }
    return """
      <nav class="pager" aria-label="\(what)のページ">\(back.map { "<a href=\"\(href: $0)\">\(what)の新しいほうへ戻る</a>" as HTML })\
      \(next.map { "<a href=\"\(href: $0)\">\(what)の続きを見る</a>" as HTML })</nav>
      """
  }
}
