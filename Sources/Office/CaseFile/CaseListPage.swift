import HTML

struct CaseListPage {
  let chrome: Chrome
  let list: CaseList

  var html: HTML {
    Page(
      title: "事例", chrome: chrome, place: "/cases",
      content: """
        <h1>事例</h1>
        \(list.lines.isEmpty ? "<p>見られる事例はまだありません。<a href=\"/consultations/new\">相談を受ける</a></p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="事例の一覧"><table>
    <thead><tr><th scope="col">番号</th><th scope="col">本人</th><th scope="col">状況</th><th scope="col">担当</th>\
    <th scope="col">受付</th><th scope="col">最後の動き</th></tr></thead>
    <tbody>\(HTML.each(list.lines) { line in
      """
      <tr><td>\(line.number)</td><th scope="row"><a href="/cases/\(line.id.number)">\(line.label)</a> \
      <span class="quiet">\(line.kana)</span></th><td><span class="chip">\(CaseFileWording.label(line.stage))</span></td>\
      <td>\(line.inCharge)</td><td>\(Wording.shortDate(line.openedOn))</td><td>\(Wording.shortMoment(line.touchedAt))</td></tr>
      """
    })</tbody></table></div>
    """
  }
}
