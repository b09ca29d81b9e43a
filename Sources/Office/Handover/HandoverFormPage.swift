import Casework
import HTML

/// 引継ぎ書を書く: six short answers, begun with what the record already says.
struct HandoverFormPage {
  let chrome: Chrome
  let file: OpenedFile
  /// As it is saved; nothing for a new one.
  let opened: OpenedHandover?
  let takers: [(code: String, label: String)]
  let form: FormView
  var isConflict = false

  private var path: String { opened.map { "/handovers/\($0.id)" } ?? "/cases/\(file.id)/handovers" }

  var html: HTML {
    Page(
      title: "引継ぎ書を書く", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("引継ぎ書", "/cases/\(file.id)/handovers")], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>引継ぎ書を書く <small>\(file.number)</small></h1>\(form.errorSummary)\(isConflict ? conflict : .empty)
        <p>ご本人が同じことをもう一度話さなくてすむように、記録だけでは伝わらないことを1枚にまとめます。自機関の中だけに見えます。</p>
        <form action="\(href: path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)\(form.hidden("version"))
        \(form.select("taker", "引き継ぐ人", options: takers, need: .required))\(questions)
        <div class="actions"><button class="button">保存する</button>\(draft.buttons)</div>
        <p class="help">保存したあと、内容を見直して「引き継ぐ側として確認する」を押すと、引き継ぐ人に届きます。</p></form></div>
        """
    ).html
  }

  private var draft: DraftForm {
    DraftForm(
      form: "引継ぎ書", path: opened.map { "/handovers/\($0.id)/edit" } ?? "\(path)/new", title: "引継ぎ書（\(file.number)）", fields: form.fields)
  }

  private var questions: HTML {
    HTML.each(HandoverText.Part.allCases) { part in
      (part == .next ? form.date("next_on", "次の日付", help: "決まっていれば。") : .empty)
        + form.area(
          HandoverInput.field(part), part.label, help: "\(HandoverWording.prompt(part))（\(HandoverText.longest)文字まで）",
          rows: part == .next || part == .firstCall ? 2 : 4)
    }
  }

  private var conflict: HTML {
    guard let opened else { return .empty }
    let saved = HandoverInput.fields(of: opened)
    let lines = HandoverText.Part.allCases.map { (HandoverInput.field($0), $0.label) } + [("next_on", "次の日付")]
    return SavedBeside(
      lines: lines.map { SavedBeside.Line(label: $0.1, saved: saved.trimmed($0.0), typed: form.fields.trimmed($0.0)) }
    ).html
  }
}
