import Casework
import HTML

/// 相談受付の一覧.
struct ConsultationListPage {
  let chrome: Chrome
  let filter: ConsultationFilter
  let list: ConsultationList
  let concerns: CodeList

  var html: HTML {
    Page(
      title: "相談受付", chrome: chrome, place: "/consultations", hasErrors: !filter.problems.isEmpty,
      content: """
        <h1>相談受付</h1><div class="actions"><a class="button" href="/consultations/new">相談を受ける</a></div>
        \(tabs)\(conditions)\(list.lines.isEmpty ? nothing : table)\(pager)\(HTML.when(!list.lines.isEmpty, export))
        """
    ).html
  }

  private var tabs: HTML {
    """
    <ul class="tabs" aria-label="範囲">\(HTML.each(ConsultationFilter.Reach.allCases) { reach in
      """
      <li><a href="\(href: filter.path("/consultations", [("reach", reach.rawValue), ("page", "")]))"\
      \(attribute: "aria-current", reach == filter.reach ? "page" : nil)>\(ConsultationWording.reach(reach))</a></li>
      """
    })</ul>
    """
  }

  private var conditions: HTML {
    let form = FormView(filter.fields, problems: filter.problems)
    return """
      <details\(flag: "open", filter.isNarrowed)><summary>絞り込み・並べ替え</summary>\(form.errorSummary)
      <form action="/consultations" method="get"><input type="hidden" name="reach" value="\(filter.reach.rawValue)"><div class="columns">
      \(form.date("from", "受付日（から）"))\(form.date("until", "受付日（まで）"))
      \(form.select("concern", "困りごと", options: concerns.items.map { ($0.code, $0.label) }, blank: "すべて"))
      \(form.select("stage", "状況", options: ConsultationStage.allCases.map { ($0.rawValue, $0.label) }, blank: "すべて"))
      \(form.select("order", "並び順", options: ConsultationFilter.Order.allCases.map { ($0.rawValue, ConsultationWording.order($0)) }, blank: nil))
      </div><div class="actions"><button class="button outline">この条件で見る</button>
      <a href="/consultations?reach=\(filter.reach.rawValue)">条件を消す</a></div></form></details>
      """
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="相談受付の一覧"><table>
    <thead><tr><th scope="col"\(attribute: "aria-sort", filter.order == .newest ? "descending" : filter.order == .oldest ? "ascending" : nil)>\
    <a href="\(href: filter.path("/consultations", [("order", filter.order == .newest ? "oldest" : "newest"), ("page", "")]))">受付日</a></th>\
    <th scope="col">番号</th><th scope="col">本人</th><th scope="col">いちばんの困りごと</th><th scope="col">緊急度</th><th scope="col">本人同意</th>\
    <th scope="col">状況</th><th scope="col">受付</th></tr></thead>
    <tbody>\(HTML.each(list.lines) { line in
      """
      <tr><td>\(Wording.shortDate(line.receivedOn))</td><td class="nowrap">\(line.number)</td>\
      <th scope="row"><a href="/consultations/\(line.id.number)">\(line.label)</a></th><td>\(concerns.label(line.mainConcern))</td>\
      <td>\(Urgency(rawValue: line.urgency)?.label)</td><td>\(ConsultationWording.consent(line.consent))</td>\
      <td><span class="chip">\(line.stage.label)</span></td><td>\(line.agency) \(line.staff)</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var nothing: HTML {
    filter.isNarrowed || filter.page > 0
      ? "<p>この条件に合う相談受付はありません。<a href=\"/consultations?reach=\(filter.reach.rawValue)\">条件を消して見る</a></p>"
      : "<p>相談受付はまだありません。<a href=\"/consultations/new\">相談を受ける</a>から記録を始められます。</p>"
  }

  private var pager: HTML {
    guard filter.page > 0 || list.hasMore else { return .empty }
    return """
      <nav class="pager" aria-label="ページ">\(HTML.when(filter.page > 0, """
        <a href="\(href: filter.path("/consultations", [("page", String(filter.page))]))">前のページ</a>
        """))<span>\(filter.page + 1)ページ目</span>\(HTML.when(list.hasMore, """
        <a href="\(href: filter.path("/consultations", [("page", String(filter.page + 2))]))">次のページ</a>
        """))</nav>
      """
  }

  private var export: HTML {
    """
    <p>この条件の一覧をCSVで保存：<a href="\(href: filter.path("/consultations/export", [("encoding", "utf8"), ("page", "")]))">UTF-8（Excel用）</a>　\
    <a href="\(href: filter.path("/consultations/export", [("encoding", "cp932"), ("page", "")]))">Shift_JIS（CP932）</a>\
    <span class="quiet">　出力したことと件数は監査記録に残ります。</span></p>
    """
  }
}

extension ConsultationFilter {
  var isNarrowed: Bool { ["from", "until", "concern", "stage", "order"].contains { fields.isOn($0) } }
}
