import Casework
import HTML

/// プランを書く: one long form that saves itself; rows are added without a script.
struct PlanFormPage {
  let chrome: Chrome
  let plan: OpenedPlan
  let state: PlanState
  let agencies: PlanAgencies
  let offers: PlanOfferPart
  let form: FormView
  /// The round before, whose words are marked as such.
  var previous: PlanDraft?
  /// What a colleague saved in between.
  var others: PlanView?
  /// What was typed, as lines, for showing beside it.
  var typed: PlanDraft?

  var html: HTML {
    Page(
      title: "プランを書く", chrome: chrome, place: "/coordinations",
      crumbs: PlanPage.crumbs(plan.coordination) + [(plan.title, plan.path)], reason: plan.coordination.file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1 id="f-act">プランを書く <small>第\(plan.round)回　\(plan.coordination.number)</small></h1>\(form.errorSummary)\(WritingCautionPart(file: plan.coordination.file).html)\
        \(conflict)\(notice)\(offers.notice)
        <form action="/plans/\(plan.id.number)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(autosaved.hiddenFields)\
        <input type="hidden" name="version" value="\(version)"><input type="hidden" name="with_form" value="1">
        \(goals)\(PlanRowsPart(form: form, plan: plan, agencies: agencies, previous: previous, offers: offers.offers).html)\(offers.html)
        \(HTML.each(PlanProgramme.allCases, use))\(days)\(rest)\(buttons)</form>
        """
    ).html
  }

  /// The version the person started from; once a colleague's words have been shown, theirs.
  private var version: String { others.map { String($0.version) } ?? form.fields["version"] }

  private var autosaved: DraftForm {
    DraftForm(
      form: "プラン", path: "\(plan.path)/edit", title: "プラン 第\(plan.round)回（\(plan.coordination.number)）", fields: form.fields)
  }

  private var conflict: HTML {
    guard let others, let typed else { return .empty }
    let saved = PlanWording.lines(others.draft, others.names)
    let mine = PlanWording.lines(typed, agencies.names)
    return SavedBeside(lines: zip(saved, mine).map { .init(label: $0.label, saved: $0.text, typed: $1.text) }).html
  }

  private var notice: HTML {
    if state.mustStayComplete {
      return "<div class=\"banner info\"><p>会議に諮っているプランです。足りないところがあるままでは保存できません。変えたときは、会議に出る機関に伝えてください。</p></div>"
    }
    guard let previous, others == nil, form.problems.isEmpty else { return .empty }
    return HTML.when(
      !previous.issues.isEmpty || !previous.items.isEmpty,
      "<div class=\"banner info\"><p>前の回のプランの内容を写してあります。「前回から」と書かれたところを確かめ、変わったところを直してください。</p></div>")
  }

  private var goals: HTML {
    """
    <h2>本人の希望と目標</h2>
    \(area("goal_words", "本人の希望（本人の言葉）", \.goalWords, "本人が話したとおりの言葉で書きます。", rows: 3))
    \(area("issues", "解決したい課題", \.issues, "何に困っていて、何を解決したいのかを書きます。", rows: 4))
    \(area("goal_long", "長期の目標", \.goalLong, "本人・世帯がめざす暮らしを書きます。", rows: 2))
    \(area("goal_short", "短期の目標", \.goalShort, "このプランの期間でめざすことを書きます。", rows: 2))
    \(area("policy", "支援の方向性", \.policy, "関係機関がどう支えるのかを書きます。", rows: 3))
    """
  }

  private func area(_ name: String, _ label: String, _ field: KeyPath<PlanDraft, String>, _ help: String?, rows: Int) -> HTML {
    let isKept = previous.map { !$0[keyPath: field].isEmpty && $0[keyPath: field] == form.fields.trimmed(name) } ?? false
    let words = [isKept ? "〔前回から〕" : nil, help].compactMap { $0 }.joined()
    return form.area(name, label, help: words.isEmpty ? nil : words, rows: rows)
  }

  private func use(_ programme: PlanProgramme) -> HTML {
    let name = "use.\(programme.rawValue)"
    return """
      <section aria-label="\(programme.label)の利用"><h2>\(programme.label)の利用</h2>
      \(form.flag(name, "このプランで\(programme.label)を利用する", help: "利用するプランは、市の支援決定を受けて確定します。"))
      \(form.area("\(name).content", "支援の内容", rows: 3))
      \(HTML.when(programme == .participation, """
        \(form.checkboxes("\(name).kind", "参加支援の種類", options: PlanWording.kinds))
        \(form.text("\(name).place", "受け入れる場", help: "決まっているときに書きます。"))
        """))
      \(form.select("\(name).provider", "提供する機関", groups: agencies.providers(of: programme)))
      <div class="columns">\(form.date("\(name).from", "利用の始まり"))\(form.date("\(name).until", "利用の終わり"))</div>
      <div class="columns">\(form.date("\(name).began_on", "先に始めた日", help: "支援決定の前から関わっているときだけ入れます。"))\
      \(form.text("\(name).began_reason", "先に始めた理由"))</div></section>
      """
  }

  private var days: HTML {
    """
    <h2>プランの期間とモニタリング</h2>
    <div class="columns">\(form.date("period_from", "期間の始まり"))\(form.date("period_to", "期間の終わり"))</div>
    <fieldset class="item" id="f-monitor" tabindex="-1"><legend>モニタリング時期</legend>
    <p class="help">プランの期間の中の日を入れます。</p>\
    <input type="hidden" name="monitor.rows" value="\(PlanInput.rows(form.fields, "monitor"))">
    <div class="columns">\(HTML.each(0..<PlanInput.rows(form.fields, "monitor")) { row in
      form.date("monitor.\(row + 1)", "モニタリング\(row + 1)", help: monitoringSource(form.fields.trimmed("monitor.\(row + 1)")))
    })</div>\(more("monitor", "モニタリングの日を増やす"))</fieldset>
    """
  }

  private func monitoringSource(_ typed: String) -> String? {
    typed.isEmpty ? nil : PlanOfferPart.source(offers.offers) { $0.nextMonitoring?.warekiShort == typed }
  }

  private func more(_ kind: String, _ label: String) -> HTML { PlanRowsPart.more(plan, form.fields, kind, label) }

  private var rest: HTML {
    """
    <h2>本人の同意・利用申込</h2>
    <p>アウトリーチ等事業や参加支援事業を使うプランには、本人の同意・利用申込が要ります。</p>
    <div class="columns">\(form.date("agreed_on", "同意した日"))\(form.select("agreed_how", "同意の方法", options: PlanWording.agreements))</div>
    <h2>そのほか</h2>
    \(area("other_services", "ほかの制度の利用", \.otherServices, nil, rows: 2))
    \(area("notes", "特記事項（連携上の注意）", \.notes, nil, rows: 3))
    \(form.date("drafted_on", "作成日"))
    """
  }

  private var buttons: HTML {
    """
    <div class="actions"><button class="button">\(state == .conference ? "保存する" : "下書きを保存する")</button>
    \(HTML.when(state == .drafting, """
      <button class="button outline" formaction="/plans/\(plan.id.number)/submission">保存して会議に諮る</button>
      """))\(autosaved.buttons)</div>
    <p class="help">下書きは、足りないところがあっても保存できます。支援チームの機関は下書きを読み、意見を寄せられます。</p>
    """
  }
}
