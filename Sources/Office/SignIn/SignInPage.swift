import Casework
import HTML

struct SignInPage {
  let entrance: EntranceSettings
  let sample: [OfficeSettings.DemoSignIn]
  let next: String
  var problem: String?
  var name = ""
  var held: HeldForm?

  var html: HTML {
    Page(
      title: "サインイン", hasErrors: problem != nil,
      content: """
        <div class="narrow"><h1>サインイン</h1>
        \(problem.map { "<div class=\"banner error\" role=\"alert\"><h2>サインインが必要です</h2><p>\($0)</p></div>" as HTML } ?? .empty)
        \(HTML.when(entrance.provider.isOn, provider))
        <form action="/sign-in" method="post">
        <input type="hidden" name="next" value="\(next)">\(held.map(\.hiddenFields) ?? .empty)
        <div class="item"><label for="f-name">サインイン名</label>
        <input class="field medium" id="f-name" name="name" value="\(name)" autocomplete="username" autocapitalize="none" spellcheck="false"></div>
        <div class="item"><label for="f-password">パスワード</label>
        <input class="field medium" id="f-password" name="password" type="password" autocomplete="current-password"></div>
        <div class="actions"><button class="button">サインインする</button></div>
        </form>
        <p class="quiet">共用のパソコンでは、席を離れるときに必ずサインアウトしてください。すべての操作は記録されます。</p>
        \(demo)</div>
        """
    ).html
  }

  /// A link, because a form that leads to another site is forbidden by our own headers. What was typed stays on this page meanwhile.
  private var provider: HTML {
    let own: HTML =
      entrance.isLocalForAdministratorsOnly ? "<h2>管理者のサインイン</h2>" : "<h2>サインイン名とパスワードで入る</h2>"
    guard let held else {
      return """
        <p><a class="button" href="\(href: "/sign-in/provider?next=\(Answer.percentEncoded(next))")">\(entrance.provider.name)でサインインする</a></p>\(own)
        """
    }
    return """
      <ol><li><a href="/sign-in/provider" target="_blank" rel="noopener">\(entrance.provider.name)でサインインする（別のタブが開きます）</a></li>
      <li><form action="/sign-in" method="post"><input type="hidden" name="next" value="\(next)">\(held.hiddenFields)
      <button class="button" name="back" value="1">サインインしたので、入力の続きへ</button></form></li></ol>\(own)
      """
  }

  private var demo: HTML {
    guard let password = sample.first?.password else { return .empty }
    return """
      <h2>見本のまちのサインイン</h2>
      <p>架空のまちのデータです。パスワードはすべて <code>\(password)</code> です。</p>
      <div class="table-box" tabindex="0" role="region" aria-label="見本のサインイン"><table>
      <thead><tr><th scope="col">サインイン名</th><th scope="col">立場</th></tr></thead>
      <tbody>\(HTML.each(sample) { "<tr><td><code>\($0.name)</code></td><td>\($0.about)</td></tr>" })</tbody></table></div>
      """
  }
}

/// The second step: the code from the app.
struct SignInCodePage {
  let ticket: String
  let next: String
  var problem: String?
  var held: HeldForm?

  var html: HTML {
    let form = FormView(problems: problem.map { [FieldProblem("code", $0)] } ?? [])
    return Page(
      title: "確認コード", hasErrors: problem != nil,
      content: """
        <div class="narrow"><h1>確認コード</h1>\(form.errorSummary)
        <form action="/sign-in/code" method="post" autocomplete="off">
        <input type="hidden" name="ticket" value="\(ticket)"><input type="hidden" name="next" value="\(next)">\(held.map(\.hiddenFields) ?? .empty)
        \(form.text(
          "code", "認証アプリに出ている6桁の数字", help: "端末が手元にないときは、控えておいた回復コード（4文字ずつ4組）を入力してください。",
          width: .medium, autocomplete: "one-time-code"))
        <div class="actions"><button class="button">サインインする</button><a href="/sign-in">はじめからやり直す</a></div></form></div>
        """
    ).html
  }
}
