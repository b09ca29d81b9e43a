import Casework
import HTML

/// 事例の一覧: whose, in which state, in which order.
struct CaseListPage {
  let chrome: Chrome
  let list: CaseList
  let colleagues: [Colleague]

  private var filter: CaseListFilter { list.filter }

  var html: HTML {
    Page(
      title: "事例", chrome: chrome, place: "/cases",
      content: """
        <h1>事例</h1>\(tabs)\(conditions)
        \(list.lines.isEmpty ? nothing : table)\(pager)\(export)
        """
    ).html
  }

  private var tabs: HTML {
    """
    <ul class="tabs">\(HTML.each(CaseListFilter.Range.allCases) { range in
      "<li><a href=\"\(href: CaseListFilter().with { $0.range = range }.address())\"\(attribute: "aria-current", range == filter.range ? "page" : nil)>\(CaseFileWording.label(range))</a></li>"
    })</ul>
    """
  }

  private var conditions: HTML {
    let form = FormView(
      Fields([
        ("stage", filter.stage?.rawValue ?? ""),
        ("charge", filter.isWithoutCharge ? CaseListFilter.nobody : filter.inCharge.map { String($0.number) } ?? ""),
        ("number", filter.number),
      ]))
    return """
      <form action="/cases" method="get" class="columns" role="search" aria-label="事例を絞り込む">
      <input type="hidden" name="view" value="\(filter.range.rawValue)">
      <input type="hidden" name="sort" value="\(filter.order.rawValue)"><input type="hidden" name="dir" value="\(filter.isAscending ? "up" : "")">
      \(form.select("stage", "状況", options: ConsultationStage.allCases.map { ($0.rawValue, $0.label) }, blank: "すべて"))\
      \(form.select("charge", "担当", options: [(CaseListFilter.nobody, "担当がいない・退職した")] + colleagues.map { (String($0.id.number), $0.name) }, blank: "すべて"))\
      \(form.text("number", "番号の一部", width: .medium))
      <div class="item submit"><button class="button outline">絞り込む</button>
      \(HTML.when(!filter.isOpen, " <a href=\"\(href: CaseListFilter().with { $0.range = filter.range }.address())\">条件をはずす</a>"))</div></form>
      """
  }

  private var nothing: HTML {
    if filter.isOpen && filter.range == .all && filter.page == 0 {
      return "<p>見られる事例はまだありません。<a href=\"/consultations/new\">相談を受ける</a></p>"
    }
    return "<p>あてはまる事例はありません。条件を変えるか、<a href=\"/cases\">見られる事例すべて</a>を開いてください。</p>"
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="事例の一覧"><table>
    <thead><tr>\(head(.number, "番号"))<th scope="col">本人</th><th scope="col">状況</th><th scope="col">担当</th>\
    \(head(.opened, "受付"))\(head(.touched, "最後の動き"))</tr></thead>
    <tbody>\(HTML.each(list.lines) { line in
      """
      <tr><td>\(line.number)</td><th scope="row"><a href="/cases/\(line.id.number)">\(line.label)</a> \
      <span class="quiet">\(line.kana)</span></th><td><span class="chip">\(CaseFileWording.label(line.stage))</span></td>\
      <td>\(line.inCharge)\(HTML.when(line.isChargeGone, " <span class=\"chip late\">退職・異動</span>"))</td><td>\(Wording.shortDate(line.openedOn))</td><td>\(Wording.shortMoment(line.touchedAt))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  /// A heading that sorts; the arrow says the order now, the link the other one.
  private func head(_ order: CaseListFilter.Order, _ title: String) -> HTML {
    let isSorted = filter.order == order
    let next = filter.with {
      $0.order = order
      $0.isAscending = isSorted ? !filter.isAscending : false
    }
    return """
      <th scope="col"\(attribute: "aria-sort", isSorted ? (filter.isAscending ? "ascending" : "descending") : nil)>\
      <a href="\(href: next.address())">\(title)\(isSorted ? (filter.isAscending ? " ▲" : " ▼") : "")</a></th>
      """
  }

  private var pager: HTML {
    guard filter.page > 0 || !list.lines.isEmpty else { return .empty }
    let first = filter.page * CaseListQueries.linesPerPage
    let last = first + list.lines.count
    let previous = filter.with { $0.page = filter.page - 1 }
    let next = filter.with { $0.page = filter.page + 1 }
    return """
      <nav class="pager" aria-label="ページ">\
      \(HTML.when(filter.page > 0, "<a href=\"\(href: previous.address())\">前のページ</a>"))
      \(list.lines.isEmpty ? .empty : "<span>\(first + 1)〜\(last)件目\(list.hasMore ? "" : "（全\(last)件）")</span>" as HTML)
      \(HTML.when(list.hasMore, "<a href=\"\(href: next.address())\">次のページ</a>"))</nav>
      """
  }

  private var export: HTML {
    guard !list.lines.isEmpty else { return .empty }
    let all = filter.with { $0.page = 0 }
    return """
      <p>この条件の一覧をファイルにする：<a href="\(href: all.address("/cases/export", [("code", "utf8")]))">CSV（UTF-8）</a>
      <a href="\(href: all.address("/cases/export", [("code", "cp932")]))">CSV（Shift_JIS）</a>
      <span class="quiet">出力は監査記録に残ります。</span></p>
      """
  }
}

/// Says before a file in Shift_JIS is made which characters it cannot hold.
struct CaseExportPage {
  let chrome: Chrome
  let filter: CaseListFilter
  let lost: [Character]

  var html: HTML {
    Page(
      title: "CSVの出力", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases")],
      content: """
        <div class="narrow"><h1>CSVの出力</h1>
        <div class="banner warning"><h2>Shift_JISでは表せない文字があります</h2>
        <p>次の文字は〓に置き換わります：\(lost.map { String($0) }.joined(separator: "　"))</p></div>
        <div class="actions"><a class="button" href="\(href: filter.address("/cases/export", [("code", "utf8")]))">UTF-8で出力する</a>
        <a class="button outline" href="\(href: filter.address("/cases/export", [("code", "cp932"), ("lossy", "1")]))">〓に置き換えて出力する</a></div></div>
        """
    ).html
  }
}
