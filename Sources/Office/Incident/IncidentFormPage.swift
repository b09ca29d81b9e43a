import Casework
import HTML

/// 漏えい等を登録する・直す
struct IncidentFormPage {
  let chrome: Chrome
  /// Nothing for a new one.
  let view: IncidentView?
  let form: FormView
  /// What somebody else saved while this form was open.
  var saved: Fields?

  private var path: String { view.map { "/incidents/\($0.id)" } ?? "/incidents" }

  var html: HTML {
    Page(
      title: view.map { "漏えい等の記録を直す \($0.number)" } ?? "漏えい等を登録する", chrome: chrome, place: "/incidents",
      crumbs: [("漏えい等の記録", "/incidents")],
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(view == nil ? "漏えい等を登録する" : "漏えい等の記録を直す") <small>\(view?.number)</small></h1>\(form.errorSummary)\(beside)
        <p>分かっていることから登録し、あとから直せます。直す前の内容も残ります。住民の氏名や相談の内容は書かず、事例番号で示してください。</p>
        <form action="\(href: path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        <input type="hidden" name="version" value="\(saved?["version"] ?? form.fields["version"])">
        \(form.date("known_on", "知った日", need: .required, help: "職員のだれかが初めて知った日。報告の期限はこの日から数えます。"))
        \(form.text("happened", "起きた日・期間", help: "分かる範囲で。"))\(form.area("outline", "概要", need: .required, rows: 4))
        \(form.area("items", "漏えい等した項目", help: "例）氏名、住所、障害の有無", rows: 2))
        \(form.text("persons", "人数", help: "分からないときは空欄。", width: .short, inputMode: "numeric"))
        <fieldset class="item"><legend>当てはまるもの</legend>\(form.flag("is_sensitive", "要配慮個人情報を含む", help: "病歴、障害、犯罪の被害など。相談の記録は多くの場合に含みます。"))\
        \(form.flag("is_money", "財産的被害のおそれがある"))\(form.flag("is_bad_purpose", "不正の目的で行われたおそれがある"))</fieldset>
        \(form.area("case_numbers", "だれの記録か（事例番号）", help: "1行に1つ。例）R8-00001", rows: 3))
        \(form.area("cause", "原因", rows: 3))\(form.area("secondary", "二次被害またはそのおそれ", rows: 2))
        \(form.area("handling", "本人への対応", rows: 2))\(form.area("publication", "公表", rows: 2))\(form.area("prevention", "再発防止", rows: 3))
        <div class="actions"><button class="button">保存する</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var draft: DraftForm {
    DraftForm(
      form: "漏えい等の記録", path: view.map { "/incidents/\($0.id)/edit" } ?? "/incidents/new",
      title: "漏えい等の記録\(view.map { "（\($0.number)）" } ?? "（新しい登録）")", fields: form.fields)
  }

  private static let compared = [
    "known_on", "happened", "outline", "items", "persons", "case_numbers", "cause", "secondary", "handling", "publication", "prevention",
  ]

  private var beside: HTML {
    guard let saved else { return .empty }
    return SavedBeside(
      lines: IncidentFormPage.compared.map {
        .init(label: IncidentWording.labels[$0] ?? $0, saved: saved[$0], typed: form.fields[$0])
      }
    ).html
  }
}
