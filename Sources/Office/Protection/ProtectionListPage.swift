import Casework
import HTML

/// 支援措置の一覧: only what the viewer's agency is told of.
struct ProtectionListPage {
  let chrome: Chrome
  let today: CivilDate
  let lines: [ProtectionLine]

  var html: HTML {
    Page(
      title: "支援措置", chrome: chrome, place: "/protections",
      content: """
        <h1>支援措置</h1>
        <p>DV・ストーカー・虐待などから守られている方です。この一覧は、知らせを受けている機関だけに見えます。登録は、事例の「この情報を見られる人」の画面から行います。</p>
        \(lines.isEmpty ? "<p>知らされている支援措置はありません。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="支援措置の一覧"><table>
    <thead><tr><th scope="col">対象の方</th><th scope="col">種類</th><th scope="col">隠す範囲</th><th scope="col">始まった日</th>\
    <th scope="col">見直しの日</th><th scope="col">登録した機関</th><th scope="col">状況</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/protections/\(line.id.number)">\(line.name.isEmpty ? "氏名のわからない方" : line.name)</a></th>\
      <td>\(line.kind?.label ?? "")</td><td>\(line.level?.label ?? "")</td><td>\(Wording.shortDate(line.from))</td>\
      <td>\(line.until?.warekiShort ?? "")</td><td>\(line.agency)</td><td>\(ProtectionChip(line: line, today: today).html)</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// Where a protection stands.
struct ProtectionChip {
  let line: ProtectionLine
  let today: CivilDate

  var html: HTML {
    if let ended = line.endedAt { return "<span class=\"chip\">終了（\(CivilDate.of(epochSeconds: ended).warekiShort)）</span>" }
    return line.isReviewDue(today) ? "<span class=\"chip late\">見直しの日を過ぎています</span>" : "<span class=\"chip done\">続いています</span>"
  }
}
