import Casework
import HTML

/// 職員の登録・変更。
struct StaffFormPage {
  let chrome: Chrome
  let agencies: [(code: String, label: String)]
  /// As it is saved; nil for a new account.
  let staff: StaffView?
  let form: FormView
  var isConflict = false

  var html: HTML {
    let path = staff.map { "/staff/\($0.id)" } ?? "/staff"
    return Page(
      title: staff == nil ? "職員の登録" : "職員の変更", chrome: chrome, place: "/staff", crumbs: [("職員", "/staff")],
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(staff == nil ? "職員の登録" : "職員の変更")</h1>\(form.errorSummary)\(isConflict ? conflict : .empty)
        <form action="\(href: path)" method="post">\(FormView.tokens(chrome))\(form.hidden("version"))
        \(form.select("agency", "機関", options: agencies, need: .required, help: staff == nil ? nil : "異動したときは、ここで新しい機関に変えてください。すべての端末でサインアウトします。"))
        \(form.text("name", "氏名", need: .required))\(form.text("name_kana", "ふりがな"))\(form.text("job_title", "職名"))
        \(form.text("sign_in_name", "サインイン名", need: .required, help: "3〜40文字の半角の英数字。一人に1つ。共用はできません。", width: .medium))
        \(HTML.when(staff == nil, form.checkboxes("role", "役割", options: Role.allCases.map { ($0.rawValue, $0.label) }, need: .required)))
        \(form.date("active_from", "使い始める日"))\(form.date("active_until", "最後の日", help: lastDay))
        \(HTML.when(staff == nil, "<p class=\"help\">登録すると、仮パスワードを一度だけ表示します。</p>"))
        <div class="actions"><button class="button">\(staff == nil ? "登録する" : "保存する")</button>\
        <a href="\(href: path)">やめる</a></div></form></div>
        """
    ).html
  }

  private var lastDay: String {
    staff?.stoppedAt.map { "\(Wording.moment($0))に停止しました。停止した日の前の日が入っています。空欄にして保存すると、また使えます。" }
      ?? "退職や異動が決まったら入れてください。次の日から使えません。"
  }

  private var conflict: HTML {
    guard let staff else { return .empty }
    let saved = StaffInput.fields(of: staff)
    return SavedBeside(
      lines: StaffFormPage.labels.map { name, label in
        SavedBeside.Line(label: label, saved: shown(saved, name), typed: shown(form.fields, name))
      }
    ).html
  }

  private func shown(_ fields: Fields, _ name: String) -> String {
    name == "agency" ? agencies.first { $0.code == fields[name] }?.label ?? "" : fields.trimmed(name)
  }

  private static let labels: [(String, String)] = [
    ("agency", "機関"), ("name", "氏名"), ("name_kana", "ふりがな"), ("job_title", "職名"), ("sign_in_name", "サインイン名"),
    ("active_from", "使い始める日"), ("active_until", "最後の日"),
  ]
}
