import Casework
import HTML

/// 確認してほしい閲覧: what is unusual, with its reason. No verdict and no ranking.
struct AccessPatternListPage {
  let chrome: Chrome
  let standing: PatternStanding
  let counts: [PatternStanding: Int]
  let lines: [AccessPatternLine]

  var html: HTML {
    Page(
      title: "確認してほしい閲覧", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")],
      content: """
        <h1>確認してほしい閲覧</h1>\(AuditTabsPart(current: "/audit/patterns").html)
        <p>ふだんと違う見方を、理由とともに示します。違反を見つけたという意味ではありません。仕事の理由があることも多いため、本人や上司に事情を聞いて確かめてください。</p>
        <form action="/audit/patterns/search" method="post">\(FormView.tokens(chrome))<p><button class="button outline small">新しい記録を調べる</button>
        <span class="help">1時間ごとに自動でも調べています。</span></p></form>
        <ul class="tabs">\(HTML.each(PatternStanding.allCases, tab))</ul>
        \(lines.isEmpty ? "<p>ここに当てはまるものはありません。</p>" : table)
        \(HTML.when(lines.count > AccessPatternQueries.perPage, more))
        """
    ).html
  }

  private func tab(_ other: PatternStanding) -> HTML {
    """
    <li><a href="\(href: "/audit/patterns?tab=\(other.tab)")"\(attribute: "aria-current", other == standing ? "page" : nil)>\(other.label)\
    （\(counts[other] ?? 0)件）</a></li>
    """
  }

  private var shown: ArraySlice<AccessPatternLine> { lines.prefix(AccessPatternQueries.perPage) }

  private var more: HTML {
    "<p class=\"pager\"><a href=\"\(href: "/audit/patterns?tab=\(standing.tab)&before=\(shown.last?.id.number ?? 0)")\">前のものを見る</a></p>"
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="確認してほしい閲覧"><table><thead><tr><th scope="col">番号</th><th scope="col">日・月</th>\
    <th scope="col">内容</th><th scope="col">事例番号</th><th scope="col">職員</th></tr></thead><tbody>\(HTML.each(shown) { line in
      """
      <tr><th scope="row"><a href="/audit/patterns/\(line.id.number)">\(line.id.number)</a></th><td class="nowrap">\(AccessPatternWording.period(line.period))</td>\
      <td>\(line.pattern.kind.label)<br><span class="quiet">\(line.pattern.reason)</span></td><td>\(line.caseNumber)</td>\
      <td>\(line.name)<br><span class="quiet">\(line.agency)</span></td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// One pattern: what was seen, why it is shown, what others found, and the review.
struct AccessPatternPage {
  let chrome: Chrome
  let line: AccessPatternLine
  let lines: [AuditLine]
  let reviews: [AccessPatternReview]
  /// It tells of the person who looks at it.
  let isOwn: Bool
  let form: FormView

  var html: HTML {
    Page(
      title: "確認してほしい閲覧 \(line.id)", chrome: chrome, place: "/audit",
      crumbs: [("監査記録", "/audit"), ("確認してほしい閲覧", "/audit/patterns")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(line.pattern.kind.label) <small>番号\(line.id.number)</small></h1>\(form.errorSummary)
        <dl class="facts"><dt>職員</dt><dd>\(line.agency)　<a href="/audit/staff/\(line.staff.number)">\(line.name)</a></dd>
        <dt>日・月</dt><dd>\(AccessPatternWording.period(line.period))</dd><dt>内容</dt><dd>\(line.pattern.reason)</dd>
        \(HTML.when(!line.caseNumber.isEmpty, "<dt>事例番号</dt><dd>\(line.caseNumber)</dd>"))
        <dt>示す理由</dt><dd>\(line.pattern.kind.why)</dd><dt>いまの確認の結果</dt><dd>\(line.finding?.label ?? "まだ確認していません")</dd></dl>
        \(history)\(isOwn ? own : review)<h2>もとになった記録</h2>\(entries)
        """
    ).html
  }

  private var own: HTML { "<div class=\"banner info\"><p>ご自分の閲覧についてのものです。確認は、ほかの監査担当が行います。</p></div>" }

  private var history: HTML {
    guard !reviews.isEmpty else { return .empty }
    return """
      <h2>これまでの確認</h2><ol class="plain">\(HTML.each(reviews) { review in
        """
        <li>\(Wording.shortMoment(review.at))　<span class="chip">\(review.finding.label)</span>　\(lines: review.words)
        <span class="quiet">\(review.name)</span></li>
        """
      })</ol>
      """
  }

  private var review: HTML {
    """
    <h2>確認する</h2><form action="/audit/patterns/\(line.id.number)/reviews" method="post">\(FormView.tokens(chrome))
    \(form.radios("finding", "結果", options: AccessPatternWording.findings, need: .required, help: "「確認が必要」は、一覧に残ります。記録した確認は消えません。"))
    \(form.area("words", "確かめたこと・次にすること", help: "「問題なし」のほかは必ず書きます。住民の氏名や相談の内容は書かないでください。", rows: 3))
    <div class="actions"><button class="button">確認を記録する</button></div></form>
    """
  }

  private var entries: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="もとになった記録"><table><thead><tr><th scope="col">番号</th><th scope="col">日時</th>\
    <th scope="col">行為</th><th scope="col">結果</th><th scope="col">事例番号</th><th scope="col">見た根拠</th><th scope="col">対象</th></tr></thead>
    <tbody>\(HTML.each(lines) { entry in
      """
      <tr><th scope="row">\(entry.id)</th><td class="nowrap">\(Wording.shortMoment(entry.at))</td><td>\(AuditTrailWording.act(entry.act))</td>\
      <td>\(AuditTrailPage.outcome(entry))</td><td>\(entry.caseNumber)</td><td>\(AuditTrailWording.ground(entry.ground))</td>\
      <td>\(AuditTrailWording.subject(entry.subject))</td></tr>
      """
    })</tbody></table></div>
    """
  }
}
