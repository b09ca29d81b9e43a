import Casework
import HTML

/// つなぎの一覧: 受けた, 送った, 多機関協働.
struct ReferralListPage {
  let chrome: Chrome
  let list: ReferralList

  private var filter: ReferralFilter { list.filter }

  var html: HTML {
    Page(
      title: "つなぎ", chrome: chrome, place: "/referrals",
      content: """
        <h1>つなぎ</h1>\(tabs)\(controls)
        \(list.lines.isEmpty ? empty : ReferralTable(lines: list.lines, caption: title(filter.tab)).html)
        \(pager)
        \(HTML.when(!list.lines.isEmpty, "<div class=\"actions\"><a class=\"button outline\" href=\"\(href: address("/referrals.csv", page: 0))\">CSVで保存する</a></div>"))
        """
    ).html
  }

  private func title(_ tab: ReferralFilter.Tab) -> String {
    switch tab {
    case .received: "受けたつなぎ"
    case .sent: "送ったつなぎ"
    case .multi: "多機関協働"
    }
  }

  private var tabs: HTML {
    """
    <nav aria-label="つなぎの種類"><ul class="tabs">\(HTML.each(ReferralFilter.Tab.allCases) { tab in
      """
      <li><a href="/referrals?tab=\(tab.rawValue)"\(attribute: "aria-current", tab == filter.tab ? "page" : nil)>\(title(tab))</a></li>
      """
    })</ul></nav>
    """
  }

  private var controls: HTML {
    let form = FormView(
      Fields([
        ("stage", filter.stage?.rawValue ?? ""), ("overdue", filter.overdueOnly ? "1" : ""), ("who", filter.mineOnly ? "mine" : "section"),
      ]))
    let stages = ReferralStage.allCases.filter { $0 != .draft || filter.tab == .sent }.map { ($0.rawValue, $0.label) }
    return """
      <form action="/referrals" method="get" class="columns"><input type="hidden" name="tab" value="\(filter.tab.rawValue)">
      \(form.select("stage", "段階", options: stages, blank: "すべて"))
      \(form.select("who", "範囲", options: [("section", "自機関のすべて"), ("mine", "自分が関わったもの")], blank: nil))
      \(form.flag("overdue", "回答期限切れだけ"))
      <div class="item"><button class="button outline">絞り込む</button></div></form>
      """
  }

  private var empty: HTML {
    let isFiltered = filter.stage != nil || filter.overdueOnly || filter.mineOnly || filter.page > 0
    if isFiltered { return "<p>条件に合うつなぎはありません。<a href=\"/referrals?tab=\(filter.tab.rawValue)\">条件を外す</a></p>" }
    switch filter.tab {
    case .received: return "<p>受けたつなぎはまだありません。ほかの機関から依頼が届くと、ここに載ります。</p>"
    case .sent: return "<p>送ったつなぎはまだありません。<a href=\"/cases\">事例</a>を開いて「つなぐ」から依頼できます。</p>"
    case .multi: return "<p>多機関協働事業へのつなぎはまだありません。</p>"
    }
  }

  private var pager: HTML {
    guard filter.page > 0 || list.hasMore else { return .empty }
    return """
      <p class="pager">\(HTML.when(filter.page > 0, "<a href=\"\(href: address("/referrals", page: filter.page - 1))\">前のページ</a>"))\
      <span>\(filter.page + 1)ページ目</span>\
      \(HTML.when(list.hasMore, "<a href=\"\(href: address("/referrals", page: filter.page + 1))\">次のページ</a>"))</p>
      """
  }

  private func address(_ path: String, page: Int) -> String {
    var parts = ["tab=\(filter.tab.rawValue)"]
    if let stage = filter.stage { parts.append("stage=\(stage.rawValue)") }
    if filter.overdueOnly { parts.append("overdue=1") }
    if filter.mineOnly { parts.append("who=mine") }
    if page > 0 { parts.append("page=\(page)") }
    return "\(path)?\(parts.joined(separator: "&"))"
  }
}

/// Lines of つなぎ as a table.
struct ReferralTable {
  let lines: [ReferralLine]
  let caption: String

  var html: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="\(caption)の一覧"><table><caption>\(caption)</caption>
    <thead><tr><th scope="col">番号</th><th scope="col">事例</th><th scope="col">つなぎ元</th><th scope="col">つなぎ先</th>\
    <th scope="col">段階</th><th scope="col">誰の番か</th><th scope="col">回答期限</th><th scope="col">最後の動き</th></tr></thead>
    <tbody>\(HTML.each(lines, row))</tbody></table></div>
    """
  }

  private func row(_ line: ReferralLine) -> HTML {
    """
    <tr><th scope="row" class="nowrap"><a href="/referrals/\(line.id.number)">\(line.number)</a></th><td>\(line.caseLabel)</td><td>\(line.from)</td>\
    <td>\(line.isMulti ? "多機関協働（\(line.to)）" : line.to)</td><td><span class="chip">\(line.stage.label)</span></td>\
    <td><span class="chip\(raw: line.isMine ? " turn" : "")">\(line.turn)</span></td>\
    <td>\(Wording.shortDate(line.dueOn))\(HTML.when(line.isOverdue, " <span class=\"chip late\">期限切れ</span>"))</td>\
    <td>\(Wording.shortMoment(line.touchedAt))</td></tr>
    """
  }
}

/// The つなぎ of one case, for the page of the case (「この事例のつなぎ」).
struct ReferralPart {
  let lines: [ReferralLine]

  var html: HTML {
    guard !lines.isEmpty else { return .empty }
    return """
      <section aria-labelledby="referrals"><h2 id="referrals">つなぎ</h2><ul class="plain">\(HTML.each(lines) { line in
        """
        <li><a href="/referrals/\(line.id.number)">\(line.number)</a>　\(line.side == .receiver ? "\(line.from)から" : "\(line.to)へ")<br>\
        <span class="chip">\(line.stage.label)</span> <span class="chip\(raw: line.isMine ? " turn" : "")">\(line.turn)</span>\
        \(HTML.when(line.isOverdue, " <span class=\"chip late\">回答期限切れ</span>"))\
        \(line.stage == .requested ? " <span class=\"quiet\">回答期限 \(Wording.shortDate(line.dueOn))</span>" : .empty)</li>
        """
      })</ul></section>
      """
  }
}
