import HTML

struct SignInPage {
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
