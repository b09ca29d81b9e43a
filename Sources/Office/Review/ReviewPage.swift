import Casework
import HTML

/// 評価 (様式2-2) as it stands, and what follows from its result.
struct ReviewPage {
  let chrome: Chrome
  let view: ReviewView
  /// Why the step that was asked for is not possible yet.
  var problems: [FieldProblem] = []

  private var plan: PlanID { view.opened.plan }

  var html: HTML {
    Page(
      title: "プラン評価", chrome: chrome, place: "/coordinations",
      crumbs: [(view.coordination.number, "/coordinations/\(view.coordination.id)"), ("プラン", "/plans/\(plan)")],
      reason: view.coordination.file.reason, hasErrors: !problems.isEmpty,
      content: """
        <h1>プラン評価（様式2-2） <small>\(view.coordination.number)　第\(view.plan.round)回プラン</small></h1>\(refusal)
        <p class="quiet">確定 \(view.plan.confirmedOn?.warekiShort ?? "")　期間 \(view.plan.period)</p>
        \(view.saved.map { content($0) } ?? empty)
        """
    ).html
  }

  private var refusal: HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <div class="banner error" role="alert" tabindex="-1" id="error-summary"><h2>まだ進められません</h2>
      <ul>\(HTML.each(problems) { "<li>\($0.sentence)</li>" })</ul></div>
      """
  }

  private var empty: HTML {
    """
    <p>このプランの評価はまだ書かれていません。終結・再プラン・中断の前に、目標の達成状況と残る課題をまとめます。</p>
    \(HTML.when(view.mayWrite, "<div class=\"actions\"><a class=\"button\" href=\"/plans/\(plan.number)/review/edit\">評価を書く</a></div>"))
    """
  }

  private func content(_ saved: SavedReview) -> HTML {
    """
    <p><span class="chip\(raw: saved.completedAt == nil ? "" : " done")">\(saved.completedAt == nil ? "途中" : "完了")</span>
    \(saved.review.result.map { "<span class=\"chip main\">\(view.form.label($0))</span>" } ?? .empty)
    <span class="quiet">\(Wording.shortMoment(saved.savedAt)) \(saved.staffName)</span></p>
    \(view.coordination.isCoordinator ? ReviewStepsPart(chrome: chrome, view: view, saved: saved).html : .empty)
    \(ReviewFactsPart(view: view, saved: saved).html)
    """
  }
}

/// What the evaluation says.
struct ReviewFactsPart {
  let view: ReviewView
  let saved: SavedReview

  private var review: PlanReview { saved.review }

  var html: HTML {
    """
    <section aria-labelledby="review"><h2 id="review">評価の内容</h2><dl class="facts">
    \(row(.reviewedOn, review.reviewedOn?.wareki ?? ""))
    \(HTML.each(view.plan.goals) { goal in
      let found = review.findings.goals[goal.key]
      return "<dt>\(goal.title)：\(goal.text)</dt><dd>\(found?.attainment.map(view.form.label) ?? "（未記入）")　\(lines: found?.words ?? "")</dd>"
    })
    \(row(.changes, changes))\(row(.status, review.findings.status))\(row(.remaining, review.findings.remaining))
    \(HTML.each(view.plan.roles) { role in
      let found = review.findings.roles[String(role.id)]
      return """
        <dt>\(role.agencyName)：\(role.what)</dt><dd>\(found?.result.map(view.form.label) ?? "（未記入）")　\(lines: found?.words ?? "")</dd>
        """
    })
    \(row(.resourceGap, review.resourceGap))\(row(.personView, review.findings.personView))
    \(row(.result, review.result.map(view.form.label) ?? ""))\(closing)\(interruption)</dl></section>
    """
  }

  private var changes: String {
    (review.findings.changes.map(view.form.changes.label) + [review.findings.changesOther]).filter { !$0.isEmpty }.joined(separator: "、")
  }

  private var closing: HTML {
    guard review.result == .close else { return .empty }
    let followUp = review.followUp.map { $0.isNeeded ? "要　\($0.on?.wareki ?? "")　\($0.how)" : "否" } ?? ""
    return """
      \(row(.closeReason, [view.form.closeReasons.label(review.closeReason), review.findings.closeWords].filter { !$0.isEmpty }.joined(separator: "　")))
      \(row(.leadAgency, saved.leadName))\(row(.leadPerson, review.leadPerson))\(row(.followUp, followUp))\(row(.onward, review.findings.onward))
      """
  }

  private var interruption: HTML {
    review.result == .interrupt ? row(.interruptReason, ReviewWording.interruption(review)) : .empty
  }

  private func row(_ question: ReviewForm.Question, _ text: String) -> HTML {
    text.isEmpty ? .empty : "<dt>\(view.form.label(question))</dt><dd>\(lines: text)</dd>"
  }
}
