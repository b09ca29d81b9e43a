import Casework
import HTML

/// 議題の画面: the case, what is to be settled, what was said and decided. Only what is tabled; never the case file behind it.
struct MeetingItemPage {
  let chrome: Chrome
  let view: MeetingItemView
  var form = FormView()
  /// What somebody else saved in between.
  var others: SavedBeside?

  private var item: OpenedMeetingItem { view.item }
  private var meeting: OpenedMeeting { item.meeting }

  var html: HTML {
    Page(
      title: "議題 \(meeting.number)-\(item.position)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: item.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>議題\(item.position) <small>\(meeting.name)　\(MeetingWording.when(meeting.heldOn, meeting.startsAt))</small></h1>
        \(others?.html)\(form.errorSummary)\(banner)\(facts)
        \(item.result == nil ? nextStep : result)
        \(HTML.when(!item.points.isEmpty, "<section aria-labelledby=\"points\"><h2 id=\"points\">決めたいこと</h2><p>\(lines: item.points)</p></section>"))
        \(view.plan.map { TabledPlanPart(plan: $0).html } ?? .empty)
        \(PaperListPart(item: item, papers: view.papers, releases: view.releases).html)
        \(HTML.when(!view.answers.isEmpty, answers))\(who)
        <p class="no-print"><a href="\(href: item.path)/answers">準備の回答を並べて見る</a></p>
        \(HTML.when(meeting.isConvener && item.result == nil, MeetingItemForm(chrome: chrome, view: view, form: form, isOpen: others != nil).html))
        """
    ).html
  }

  private var banner: HTML {
    var told: [String] = []
    if meeting.isConvener, item.result == nil {
      if let warning = view.warning { told.append(warning) }
      if meeting.stage == .held, !view.absent.isEmpty { told.append(MeetingRefusal.absent(view.absent).message) }
      if meeting.kind != .confidential, item.consent != .given, item.basis == .consent {
        told.append(MeetingRefusal.noConsent(item.consent).message)
      }
    }
    if !view.obstacles.isEmpty {
      told.append(
        "会議は終結を認めましたが、終結にはまだ次が足りません：\(view.obstacles.map(\.label).joined(separator: "、"))。"
          + view.obstacles.map(\.wayOut).joined())
    }
    guard !told.isEmpty else { return .empty }
    return "<div class=\"banner warning\"><ul>\(HTML.each(told) { "<li>\($0)</li>" })</ul></div>"
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>事例</dt><dd>\(item.caseLabel)　\
    \(view.mayOpenCase ? links : "\(item.caseNumber)")</dd>
    <dt>時期</dt><dd>\(MeetingWording.timing(item.timing))</dd><dt>載せたときの同意</dt><dd>\(item.consent.label)</dd>
    <dt>情報共有の根拠</dt><dd>\(item.basis?.label)</dd><dt>守秘</dt><dd>\(item.basis?.secrecy)</dd></dl>
    """
  }

  private var links: HTML {
    """
    <a href="/cases/\(item.caseFile.number)">事例 \(item.caseNumber)</a>\
    \(item.coordination.map { "　<a href=\"/coordinations/\($0.number)\">多機関協働</a>" as HTML })
    """
  }

  private var nextStep: HTML {
    guard meeting.takesResults else { return .empty }
    return """
      <section class="no-print" aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>
      <div class="actions"><a class="button" href="\(href: "\(item.path)/result")">結論を記録する</a></div></section>
      """
  }

  private var result: HTML {
    """
    <section aria-labelledby="result"><h2 id="result">結論</h2>
    <p><span class="chip done">\(item.result?.label)</span>　<span class="quiet">\(item.resultAt.map { Wording.moment($0) })　\(item.resultBy)</span></p>
    \(HTML.when(!item.resultWords.isEmpty, "<p>\(lines: item.resultWords)</p>"))
    \(view.movedTo.map { "<p>この結論により、多機関協働は「\($0.label)」になりました。</p>" as HTML } ?? .empty)
    <dl class="facts">\(HTML.when(!item.leadName.isEmpty, "<dt>主担当</dt><dd>\(item.leadName)　\(item.leadPerson)</dd>"))\
    \(HTML.when(!item.nextMonitoring.isEmpty, "<dt>次のモニタリング</dt><dd>\(Wording.date(item.nextMonitoring))</dd>"))\
    \(HTML.when(!item.discussion.isEmpty, "<dt>検討内容</dt><dd>\(lines: item.discussion)</dd>"))\
    \(HTML.when(!view.gaps.isEmpty, "<dt>足りない社会資源</dt><dd>\(lines: view.gaps.joined(separator: "\n"))</dd>"))</dl>
    \(HTML.when(!view.roles.isEmpty, roles))\(view.planPath.map {
      "<p class=\"no-print\"><a class=\"button outline\" href=\"\(href: $0)\">会議の結果を計画に入れる</a></p>" as HTML
    } ?? .empty)<p class="quiet">記録した結論は変えられません。誤りがあったときは、次の会議にもう一度載せてください。</p></section>
    """
  }

  private var roles: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="決まった役割"><table><caption>決まった役割</caption>
    <thead><tr><th scope="col">機関</th><th scope="col">担当者</th><th scope="col">すること</th><th scope="col">期限</th>\
    <th scope="col">伝え方</th></tr></thead><tbody>\(HTML.each(view.roles) { role in
      """
      <tr><th scope="row">\(role.agency)</th><td>\(role.person)</td><td>\(role.what)</td><td>\(Wording.shortDate(role.dueOn))</td>\
      <td>\(role.isTask ? "機関の「やること」に入りました" : "紙や電話で伝えてください")</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var answers: HTML {
    """
    <section aria-labelledby="answers"><h2 id="answers">\(meeting.mode == .written ? "書面の回答" : "届いた回答")</h2><ul class="plain">\(HTML.each(view.answers) { answer in
      """
      <li><strong>\(answer.name)</strong>　\(HTML.when(answer.answer != nil, "<span class=\"chip\">\(answer.answer?.label)</span>")) \(lines: answer.words)
      <span class="quiet">\(Wording.shortMoment(answer.at))\(answer.onBehalf ? "（招集した機関が代わりに記録）" : "")</span></li>
      """
    })</ul></section>
    """
  }

  private var who: HTML {
    let seeing = view.members.filter(\.sees)
    return """
      <section aria-labelledby="members"><h2 id="members">この議題に加わる構成員</h2>
      \(HTML.when(seeing.isEmpty, "<p>まだ選ばれていません。</p>"))\
      \(HTML.when(!seeing.isEmpty, "<ul>\(HTML.each(seeing) { "<li>\($0.member.label)</li>" })</ul>"))</section>
      """
  }
}

/// The convener prepares an item: what is to be settled, the law, who sees it.
struct MeetingItemForm {
  let chrome: Chrome
  let view: MeetingItemView
  let form: FormView
  let isOpen: Bool

  var html: HTML {
    let item = view.item
    let kept = Fields(
      [("points", item.points), ("basis", item.basis?.rawValue ?? "")] + view.members.filter(\.sees).map { ("member", "\($0.member.id)") })
    let shown = form.fields.pairs.isEmpty ? FormView(kept, problems: form.problems) : form
    let bases = MeetingLegalBasis.possible(for: item.meeting.kind)
    return """
      <details class="no-print"\(flag: "open", isOpen || !form.problems.isEmpty)><summary>議題を整える</summary>
      <form action="\(href: item.path)" method="post">\(FormView.tokens(chrome))\
      <input type="hidden" name="version" value="\(item.version)">
      \(shown.area("points", "決めたいこと", rows: 5))
      \(bases.count > 1 ? shown.select("basis", "情報共有の根拠", options: bases.map { ($0.rawValue, $0.label) }, blank: nil) : .empty)
      \(shown.checkboxes(
        "member", "この議題に加わる構成員", options: view.members.map { ("\($0.member.id)", $0.member.label) },
        help: "印を付けた構成員だけに、この議題が見えます。"))
      <div class="actions"><button class="button outline">整える</button></div></form>
      <form class="inline" action="\(href: "\(item.path)/removal")" method="post">\(FormView.tokens(chrome))\
      <button class="button text">議題から外す</button></form></details>
      """
  }
}

/// The plan as the members of the meeting read it.
struct TabledPlanPart {
  let plan: TabledPlan

  var html: HTML {
    """
    <section aria-labelledby="plan"><h2 id="plan">諮るプラン</h2><dl class="facts">
    <dt>本人の望む暮らし</dt><dd>\(lines: plan.goalWords)</dd><dt>長期目標</dt><dd>\(lines: plan.goalLong)</dd>
    <dt>短期目標</dt><dd>\(lines: plan.goalShort)</dd><dt>支援の方針</dt><dd>\(lines: plan.policy)</dd>
    <dt>期間</dt><dd>\(plan.period)</dd><dt>確定の仕方</dt><dd>\(plan.pattern?.label)</dd>
    \(HTML.when(!plan.programmes.isEmpty, "<dt>使う事業</dt><dd>\(lines: plan.programmes.joined(separator: "\n"))</dd>"))
    \(HTML.when(!plan.monitoring.isEmpty, "<dt>モニタリング</dt><dd>\(plan.monitoring.joined(separator: "、"))</dd>"))</dl>
    \(HTML.when(!plan.roles.isEmpty, roles))</section>
    """
  }

  private var roles: HTML {
    """
    <ul>\(HTML.each(plan.roles) { role in
      "<li>\(role.agencyName)　\(role.person)　\(role.what)\(role.isMain ? "（主担当）" : "")</li>"
    })</ul>
    """
  }
}
