import Casework
import HTML

/// 日時からの監査記録: from the year to the hour, and from there to the list.
struct AuditTimePage {
  let chrome: Chrome
  let times: AuditTimes

  var html: HTML {
    Page(
      title: "日時からの監査記録", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")],
      content: """
        <h1>日時からの監査記録</h1>\(AuditTabsPart(current: "/audit/times").html)<h2>\(title)</h2>
        \(times.buckets.isEmpty ? "<p>この期間の記録はありません。</p>" : table)<p class="pager">\(ways)</p>
        """
    ).html
  }

  private var title: String {
    switch times.span {
    case .fiscalYear(let year): (CivilDate(year: year, month: 4, day: 1)?.wareki.prefix { $0 != "年" }).map { "\($0)年度" } ?? ""
    case .month(let month): month.label
    case .day(let day): "\(day.wareki)（\(day.weekday.label)）"
    }
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="件数"><table><thead><tr><th scope="col">時</th><th scope="col">件数</th>\
    <th scope="col">うち断られた・差し止めたもの</th></tr></thead><tbody>\(HTML.each(times.buckets) { bucket in
      """
      <tr><th scope="row"><a href="\(href: path(bucket))">\(label(bucket))</a></th><td class="number">\(bucket.count)</td>\
      <td class="number">\(bucket.notDone)</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func label(_ bucket: AuditTimes.Bucket) -> String {
    switch times.span {
    case .fiscalYear: AuditMonth(of: bucket.day).label
    case .month: "\(bucket.day.warekiShort)（\(bucket.day.weekday.label)）"
    case .day: "\(bucket.hour)時台"
    }
  }

  private func path(_ bucket: AuditTimes.Bucket) -> String {
    switch times.span {
    case .fiscalYear: "/audit/times?month=\(AuditMonth(of: bucket.day).text)"
    case .month: "/audit/times?day=\(bucket.day.iso)"
    case .day: "/audit?from=\(bucket.day.iso)&until=\(bucket.day.iso)&hour=\(bucket.hour)"
    }
  }

  private var ways: HTML {
    switch times.span {
    case .fiscalYear(let year):
      "<a href=\"/audit/times?year=\(year - 1)\">前の年度</a> <a href=\"/audit/times?year=\(year + 1)\">次の年度</a>"
    case .month(let month):
      """
      <a href="\(href: "/audit/times?month=\(month.previous.text)")">前の月</a> <a href="\(href: "/audit/times?month=\(month.next.text)")">次の月</a>
      <a href="\(href: "/audit/times?year=\(month.first.fiscalYear)")">年度で見る</a>
      """
    case .day(let day):
      """
      <a href="\(href: "/audit/times?day=\(day.adding(days: -1).iso)")">前の日</a> <a href="\(href: "/audit/times?day=\(day.adding(days: 1).iso)")">次の日</a>
      <a href="\(href: "/audit/times?month=\(AuditMonth(of: day).text)")">月で見る</a>
      """
    }
  }
}
