import Casework
import HTML

/// 次にすること: what may be done with a plan now, and what is missing before it may go on.
struct PlanNextPart {
  let chrome: Chrome
  let screen: PlanScreen

  private var plan: OpenedPlan { screen.plan }
  private var number: Int { screen.plan.id.number }

  var html: HTML {
    """
    <p><strong>\(sentence)</strong> <span class="quiet">パターンは、支援内容と事業の利用から決まります。</span></p>
    \(missing)\(next)
    """
  }

  private var sentence: String {
    guard let day = plan.confirmedOn else { return PlanConfirmation.sentence(screen.view.pattern) }
    return "このプランはパターン\(screen.view.pattern.letter)です。\(day.wareki)に確定しました。"
  }

  private var missing: HTML {
    guard screen.mayWrite, screen.state.isEditable else { return .empty }
    let warnings = screen.view.draft.warnings()
    return """
      \(HTML.each(screen.unsettled) { settlement in
        """
        <div class="banner info no-print"><p>\(settlement.title)のうち、まだ計画に入っていないことがあります。\
        <a href="/plans/\(number)/edit#f-meeting">会議の結果を計画に入れる</a></p></div>
        """
      })\(HTML.when(!screen.missing.isEmpty, """
        <div class="banner info"><h2>会議に諮るまでに足りないこと（\(screen.missing.count)件）</h2><ul>\(HTML.each(screen.missing, link))</ul></div>
        """))\
      \(HTML.when(screen.missing.isEmpty && !warnings.isEmpty, """
        <div class="banner warning"><h2>決めておくとよいこと</h2><ul>\(HTML.each(warnings, link))</ul></div>
        """))
      """
  }

  private func link(_ problem: FieldProblem) -> HTML {
    "<li><a href=\"\(href: "/plans/\(number)/edit#\(FormView.anchor(problem.fieldID))")\">\(problem.sentence)</a></li>"
  }

  private var next: HTML {
    let buttons = buttons
    let hint = hint
    guard !buttons.bytes.isEmpty || !hint.isEmpty else { return .empty }
    return """
      <section class="no-print" aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>\(HTML.when(!hint.isEmpty, "<p>\(hint)</p>"))
      <div class="actions">\(buttons)</div></section>
      """
  }

  private var hint: String {
    switch screen.state {
    case .drafting where screen.mayWrite: screen.missing.isEmpty ? "足りないことはありません。会議に諮れます。" : "続きを書いて、足りないことを補ってください。"
    case .drafting: "多機関協働事業者がプランを作っています。意見があれば下の欄から寄せてください。"
    case .conference: "重層的支援会議の了承を待っています。会議で了承されると次に進みます。"
    case .agreed where screen.mayWrite: "会議で了承されました。市に報告すると、会議の日（\(screen.meetingDay?.wareki ?? "")）でプランが確定します。"
    case .agreed: "会議で了承されました。多機関協働事業者が市に報告すると、プランが確定します。"
    case .awaitingDecision where screen.mayDecide: "会議で了承されました。支援決定をしてください。"
    case .awaitingDecision: "会議で了承されました。市の支援決定を待っています。"
    case .confirmed, .review: screen.mayWrite ? "確定したプランは変更できません。変えるときは再プランで次の回のプランを作ってください。" : ""
    case .left: "この回は、プランが確定しないまま終わりました。"
    }
  }

  private var buttons: HTML {
    """
    \(HTML.when(screen.mayWrite && screen.state == .drafting && screen.missing.isEmpty, submit))\
    \(HTML.when(screen.mayWrite && screen.state.isEditable, edit))\
    \(HTML.when(screen.mayWrite && screen.state == .conference, meeting))\
    \(HTML.when(screen.mayWrite && screen.state == .agreed, report))\
    \(HTML.when(screen.mayDecide && screen.state == .awaitingDecision, """
      <a class="button" href="/plans/\(number)/decision">支援決定をする</a>
      """))\
    \(HTML.when(screen.mayDecide && screen.report?.receivedAt == nil && screen.report != nil, receipt))\
    \(HTML.when(screen.mayWrite && plan.isPresent && plan.confirmedOn != nil && plan.coordination.stage == .inSupport, """
      <a class="button outline" href="/coordinations/\(plan.coordination.id.number)/progress">実施の状況</a>
      <a class="button outline" href="/plans/\(number)/review">評価・再プラン</a>
      """))
    """
  }

  private var edit: HTML {
    """
    <a class="button\(raw: screen.state == .drafting && !screen.missing.isEmpty ? "" : " outline")" href="/plans/\(number)/edit">\
    \(screen.state == .conference ? "会議の前に直す" : "続きを書く")</a>
    """
  }

  private var meeting: HTML {
    let timing = plan.coordination.round > 1 && plan.round > 1 ? MeetingTiming.replan : .plan
    return """
      <a class="button" href="/meetings/new?kind=planning&amp;coordination=\(plan.coordination.id.number)&amp;timing=\(timing.rawValue)">\
      会議の議題にする</a>
      """
  }

  private var submit: HTML {
    """
    <form class="inline" action="/plans/\(number)/submission" method="post">\(FormView.tokens(chrome))<button class="button">会議に諮る</button></form>
    """
  }

  private var report: HTML {
    """
    <form class="inline" action="/plans/\(number)/report" method="post">\(FormView.tokens(chrome))\
    <input type="hidden" name="version" value="\(plan.coordination.version)"><button class="button">市に報告する</button></form>
    """
  }

  private var receipt: HTML {
    """
    <form class="inline" action="/plans/\(number)/report-receipt" method="post">\(FormView.tokens(chrome))<button class="button">報告を受領する</button></form>
    """
  }
}
