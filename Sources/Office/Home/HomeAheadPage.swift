import Casework
import HTML

/// What 多機関協働 waits for at the viewer's desk, within ホーム.
struct HomeAheadPart {
  let list: HomeView.List<HomeView.Ahead>
  let today: CivilDate
  /// The viewer has the board of 多機関協働.
  let leads: Bool

  var html: HTML {
    """
    <section class="card" aria-labelledby="ahead"><h2 id="ahead">多機関協働・会議</h2>
    <ul class="plain">\(HTML.each(list.lines) { line in
      """
      <li><a href="\(href: line.path)">\(title(line.kind))　\(line.label)</a> <span class="quiet">\(line.from)</span>
      \(line.day.map { "<span class=\"chip\(raw: line.isLate(today) ? " late" : "")\">\(note(line, $0))</span>" as HTML } ?? .empty)</li>
      """
    })</ul>\(HTML.when(leads, "<p><a href=\"/coordinations\">多機関協働をすべて見る</a></p>"))
    \(HTML.when(!leads, "<p><a href=\"/information-requests\">情報提供の依頼</a>　<a href=\"/hand-backs\">つなぎもどし</a></p>"))</section>
    """
  }

  private func title(_ kind: HomeView.Ahead.Kind) -> String {
    switch kind {
    case .information: "情報提供の依頼"
    case .handBack: "つなぎもどし"
    case .followUp: "フォローアップ"
    case .decision: "支援決定"
    case .report: "プランの報告"
    case .meeting: "会議"
    }
  }

  private func note(_ line: HomeView.Ahead, _ day: CivilDate) -> String {
    switch line.kind {
    case .information, .followUp: line.isLate(today) ? "\(day.warekiShort) 期限切れ" : "\(day.warekiShort)まで"
    case .handBack, .decision, .report: "\(day.warekiShort)から"
    case .meeting: day.warekiShort
    }
  }
}
