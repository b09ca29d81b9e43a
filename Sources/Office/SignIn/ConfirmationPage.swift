import Casework
import HTML

/// Asks for the password, and the code where there is one, and holds what was sent meanwhile.
struct ConfirmationPage {
  let formToken: String
  let hasFactor: Bool
  let way: SignInWay
  let provider: String
  /// Where the form goes: to the act itself with everything that was sent, or to the confirmation and from there to `next`.
  let action: String
  var next: String?
  var held: HeldForm?
  var problem: String?

  var html: HTML {
    let form = FormView(problems: problem.map { [FieldProblem(IdentityProof.passwordField, $0)] } ?? [])
    return Page(
      title: "本人の確認", hasErrors: problem != nil,
      content: """
        <div class="narrow"><h1>本人の確認</h1>\(form.errorSummary)
        <p>大切な操作の前に、操作しているのがサインインした本人であることを確かめます。\
        \(held == nil ? "" : "送った内容は残っていて、確かめたあと、そのまま続きます。まだ保存されていません。")</p>\(held.map(\.fileNote) ?? .empty)
        \(HTML.when(way == .provider, elsewhere))
        <form action="\(href: action)" method="post"><input type="hidden" name="csrf" value="\(formToken)">\(held.map(\.fieldsAsSent) ?? .empty)
        \(next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">" as HTML } ?? .empty)
        \(HTML.when(way == .password, fields(form)))
        <div class="actions"><button class="button">\(way == .password ? "確かめて続ける" : "サインインしたので続ける")</button>\
        <a href="/">やめてホームへ</a></div></form></div>
        """
    ).html
  }

  private func fields(_ form: FormView) -> HTML {
    """
    \(form.text(IdentityProof.passwordField, "パスワード", width: .medium, type: "password", autocomplete: "current-password"))
    \(HTML.when(hasFactor, form.text(
      IdentityProof.codeField, "認証アプリに出ている6桁の数字", help: "サインインに使った数字は使えません。新しい数字が出るまで待ってください。",
      width: .medium, autocomplete: "one-time-code")))
    """
  }

  /// Who signed in through the provider shows it there again, in another tab; this page stays as it is.
  private var elsewhere: HTML {
    """
    <p><a class="button outline" href="/sign-in/provider?confirm=1" target="_blank" rel="noopener">\(provider)でもう一度サインインする（別のタブが開きます）</a></p>
    <p>終わったら、この画面に戻って続けてください。</p>
    """
  }
}
