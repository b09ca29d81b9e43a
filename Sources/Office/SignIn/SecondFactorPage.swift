import Casework
import HTML

/// 確認コードの設定.
struct SecondFactorPage {
  let chrome: Chrome
  let state: SecondFactorState?
  /// A role of the person cannot be used without it.
  let isNeeded: Bool
  /// A fresh secret and the ticket that carries it; it counts only when its first code has been typed in.
  let code: OneTimeCode
  let ticket: String
  let signInName: String
  let form: FormView

  var html: HTML {
    Page(
      title: "確認コードの設定", chrome: chrome, crumbs: [("サインインの一覧", "/sessions")], hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>確認コードの設定</h1>\(form.errorSummary)
        \(HTML.when(isNeeded && state == nil, """
          <div class="banner warning" role="status"><p>あなたの役割では、サインインに確認コードが必要です。設定が終わるまで、ほかの画面は使えません。</p></div>
          """))
        <p>確認コードは、スマートフォンなどの認証アプリに30秒ごとに出る6桁の数字です。パスワードが他人に知られても、これがなければサインインできません。</p>
        \(state.map(present) ?? .empty)
        <h2>\(state == nil ? "設定する" : "別の端末に替える")</h2>\(setUp)</div>
        """
    ).html
  }

  private var setUp: HTML {
    """
    <ol><li><p>認証アプリで、次の二次元コードを読み取ります。</p>\(QRCode(code.link(signInName: signInName))?.svg ?? .empty)
    <p>読み取れないときは、次の文字を認証アプリに入力します（時刻にもとづく方式、6桁）。</p><p class="count"><code>\(code.groups)</code></p>
    <details><summary>この端末の認証アプリを使う</summary><p><code>\(code.link(signInName: signInName))</code></p></details></li>
    <li><form action="/second-factor" method="post" autocomplete="off">\(FormView.tokens(chrome))<input type="hidden" name="ticket" value="\(ticket)">
    \(form.text("code", "認証アプリに出た6桁の数字", need: .required, width: .short, inputMode: "numeric", autocomplete: "one-time-code"))
    <div class="actions"><button class="button">設定する</button></div></form></li></ol>
    <p class="help">設定すると、ほかの端末ではサインアウトします。</p>
    """
  }

  private func present(_ state: SecondFactorState) -> HTML {
    """
    <h2>今の設定</h2><dl class="facts"><dt>設定した日時</dt><dd>\(Wording.moment(state.setAt))</dd>
    <dt>残りの回復コード</dt><dd>\(state.codesLeft)個\(state.codesLeft < 3 ? "　少なくなりました。新しく作ってください。" : "")</dd></dl>
    <div class="actions">\(button("recovery-codes", "回復コードを作り直す"))\(HTML.when(!isNeeded, button("removal", "確認コードをやめる")))</div>
    """
  }

  private func button(_ act: String, _ label: String) -> HTML {
    """
    <form action="\(href: "/second-factor/\(act)")" method="post">\(FormView.tokens(chrome))<button class="button outline">\(label)</button></form>
    """
  }
}

/// The one page on which recovery codes stand.
struct RecoveryCodesPage {
  let codes: [String]

  var html: HTML {
    Page(
      title: "回復コード",
      content: """
        <div class="narrow"><h1>回復コード</h1>
        <p>端末をなくしたときや替えたときに、確認コードの代わりに使います。一つにつき一度だけ使えます。</p>
        <p><strong>この画面を閉じると、もう一度表示することはできません。</strong>紙に書くか印刷して、鍵のかかる場所にしまってください。端末と一緒には持ち歩かないでください。</p>
        <ul class="plain">\(HTML.each(codes) { "<li><code>\($0)</code></li>" })</ul>
        <p><a class="button" href="/">控えたので、ホームへ</a></p></div>
        """
    ).html
  }
}

/// Where a form ends that was sent before the second factor, which a role needs, was there. What was typed waits here meanwhile.
struct FactorFirstPage {
  let formToken: String
  let action: String
  let held: HeldForm

  var html: HTML {
    Page(
      title: "確認コードの設定が必要です",
      content: """
        <div class="narrow"><h1>確認コードの設定が必要です</h1>
        <p>あなたの役割では、サインインに確認コードが必要になりました。入力した内容は残っています。まだ保存されていません。</p>\(held.fileNote)
        <ol><li><a href="/second-factor" target="_blank" rel="noopener">確認コードを設定する（別のタブが開きます）</a></li>
        <li><form action="\(href: action)" method="post"><input type="hidden" name="csrf" value="\(formToken)">\(held.fieldsAsSent)
        <button class="button">設定したので、この内容で続ける</button></form></li></ol></div>
        """
    ).html
  }
}
