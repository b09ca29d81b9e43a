import Casework
import HTML

/// 実施の状況: what every agency with a role says, asking, and what the monitorings found.
struct ProgressPage {
  let chrome: Chrome
  let view: ProgressView
  /// What was typed and is wrong with it, when a form came back.
  var form = FormView()

  private var coordination: OpenedCoordination { view.coordination }

  var html: HTML {
    Page(
      title: "実施の状況 \(coordination.number)", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働", "/coordinations"), (coordination.number, "/coordinations/\(coordination.id)")],
      reason: coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>実施の状況 <small>\(coordination.number)</small></h1>\(form.errorSummary)\(planLine)
        \(HTML.when(view.isRunning, own))\(table)\(HTML.when(view.isRunning && coordination.isCoordinator, asking))
        \(monitoring)\(history)
        """
    ).html
  }

  private var planLine: HTML {
    guard let plan = view.plan else { return "<p>確定したプランがまだありません。プランが確定すると、ここで各機関の状況をまとめて見られます。</p>" }
    return """
      <p><a href="/plans/\(plan.id.number)">第\(plan.round)回プラン</a>　確定 \(plan.confirmedOn.warekiShort)\
      \(plan.periodTo.map { "　期間 \($0.warekiShort)まで" as HTML } ?? .empty)</p>
      \(HTML.when(!view.isRunning, "<p>いまは「\(coordination.stage.label)」の段階です。このプランの状況は、最後に聞いたままを表示しています。</p>"))
      """
  }

  private var own: HTML {
    let roles = view.roles.filter(\.isOwn)
    guard !roles.isEmpty else { return .empty }
    return """
      <section aria-labelledby="own"><h2 id="own">自機関の役割</h2>
      \(HTML.each(roles) { role in
        """
        <div class="card"><h3>\(role.what.isEmpty ? "役割" : role.what) \(HTML.when(role.isMain, "<span class=\"chip main\">主担当</span>"))</h3>
        <p class="quiet">前回：\(role.latest.map { "\($0.state.label)　\($0.words)" } ?? "なし")（\(ProgressWording.age(role))）</p>
        \(ReportForm(chrome: chrome, coordination: coordination.id, role: role, form: form).html)</div>
        """
      })</section>
      """
  }

  private var table: HTML {
    guard !view.roles.isEmpty else { return .empty }
    return """
      <section aria-labelledby="roles"><h2 id="roles">機関ごとの状況</h2>
      <div class="table-box" tabindex="0" role="region" aria-label="機関ごとの状況の表"><table>
      <thead><tr><th scope="col">機関・役割</th><th scope="col">状況</th><th scope="col">ひとこと</th><th scope="col">最後に聞いた日</th></tr></thead>
      <tbody>\(HTML.each(view.roles) { row($0) })</tbody></table></div></section>
      """
  }

  private func row(_ role: RoleProgress) -> HTML {
    """
    <tr id="role-\(role.role)"><th scope="row">\(role.agencyName)\(HTML.when(role.isMain, " <span class=\"chip main\">主担当</span>"))\
    <br><span class="quiet">\(role.person)　\(role.what)</span></th>
    <td>\(role.latest.map { StateChip(state: $0.state).html } ?? "<span class=\"quiet\">報告なし</span>")</td>
    <td>\(lines: role.latest?.words ?? "")\(onBehalf(role))</td>
    <td>\(role.latest.map { Wording.shortMoment($0.at) } ?? "") <span class="quiet">\(ProgressWording.age(role))</span>\
    \(HTML.when(role.isQuiet, " <span class=\"chip late\">\(ProgressReport.quietDays)日以上聞いていません</span>"))</td></tr>
    """
  }

  private func onBehalf(_ role: RoleProgress) -> HTML {
    guard view.isRunning, coordination.isCoordinator, !role.isOwn else { return .empty }
    let isOpen = form.fields["role"] == String(role.role)
    return """
      <details\(flag: "open", isOpen)><summary>聞いたことを代わりに記録する</summary>
      \(ReportForm(chrome: chrome, coordination: coordination.id, role: role, form: form).html)</details>
      """
  }

  private var asking: HTML {
    let offered = view.askable
    let chosen = form.fields.all("agency")
    let start = chosen.isEmpty ? FormView(Fields(offered.map { ("agency", $0.code) }), problems: form.problems) : form
    return """
      <section aria-labelledby="ask"><h2 id="ask">状況を尋ねる</h2>
      \(offered.isEmpty ? "<p>画面で尋ねられる機関はありません。電話などで聞き、上の表から代わりに記録してください。</p>" : inquiry(start, offered))
      \(HTML.when(!view.unreachable.isEmpty, "<p>この事例を画面で見られない機関：\(view.unreachable.joined(separator: "、"))。電話などで聞いてください。</p>"))
      </section>
      """
  }

  private func inquiry(_ start: FormView, _ offered: [(code: String, label: String)]) -> HTML {
    """
    <form action="/coordinations/\(coordination.id.number)/progress/inquiry" method="post">\(FormView.tokens(chrome))
    \(start.checkboxes("agency", "尋ねる機関", options: offered, help: "選んだ機関の「やること」に載ります。報告があると、やることは自動で済みになります。"))
    \(start.date("due", "いつまでに"))
    <div class="actions"><button class="button outline">状況を尋ねる</button></div></form>
    """
  }

  private var monitoring: HTML { MonitoringPart(view: view).html }

  private var history: HTML {
    guard !view.history.isEmpty else { return .empty }
    return """
      <section aria-labelledby="reports"><h2 id="reports">これまでの報告</h2><ol class="plain">\(HTML.each(view.history) { item in
        """
        <li>\(StateChip(state: item.line.state).html) <strong>\(item.role)</strong>　\(lines: item.line.words)
        <span class="quiet">\(Wording.shortMoment(item.line.at))　\(item.line.agencyName)　\(item.line.staffName)\
        \(item.line.isOnBehalf ? "（代わりに記録）" : "")</span></li>
        """
      })</ol></section>
      """
  }
}

/// 「相談したい」 stands out.
struct StateChip {
  let state: ProgressState

  var html: HTML {
    switch state {
    case .asPlanned: "<span class=\"chip done\">\(state.label)</span>"
    case .partly, .notStarted: "<span class=\"chip\">\(state.label)</span>"
    case .needsTalk: "<span class=\"chip late\">\(state.label)</span>"
    }
  }
}

/// One click and a sentence, for one role.
struct ReportForm {
  let chrome: Chrome
  let coordination: CoordinationID
  let role: RoleProgress
  let form: FormView

  private var isMine: Bool { form.fields["role"] == String(role.role) }
  private var problems: [FieldProblem] { isMine ? form.problems : [] }

  var html: HTML {
    """
    <form action="/coordinations/\(coordination.number)/progress" method="post">\(FormView.tokens(chrome))
    <input type="hidden" name="role" value="\(role.role)">
    <div class="item"><label for="\(anchor)">ひとこと</label>
    <p class="help" id="\(anchor)-help">「予定どおり」のほかは、ようすを一文で書いてください。</p>
    <textarea class="field" id="\(anchor)" name="words" rows="2" aria-describedby="\(anchor)-help"\
    \(HTML.when(!problems.isEmpty, " aria-invalid=\"true\""))>
    \(isMine ? form.fields["words"] : "")</textarea>\(HTML.each(problems) { "<p class=\"problem\">＊\($0.sentence)</p>" })</div>
    <div class="actions">\(HTML.each(ProgressState.allCases) {
      "<button class=\"button\(raw: $0 == .asPlanned ? "" : " outline")\" name=\"state\" value=\"\($0.rawValue)\">\($0.label)</button> "
    })</div></form>
    """
  }

  /// The field of the form that came back is the one the summary links to.
  private var anchor: String { isMine && !problems.isEmpty ? FormView.anchor(problems[0].fieldID) : "words-\(role.role)" }
}
