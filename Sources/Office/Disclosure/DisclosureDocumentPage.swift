import Casework
import HTML

/// What is handed over, on A4: facts and opinion apart, what was masked as ■■■, and the list of what was not disclosed and why.
struct DisclosureDocumentPage {
  let chrome: Chrome
  let opened: OpenedDisclosure
  let passages: [DisclosurePassage]
  let reasons: CodeList
  let printedAt: Int
  let printedBy: String

  var html: HTML {
    Page(
      title: "開示文書 \(opened.number)", chrome: chrome, place: "/disclosures",
      crumbs: [("本人開示", "/disclosures"), (opened.number, opened.path)], reason: OpenedDisclosure.reason,
      content: """
        <article class="paper">
        \(HTML.when(opened.stage != .finished, "<div class=\"banner warning\"><h2>確認中の写しです</h2><p>まだ交付できません。</p></div>"))
        <h1>保有個人情報の開示 <small>\(opened.number)</small></h1>
        <dl class="facts"><dt>請求した人</dt><dd>\(opened.requesterName)（\(opened.requester.label)）</dd>
        <dt>範囲</dt><dd>\(opened.from?.wareki ?? "はじめ")から\(opened.until?.wareki ?? "いま")まで</dd>
        <dt>受け付けた日</dt><dd>\(opened.receivedOn.wareki)</dd></dl>
        <p>\(Redaction.mark)は、法令により伏せた部分です。理由は、後ろの一覧にあります。</p>
        \(HTML.each(sections, section))\(HTML.when(sections.isEmpty, "<p>開示する記録はありません。</p>"))
        \(withheld)
        <p class="paper-end">\(opened.number)　\(Wording.moment(printedAt))　\(printedBy) 印刷　取扱注意</p></article>
        """
    ).html
  }

  private typealias Part = (nature: PassageNature, passages: [DisclosurePassage])

  /// Facts first, then what others said, opinion last and apart.
  private var sections: [Part] {
    PassageNature.allCases.map { nature -> Part in (nature, passages.filter { $0.nature == nature && $0.result != nil }) }
      .filter { !$0.passages.isEmpty }
  }

  private func section(_ part: Part) -> HTML {
    """
    <section\(attribute: "class", part.nature == .opinion ? "new-sheet" : nil)><h2>\(part.nature.label)</h2>\(HTML.each(part.passages) { passage in
      """
      <div class="passage"><h3>\(DisclosureWording.heading(passage))</h3><p>\(lines: passage.result ?? "")</p></div>
      """
    })</section>
    """
  }

  private var withheld: HTML {
    let closed = passages.filter { $0.decision == .masked || $0.decision == .withheld }
    guard !closed.isEmpty else { return "<section><h2>開示しなかった部分</h2><p>ありません。</p></section>" }
    return """
      <section class="new-sheet"><h2>開示しなかった部分とその理由</h2><table><thead><tr><th scope="col">記録</th><th scope="col">扱い</th>\
      <th scope="col">理由</th></tr></thead><tbody>\(HTML.each(closed) { passage in
        """
        <tr><th scope="row">\(DisclosureWording.heading(passage))</th><td>\(passage.decision == .masked ? "一部を伏せた" : "開示しない")</td>\
        <td>\(reasons.label(passage.reason))\(HTML.when(!passage.words.isEmpty, "<br>\(lines: passage.words)"))</td></tr>
        """
      })</tbody></table></section>
      """
  }
}
