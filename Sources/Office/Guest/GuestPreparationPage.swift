import Casework
import HTML

/// 会議の準備 for a member from outside: the four questions about each of the own items, on one plain page. Nothing of a case but its label.
struct GuestPreparationPage {
  let link: String
  let formToken: String
  let pass: OpenedPass
  let items: [GuestItem]
  let form: FormView
  /// What was typed before the code had to be entered again; nothing of it is sent yet.
  var isResumed = false
  var isSent = false

  /// Marks a form of this page, so that it comes back here after the code.
  static let mark = (name: "page", value: "preparation")

  var html: HTML {
    Page(
      title: "会議の準備に答える", reason: pass.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>会議の準備に答える</h1>\(form.errorSummary)
        \(HTML.when(isResumed, "<div class=\"banner warning\" role=\"status\"><p>入力した内容はまだ送られていません。確かめて「送る」を押してください。</p></div>"))\
        \(HTML.when(isSent, "<div class=\"banner\" role=\"status\"><p>回答を受け付けました。会議の日までは直して送り直せます。</p></div>"))
        <dl class="facts"><dt>会議</dt><dd>\(pass.meetingName)　\(MeetingWording.when(pass.heldOn, pass.startsAt))</dd>
        <dt>あなた</dt><dd>\(pass.memberLabel)</dd></dl>
        \(items.isEmpty ? "<p>いま、答えていただく議題はありません。</p>" : fields)<p><a href="\(href: "\(link)/agenda")">議題の画面へ戻る</a></p></div>
        """
    ).html
  }

  private var fields: HTML {
    """
    <p>答えは会議資料になり、その議題の構成員が読みます。一つの問いに二、三行で足ります。分かるところだけでかまいません。</p>
    <form action="\(href: "\(link)/preparation")" method="post">\(GuestPage.tokens(formToken))\
    <input type="hidden" name="\(Self.mark.name)" value="\(Self.mark.value)">\(HTML.each(items) { item in
      """
      <section class="card" aria-labelledby="item-\(item.id.number)"><h2 id="item-\(item.id.number)">議題\(item.number)　\(item.caseLabel)</h2>
      \(form.flag(GuestPreparationInput.notInvolved(item), "関わっていません", help: "関わっていないときは、ここに印を付けるだけで足ります。"))
      \(HTML.each(PreparationQuestion.allCases) { form.area(GuestPreparationInput.name($0, item), $0.label, rows: 3) })</section>
      """
    })<div class="actions"><button class="button">送る</button></div></form>
    """
  }
}
