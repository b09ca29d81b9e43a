import Casework
import HTML

/// 本人開示の一覧.
struct DisclosureListPage {
  let chrome: Chrome
  let today: CivilDate
  let lines: [DisclosureLine]

  var html: HTML {
    Page(
      title: "本人開示", chrome: chrome, place: "/disclosures", reason: OpenedDisclosure.reason,
      content: """
        <h1>本人開示</h1>
        <p>本人や代理人から、自分の記録を見たいという請求を受けたときに使います。請求を受け付けた日から30日以内に決定します。</p>
        <div class="actions"><a class="button" href="/disclosures/new">請求を受け付ける</a></div>
        \(lines.isEmpty ? "<p>請求はまだありません。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="請求の一覧"><table><thead><tr><th scope="col">番号</th><th scope="col">請求した人</th>\
    <th scope="col">状況</th><th scope="col">期限</th><th scope="col">決めていない一節</th></tr></thead><tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/disclosures/\(line.id.number)">\(line.number)</a></th><td>\(line.requesterName)</td>\
      <td><span class="chip\(DisclosureWording.tone(line, today: today))">\(line.stage.label)</span></td><td class="nowrap">\(line.dueOn.warekiShort)\
      \(HTML.when(DisclosureDeadline.isOverdue(line.stage, due: line.dueOn, today: today), " 期限切れ"))</td>\
      <td class="number">\(line.stage.isOpen ? "\(line.undecided)／\(line.passages)" : "")</td></tr>
      """
    })</tbody></table></div>
    """
  }
}
