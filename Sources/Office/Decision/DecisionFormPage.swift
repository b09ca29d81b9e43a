import Casework
import HTML

/// 支援決定をする: the plan beside the form, so that nothing has to be looked up.
struct DecisionFormPage {
  let chrome: Chrome
  let plan: OpenedPlan
  let view: PlanView
  let meetingDay: CivilDate?
  /// What the meeting said.
  let meeting: PlanMeetingSummary?
  let earlier: [DecisionView]
  let form: FormView
  /// The case moved on while the form was open.
  var isStale = false

  static func blank(
    programmes: [String], number: String, decider: (title: String, name: String)?, plan: OpenedPlan, today: CivilDate
  ) -> Fields {
    Fields([
      ("content", programmes.joined(separator: "\n")),
      ("number", number), ("decider_title", decider?.title ?? ""), ("decider_name", decider?.name ?? ""),
      ("decided_on", today.warekiShort), ("version", String(plan.coordination.version)),
    ])
  }

  var html: HTML {
    Page(
      title: "支援決定をする", chrome: chrome, place: "/decisions",
      crumbs: [("支援決定・確認・報告", "/decisions"), ("\(plan.coordination.number) \(plan.title)", plan.path)],
      reason: plan.coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1 id="f-act">支援決定をする <small>\(plan.coordination.number)　第\(plan.round)回</small></h1>\(form.errorSummary)\(stale)
        <div class="two"><div>\(entry)</div><div>\(summary)</div></div>
        <h2>プランの内容</h2>\(PlanContentPart(view: view).html)
        """
    ).html
  }

  private var stale: HTML {
    guard isStale else { return .empty }
    return """
      <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>この事例は先に進みました</h2>
      <p>この画面を開いたあとに、ほかの人が決定したか、事例の段階が変わりました（いまは「\(plan.coordination.stage.label)」）。まだ保存していません。\
      右の内容を確かめ、必要ならもう一度「決定を記録する」を押してください。入力した内容は残っています。</p></div>
      """
  }

  private var entry: HTML {
    """
    <form action="/plans/\(plan.id.number)/decision" method="post">\(FormView.tokens(chrome))\
    <input type="hidden" name="version" value="\(isStale ? String(plan.coordination.version) : form.fields["version"])">
    \(form.radios("result", "結果", options: SupportDecisionResult.allCases.map { ($0.rawValue, $0.label) }, need: .required))
    \(form.area("content", "決定の内容", help: "どの事業を、どのような内容で決定するのかを書きます。", rows: 3))
    \(form.area("conditions", "条件", help: "条件付きで決定するときに書きます。", rows: 2))
    \(form.area("reason", "理由", help: "不決定のときは必ず書きます。プラン作成に戻り、多機関協働事業者が読みます。", rows: 3))
    \(HTML.when(plan.pattern == .programmesAndOthers, form.flag("confirms_rest", "ほかの支援の内容を確認した", help: "パターンBのプランでは、決定のときに確認します。")))
    \(form.text("number", "決定番号", need: .required, width: .medium))
    \(form.date("decided_on", "決定日", need: .required))
    <div class="columns">\(form.text("decider_title", "決定者の職", need: .required, width: .medium))\
    \(form.text("decider_name", "決定者の氏名", need: .required, width: .medium))</div>
    <div class="actions"><button class="button">決定を記録する</button></div></form>
    """
  }

  private var summary: HTML {
    let programmes = view.draft.uses.map { use in "\(use.programme.label)：\(use.content)" }.joined(separator: "\n")
    let others = view.draft.items.filter(\.isOtherSupport).map { "\($0.action)（\(PlanWording.owner($0.owner, view.names))）" }
    return """
      <section class="card" aria-labelledby="to-decide"><h2 id="to-decide">決定すること</h2><p>\(view.pattern.label)</p><p>\(lines: programmes)</p></section>
      \(HTML.when(plan.pattern == .programmesAndOthers, """
        <section class="card" aria-labelledby="to-confirm"><h2 id="to-confirm">確認すること（ほかの支援）</h2>\
        <ul>\(HTML.each(others) { "<li>\($0)</li>" })</ul></section>
        """))
      <section class="card" aria-labelledby="meeting"><h2 id="meeting">会議の結果</h2><p>\(meetingDay?.wareki ?? "")　\(meeting?.result.label ?? "")</p>\
      \(meeting.map { "<p>\(lines: $0.words)</p>" as HTML } ?? .empty)</section>
      \(HTML.when(!earlier.isEmpty, DecisionPart(decisions: earlier, report: nil).html))
      """
  }
}
