import Casework
import HTML

/// モニタリングを記録する.
struct MonitoringPage {
  let chrome: Chrome
  let view: ProgressView
  let plan: RunningPlan
  let form: FormView

  private var coordination: OpenedCoordination { view.coordination }

  static func blank(_ view: ProgressView, today: CivilDate) -> Fields {
    let ahead = view.daysAhead
    return Fields([
      ("planned_on", ahead.first?.iso ?? ""), ("held_on", today.warekiShort), ("findings", ProgressWording.gathered(view.roles)),
      ("next_on", ahead.dropFirst().first { $0 > today }?.warekiShort ?? ""),
    ])
  }

  var html: HTML {
    Page(
      title: "モニタリング", chrome: chrome, place: "/coordinations",
      crumbs: [
        (coordination.number, "/coordinations/\(coordination.id)"), ("実施の状況", "/coordinations/\(coordination.id)/progress"),
      ],
      reason: coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>モニタリング <small>\(coordination.number)　第\(plan.round)回プラン</small></h1>\(form.errorSummary)
        <form action="/plans/\(plan.id.number)/monitoring" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(autosaved.hiddenFields)
        \(form.select("planned_on", "予定の日", options: view.daysAhead.map { ($0.iso, $0.wareki) }, blank: "予定にはなかった"))
        \(form.date("held_on", "した日", need: .required))
        \(form.area(
          "findings", "わかったこと", need: .required, help: "各機関から届いた状況を写してあります。本人・世帯のようすと、確かめたことを書き足してください。", rows: 8))
        \(form.radios("outcome", "これからどうするか", options: MonitoringOutcome.allCases.map { ($0.rawValue, $0.label) }, need: .required))
        \(form.date("next_on", "次のモニタリング"))
        <div class="actions"><button class="button">記録する</button>\(autosaved.buttons)</div></form></div>
        """
    ).html
  }

  private var autosaved: DraftForm {
    DraftForm(
      form: "モニタリング", path: "/plans/\(plan.id)/monitoring/new", title: "モニタリング（\(coordination.number)）", fields: form.fields)
  }
}

/// The monitorings of a case within the page of its progress.
struct MonitoringPart {
  let view: ProgressView

  private var coordination: OpenedCoordination { view.coordination }

  var html: HTML {
    guard view.plan != nil else { return .empty }
    return """
      <section aria-labelledby="monitoring"><h2 id="monitoring">モニタリング</h2>\(next)\(action)
      \(view.monitorings.isEmpty ? "<p>まだモニタリングの記録はありません。</p>" : list)</section>
      """
  }

  private var next: HTML {
    guard view.isRunning, let day = view.daysAhead.first else { return .empty }
    return "<p>次の予定：<strong>\(day.wareki)</strong></p>"
  }

  private var action: HTML {
    guard view.isRunning, coordination.isCoordinator, let plan = view.plan else { return .empty }
    let onward = view.monitorings.first.flatMap { ProgressWording.next($0, coordination) }
    return """
      \(onward.map { "<p>次にすること：<a href=\"\(href: $0.path)\">\($0.words)</a></p>" as HTML } ?? .empty)
      <div class="actions"><a class="button" href="/plans/\(plan.id.number)/monitoring/new">モニタリングを記録する</a>
      <a class="button outline" href="/plans/\(plan.id.number)/review">評価（様式2-2）</a></div>
      """
  }

  private var list: HTML {
    """
    <ol class="plain">\(HTML.each(view.monitorings) { line in
      """
      <li><h3>\(line.heldOn.wareki) <span class="chip">\(line.outcome.label)</span></h3><p>\(lines: line.findings)</p>
      <p class="quiet">第\(line.round)回プラン　予定 \(line.plannedOn?.warekiShort ?? "なし")　次回 \(line.nextOn?.warekiShort ?? "未定")　\(line.staffName)</p></li>
      """
    })</ol>
    """
  }
}
