import Casework
import HTML

/// 緊急閲覧の一覧: for those who answer for the case, for the programme, and for the audit. What the case is called stands nowhere.
struct EmergencyListPage {
  let chrome: Chrome
  let now: Int
  let lines: [EmergencyLine]
  let attempts: [EmergencyAttempt]
  let isAuditor: Bool

  var html: HTML {
    Page(
      title: "緊急閲覧の確認", chrome: chrome, place: "/emergencies",
      content: """
        <h1>緊急閲覧の確認</h1>
        <p>根拠のない事例を、緊急のために開いた記録です。担当の機関と事業担当課は見たことを確かめ、監査担当は必要な閲覧だったかを確認します。</p>
        \(lines.isEmpty ? "<p>緊急閲覧の記録はありません。</p>" : table)\(HTML.when(isAuditor, missed))
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="緊急閲覧の一覧"><table>
    <thead><tr><th scope="col">はじめ</th><th scope="col">おわり</th><th scope="col">だれが</th><th scope="col">事例</th>\
    <th scope="col">理由</th><th scope="col">担当の確認</th><th scope="col">事後の確認</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/emergencies/\(line.id.number)">\(Wording.shortMoment(line.from))</a></th>\
      <td>\(line.isRunning(now) ? "\(Wording.shortMoment(line.until))まで <span class=\"chip late\">閲覧中</span>" : "\(Wording.shortMoment(line.endedAt ?? line.until))" as HTML)</td>\
      <td>\(line.agency)　\(line.staff)</td><td>\(line.caseNumber)</td><td>\(line.reason?.label ?? "")</td>\
      <td>\(line.isSeen ? "済み" : "まだ")</td><td>\(line.finding?.label ?? "まだ")</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var list: HTML {
    "<ul class=\"plain\">\(HTML.each(attempts) { "<li>\(Wording.shortMoment($0.at))　\($0.agency)　\($0.staff)</li>" })</ul>"
  }

  private var missed: HTML {
    """
    <h2>あてはまる事例のなかった申出</h2>
    \(attempts.isEmpty ? "<p>ありません。</p>" : list)
    """
  }
}
