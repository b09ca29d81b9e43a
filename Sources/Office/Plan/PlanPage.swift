import Casework
import HTML

/// プランの画面: the person's words first, who does what, where it stands, what is missing.
struct PlanPage {
  let chrome: Chrome
  let screen: PlanScreen
  /// The comment that came back.
  var form = FormView()

  private var plan: OpenedPlan { screen.plan }
  private var view: PlanView { screen.view }
  private var draft: PlanDraft { screen.view.draft }

  var html: HTML {
    Page(
      title: plan.title, chrome: chrome, place: "/coordinations", crumbs: PlanPage.crumbs(plan.coordination),
      reason: plan.coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>プラン（支援計画書） <small>第\(plan.round)回　\(plan.coordination.number)</small></h1><p>\(chips)</p>\(form.errorSummary)\(review)
        \(PlanNextPart(chrome: chrome, screen: screen).html)
        \(screen.beside.map { PlanComparisonPart(view: view, beside: $0).html } ?? PlanContentPart(view: view).html)
        \(DecisionPart(decisions: screen.decisions, report: screen.report).html)
        \(comments)\(rounds)\(changes)
        """
    ).html
  }

  static func crumbs(_ coordination: OpenedCoordination) -> [(title: String, path: String)] {
    [
      ("事例", "/cases"), (coordination.file.number, "/cases/\(coordination.file.id)"),
      ("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)"),
    ]
  }

  private var chips: HTML {
    """
    <span class="chip\(raw: screen.state == .confirmed ? " done" : screen.state == .review ? " late" : "")">\(screen.state.label)</span> \
    <span class="chip">パターン\(view.pattern.letter)</span>\
    \(view.confirmedOn.map { " <span>確定日 <strong>\($0.wareki)</strong></span>" as HTML } ?? .empty)
    """
  }

  private var review: HTML {
    guard !plan.reviewWanted.isEmpty else { return .empty }
    return "<div class=\"banner warning\"><h2>見直しが必要です</h2><p>\(plan.reviewWanted)</p></div>"
  }

  private var comments: HTML {
    let list: HTML =
      screen.comments.isEmpty
      ? "<p>意見はまだありません。</p>"
      : """
      <ol class="plain">\(HTML.each(screen.comments) { comment in
          "<li><p class=\"quiet\">\(comment.agency)　\(comment.staff)　\(Wording.moment(comment.at))</p><p>\(lines: comment.words)</p></li>"
        })</ol>
      """
    guard screen.state.takesComments else {
      return screen.comments.isEmpty ? .empty : "<section aria-labelledby=\"comments\"><h2 id=\"comments\">関係機関の意見</h2>\(list)</section>"
    }
    return """
      <section aria-labelledby="comments"><h2 id="comments">関係機関の意見</h2>\(list)
      <form class="narrow no-print" action="/plans/\(plan.id.number)/comments" method="post">\(FormView.tokens(chrome))
      \(form.area("words", "このプランへの意見", help: "確定するまで、支援チームのどの機関からも寄せられます。", rows: 3))
      <div class="actions"><button class="button outline">意見を寄せる</button></div></form></section>
      """
  }

  private var rounds: HTML {
    let others = screen.rounds.filter { $0.round != plan.round }
    guard !others.isEmpty else { return .empty }
    return """
      <section class="no-print" aria-labelledby="rounds"><h2 id="rounds">ほかの回のプラン</h2><ul class="plain">\(HTML.each(others) { other in
        """
        <li><a href="/plans/\(other.id.number)">第\(other.round)回</a>　\
        <span class="quiet">\(other.confirmedOn.map { "確定日 \($0.wareki)" } ?? "確定していません")</span>　\
        <a href="/plans/\(plan.id.number)?with=\(other.round)">この回と並べて見る</a></li>
        """
      })</ul></section>
      """
  }

  private var changes: HTML {
    guard !screen.changes.isEmpty else { return .empty }
    return """
      <details class="no-print"><summary>変更の記録（\(screen.changes.count)回）</summary><ol class="plain">\(HTML.each(screen.changes) { change in
        """
        <li><span class="quiet">\(Wording.moment(change.at))　\(change.staff)</span>　\
        \(change.changed.isEmpty ? "変わったところはありません" : change.changed.joined(separator: "、"))</li>
        """
      })</ol></details>
      """
  }
}
