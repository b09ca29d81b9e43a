import Casework
import HTML

/// 漏えい等の記録: the register, open ones first, with the days that matter.
struct IncidentListPage {
  let chrome: Chrome
  let today: CivilDate
  let incidents: [IncidentView]

  var html: HTML {
    Page(
      title: "漏えい等の記録", chrome: chrome, place: "/incidents",
      content: """
        <h1>漏えい等の記録</h1>
        <p>個人情報の漏えい・紛失・毀損と、そのおそれを知ったときに登録します。報告の要否と期限は、登録した内容から自動で示します。</p>
        <div class="actions"><a class="button" href="/incidents/new">登録する</a></div>
        \(incidents.isEmpty ? "<p>登録はありません。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="漏えい等の記録"><table><thead><tr><th scope="col">番号</th><th scope="col">知った日</th>\
    <th scope="col">概要</th><th scope="col">報告</th>\(HTML.each(IncidentStep.duties) { "<th scope=\"col\">\($0.label)</th>" })</tr></thead>
    <tbody>\(HTML.each(incidents, row))</tbody></table></div>
    """
  }

  private func row(_ view: IncidentView) -> HTML {
    """
    <tr><th scope="row"><a href="/incidents/\(view.id.number)">\(view.number)</a></th><td>\(view.incident.knownOn?.warekiShort ?? "")</td>\
    <td>\(view.incident.outline.prefix(60))</td><td>\(view.course.isClosed ? "終結" : view.incident.duty.label)</td>\
    \(HTML.each(IncidentStep.duties) { step in
      let standing = view.course.standing(step, today: today)
      return "<td><span class=\"chip\(IncidentWording.tone(standing))\">\(IncidentWording.standing(standing))</span></td>"
    })</tr>
    """
  }
}

/// One incident: what is due until when, what was done, what it says and said.
struct IncidentPage {
  let chrome: Chrome
  let today: CivilDate
  let view: IncidentView
  let versions: [IncidentVersion]
  let form: FormView
  let mayRecord: Bool

  private var path: String { "/incidents/\(view.id)" }

  var html: HTML {
    Page(
      title: "漏えい等の記録 \(view.number)", chrome: chrome, place: "/incidents", crumbs: [("漏えい等の記録", "/incidents")],
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>漏えい等の記録 <small>\(view.number)</small></h1>\(form.errorSummary)\(duty)
        <div class="two"><div><h2>内容</h2><dl class="facts">\(facts(view.incident))</dl>
        \(HTML.when(!view.course.isClosed, "<div class=\"actions\"><a class=\"button outline\" href=\"\(href: path)/edit\">内容を直す</a></div>"))\(history)</div>
        <div>\(steps)\(HTML.when(!view.course.isClosed && mayRecord, actions))</div></div>
        <p class="quiet">\(view.registeredBy)が\(Wording.moment(view.registeredAt))に登録</p>
        """
    ).html
  }

  private var duty: HTML {
    let isLate = IncidentStep.duties.contains { if case .late = view.course.standing($0, today: today) { true } else { false } }
    let tone: StaticString = isLate ? "error" : view.incident.duty == .notDue || view.course.isClosed ? "info" : "warning"
    return """
      <div class="banner \(raw: tone)"><h2>\(view.course.isClosed ? "終結しました" : view.incident.duty.label)</h2>
      <p>\(IncidentWording.reasons(view.incident.duty))</p><dl class="facts">\(HTML.each(IncidentStep.duties) { step in
        let standing = view.course.standing(step, today: today)
        return """
          <dt>\(step.label)</dt><dd><span class="chip\(IncidentWording.tone(standing))">\(IncidentWording.standing(standing))</span>\(aim(step, standing))</dd>
          """
      })</dl></div>
      """
  }

  /// The earlier of the two days of the 速報.
  private func aim(_ step: IncidentStep, _ standing: DutyStanding) -> HTML {
    guard step == .quickReport, case .open = standing, let quick = ReportDeadlines(view.incident)?.quick else { return .empty }
    return " できるだけ\(quick.lowerBound.wareki)までに"
  }

  private func facts(_ incident: Incident) -> HTML {
    HTML.each(IncidentWording.facts(incident)) { "<dt>\($0.label)</dt><dd>\(lines: $0.value.isEmpty ? "（未記入）" : $0.value)</dd>" }
  }

  private var steps: HTML {
    """
    <h2>行ったこと</h2>\(view.steps.isEmpty ? "<p>まだ記録がありません。</p>" : .empty)<ol class="plain">\(HTML.each(view.steps) { line in
      """
      <li>\(line.taken.on.wareki)　\(line.taken.step.label)\(line.taken.isWaived ? "（行わない）" : "")　\(lines: line.taken.words)
      <span class="quiet">\(line.by)　\(Wording.shortMoment(line.at))記録</span></li>
      """
    })</ol>
    """
  }

  private var actions: HTML {
    """
    <form action="\(href: path)/steps" method="post">\(FormView.tokens(chrome))<h3>行ったことを記録する</h3>
    \(form.select("step", "何をしたか", options: IncidentWording.steps, need: .required))
    \(form.radios("done", "行ったか", options: [("done", "行った"), ("waived", "行わない（理由を書く）")]))
    \(form.date("on", "日付", help: "空欄は今日。"))\(form.area("words", "内容・理由", rows: 2))
    <div class="actions"><button class="button outline">記録する</button></div></form>
    <form action="\(href: path)/closure" method="post" id="f-closing">\(FormView.tokens(chrome))<h3>終結する</h3>
    \(view.course.missing.isEmpty ? "<p>必要な記録がそろっています。</p>" : remaining)
    <div class="actions"><button class="button">終結する</button></div></form>
    """
  }

  private var remaining: HTML {
    "<p>まだ記録のないもの：</p><ul>\(HTML.each(view.course.missing) { "<li>\($0)</li>" })</ul>"
  }

  private var history: HTML {
    guard versions.count > 1 else { return .empty }
    return """
      <details><summary>これまでの内容（\(versions.count)版）</summary>\(HTML.each(versions) { version in
        """
        <section class="card"><h3>第\(version.version)版 <small>\(Wording.shortMoment(version.at))　\(version.by)</small></h3>\
        <dl class="facts">\(facts(version.incident))</dl></section>
        """
      })</details>
      """
  }
}
