import Casework
import HTML

/// つなぎもどしの一覧: those to the own agency, and those it made.
struct HandBackListPage {
  let chrome: Chrome
  let today: CivilDate
  let lines: [HandBackLine]

  var html: HTML {
    Page(
      title: "つなぎもどし", chrome: chrome, place: "/hand-backs",
      content: """
        <h1>つなぎもどし</h1><p>多機関協働の支援が一旦終わり、続けて支える機関に渡したものです。続ける機関が受け取るまで、ここに残ります。</p>
        \(part("自機関が受け取るもの", "mine", lines.filter(\.isReceiver)))\(part("自機関から渡したもの", "made", lines.filter { !$0.isReceiver }))
        """
    ).html
  }

  private func part(_ title: String, _ anchor: String, _ lines: [HandBackLine]) -> HTML {
    """
    <section aria-labelledby="\(anchor)"><h2 id="\(anchor)">\(title)</h2>
    \(lines.isEmpty ? "<p>ありません。</p>" : table(title, lines))</section>
    """
  }

  private func table(_ title: String, _ lines: [HandBackLine]) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="\(title)"><table>
    <thead><tr><th scope="col">多機関協働</th><th scope="col">事例</th><th scope="col">渡した機関</th><th scope="col">続ける機関</th>\
    <th scope="col">渡した日</th><th scope="col">状態</th></tr></thead>
    <tbody>\(HTML.each(lines) { row($0) })</tbody></table></div>
    """
  }

  private func row(_ line: HandBackLine) -> HTML {
    """
    <tr><th scope="row"><a href="/hand-backs/\(line.id.number)">\(line.coordinationNumber)</a></th><td>\(line.caseLabel)</td>\
    <td>\(line.fromAgencyName)</td><td>\(line.toAgencyName)\(HTML.when(line.isLead, " <span class=\"chip main\">主担当</span>"))</td>\
    <td>\(line.item.madeOn.warekiShort)</td><td>\(HandBackChip(item: line.item, isReceiver: line.isReceiver, today: today).html)</td></tr>
    """
  }
}

/// Whose turn it is, and for how long already.
struct HandBackChip {
  let item: HandBackItem
  let isReceiver: Bool
  let today: CivilDate

  var html: HTML {
    if let taken = item.takenOn { return "<span class=\"chip done\">受け取り済み</span> <span class=\"quiet\">\(taken.warekiShort)</span>" }
    let late: HTML = HTML.when(
      item.isOverdue(today: today), " <span class=\"chip late\">\(item.madeOn.daysUntil(today))日たっています</span>")
    return isReceiver
      ? "<span class=\"chip turn\">受け取ってください</span>\(late)" : "<span class=\"chip\">受け取り待ち</span>\(late)"
  }
}

/// One つなぎもどし: what the agency that goes on needs.
struct HandBackPage {
  let chrome: Chrome
  let today: CivilDate
  let item: OpenedHandBack
  let handed: HandedOn?

  private var reason: any PageReason {
    if let file = item.file { return file.reason }
    return item.isReceiver ? "この支援を続ける機関として渡されたため" : "多機関協働を担う機関として渡したため"
  }

  var html: HTML {
    Page(
      title: "つなぎもどし \(item.coordinationNumber)", chrome: chrome, place: "/hand-backs", crumbs: [("つなぎもどし", "/hand-backs")],
      reason: reason,
      content: """
        <h1>つなぎもどし <small>\(item.coordinationNumber)</small></h1>
        <p>\(HandBackChip(item: item.item, isReceiver: item.isReceiver, today: today).html)</p>\(facts)\(action)\(behind)
        """
    ).html
  }

  private var facts: HTML {
    """
    <dl class="facts">\(handed.map { "<dt>だれの</dt><dd>\($0.caseLabel)</dd>" as HTML } ?? .empty)
    <dt>渡した機関</dt><dd>\(item.fromAgencyName)　\(item.madeBy)　\(Wording.moment(item.madeAt))</dd>
    <dt>続ける機関</dt><dd>\(item.toAgencyName)　\(item.toPerson)\(HTML.when(item.isLead, " <span class=\"chip main\">主担当</span>"))</dd>
    <dt>伝えること</dt><dd>\(item.words.isEmpty ? "（記載なし）" : "\(lines: item.words)")</dd>
    \(item.takenAt.map { "<dt>受け取り</dt><dd>\(Wording.moment($0))　\(item.takenBy)　\(lines: item.reply)</dd>" as HTML } ?? .empty)</dl>
    """
  }

  private var action: HTML {
    guard item.isReceiver, item.item.isOpen else { return .empty }
    return """
      <section class="no-print" aria-labelledby="take"><h2 id="take">受け取り</h2>
      <form action="/hand-backs/\(item.id.number)/acknowledgement" method="post">\(FormView.tokens(chrome))
      \(FormView().area("reply", "返事（任意）", help: "担当者や、次に会う予定などを伝えられます。", rows: 2))
      <div class="actions"><button class="button">受け取りました</button></div></form></section>
      """
  }

  private var behind: HTML {
    guard let handed else {
      guard item.file != nil else { return "<p class=\"quiet\">この事例の記録は、この機関からは見られません。詳しいことは渡した機関に尋ねてください。</p>" }
      return "<p><a href=\"/cases/\(item.caseFile.number)\">事例を開く</a></p>"
    }
    return """
      <section aria-labelledby="behind"><h2 id="behind">これまでの支援</h2><dl class="facts">\(outcome(handed))\(roles(handed))\(days(handed))</dl>
      <p><a href="/cases/\(item.caseFile.number)">事例を開く</a>\
      \(handed.plan.map { "　<a href=\"/plans/\($0.number)\">プラン</a>　<a href=\"/plans/\($0.number)/review\">評価</a>" as HTML } ?? .empty)</p></section>
      """
  }

  private func outcome(_ handed: HandedOn) -> HTML {
    guard let review = handed.saved?.review, let plan = handed.reviewed else { return .empty }
    return """
      \(HTML.each(plan.goals) { goal in
        "<dt>\(goal.title)：\(goal.text)</dt><dd>\(review.findings.goals[goal.key]?.attainment?.label ?? "（未記入）")</dd>"
      })
      <dt>現在の状況</dt><dd>\(lines: review.findings.status)</dd><dt>残る課題</dt><dd>\(lines: review.findings.remaining)</dd>
      """
  }

  private func roles(_ handed: HandedOn) -> HTML {
    guard let plan = handed.reviewed, !plan.roles.isEmpty else { return .empty }
    return """
      <dt>役割分担</dt><dd><ul class="plain">\(HTML.each(plan.roles) { "<li>\($0.agencyName)　\($0.person)　\($0.what)</li>" })</ul></dd>
      """
  }

  private func days(_ handed: HandedOn) -> HTML {
    guard !handed.days.isEmpty else { return .empty }
    return "<dt>次の予定</dt><dd>\(HTML.each(handed.days) { "\($0.kind) \($0.day.wareki)<br>" })</dd>"
  }
}
