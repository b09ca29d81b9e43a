import Casework
import HTML

/// 多機関協働の一覧: every gripped case, what needs somebody first.
struct CoordinationBoardPage {
  let chrome: Chrome
  let today: CivilDate
  let board: CoordinationBoard

  private var filter: CoordinationBoardFilter { board.filter }

  var html: HTML {
    Page(
      title: "多機関協働", chrome: chrome, place: "/coordinations",
      content: """
        <h1>多機関協働 <small class="quiet">\(board.total)件</small></h1>\(tabs)\(conditions)\(summary)
        \(board.lines.isEmpty ? nothing : table)\(pager)\(export)
        """
    ).html
  }

  private var tabs: HTML {
    """
    <ul class="tabs">\(HTML.each(CoordinationBoardFilter.Range.allCases) { range in
      """
      <li><a href="\(href: filter.entering(range).address())"\
      \(attribute: "aria-current", range == filter.range ? "page" : nil)>\(range.label)</a></li>
      """
    })</ul>
    """
  }

  private var conditions: HTML {
    let form = FormView(Fields([("stage", filter.stage?.rawValue ?? ""), ("who", filter.mineOnly ? "mine" : "all")]))
    return """
      <form action="/coordinations" method="get" class="columns" role="search" aria-label="多機関協働を絞り込む">
      <input type="hidden" name="view" value="\(filter.range.rawValue)">
      \(form.select("stage", "段階", options: CoordinationStage.allCases.map { ($0.rawValue, $0.label) }, blank: "すべて"))\
      \(form.select("who", "範囲", options: [("all", "機関のすべて"), ("mine", "自分が担当")], blank: nil))
      <div class="item submit"><button class="button outline">絞り込む</button></div></form>
      """
  }

  private var summary: HTML {
    guard !board.counts.isEmpty else { return .empty }
    return """
      <p>気にかけること：\(HTML.each(board.counts, count))</p>
      """
  }

  private func count(_ line: (reason: CoordinationAttention, count: Int)) -> HTML {
    "<span class=\"chip\(raw: CoordinationWording.isUrgent(line.reason) ? " late" : "")\">\(line.reason.label) \(line.count)件</span> "
  }

  private var nothing: HTML {
    filter == CoordinationBoardFilter()
      ? "<p>動いている事例はありません。ほかの機関から多機関協働へつなぎの依頼が届くと、ここに載ります。</p>"
      : "<p>あてはまる事例はありません。<a href=\"/coordinations\">条件を外す</a></p>"
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="多機関協働の一覧"><table>
    <thead><tr><th scope="col">番号</th><th scope="col">本人</th><th scope="col">いま必要なこと</th><th scope="col">段階</th>\
    <th scope="col">誰の番か</th><th scope="col">次の予定日</th><th scope="col">担当</th><th scope="col">主担当・つなぎ元</th></tr></thead>
    <tbody>\(HTML.each(board.lines, row))</tbody></table></div>
    """
  }

  private func row(_ line: CoordinationLine) -> HTML {
    """
    <tr><td class="nowrap"><a href="/coordinations/\(line.id.number)">\(line.number)</a></td><th scope="row">\(line.caseLabel)</th>\
    <td>\(line.reasons.isEmpty ? "<span class=\"quiet\">順調です</span>" : HTML.each(line.reasons.prefix(3)) {
      "<span class=\"chip\(raw: CoordinationWording.isUrgent($0) ? " late" : "")\">\($0.label)</span> "
    })</td>\
    <td><span class="chip">\(line.stage.label)</span>\(HTML.when(line.round > 1, " <span class=\"quiet\">\(line.round)回目</span>"))<br>\
    <span class="quiet">\(line.stageSince.warekiShort)から</span></td>\
    <td>\(line.turn.map { "<span class=\"chip\(raw: line.isOwnTurn ? " turn" : "")\">\(line.isOwnTurn ? "自分の番" : $0.label)</span>" as HTML } ?? "")</td>\
    <td>\(line.nextDay?.warekiShort ?? "")</td><td>\(line.coordinator)</td>\
    <td>\(line.lead.isEmpty ? "\(line.referrer)（つなぎ元）" : line.lead)</td></tr>
    """
  }

  private var pager: HTML {
    guard filter.page > 0 || board.hasMore else { return .empty }
    return """
      <p class="pager">\(HTML.when(filter.page > 0, "<a href=\"\(href: filter.address(page: filter.page - 1))\">前のページ</a>"))\
      <span>\(filter.page + 1)ページ目</span>\
      \(HTML.when(board.hasMore, "<a href=\"\(href: filter.address(page: filter.page + 1))\">次のページ</a>"))</p>
      """
  }

  private var export: HTML {
    let mayBind = Access.verdict(.buildPack, roles: chrome.roles) == .allowed
    guard mayBind || !board.lines.isEmpty else { return .empty }
    return """
      <div class="actions">\(HTML.when(
        !board.lines.isEmpty, "<a class=\"button outline\" href=\"\(href: filter.address("/coordinations.csv"))\">CSVで保存する</a>"))\
      \(HTML.when(mayBind, "<a class=\"button text\" href=\"/prints/year\">年度の計画書一式</a>"))</div>
      """
  }
}
