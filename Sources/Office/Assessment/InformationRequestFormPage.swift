import Casework
import HTML

/// 情報提供を依頼する: whom, what, by when.
struct InformationRequestFormPage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  let definition: FormDefinition
  let targets: [(agency: AgencyID, name: String, isCovered: Bool)]
  let consent: ConsentState
  let form: FormView

  private var path: String { "/coordinations/\(coordination.id)/information-requests" }

  var html: HTML {
    Page(
      title: "情報提供を依頼する", chrome: chrome, place: "/coordinations",
      crumbs: [
        ("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)"),
        ("アセスメント", "/coordinations/\(coordination.id)/assessment"),
      ],
      reason: coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>情報提供を依頼する <small>\(coordination.number)</small></h1>\(form.errorSummary)\(notice)
        <form action="\(href: path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        \(form.checkboxes(
          "to", "依頼する機関", options: covered, need: .required, help: "同じことを複数の機関に依頼できます。つなぎ元と、すでに関わっている機関が先に並びます。"))
        \(HTML.when(!uncovered.isEmpty && consent == .given, "<p class=\"help\">本人の同意が及ばないため選べない機関：\(uncovered.joined(separator: "、"))</p>"))
        \(form.text("to_person", "宛先の担当者", help: "分かっているとき。", width: .medium))
        \(form.area("asked", "聞きたいこと", help: "下の項目を選ぶだけでも構いません。例）最近の訪問での様子、利用しているサービス", rows: 4))
        \(HTML.each(definition.sections) { section in
          """
          <details\(flag: "open", section.fields.contains { form.fields.all("question").contains($0.id) })><summary>\(section.title)の項目を選ぶ</summary>
          \(form.checkboxes("question", section.title, options: section.fields.filter { !$0.typed }.map { ($0.id, $0.label) }))</details>
          """
        })
        \(form.date("due_on", "回答期限", need: .required))
        <p>依頼先には、本人の氏名・聞きたいこと・期限だけが伝わります。事例の記録は見えません。</p>
        <div class="actions"><button class="button">依頼する</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var covered: [(code: String, label: String)] { targets.filter(\.isCovered).map { (String($0.agency.number), $0.name) } }
  private var uncovered: [String] { targets.filter { !$0.isCovered }.map(\.name) }

  private var notice: HTML {
    guard consent != .given else { return .empty }
    return """
      <div class="banner warning"><h2>いまは依頼できません</h2><p>本人の同意がいま有効ではありません（\(consent.label)）。\
      <a href="/cases/\(coordination.file.id.number)/consents">本人同意を記録する</a>か、支援会議に諮って情報を共有してください。</p></div>
      """
  }

  private var draft: DraftForm {
    DraftForm(form: "情報提供の依頼", path: "\(path)/new", title: "情報提供の依頼（\(coordination.number)）", fields: form.fields)
  }
}
