import Casework
import HTML

/// 市の窓口: what waits for a decision, what was reported, what was decided of late.
struct DecisionListPage {
  let chrome: Chrome
  let desk: DecisionDesk

  var html: HTML {
    Page(
      title: "支援決定・確認・報告", chrome: chrome, place: "/decisions",
      content: """
        <h1>支援決定・確認・報告</h1>
        <h2>支援決定待ち（\(desk.awaiting.count)件）</h2>
        \(desk.awaiting.isEmpty
          ? "<p>支援決定を待っているプランはありません。重層的支援会議で了承されると、ここに載ります。</p>"
          : table(desk.awaiting, "支援決定待ち", since: "待ちはじめ", action: "支援決定をする", path: "/decision"))
        <h2>報告の受領待ち（\(desk.reported.count)件）</h2>
        \(desk.reported.isEmpty
          ? "<p>受領を待っている報告はありません。</p>" : table(desk.reported, "報告の受領待ち", since: "報告", action: "プランを読んで受領する", path: ""))
        <h2>最近の決定・受領</h2>
        \(desk.lately.isEmpty ? "<p>まだありません。</p>" : lately)
        """
    ).html
  }

  private func table(_ lines: [DecisionLine], _ caption: String, since: String, action: String, path: String) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="\(caption)の一覧"><table><thead><tr><th scope="col">プラン</th>\
    <th scope="col">事例</th><th scope="col">使う事業</th><th scope="col">パターン</th><th scope="col">会議の日</th><th scope="col">\(since)</th>\
    <th scope="col">次にすること</th></tr></thead><tbody>\(HTML.each(lines) { line in
      """
      <tr>\(plan(line))<td>\(line.caseLabel)</td><td>\(line.programmes.isEmpty ? "なし" : line.programmes.map(\.label).joined(separator: "、"))</td>\
      <td>\(line.pattern.letter)</td><td class="nowrap">\(Wording.shortDate(line.meetingOn))</td>\
      <td class="nowrap">\(Wording.shortDate(line.since))</td>\
      <td><a href="\(href: "/plans/\(line.plan)\(path)")">\(action)</a></td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var lately: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="最近の決定・受領の一覧"><table><thead><tr><th scope="col">プラン</th>\
    <th scope="col">事例</th><th scope="col">結果</th><th scope="col">日付</th></tr></thead><tbody>\(HTML.each(desk.lately) { line in
      """
      <tr>\(plan(line))<td>\(line.caseLabel)</td><td><span class="chip">\(line.outcome)</span></td>\
      <td class="nowrap">\(Wording.shortDate(line.since))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func plan(_ line: DecisionLine) -> HTML {
    """
    <th scope="row"><a href="/plans/\(line.plan.number)">\(line.coordination)　第\(line.round)回</a><br>\
    <span class="quiet">\(line.carrier)</span></th>
    """
  }
}
