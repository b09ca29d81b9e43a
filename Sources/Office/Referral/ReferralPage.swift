import Casework
import HTML

/// つなぎの画面: where it stands, whose turn it is, what was said, what was handed over.
struct ReferralPage {
  let chrome: Chrome
  let view: ReferralView

  private var referral: OpenedReferral { view.referral }

  var html: HTML {
    Page(
      title: "つなぎ \(referral.number)", chrome: chrome, place: "/referrals", crumbs: [("つなぎ", "/referrals")],
      reason: ReferralWording.reason(referral),
      content: """
        <h1>つなぎ <small>\(referral.number)</small></h1><p>\(chips)</p>\(steps)\(facts)
        \(rest)\(actions)
        \(HTML.when(!view.events.isEmpty, "<section aria-labelledby=\"history\"><h2 id=\"history\">経過</h2>\(history)</section>"))
        \(view.handed.map { HandedOverPart(handed: $0).html } ?? (referral.stage == .draft ? draftNote : goneBack))
        """
    ).html
  }

  private var goneBack: HTML {
    "<p>このつなぎは\(referral.stage == .withdrawn ? "取り下げられた" : "差し戻した")ため、渡された内容はもう表示しません。必要なときは、つなぎ元に連絡してください。</p>"
  }

  private var chips: HTML {
    let waits = Referral.isWaitingFor(referral.stage)
    return """
      <span class="chip">\(referral.stage.label)</span> \
      <span class="chip\(raw: waits == nil ? " done" : waits == referral.side || isRestMine ? " turn" : "")">\
      \(ReferralWording.turn(referral.stage, side: referral.side, restWaits: view.isRestWaiting))</span>\
      \(HTML.when(view.isOverdue, " <span class=\"chip late\">回答期限切れ</span>"))\
      \(HTML.when(referral.isMulti, " <span class=\"chip main\">多機関協働</span>"))
      """
  }

  private var steps: HTML {
    let answered: [ReferralStage] =
      switch referral.stage {
      case .returned: [.requested, .returned, .confirmed]
      case .withdrawn: [.requested, .withdrawn]
      default:
        view.events.contains { $0.act == .handBack }
          ? [.requested, .returned, .confirmed]
          : [.requested, view.isPartly ? .acceptedInPart : .accepted, .inProgress, .reported, .confirmed]
      }
    let reached = answered.firstIndex(of: referral.stage)
    return """
      <ol class="steps no-print" aria-label="つなぎの段階">\(HTML.each(answered.enumerated()) { index, stage in
        index == reached
          ? "<li aria-current=\"step\">\(stage.label)</li>"
          : "<li\(raw: index < (reached ?? 0) ? " class=\"done\"" : "")>\(stage.label)</li>"
      })</ol>
      """
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>つなぎ元</dt><dd>\(referral.fromName)　\(view.fromStaff)</dd>
    <dt>つなぎ先</dt><dd>\(referral.isMulti ? "多機関協働事業（\(referral.toName)）" : referral.toName)</dd>
    <dt>事例</dt><dd>\(caseFile)</dd>
    \(view.requestedAt.map { "<dt>依頼</dt><dd>\(Wording.moment($0))</dd>" as HTML } ?? .empty)\
    \(view.answerDueOn.map { "<dt>回答期限</dt><dd>\(Wording.date($0))</dd>" as HTML } ?? .empty)
    <dt>いま責任をもつ機関</dt><dd>\(ReferralWording.responsibility(view))</dd>\
    \(view.restNoted.map { "<dt>引き受けられなかったこと</dt><dd>つなぎ元が確認しました　\(Wording.moment($0.at))　\($0.by)</dd>" as HTML })</dl>
    """
  }

  /// The sender has to take note of what was left.
  private var isRestMine: Bool { view.isRestWaiting && referral.side == .sender }

  private var rest: HTML {
    guard isRestMine else { return .empty }
    return """
      <section class="no-print" aria-labelledby="rest"><h2 id="rest">引き受けられなかったこと</h2><p>\(lines: view.rest)</p>
      <p>この部分の担当は、\(referral.fromName)に残っています。\(ReferralWording.restToDo)</p>
      <form action="/referrals/\(referral.id.number)/rest-confirmation" method="post">\(FormView.tokens(chrome))\
      <div class="actions"><button class="button">確認した</button>\(HTML.when(view.mayOpenCase, elsewhere("残りを別の機関につなぐ")))</div></form></section>
      """
  }

  private func elsewhere(_ words: String) -> HTML {
    "<a class=\"button outline\" href=\"/cases/\(referral.caseFile.number)/referrals/new\">\(words)</a>"
  }

  private var caseFile: HTML {
    if view.mayOpenCase { return "<a href=\"/cases/\(referral.caseFile.number)\">事例 \(view.caseNumber)</a>" }
    return "\(view.caseNumber)\(referral.side == .receiver && referral.stage == .requested ? "（受理するまで、事例の記録は見られません）" : "")"
  }

  private var draftNote: HTML {
    "<p>下書きです。同じ機関の職員だけに見えています。「続きを書く」から書き足し、依頼してください。</p>"
  }

  private var actions: HTML {
    guard let side = referral.side else { return .empty }
    let acts = Referral.availableActs(referral.stage, side: side)
    if referral.stage == .draft { return draftActions }
    if let coordination = view.coordination, side == .receiver, referral.stage != .requested {
      return """
        <section class="no-print" aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>
        <p>このつなぎは、多機関協働として進めています。</p>
        <div class="actions"><a class="button" href="/coordinations/\(coordination.number)">多機関協働の画面で進める</a></div></section>
        """
    }
    guard !acts.isEmpty else { return .empty }
    let direct = acts.filter(ReferralStep.isDirect)
    return """
      <section class="no-print" aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>
      \(HTML.each(direct) { ReferralStepForm(chrome: chrome, referral: referral, kind: $0, form: FormView()).html })
      <div class="actions">\(HTML.each(acts.filter { !ReferralStep.isDirect($0) }) { kind in
        """
        <a class="button\(raw: direct.isEmpty && kind == acts.first ? "" : " outline")" \
        href="/referrals/\(referral.id.number)/\(ReferralStep.path(kind))">\(kind.label)</a>
        """
      })\(again)</div></section>
      """
  }

  private var again: HTML {
    guard referral.stage == .returned, referral.side == .sender, view.mayOpenCase else { return .empty }
    return elsewhere("別の機関につなぐ")
  }

  private var draftActions: HTML {
    """
    <div class="actions"><a class="button" href="/referrals/\(referral.id.number)/edit">続きを書く</a>
    <form class="inline" action="/referrals/\(referral.id.number)/discard" method="post">\(FormView.tokens(chrome))\
    <input type="hidden" name="version" value="\(referral.version)"><button class="button text">下書きを破棄する</button></form></div>
    """
  }

  private var history: HTML {
    "<ol class=\"plain\">\(HTML.each(view.events.reversed()) { ReferralEventPart(event: $0).html })</ol>"
  }
}

/// One step of the history with its words.
struct ReferralEventPart {
  let event: ReferralEventView

  var html: HTML {
    """
    <li><p><strong>\(event.act.map(ReferralWording.past) ?? event.stage.label)</strong>　\
    <span class="quiet">\(Wording.moment(event.at))　\(event.agency)　\(event.staff)</span></p>\
    \(part(event.act == .report ? "結果" : "理由", ReferralWording.reasonLabel(event.act, event.reasonCode)))\
    \(part(event.act == .acceptInPart ? "引き受けること" : nil, event.words))\(part("引き受けないこと", event.notTaken))\
    \(HTML.when(!event.talkedOn.isEmpty, talk))</li>
    """
  }

  private var talk: HTML {
    """
    <p>つなぎ元との協議：\(Wording.date(event.talkedOn))　\(event.talkedWith)　\(event.talkedHow)</p>\(part(nil, event.talkedSummary))
    """
  }

  private func part(_ label: String?, _ text: String) -> HTML {
    text.isEmpty ? .empty : "<p>\(label.map { "\($0)：" })\(lines: text)</p>"
  }
}
