import Casework
import HTML

/// 「見落とさないために」 within ホーム. Nothing is shown when there is nothing.
struct HomeWatchPart {
  let watch: HomeView.Watch

  var html: HTML {
    guard !watch.isEmpty else { return .empty }
    return """
      <section class="card" aria-labelledby="watch"><h2 id="watch">見落とさないために</h2><ul class="plain">\
      \(HTML.each(watch.emergencies, HomeEmergencyPart.line))\(HTML.each(watch.preparations, preparation))\(HTML.each(watch.handovers, handover))\(HTML.each(watch.withoutCharge.lines, uncharged))\
      \(HTML.each(watch.protections, protection))</ul>\
      \(HTML.when(watch.withoutCharge.hasMore, "<p><a href=\"/cases?charge=none\">担当のいない事例をすべて見る</a></p>"))</section>
      """
  }

  private func preparation(_ line: WaitingPreparation) -> HTML {
    """
    <li><a href="/preparations/\(line.id.number)">会議の準備　\(line.meetingName)</a> <span class="quiet">\(line.caseNumber)　\(line.caseLabel)</span>
    <span class="chip\(raw: line.state == .overdue ? " late" : " turn")">\(line.due.warekiShort)まで</span></li>
    """
  }

  private func handover(_ line: HandoverLine) -> HTML {
    """
    <li><a href="\(href: line.path)">引継ぎ　\(line.number)　\(line.label)</a> <span class="quiet">\(line.writer) → \(line.taker)</span>
    <span class="chip\(raw: line.turn == .wait ? "" : " turn")">\(HandoverWording.turn(line.turn))</span></li>
    """
  }

  private func uncharged(_ line: CasesWithoutCharge.Line) -> HTML {
    """
    <li><a href="/cases/\(line.id.number)">担当がいない事例　\(line.number)　\(line.label)</a>
    <span class="quiet">\(line.before.isEmpty ? "" : "前の担当　\(line.before)")</span></li>
    """
  }

  private func protection(_ line: ProtectionLine) -> HTML {
    """
    <li><a href="/protections/\(line.id.number)">支援措置の見直し</a> <span class="chip late">\(line.until.map { "\($0.warekiShort)を過ぎています" })</span></li>
    """
  }
}

/// 緊急閲覧 that wait to be looked at, for an auditor's ホーム. Nothing is shown when there is none.
struct HomeEmergencyPart {
  let lines: [EmergencyLine]

  var html: HTML {
    HTML.when(
      !lines.isEmpty,
      """
      <section class="card" aria-labelledby="watch"><h2 id="watch">見落とさないために</h2>
      <ul class="plain">\(HTML.each(lines, HomeEmergencyPart.line))</ul></section>
      """)
  }

  static func line(_ line: EmergencyLine) -> HTML {
    """
    <li><a href="/emergencies/\(line.id.number)">緊急閲覧　\(line.caseNumber)</a> <span class="quiet">\(line.agency)　\(line.staff)</span>
    <span class="chip late">確認がまだです</span></li>
    """
  }
}
