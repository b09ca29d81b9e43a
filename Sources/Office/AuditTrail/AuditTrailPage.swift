import Casework
import HTML

/// 監査記録の画面.
struct AuditTrailPage {
  let chrome: Chrome
  let form: FormView
  let trail: AuditTrail

  var html: HTML {
    Page(
      title: "監査記録", chrome: chrome, place: "/audit", hasErrors: !form.problems.isEmpty,
      content: """
        <h1>監査記録</h1>\(AuditTabsPart(current: "/audit").html)\(form.errorSummary)
        <p>だれが、いつ、何を見たか・したかの記録です。書き換えや削除はできません。住民の氏名や記録の本文は含みません（検索した言葉は残ります）。</p>
        <form action="/audit" method="get">
        <div class="columns">\(form.select("staff", "職員", options: staff, blank: "すべての職員"))\
        \(form.text("case", "事例番号", help: "例）R8-00001", width: .medium))\
        \(form.select("act", "行為", options: AuditTrailWording.acts, blank: "すべての行為"))\
        \(form.select("outcome", "結果", options: AuditOutcome.allCases.map { ($0.rawValue, AuditTrailWording.label($0)) }, blank: "すべての結果"))\
        \(form.date("from", "開始日"))\(form.date("until", "終了日"))</div>
        <div class="actions"><button class="button">絞り込む</button>
        <button class="button outline" formaction="/audit/export">CSVで出力する</button></div>
        <p class="help">出力したファイルは、番号と印をそのまま含み、ファイルだけで書換えがないかを確かめられます（tsunagi audit verify --file）。</p>\(hour)</form>
        \(trail.lines.isEmpty ? "<p>この条件の記録はありません。条件を減らして絞り込み直してください。</p>" : table)
        """
    ).html
  }

  /// Kept while one looks at an hour of a day.
  private var hour: HTML {
    guard !form.fields["hour"].isEmpty else { return .empty }
    return """
      <p>\(form.fields["hour"])時台だけを表示しています。<a href="/audit">すべての時間を見る</a></p>\(form.hidden("hour"))
      """
  }

  private var staff: [(code: String, label: String)] {
    trail.staff.map { (String($0.id.number), "\($0.agency)　\($0.name)") }
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="監査記録の一覧"><table>
    <thead><tr><th scope="col">番号</th><th scope="col">日時</th><th scope="col">職員</th><th scope="col">行為</th><th scope="col">結果</th>\
    <th scope="col">事例番号</th><th scope="col">対象</th><th scope="col">詳細</th><th scope="col">接続元</th></tr></thead>
    <tbody>\(HTML.each(trail.lines, row))</tbody></table></div>
    \(HTML.when(trail.hasMore, "<p class=\"pager\"><a href=\"\(href: older)\">前の記録を見る</a></p>"))
    """
  }

  private func row(_ line: AuditLine) -> HTML {
    """
    <tr><th scope="row">\(line.id)</th><td class="nowrap">\(Wording.shortMoment(line.at))</td>\
    <td>\(AuditTrailPage.name(line))<br><span class="quiet">\(line.agency)</span></td>\
    <td>\(AuditTrailWording.act(line.act))</td><td>\(outcome(line))</td><td>\(line.caseNumber)</td><td>\(AuditTrailWording.subject(line.subject))</td>\
    <td>\(AuditDetailWording.detail(line.detail, act: line.act))</td><td>\(line.remote)</td></tr>
    """
  }

  /// The name leads to the days of this person.
  static func name(_ line: AuditLine) -> HTML {
    guard let id = line.staffID else { return "（職員でない人・システム）" }
    return "<a href=\"/audit/staff/\(id.number)\">\(line.staff.isEmpty ? "番号\(id)の職員" : line.staff)</a>"
  }

  private func outcome(_ line: AuditLine) -> HTML { AuditTrailPage.outcome(line) }

  static func outcome(_ line: AuditLine) -> HTML {
    let words = AuditTrailWording.outcome(line.outcome)
    return line.outcome == AuditOutcome.done.rawValue ? "\(words)" : "<span class=\"chip late\">\(words)</span>"
  }

  /// The same filter, from the last line shown.
  private var older: String {
    let kept = ["staff", "case", "act", "outcome", "from", "until", "hour"].filter { !form.fields[$0].isEmpty }
    let parts = kept.map { "\($0)=\(Answer.percentEncoded(form.fields[$0]))" } + ["before=\(trail.lines.last?.id ?? 0)"]
    return "/audit?" + parts.joined(separator: "&")
  }
}

/// What walking the whole chain found (「監査記録の検証」).
struct AuditVerificationPage {
  let chrome: Chrome
  let finding: AuditChain.Finding
  let at: Int

  var html: HTML {
    Page(
      title: "監査記録の検証", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")],
      content: """
        <div class="narrow"><h1>監査記録の検証</h1>\(AuditTabsPart(current: "/audit/verification").html)<p>\(Wording.moment(at)) に、最初の記録から順に、つながりを計算し直しました。</p>
        \(result)
        <div class="actions"><a class="button" href="/audit/verification">もう一度検証する</a> <a href="/audit">監査記録へ戻る</a></div></div>
        """
    ).html
  }

  private var result: HTML {
    switch finding {
    case .whole(let count, let lastHash):
      """
      <div class="banner success" role="status"><h2>改ざんは見つかりませんでした</h2><p>\(count)件の記録のつながりを確認しました。</p></div>
      <dl class="facts"><dt>最後の記録の印</dt><dd><code>\(lastHash)</code></dd></dl>
      <p>番号と印（\(count):\(lastHash)）を紙などに控えておくと、あとで末尾の記録が消されていないかも確かめられます。</p>
      """
    case .broken(let number, let why):
      """
      <div class="banner error" role="alert"><h2>番号\(number)の記録に問題があります</h2><p>\(why)。システム管理者とともに、控え（バックアップ）と比べてください。\
      この番号より前の記録は、つながりを確認できています。</p></div>
      """
    }
  }
}
