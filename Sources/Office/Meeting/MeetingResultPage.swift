import Casework
import HTML

/// 結論を記録する: what was discussed, what was decided, who does what, what is lacking in the town.
struct MeetingResultPage {
  let chrome: Chrome
  let view: MeetingItemView
  let agencies: [(code: String, label: String)]
  let form: FormView
  /// What somebody else saved in between.
  var others: SavedBeside?

  private var item: OpenedMeetingItem { view.item }

  /// What is on record already: the roles and the monitoring day of the plan, so that nobody types them again.
  static func blank(_ view: MeetingItemView) -> Fields {
    var pairs: [(String, String)] = [("discussion", view.item.discussion)]
    if view.item.timing == .plan || view.item.timing == .replan {
      for (index, role) in (view.plan?.roles ?? []).prefix(15).enumerated() {
        pairs += [
          ("role_agency_\(index + 1)", "\(role.agency)"), ("role_person_\(index + 1)", role.person), ("role_what_\(index + 1)", role.what),
        ]
      }
      if let day = view.plan?.monitoring.first { pairs.append(("next_monitoring", day)) }
    }
    return Fields(pairs)
  }

  var html: HTML {
    Page(
      title: "結論を記録する", chrome: chrome, place: "/meetings",
      crumbs: [
        ("会議", "/meetings"), (item.meeting.number, "/meetings/\(item.meeting.id)"), ("議題\(item.position)", item.path),
      ], reason: item.meeting.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>結論を記録する <small>\(item.caseLabel)　\(MeetingWording.timing(item.timing))</small></h1>
        \(others?.html)\(form.errorSummary)
        \(HTML.when(!view.absent.isEmpty && !item.meeting.stage.isAhead, "<div class=\"banner warning\"><p>\(MeetingRefusal.absent(view.absent).message)</p></div>"))
        \(HTML.when(view.warning != nil, "<div class=\"banner warning\"><p>\(view.warning)</p></div>"))
        <form action="\(href: "\(item.path)/result")" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)\
        <input type="hidden" name="version" value="\(version)">
        \(attendance)\(form.area("discussion", "検討内容", rows: 8))\(decision)\(roles)
        \(form.area("gaps", "足りない社会資源", help: "この町に足りないと分かったものを、1行に一つずつ書きます。", rows: 3))
        <div class="actions"><button class="button">結論を記録する</button>\(draft.buttons)</div>
        <p class="help">記録した結論は変えられません。時期のある議題では、結論によって多機関協働の段階が進みます。</p></form></div>
        """
    ).html
  }

  /// Who was there, asked together with the first result of a meeting.
  private var attendance: HTML {
    guard item.meeting.stage.isAhead else { return .empty }
    let present = view.members.filter { $0.member.reply != .absent }.map { ("attended", "\($0.member.id)") }
    let shown = form.fields.isOn("holds") ? form : FormView(Fields(present), problems: form.problems)
    return """
      <input type="hidden" name="holds" value="1"><h2>出席者</h2>
      \(shown.checkboxes("attended", "出席した人", options: view.members.map { ("\($0.member.id)", $0.member.label) }))
      """
  }

  private var version: String {
    let sent = form.fields["version"]
    return others == nil && !sent.isEmpty ? sent : String(item.version)
  }

  private var draft: DraftForm {
    DraftForm(form: "会議の結論", path: "\(item.path)/result", title: "会議の結論（\(item.meeting.number)-\(item.position)）", fields: form.fields)
  }

  private var decision: HTML {
    let results = MeetingResult.possible(on: item.timing)
    return """
      <h2>結論</h2>
      \(form.radios("result", "結論", options: results.map { ($0.rawValue, $0.label) }, need: .required))
      \(form.area("result_words", "結論の内容・理由", help: "了承・終結可のほかは必ず書きます。修正する点、継続する理由、中断の理由など。", rows: 3))
      \(HTML.when(results.contains(.windowLeads), """
        \(form.select("lead_agency", "主担当となる相談窓口", options: agencies, help: "「相談窓口を主担当とする」のときに選びます。", blank: "選ばない"))\
        \(form.text("lead_person", "主担当者", width: .medium))
        """))
      \(HTML.when(item.timing != .close && item.timing != .interrupt, form.date("next_monitoring", "次のモニタリング")))
      """
  }

  private var roles: HTML {
    let used =
      MeetingResultInput.rows.last { row in !form.fields["role_agency_\(row)"].isEmpty || !form.fields["role_what_\(row)"].isEmpty } ?? 0
    return """
      <h2>決まった役割</h2>
      <p>ここに書いたことは、事例を見られる機関の「やること」に入ります。ほかの機関には紙や電話で伝えてください。使わない行は空のままにします。</p>
      \(HTML.each(1...min(used + 3, 20)) { row in
        """
        <fieldset class="item"><legend>役割\(row)</legend><div class="columns">
        \(form.select("role_agency_\(row)", "機関", options: agencies, blank: "選ばない"))\
        \(form.text("role_person_\(row)", "担当者", width: .medium))</div>
        \(form.text("role_what_\(row)", "すること"))\(form.date("role_due_\(row)", "期限"))</fieldset>
        """
      })
      """
  }
}

extension MeetingResultPage {
  static func beside(_ item: OpenedMeetingItem, _ sent: Fields) -> SavedBeside {
    SavedBeside(lines: [
      .init(label: "決めたいこと", saved: item.points, typed: ""), .init(label: "検討内容", saved: item.discussion, typed: sent["discussion"]),
      .init(label: "結論", saved: item.result?.label ?? "（まだ）", typed: MeetingResult(rawValue: sent["result"])?.label ?? ""),
      .init(label: "結論の内容・理由", saved: item.resultWords, typed: sent["result_words"]),
    ])
  }
}
