import Casework
import HTML

/// One passage: as it is recorded, and beside it what would go out.
struct PassagePage {
  let chrome: Chrome
  let opened: OpenedDisclosure
  let passage: DisclosurePassage
  let reasons: CodeList
  /// Words of the text that belong to other people.
  let others: [String]
  let today: CivilDate
  var isConflict = false
  let form: FormView

  private var path: String { "\(opened.path)/passages/\(passage.id)" }

  /// What the form starts with.
  static func typed(_ passage: DisclosurePassage) -> Fields {
    let isMasking = passage.decision == nil && !passage.terms.isEmpty
    let suggestion = passage.isAboutOthers ? PassageDecision.withheld : isMasking ? .masked : .open
    let reason = passage.isAboutOthers ? "other-person" : isMasking ? "78-1-2" : ""
    return Fields([
      ("decision", (passage.decision ?? suggestion).rawValue), ("terms", passage.terms.joined(separator: "\n")),
      ("reason", passage.decision == nil ? reason : passage.reason), ("words", passage.words), ("version", String(passage.version)),
    ])
  }

  var html: HTML {
    Page(
      title: "開示する一節", chrome: chrome, place: "/disclosures", crumbs: [("本人開示", "/disclosures"), (opened.number, opened.path)],
      reason: OpenedDisclosure.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>開示する一節 <small>\(opened.number)</small></h1>\(form.errorSummary)\(conflict)
        <p>\(DisclosureWording.heading(passage))　<span class="chip">\(passage.nature.label)</span> 事例 \(passage.caseNumber)</p>
        \(HTML.when(passage.isAboutOthers, "<p>ほかの人の事例の記録で、本人の名前が出てきません。本人に関する情報かどうかを確かめてください。</p>"))
        \(texts)\(opened.stage == .drafting ? editor : "<p>\(DisclosureWording.notDrafting)</p>")
        """
    ).html
  }

  private var review: PassageReview { DisclosureInput.review(form.fields) }

  private var texts: HTML {
    let mask = Redaction(words: review.terms + others).pieces(of: passage.text)
    return """
      <div class="beside-texts"><div><h2>記録のとおり</h2><p>\(passage.nature == .closedByLaw ? "（法令により開示できない記録です。内容は集めていません）"
        : HTML.each(mask, marked))</p></div>
      <div><h2>このまま決めたときに渡すもの</h2><p>\(PassageReview.result(passage.text, review.decision, terms: review.terms).map {
        "\(lines: $0)" as HTML
      } ?? "（渡しません）")</p></div></div>
      """
  }

  private func marked(_ piece: Redaction.Piece) -> HTML {
    switch piece {
    case .open(let words): "\(lines: words)"
    case .masked(let words): "<mark>\(lines: words)</mark>"
    }
  }

  private var editor: HTML {
    """
    <form action="\(href: path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
    <input type="hidden" name="version" value="\(isConflict ? String(passage.version) : form.fields["version"])">
    \(form.radios("decision", "扱い", options: DisclosureWording.decisions, need: .required))
    \(form.area("terms", "伏せることば", help: "1行に1つ。記録から書き写します。色の付いたことばは、ほかの人の名前や連絡先です。空白や全角・半角の違いは気にしなくてかまいません。", rows: 4))
    \(form.select("reason", "伏せる・開示しない理由（条文）", options: reasons.choices(on: today)))
    \(form.area("words", "理由の補足", help: "一覧に載せて渡します。ほかの人の名前をそのまま開示するときは、その理由を書きます。", rows: 2))
    <div class="actions"><button class="button">決めて次へ</button>\
    <button class="button outline" formaction="\(href: path)/preview">渡すものを見る</button>\(draft.buttons)</div></form>
    """
  }

  private var draft: DraftForm {
    DraftForm(form: "本人開示", path: path, title: "本人開示 \(opened.number) の一節", fields: form.fields)
  }

  private var conflict: HTML {
    guard isConflict else { return .empty }
    let saved = PassagePage.typed(passage)
    func line(_ label: String, _ name: String, _ words: (String) -> String = { $0 }) -> SavedBeside.Line {
      SavedBeside.Line(label: label, saved: words(saved[name]), typed: words(form.fields[name]))
    }
    return SavedBeside(lines: [
      line("扱い", "decision") { PassageDecision(rawValue: $0)?.label ?? "" }, line("伏せることば", "terms"),
      line("理由", "reason") { $0.isEmpty ? "" : reasons.label($0) }, line("補足", "words"),
    ]).html
  }
}
