import Casework
import HTML

/// 多機関協働 within the page of a case: where it stands, and the way to the whole.
struct CoordinationCardPart {
  let card: CoordinationCard?
  let file: OpenedFile

  var html: HTML {
    guard let card else { return .empty }
    return """
      <section aria-labelledby="coordination"><h2 id="coordination">多機関協働</h2>
      <p>\(HTML.when(card.isReadable, "<a href=\"/coordinations/\(card.id.number)\">\(card.number)</a>"))\(HTML.when(!card.isReadable, "\(card.number)"))　<span class="chip main">\(card.stage.label)</span>
      \(HTML.when(card.round > 1, "<span class=\"chip\">\(card.round)回目</span>"))</p>
      <dl class="facts"><dt>主担当</dt><dd>\(card.lead.isEmpty ? "まだ決まっていません" : card.lead)</dd>
      \(HTML.when(!card.nextOn.isEmpty, "<dt>次の予定日</dt><dd>\(Wording.date(card.nextOn))</dd>"))</dl>
      <p><a href="/cases/\(file.id.number)/consents">本人同意</a></p></section>
      """
  }
}
