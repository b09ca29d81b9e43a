import Casework
import HTML

/// 事例番号からの監査記録: who looked, when, on what ground. No name of the person, no word of the case.
struct AuditPersonPage {
  let chrome: Chrome
  let form: FormView
  let trail: AuditPersonTrail?

  var html: HTML {
    Page(
      title: "事例番号からの監査記録", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>事例番号からの監査記録</h1>\(AuditTabsPart(current: "/audit/people").html)\(form.errorSummary)
        <p>一人の方の記録を、だれが、いつ、何を根拠に見たかを調べます。氏名では調べられません。事例番号を入れてください。</p>
        <form action="/audit/people" method="get"><div class="columns">\(form.text("case", "事例番号", need: .required, help: "例）R8-00001", width: .medium))\
        \(form.date("from", "開始日"))\(form.date("until", "終了日"))</div><div class="actions"><button class="button">調べる</button></div></form>
        \(trail.map(found) ?? .empty)
        """
    ).html
  }

  private func found(_ trail: AuditPersonTrail) -> HTML {
    """
    <h2>\(trail.number)を開いた人</h2>
    \(trail.lookers.isEmpty ? "<p>この期間に開いた人はいません。</p>" : lookers(trail))
    <h2>見る根拠</h2><div class="table-box" tabindex="0" role="region" aria-label="見る根拠"><table><thead><tr><th scope="col">機関</th><th scope="col">根拠</th><th scope="col">はじまり</th>\
    <th scope="col">おわり</th></tr></thead><tbody>\(HTML.each(trail.grounds) { ground in
      """
      <tr><th scope="row">\(ground.agency)</th><td>\(AuditTrailWording.ground(ground.ground))</td><td>\(Wording.shortMoment(ground.since))</td>\
      <td>\(ground.until.map { Wording.shortMoment($0) } ?? "続いています")</td></tr>
      """
    })</tbody></table></div>
    <h2>開いた記録（新しい順）</h2>\(lines(trail.lines))
    \(HTML.when(trail.hasMore, "<p class=\"pager\"><a href=\"\(href: older(trail))\">前の記録を見る</a></p>"))
    \(HTML.when(!trail.denied.isEmpty, "<h2>断られた閲覧</h2><p>この事例を開こうとして断られた記録です。期間によらず新しい50件までを示します。</p>\(lines(trail.denied))"))
    <div class="actions"><a class="button outline" href="/audit/answers/new?case=\(trail.number)">本人への回答を作る</a></div>
    """
  }

  private func lookers(_ trail: AuditPersonTrail) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="開いた人"><table><thead><tr><th scope="col">職員</th><th scope="col">所属</th><th scope="col">最初</th>\
    <th scope="col">最後</th><th scope="col">回数</th></tr></thead><tbody>\(HTML.each(trail.lookers) { looker in
      """
      <tr><th scope="row">\(looker.staff.map { "<a href=\"/audit/staff/\($0.number)\">\(looker.name)</a>" as HTML } ?? "（システム）")</th>\
      <td>\(looker.agency)</td><td>\(Wording.shortMoment(looker.first))</td><td>\(Wording.shortMoment(looker.last))</td>\
      <td class="number">\(looker.count)</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func lines(_ lines: [AuditLine]) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="記録"><table><thead><tr><th scope="col">番号</th><th scope="col">日時</th><th scope="col">職員</th>\
    <th scope="col">行為</th><th scope="col">結果</th><th scope="col">見た根拠</th><th scope="col">対象</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row">\(line.id)</th><td class="nowrap">\(Wording.shortMoment(line.at))</td><td>\(AuditTrailPage.name(line))<br>\
      <span class="quiet">\(line.agency)</span></td><td>\(AuditTrailWording.act(line.act))</td><td>\(AuditTrailPage.outcome(line))</td>\
      <td>\(AuditTrailWording.ground(line.ground))</td><td>\(AuditTrailWording.subject(line.subject))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func older(_ trail: AuditPersonTrail) -> String {
    let kept = ["case", "from", "until"].filter { !form.fields[$0].isEmpty }
    let parts = kept.map { "\($0)=\(Answer.percentEncoded(form.fields[$0]))" } + ["before=\(trail.lines.last?.id ?? 0)"]
    return "/audit/people?" + parts.joined(separator: "&")
  }
}
