import Casework
import HTML

/// 会議の準備: what the own agency is asked before meetings that are ahead.
struct PreparationListPage {
  let chrome: Chrome
  let lines: [WaitingPreparation]

  var html: HTML {
    Page(
      title: "会議の準備", chrome: chrome, place: "/meetings", crumbs: [("会議", "/meetings")],
      content: """
        <h1>会議の準備</h1><p>会議の前に、招集した機関から尋ねられていることです。四つの問いに短く答えてください。関わっていないときは、それだけを答えれば足ります。</p>
        \(lines.isEmpty ? "<p>いま尋ねられていることはありません。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="会議の準備の一覧"><table>
    <thead><tr><th scope="col">事例</th><th scope="col">会議</th><th scope="col">招集</th><th scope="col">回答の期限</th>\
    <th scope="col">状況</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/preparations/\(line.id.number)">\
      \(line.caseLabel.isEmpty ? "支援会議の議題（守秘の確認のあとに表示します）" : line.caseLabel)</a> <span class="quiet">\(line.caseNumber)</span></th>\
      <td>\(line.meetingName)　\(MeetingWording.when(line.heldOn, line.startsAt))</td><td>\(line.convenerName)</td>\
      <td>\(line.due.warekiShort)</td><td>\(PreparationPart.chip(line.state))</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// How far a question has come, in the lists.
enum PreparationPart {
  static func chip(_ state: PreparationState) -> HTML {
    switch state {
    case .answered, .notInvolved: "<span class=\"chip done\">\(state.label)</span>"
    case .overdue: "<span class=\"chip late\">\(state.label)</span>"
    case .waiting: "<span class=\"chip\">\(state.label)</span>"
    }
  }
}
