import Casework
import HTML

/// 評価を書く (様式2-2). Nothing is forced while it is a draft.
struct ReviewFormPage {
  let chrome: Chrome
  let view: ReviewView
  let form: FormView
  /// What a colleague saved in between.
  var others: Fields?

  private var plan: PlanID { view.opened.plan }

  var html: HTML {
    Page(
      title: "プラン評価を書く", chrome: chrome, place: "/coordinations",
      crumbs: [
        (view.coordination.number, "/coordinations/\(view.coordination.id)"), ("プラン", "/plans/\(plan)"), ("評価", "/plans/\(plan)/review"),
      ],
      reason: view.coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>プラン評価（様式2-2） <small>第\(view.plan.round)回プラン</small></h1>\(form.errorSummary)\(conflict)
        <p class="quiet">確定 \(view.plan.confirmedOn?.warekiShort ?? "")　期間 \(view.plan.period)</p>
        <form action="/plans/\(plan.number)/review/completion" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\
        \(autosaved.hiddenFields)<input type="hidden" name="version" value="\(version)">
        \(form.date("reviewed_on", label(.reviewedOn), need: .required))\(goals)\(present)\(ReviewRolesPart(view: view, form: form).html)\(opinions)
        \(ReviewResultPart(view: view, form: form).html)
        <div class="actions"><button class="button">評価を完了する</button>
        <button class="button outline" formaction="/plans/\(plan.number)/review" formnovalidate>途中の内容として保存する</button>\(autosaved.buttons)</div>
        <p class="help">途中で保存した評価は、「評価を完了する」を押すまで会議や終結には使われません。</p></form></div>
        """
    ).html
  }

  /// The version the person started from, until a colleague's words have been shown.
  private var version: String {
    let sent = form.fields["version"]
    return others == nil && !sent.isEmpty ? sent : String(view.saved?.version ?? 0)
  }

  private var autosaved: DraftForm {
    DraftForm(
      form: "プラン評価", path: "/plans/\(plan)/review/edit", title: "プラン評価（\(view.coordination.number) 第\(view.plan.round)回）",
      fields: form.fields)
  }

  private func label(_ question: ReviewForm.Question) -> String { view.form.label(question) }

  private var goals: HTML {
    """
    <h2>\(label(.attainment))</h2>\(HTML.each(view.plan.goals) { goal in
      """
      \(form.radios(
        "goal.\(goal.key)", "\(goal.title)：\(goal.text)", options: view.form.attainments, need: .required))
      \(form.area("goal.\(goal.key).words", "\(goal.title)の説明", rows: 2))
      """
    })
    """
  }

  private var present: HTML {
    """
    \(HTML.when(!view.form.changes.items.isEmpty, """
      \(form.checkboxes("changes", label(.changes), options: view.form.offered(view.form.changes, chosen: form.fields.all("changes")), help: view.form.help(.changes)))\(form.text("changes.other", "その他の変化"))
      """))
    \(form.area("status", label(.status), need: .required, help: view.form.help(.status)))
    \(form.area("remaining", label(.remaining), need: .required, help: "ないときは「なし」と書いてください。終結のときは、続ける機関に伝わります。"))
    """
  }

  private var opinions: HTML {
    """
    \(form.area("resource_gap", label(.resourceGap), help: "地域に足りないもの、あるとよいもの。地域づくりの検討に使います。", rows: 3))
    \(form.area("person_view", label(.personView), help: "本人のことばで書いてください。", rows: 3))
    """
  }

  private var conflict: HTML {
    guard let others else { return .empty }
    return SavedBeside(
      lines: ReviewWording.fieldLabels(view.plan).map { field in
        .init(label: field.label, saved: shown(field.name, others), typed: shown(field.name, form.fields))
      }
    ).html
  }

  /// The value of a field in words.
  private func shown(_ name: String, _ fields: Fields) -> String {
    let options: [(code: String, label: String)] =
      switch name {
      case "changes": view.form.changes.items.map { ($0.code, $0.label) }
      case "close_reason": view.form.closeReasons.items.map { ($0.code, $0.label) }
      case "result": view.form.results
      case "interrupt_reason": view.form.interruptReasons
      case "lead_agency": view.agencies.flatMap(\.options)
      case "needs_follow_up": view.form.followUpNeeds
      case _ where name.hasPrefix("goal."): view.form.attainments
      case _ where name.hasPrefix("role."): view.form.roleResults
      default: []
      }
    return fields.all(name).filter { !$0.isEmpty }.map { value in options.first { $0.code == value }?.label ?? value }.joined(
      separator: "\n")
  }
}

/// What became of each agency's role.
struct ReviewRolesPart {
  let view: ReviewView
  let form: FormView

  var html: HTML {
    guard !view.plan.roles.isEmpty else { return .empty }
    return """
      <h2>\(view.form.label(.roles))</h2><p class="help">各機関から届いた最後の報告を写してあります。</p>
      \(HTML.each(view.plan.roles) { role in
        """
        \(form.radios(
          "role.\(role.id)", "\(role.agencyName)：\(role.what)", options: view.form.roleResults))
        \(form.area("role.\(role.id).words", "\(role.agencyName)の説明", rows: 2))
        """
      })
      """
  }
}

/// The result and what goes with it.
struct ReviewResultPart {
  let view: ReviewView
  let form: FormView

  var html: HTML {
    """
    <h2>\(label(.result))</h2>
    \(form.radios("result", label(.result), options: view.form.results, need: .required))
    <fieldset class="item"><legend>終結のとき</legend>
    \(form.select("close_reason", label(.closeReason), options: view.form.offered(view.form.closeReasons, chosen: form.fields.all("close_reason"))))
    \(form.text("close_words", "終結の理由の説明"))
    \(form.select("lead_agency", label(.leadAgency), groups: view.agencies, help: "終結のあと、支援を続ける中心になる機関を一つ選びます。"))
    \(form.text("lead_person", label(.leadPerson), help: "主担当機関で窓口になる人の名前", width: .medium))
    \(form.radios("needs_follow_up", label(.followUp), options: view.form.followUpNeeds))
    <div class="columns">\(form.date("follow_up_on", label(.followUpOn)))\(form.text("follow_up_how", label(.followUpHow)))</div>
    \(form.area("onward", label(.onward), help: "支援の方向、本人との約束、次の予定など。主担当機関とつなぎ元に伝わります。", rows: 3))</fieldset>
    <fieldset class="item"><legend>中断のとき</legend>
    \(form.select("interrupt_reason", label(.interruptReason), options: view.form.interruptReasons))
    \(form.text("interrupt_words", "中断の理由の説明"))</fieldset>
    """
  }

  private func label(_ question: ReviewForm.Question) -> String { view.form.label(question) }
}
