import Casework
import HTML

/// 職員からの監査記録: the days of one member.
struct AuditStaffPage {
  let chrome: Chrome
  let trail: AuditStaffTrail

  var html: HTML {
    Page(
      title: "職員の監査記録", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")],
      content: """
        <h1>職員の監査記録</h1>\(AuditTabsPart(current: "").html)
        <p>\(trail.staff.agency)　<strong>\(trail.staff.name)</strong>　\(trail.month.label)</p>
        <p class="quiet">件数は仕事の量や内容で大きく変わります。多い少ないだけで判断しないでください。</p>
        \(trail.days.isEmpty ? "<p>この月の記録はありません。</p>" : table)
        <p class="pager"><a href="\(href: path(trail.month.previous))">前の月</a> <a href="\(href: path(trail.month.next))">次の月</a>
        <a href="\(href: "/audit?staff=\(trail.staff.id)")">この職員の記録を一覧で見る</a></p>
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="日ごとの件数"><table><thead><tr><th scope="col">日</th><th scope="col">時間帯</th>\
    \(HTML.each(AuditKind.allCases) { "<th scope=\"col\">\($0.label)</th>" })<th scope="col">断られた</th><th scope="col">事例の数</th></tr></thead>
    <tbody>\(HTML.each(trail.days, row))</tbody></table></div>
    """
  }

  private func row(_ day: AuditStaffTrail.Day) -> HTML {
    let link = "/audit?staff=\(trail.staff.id)&from=\(day.day.iso)&until=\(day.day.iso)"
    return """
      <tr><th scope="row"><a href="\(href: link)">\(day.day.warekiShort)（\(day.day.weekday.label)）</a></th>\
      <td class="nowrap">\(Wording.clock(day.first))〜\(Wording.clock(day.last))</td>\
      \(HTML.each(AuditKind.allCases) { "<td class=\"number\">\(day.counts[$0] ?? 0)</td>" })\
      <td class="number">\(day.denied)</td><td class="number">\(day.cases)</td></tr>
      """
  }

  private func path(_ month: AuditMonth) -> String { "/audit/staff/\(trail.staff.id)?month=\(month.text)" }
}
