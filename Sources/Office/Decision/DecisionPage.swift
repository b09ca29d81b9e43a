import Casework
import HTML

/// 支援決定・確認・報告: what the town said about a plan, all of it, for the page of the plan.
struct DecisionPart {
  let decisions: [DecisionView]
  let report: TownReportView?

  var html: HTML {
    guard !decisions.isEmpty || report != nil else { return .empty }
    return """
      <section aria-labelledby="decisions"><h2 id="decisions">市の支援決定・確認・報告</h2>\(report.map(told) ?? .empty)\
      \(HTML.each(decisions, decision))</section>
      """
  }

  private func told(_ report: TownReportView) -> HTML {
    """
    <div class="card"><h3>市への報告</h3><dl class="facts"><dt>報告</dt><dd>\(Wording.moment(report.reportedAt))　\(report.reportedBy)</dd>
    <dt>市の受領</dt><dd>\(report.receivedAt.map { "\(Wording.moment($0))　\(report.receivedBy)" } ?? "まだ受領されていません")</dd>\
    \(line("添えた言葉", report.words))</dl></div>
    """
  }

  private func decision(_ decision: DecisionView) -> HTML {
    """
    <div class="card"><h3>\(decision.result.label)　<small>\(decision.number)</small></h3><dl class="facts">
    <dt>決定日</dt><dd>\(Wording.date(decision.on))</dd><dt>決定者</dt><dd>\(decision.decider)</dd>
    \(line("決定の内容", decision.content))\(line("条件", decision.conditions))\(line("理由", decision.reason))\
    \(line("ほかの支援", decision.confirmsRest ? "内容を確認した" : ""))
    <dt>記録</dt><dd>\(Wording.moment(decision.at))　\(decision.staff)</dd></dl></div>
    """
  }

  private func line(_ label: String, _ text: String) -> HTML { text.isEmpty ? .empty : "<dt>\(label)</dt><dd>\(lines: text)</dd>" }
}
