import Casework
import HTML

/// The form that moves a case, with the acts its stage allows and no others.
struct StagePart {
  let chrome: Chrome
  let file: CaseFileID
  let standing: CaseStanding
  let form: FormView
  var isOpen = false

  var html: HTML {
    let choices = StageInput.choices(at: standing.stage)
    if choices.isEmpty { return "<p>この段階は、つなぎの返事によって変わります。</p>" }
    return """
      <details\(flag: "open", isOpen || !form.problems.isEmpty)><summary>段階を変える</summary>
      <form action="/cases/\(file.number)/stage" method="post">\(FormView.tokens(chrome))
      <input type="hidden" name="version" value="\(standing.version)">
      \(form.radios("event", "どうしますか", options: choices.map { ($0.rawValue, CaseFileWording.act($0, at: standing.stage)) }, need: .required))
      \(form.area("reason", "理由・結果", help: "終結・中断・再開と、つなぎ先の結果を記録するときは必ず書いてください。", rows: 2))
      <button class="button outline">段階を変える</button></form></details>
      """
  }
}

/// 担当の変更: who of the agency is in charge of a case.
struct ChargePage {
  let chrome: Chrome
  let file: OpenedFile
  let standing: CaseStanding
  let colleagues: [Colleague]
  var form: FormView?
  var isConflict = false

  var html: HTML {
    let form = form ?? FormView(Fields([("staff", standing.inCharge.map { String($0.number) } ?? "")]))
    let now = colleagues.first { $0.id == standing.inCharge }?.name
    return Page(
      title: "担当を変える", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>担当を変える <small>\(file.number)</small></h1>\(form.errorSummary)
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に変更しました</h2><p>いまの担当は\(now ?? "決まっていません")です。変えるときは、もう一度選んでください。</p></div>"))
        <form action="/cases/\(file.id.number)/charge" method="post">\(FormView.tokens(chrome))
        <input type="hidden" name="version" value="\(standing.version)">
        \(form.select("staff", "担当", options: colleagues.map { (String($0.id.number), $0.name) }, need: .required))
        <div class="actions"><button class="button">担当を変える</button> <a href="/cases/\(file.id.number)">やめる</a></div></form></div>
        """
    ).html
  }
}
