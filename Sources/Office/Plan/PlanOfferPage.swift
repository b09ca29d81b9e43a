import Casework
import HTML

/// 会議の結果 within the form of a plan: what was settled and is not in it yet, with a button that puts it in.
struct PlanOfferPart {
  let plan: OpenedPlan
  let offers: [PlanOffer]
  /// The plan as it stands in the form.
  let draft: PlanDraft
  let fields: Fields

  /// The results that were put into this form and are not saved yet.
  static func taken(_ fields: Fields) -> Set<String> { Set(fields["taken"].split(separator: ",").map(String.init)) }

  private func additions(_ offer: PlanOffer) -> PlanAdditions? {
    guard !Self.taken(fields).contains("\(offer.id)") else { return nil }
    let additions = offer.additions(to: draft)
    return additions.isEmpty ? nil : additions
  }

  /// At the top of the form, the way down to it.
  var notice: HTML {
    guard let offer = offers.first(where: { additions($0) != nil }) else { return .empty }
    return """
      <div class="banner info"><p>\(offer.settlement.title)のうち、まだ計画に入っていないことがあります。\
      <a href="#f-meeting">会議の結果を見る</a></p></div>
      """
  }

  var html: HTML {
    guard !offers.isEmpty else { return .empty }
    return """
      <section class="card" id="f-meeting" tabindex="-1" aria-labelledby="meeting-title"><h2 id="meeting-title">会議の結果</h2>
      <input type="hidden" name="taken" value="\(fields["taken"])">\(HTML.each(offers, part))</section>
      """
  }

  private func part(_ offer: PlanOffer) -> HTML {
    let settlement = offer.settlement
    return """
      <h3 id="offer-\(offer.id.number)">\(settlement.title)（\(settlement.result.label)）</h3>
      \(HTML.when(!settlement.words.isEmpty, "<p>\(lines: settlement.words)</p>"))\
      \(HTML.when(!offer.discussion.isEmpty, "<details><summary>検討内容</summary><p>\(lines: offer.discussion)</p></details>"))
      \(additions(offer).map { missing(offer, $0) } ?? there(offer))<p><a href="\(href: offer.path)">議題を読む</a></p>
      """
  }

  private func there(_ offer: PlanOffer) -> HTML {
    Self.taken(fields).contains("\(offer.id)")
      ? "<p role=\"status\">計画に入れました。まだ保存していません。確かめて、下のボタンで保存してください。</p>" : "<p>この会議の結果は、計画に入っています。</p>"
  }

  private func missing(_ offer: PlanOffer, _ additions: PlanAdditions) -> HTML {
    """
    <p>次のことが、まだ計画に入っていません。入れても、書いてあるものは変わりません。</p><ul>\(HTML.each(additions.roles) { share in
      "<li>役割分担：\(PlanWording.role(share, offer.names))</li>"
    })\(HTML.each(additions.monitoring) { "<li>モニタリング時期：\($0.wareki)</li>" })\
    \(HTML.each(additions.notes) { "<li>特記事項：\(lines: $0)</li>" })</ul>
    <p><button class="button outline small" name="more" value="meeting.\(offer.id.number)" aria-describedby="offer-\(offer.id.number)" \
    formaction="/plans/\(plan.id.number)/edit#f-meeting" formnovalidate>会議の結果を計画に入れる</button></p>
    """
  }

  /// 「〔令和8年9月3日の重層的支援会議の結果から〕」 beside a row that came from a meeting.
  static func source(_ offers: [PlanOffer], _ isFrom: (MeetingSettlement) -> Bool) -> String? {
    offers.first { isFrom($0.settlement) }.map { "〔\($0.settlement.title)から〕" }
  }
}
