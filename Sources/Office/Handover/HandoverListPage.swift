import Casework
import HTML

/// 引継ぎの一覧 of the own agency: the own turn first.
struct HandoverListPage {
  let chrome: Chrome
  let today: CivilDate
  let lines: [HandoverLine]

  var html: HTML {
    Page(
      title: "引継ぎ", chrome: chrome, place: "/handovers",
      content: """
        <h1>引継ぎ</h1><p>担当が変わるときの引継ぎ書です。受け取る人が確認するまで、双方のホームに表示されます。</p>
        \(lines.isEmpty ? "<p>途中の引継ぎはありません。引継ぎ書は、事例の画面から書けます。</p>" : HandoverLinesPart(lines: lines, today: today).html)
        """
    ).html
  }
}

/// Handovers as a list, for ホーム and for the list page.
struct HandoverLinesPart {
  let lines: [HandoverLine]
  let today: CivilDate

  var html: HTML {
    """
    <ul class="plain">\(HTML.each(lines) { line in
      """
      <li><span class="chip\(raw: [.wait, .others].contains(line.turn) ? "" : " turn")">\(HandoverWording.turn(line.turn))</span> \
      <a href="\(href: line.path)">\(line.label)</a> <span class="quiet">\(line.number)　\(line.writer)\(line.taker.isEmpty ? "" : " → \(line.taker)")\
      \(line.day.map { "　\($0.warekiShort)の異動" })</span></li>
      """
    })</ul>
    """
  }
}

/// 引継ぎ書の履歴 of one case; of the own agency only.
struct HandoverHistoryPage {
  let chrome: Chrome
  let file: OpenedFile
  let lines: [HandoverHistoryLine]

  var html: HTML {
    Page(
      title: "引継ぎ書", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason,
      content: """
        <h1>引継ぎ書 <small>\(file.number)</small></h1>
        <div class="actions"><a class="button" href="/cases/\(file.id.number)/handovers/new">引継ぎ書を書く</a></div>
        \(lines.isEmpty ? "<p>引継ぎ書はまだありません。担当を変えるときや長く休むときに書きます。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="引継ぎ書の一覧"><table>
    <thead><tr><th scope="col">書いた日</th><th scope="col">書いた人</th><th scope="col">引き継ぐ人</th><th scope="col">状態</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/handovers/\(line.id.number)">\(Wording.shortMoment(line.writtenAt))</a></th><td>\(line.writer)</td>\
      <td>\(line.taker)</td><td>\(line.state.label)\(line.takenAt.map { "（\(Wording.shortMoment($0))）" })</td></tr>
      """
    })</tbody></table></div>
    """
  }
}
