import Casework
import HTML

/// 多機関協働の画面: the case on one page — where it stands, what blocks the next step, whose turn, who stays, what is ahead.
struct CoordinationPage {
  let chrome: Chrome
  let today: CivilDate
  let view: CoordinationView
  /// C-11 同意が得られない理由.
  let noConsent: CodeList
  /// C-15 対応方法.
  let methods: CodeList
  /// What a rule said when a button was pressed too early.
  var form = FormView()

  private var coordination: OpenedCoordination { view.coordination }
  private var facts: CoordinationView.Facts { view.facts }

  var html: HTML {
    Page(
      title: "多機関協働 \(coordination.number)", chrome: chrome, place: "/coordinations", crumbs: crumbs, reason: coordination.file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(facts.label) <small class="quiet">\(coordination.number)</small></h1>\(form.errorSummary)
        <p>\(chips)</p>\(CoordinationLinePart(stage: coordination.stage, pattern: view.recorded.pattern, events: view.events).html)
        \(warnings)
        <div class="two"><div>\(CoordinationNextPart(chrome: chrome, view: view, today: today).html)\(plan)\(notes)\(history)</div>
        <div>\(summary)\(days)\(meetings)\(asks)\(CoordinationTeamPart(view: view, today: today).html)</div></div>
        """
    ).html
  }

  private var crumbs: [(title: String, path: String)] {
    let place = Access.verdict(.seeCoordinations, roles: chrome.roles) == .allowed ? [("多機関協働", "/coordinations")] : []
    return place + [("事例 \(coordination.file.number)", "/cases/\(coordination.file.id)")]
  }

  private var chips: HTML {
    let turn = Coordination.isWaitingFor(coordination.stage)
    let sides = coordination.sides.union(coordination.isCoordinator ? [.meeting] : [])
    return """
      <span class="chip main">\(coordination.stage.label)</span>\
      \(HTML.when(coordination.round > 1, " <span class=\"chip\">\(coordination.round)回目</span>")) \
      <span class="chip\(raw: turn.map(sides.contains) == true ? " turn" : "")">\(CoordinationWording.turn(coordination.stage, sides: sides))</span> \
      <span class="chip\(raw: view.recorded.consent == .given ? " done" : " late")">本人同意：\(view.recorded.consent.label)</span>\
      \(view.recorded.pattern.map { " <span class=\"chip\">パターン\($0.letter)</span>" as HTML } ?? .empty)
      """
  }

  /// R-61, and what withdrawal or another event asks for.
  private var warnings: HTML {
    let entrusted = facts.delivery == .entrusted && facts.deliveryReason.isEmpty && today.fiscalYear >= 2025
    return """
      \(HTML.when(entrusted && coordination.isCoordinator, "<div class=\"banner warning\"><p>\(CarriedProgramme.warning)システム管理者に、機関の画面で理由を記録するよう依頼してください。</p></div>"))\
      \(HTML.when(view.plan?.reviewWanted.isEmpty == false, "<div class=\"banner warning\"><h2>プランの見直しが必要です</h2><p>\(view.plan?.reviewWanted)</p></div>"))
      """
  }

  private var summary: HTML {
    """
    <h2>この事例</h2><dl class="facts"><dt>段階</dt><dd>\(coordination.stage.label)（\(facts.since.wareki)から）</dd>
    <dt>多機関協働</dt><dd>\(coordination.agencyName)　\(facts.coordinatorName)\
    \(HTML.when(coordination.isCoordinator, "　<a href=\"/coordinations/\(coordination.id.number)/charge\">担当を変える</a>"))</dd>
    <dt>つなぎ元</dt><dd>\(facts.referrerName)　<a href="/referrals/\(coordination.referral.number)">つなぎ \(facts.referralNumber)</a></dd>
    <dt>主担当</dt><dd>\(facts.leadName.isEmpty ? mainRole : "\(facts.leadName)　\(facts.leadPerson)\(facts.leadSince.map { "（\($0.wareki)から）" })")</dd>
    \(facts.route.map { "<dt>経路</dt><dd>\($0.label)</dd>" as HTML } ?? .empty)\
    \(HTML.when(!facts.publicAssistance.isEmpty, "<dt>保護の実施機関</dt><dd>\(facts.publicAssistance)（生活保護世帯。支援の中心として加わります）</dd>"))</dl>
    \(HTML.when(coordination.isCoordinator && coordination.round > 0, "<p><a href=\"/coordinations/\(coordination.id.number)/description\">経路・つなぎの目安・生活保護を記録する</a></p>"))
    <ul class="plain"><li><a href="/cases/\(coordination.file.id.number)">事例の記録（支援経過・世帯・添付）</a></li>
    <li><a href="/cases/\(coordination.file.id.number)/consents">本人同意</a></li>
    \(HTML.when(coordination.round > 0, """
      <li><a href="/coordinations/\(coordination.id.number)/assessment">アセスメント（様式1-2）</a></li>
      <li><a href="/coordinations/\(coordination.id.number)/plan">プラン（様式2-1）</a></li>
      """))\
    \(view.plan.map { "<li><a href=\"/plans/\($0.id.number)/review\">評価（様式2-2）</a></li>" as HTML } ?? .empty)\
    \(HTML.when(view.plan?.confirmedOn != nil, "<li><a href=\"/coordinations/\(coordination.id.number)/progress\">実施の状況・モニタリング</a></li>"))</ul>
    """
  }

  private var mainRole: HTML {
    guard let main = view.plan?.roles.first(where: \.isMain) else { return "まだ決まっていません" }
    return "\(main.agency)　\(main.person)（プランの主担当）"
  }

  private var days: HTML {
    guard !view.days.isEmpty else { return .empty }
    return """
      <section aria-labelledby="days"><h2 id="days">次の予定日</h2><ul class="plain">\(HTML.each(view.days) { day, kind in
        "<li>\(day.wareki)　\(kind.label)\(HTML.when(day < today, " <span class=\"chip late\">過ぎています</span>"))</li>"
      })</ul></section>
      """
  }

  private var meetings: HTML {
    guard !view.meetings.isEmpty else { return .empty }
    return """
      <section aria-labelledby="meetings"><h2 id="meetings">重層的支援会議</h2><ul class="plain">\(HTML.each(view.meetings) { meeting in
        """
        <li><a href="/meetings/\(meeting.id.number)/items/\(meeting.item.number)">\(meeting.day.warekiShort)　\(meeting.name)</a>\
        　\(meeting.timing?.label)　<span class="chip\(raw: meeting.result == nil ? "" : " done")">\(meeting.result?.label ?? "結果待ち")</span></li>
        """
      })</ul></section>
      """
  }

  private var asks: HTML {
    guard !view.asks.isEmpty else { return .empty }
    return """
      <section aria-labelledby="asks"><h2 id="asks">情報提供の依頼</h2><ul class="plain">\(HTML.each(view.asks) { ask in
        """
        <li><a href="/information-requests/\(ask.id.number)">\(ask.agency)</a> \
        \(CoordinationWording.ask(ask.state, due: ask.due, today: today))</li>
        """
      })</ul></section>
      """
  }
}

extension CoordinationPage {
  private var plan: HTML {
    guard let plan = view.plan else { return .empty }
    return """
      <section aria-labelledby="plan"><h2 id="plan"><a href="/plans/\(plan.id.number)">プラン（\(plan.round)回目）</a></h2>
      \(HTML.when(!plan.words.isEmpty, "<p>本人のことば：\(plan.words)</p>"))<p>目標：\(plan.goal)</p>
      <p>\(plan.confirmedOn.map { "確定日　\($0.wareki)" } ?? "まだ確定していません")</p>
      \(plan.roles.isEmpty ? .empty : roles(plan))</section>
      """
  }

  private func roles(_ plan: CoordinationView.Plan) -> HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="役割分担と実施の状況"><table><thead><tr><th scope="col">機関</th><th scope="col">役割</th>\
    <th scope="col">いまの状況</th></tr></thead><tbody>\(HTML.each(plan.roles) { role in
      """
      <tr><th scope="row">\(role.agency)　\(role.person)\(HTML.when(role.isMain, " <span class=\"chip main\">主担当</span>"))</th>\
      <td>\(role.role)</td><td>\(CoordinationWording.progress(role.state).map { "<span class=\"chip\(raw: role.state == "needsTalk" ? " late" : "")\">\($0)</span> " as HTML })\
      \(role.words)\(role.at.map { " <span class=\"quiet\">\(Wording.shortMoment($0))</span>" as HTML } ?? "まだ聞いていません")</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var notes: HTML {
    """
    <section aria-labelledby="notes"><h2 id="notes">最近の支援経過</h2>
    \(view.notes.isEmpty ? "<p>支援経過はまだありません。</p>" : HTML.each(view.notes) { note in
      NotePart(note: note, method: methods.label(note.method)).html
    })<p><a href="/cases/\(coordination.file.id.number)/notes/new">支援経過を書く</a></p></section>
    """
  }

  private var history: HTML {
    guard !view.events.isEmpty else { return .empty }
    return """
      <section aria-labelledby="history"><h2 id="history">多機関協働の経過</h2><ol class="plain">\(HTML.each(view.events) { event in
        """
        <li><p><strong>\(event.act.map(CoordinationWording.past) ?? event.stage.label)</strong>　\
        <span class="quiet">\(event.day.wareki)　\(event.agency)　\(event.staff)</span></p>\
        \(line("区分", event.act.map { CoordinationWording.reasonLabel($0, event.reasonCode, noConsent: noConsent) } ?? ""))\
        \(line(nil, event.words))\(line("つなぎ元との協議", event.talk))\(line("助言", event.advice))\(line("これからの体制", event.jointSetUp))</li>
        """
      })</ol></section>
      """
  }

  private func line(_ label: String?, _ text: String) -> HTML {
    text.isEmpty ? .empty : "<p>\(label.map { "\($0)：" })\(lines: text)</p>"
  }
}
