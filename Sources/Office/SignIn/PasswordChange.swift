import Casework
import HTML

/// Changes the own password; every other session of the person ends.
enum PasswordChange {
  static func perform(_ visit: Visit) async throws -> Answer {
    let form = visit.form
    let known = try await visit.read { desk in
      (try StaffQueries.passwordHash(desk, of: desk.staff.id), try StaffQueries.signInName(desk, of: desk.staff.id), desk.chrome)
    }
    var problems: [FieldProblem] = []
    if try await !visit.office.passwords.matches(form["current"], stored: known.0) {
      problems.append(FieldProblem("current", "今のパスワードが違います。もう一度入力してください。"))
    }
    if let problem = PasswordRule.problem(form["new"], signInName: known.1) {
      problems.append(FieldProblem("new", problem))
    } else if form["new"] == form["current"] {
      problems.append(FieldProblem("new", "今のパスワードとは違うものにしてください。"))
    }
    if form["new"] != form["again"] {
      problems.append(FieldProblem("again", "確認用のパスワードが一致していません。同じものを入力してください。"))
    }
    guard problems.isEmpty else { return .invalid(PasswordPage(chrome: known.2, form: FormView(problems: problems)).html) }
    let hash = try await visit.office.passwords.hash(form["new"])
    return try await visit.perform { desk in
      try StaffRecords.setPassword(desk.writing, of: desk.staff.id, hash: hash, mustChange: false)
      try SessionRecords.endOthers(desk.writing, of: desk.staff.id, keeping: desk.visit.tokenHash ?? [], at: desk.now)
      desk.note("staff \(desk.staff.id)")
      return "/"
    }
  }
}

struct PasswordPage {
  let chrome: Chrome
  let form: FormView

  var html: HTML {
    Page(
      title: "パスワードの変更", chrome: chrome, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>パスワードの変更</h1>\(form.errorSummary)
        <p>10文字以上にしてください。記号や大文字を必ず混ぜる必要はありません。思い出しやすい言葉を長くつなげるのがおすすめです。</p>
        <form action="/password" method="post">\(FormView.tokens(chrome))
        \(form.text("current", "今のパスワード", width: .medium, type: "password", autocomplete: "current-password"))
        \(form.text("new", "新しいパスワード", width: .medium, type: "password", autocomplete: "new-password"))
        \(form.text("again", "新しいパスワード（確認）", width: .medium, type: "password", autocomplete: "new-password"))
        <div class="actions"><button class="button">変更する</button></div></form>
        <h2>サインインの守り</h2><ul><li><a href="/second-factor">確認コードの設定</a></li><li><a href="/sessions">サインインの一覧</a></li></ul></div>
        """
    ).html
  }
}
