import Casework
import HTML

/// 会議の一覧: those ahead, those held, those to which one is called, and the plan of the year.
struct MeetingListPage {
  let chrome: Chrome
  let today: CivilDate
  let filter: MeetingFilter
  let meetings: [MeetingLine]
  /// For those who convene.
  let year: [MeetingYearLine]
  let mayConvene: Bool

  private static let tabs: [(MeetingFilter.Tab, String)] = [(.coming, "これからの会議"), (.held, "終わった会議"), (.mine, "招かれた会議")]

  var html: HTML {
    Page(
      title: "会議", chrome: chrome, place: "/meetings",
      content: """
        <h1>会議</h1>
        \(HTML.when(mayConvene, "<div class=\"actions\"><a class=\"button\" href=\"/meetings/new\">会議を準備する</a></div>"))
        <ul class="tabs">\(HTML.each(Self.tabs) { tab, label in
          "<li><a href=\"/meetings?tab=\(tab.rawValue)\"\(attribute: "aria-current", tab == filter.tab ? "page" : nil)>\(label)</a></li>"
        })</ul>
        \(meetings.isEmpty ? nothing : table)\(HTML.when(!year.isEmpty, schedule))
        """
    ).html
  }

  private var nothing: HTML {
    mayConvene
      ? "<p>あてはまる会議はありません。「会議を準備する」から、日と議題を決めて招集できます。</p>"
      : "<p>あてはまる会議はありません。招集されると、ここに出ます。</p>"
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="会議の一覧"><table>
    <thead><tr><th scope="col">日時</th><th scope="col">会議</th><th scope="col">方法・場所</th><th scope="col">招集</th>\
    <th scope="col">状況</th></tr></thead>
    <tbody>\(HTML.each(meetings) { line in
      """
      <tr><td class="nowrap">\(MeetingWording.when(line.heldOn, line.startsAt))</td>\
      <th scope="row"><a href="/meetings/\(line.id.number)">\(line.name)</a> <span class="quiet">\(line.number)　\(line.kind.label)</span></th>\
      <td>\(line.mode.label)　\(line.place)</td><td>\(line.isOwn ? "自機関" : line.convenerName)</td>\
      <td><span class="chip\(raw: line.stage == .held ? " done" : "")">\(line.stage.label)</span>\
      \(HTML.when(line.awaitsReply, " <span class=\"chip turn\">返事をする</span>"))\
      \(HTML.when(line.isOwn && line.stage.isAhead && line.heldOn < today, " <span class=\"chip late\">開催の記録がまだ</span>"))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var schedule: HTML {
    """
    <section aria-labelledby="year"><h2 id="year">\(MeetingWording.year(today))の予定</h2>
    <div class="table-box" tabindex="0" role="region" aria-label="年間の予定"><table>
    <thead><tr><th scope="col">会議体</th><th scope="col">種別</th><th scope="col">開催</th><th scope="col">次にすること</th></tr></thead>
    <tbody>\(HTML.each(year) { line in
      """
      <tr><th scope="row">\(line.name)<span class="quiet">　\(line.about)</span></th><td>\(line.kind.label)</td>\
      <td class="nowrap">\(line.perYear.map { "\(line.held)回／年\($0)回" } ?? "\(line.held)回（随時）")</td>\
      <td>\(next(line))</td></tr>
      """
    })</tbody></table></div></section>
    """
  }

  private func next(_ line: MeetingYearLine) -> HTML {
    if line.isBehind(on: today) {
      return "<span class=\"chip late\">予定より少ない</span> <a href=\"\(href: "/meetings/new?body=\(line.key)")\">日を決める</a>"
    }
    return line.planned > 0 ? "\(line.planned)回の準備があります" : "<a href=\"\(href: "/meetings/new?body=\(line.key)")\">準備する</a>"
  }
}
