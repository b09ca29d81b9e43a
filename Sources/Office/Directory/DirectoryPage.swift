import Casework
import HTML

/// 機関の一覧。
struct DirectoryPage {
  let chrome: Chrome
  let lists: FormCatalogue
  let filter: DirectoryFilter
  let list: AgencyList

  var html: HTML {
    Page(
      title: "機関", chrome: chrome, place: "/agencies",
      content: """
        <h1>機関</h1>
        \(HTML.when(mayEdit, """
          <div class="actions"><a class="button outline" href="/agencies/new">機関を登録する</a>
          <a class="button outline" href="/agencies/import">オープンデータから取り込む</a></div>
          """))
        \(search)
        <p>\(list.total)件</p>
        \(list.lines.isEmpty ? empty : table)\(pager)
        """
    ).html
  }

  private var mayEdit: Bool { Access.verdict(.editAgencies, roles: chrome.roles) == .allowed }

  private var search: HTML {
    let form = FormView(
      Fields([
        ("q", filter.name), ("kind", filter.kind), ("field", filter.field), ("area", filter.area),
        ("referrals", filter.takesReferrals ? "1" : ""), ("ended", filter.withEnded ? "1" : ""),
      ]))
    return """
      <form action="/agencies" method="get" role="search" aria-label="機関の絞り込み"><div class="columns">
      \(form.text("q", "名称・ふりがな"))\(form.select("field", "分野", options: DirectoryWording.options(lists, "C-16"), blank: "すべて"))
      \(form.select("area", "区域", options: list.areas.map { ($0, $0) }, blank: "すべて"))\
      \(form.select("kind", "種別", options: DirectoryWording.options(lists, "C-03"), blank: "すべて"))</div>
      <div class="columns">\(form.flag("referrals", "つなぎを受ける機関だけ"))\(form.flag("ended", "終わった機関も含める"))</div>
      <div class="actions"><button class="button">絞り込む</button><a href="/agencies">条件を消す</a></div></form>
      """
  }

  private var empty: HTML {
    mayEdit
      ? "<p>この条件に合う機関はありません。条件を変えるか、「機関を登録する」から登録してください。</p>"
      : "<p>この条件に合う機関はありません。条件を変えるか、登録を管理者に依頼してください。</p>"
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="機関の一覧"><table>
    <thead><tr><th scope="col">名称</th><th scope="col">種別</th><th scope="col">分野</th><th scope="col">区域</th>\
    <th scope="col">電話</th><th scope="col">つなぎ</th><th scope="col">最終確認</th></tr></thead>
    <tbody>\(HTML.each(list.lines) { line in
      """
      <tr><th scope="row"><a href="/agencies/\(line.id.number)">\(line.name)</a>\(chips(line))</th>\
      <td>\(lists.label(line.kind, in: "C-03"))</td>\
      <td>\(line.fields.map { lists.label($0, in: "C-16") }.joined(separator: "、"))</td><td>\(line.areas)</td><td>\(line.phone)</td>\
      <td>\(line.takesReferrals ? "受ける" : "−")</td><td>\(line.confirmedOn == nil ? "未確認" : Wording.shortDate(line.confirmedOn))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var pager: HTML {
    let pages = (list.total + DirectoryQueries.linesPerPage - 1) / DirectoryQueries.linesPerPage
    guard pages > 1 else { return .empty }
    return """
      <nav class="pager" aria-label="ページ">\(HTML.when(filter.page > 0, link(filter.page - 1, "前の50件")))
      <span>\(filter.page + 1) / \(pages)ページ</span>\(HTML.when(filter.page + 1 < pages, link(filter.page + 1, "次の50件")))</nav>
      """
  }

  private func link(_ page: Int, _ label: String) -> HTML {
    let values = [
      ("q", filter.name), ("kind", filter.kind), ("field", filter.field), ("area", filter.area),
      ("referrals", filter.takesReferrals ? "1" : ""), ("ended", filter.withEnded ? "1" : ""), ("page", String(page + 1)),
    ]
    let query = values.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Answer.percentEncoded($0.1))" }.joined(separator: "&")
    return "<a href=\"\(href: "/agencies?\(query)")\">\(label)</a>"
  }

  private func chips(_ line: AgencyLine) -> HTML {
    HTML.when(line.possiblyEnded, " <span class=\"chip late\">終了の可能性</span>")
      + (line.endedOn.map { " <span class=\"chip\">\(Wording.shortDate($0))終了</span>" as HTML } ?? .empty)
  }
}
