import Casework
import HTML

/// 番号の入力: the first page behind a link. It says nothing of any meeting, and looks the same for every link that opens.
struct GuestCodePage {
  let link: String
  var problem: String?
  /// What was typed before the session ended.
  var held: HeldForm?

  static let wrong = "番号が違います。電話などで伝えられた\(GuestPass.codeDigits)けたの番号を確かめてください。間違いが\(GuestPass.wrongCodes)回続くと、このリンクは使えなくなります。"
  static let unreadable = "番号は\(GuestPass.codeDigits)けたの数字です。電話などで伝えられた番号を入れてください。"
  static let idle = "しばらく操作がなかったため、いったん閉じました。番号を入れると、入力した内容から続けられます。"

  var html: HTML {
    Page(
      title: "会議への参加", hasErrors: problem != nil,
      content: """
        <div class="narrow"><h1>会議への参加</h1>\(problem.map { text in
          "<div class=\"banner error\" role=\"alert\"><p>\(text)</p></div>" as HTML
        })
        <p>招待した機関から電話などで伝えられた、\(GuestPass.codeDigits)けたの番号を入れてください。</p>
        <form action="\(href: "\(link)/entry")" method="post" autocomplete="off">\(held?.hiddenFields)
        \(FormView().text("code", "番号", need: .required, width: .medium, inputMode: "numeric", autocomplete: "one-time-code"))
        <div class="actions"><button class="button">進む</button></div></form>
        <p class="help">番号が分からないときや、このページに心当たりがないときは、招待した機関に電話で確かめてください。</p></div>
        """
    ).html
  }
}

/// 守秘の確認: the words of the meeting's day, before anything is shown (R-50).
struct GuestPledgePage {
  let link: String
  let formToken: String
  let words: String
  let convenerName: String
  var form = FormView()

  var html: HTML {
    Page(
      title: "守秘の確認", hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>守秘の確認</h1>\(form.errorSummary)
        <section class="banner warning"><p>\(words)</p></section>
        <p>確認すると、あなたに関わる議題が表示されます。いつ、どの文を確認したかは、招集した機関（\(convenerName)）に残ります。</p>
        <form action="\(href: "\(link)/pledge")" method="post">\(GuestPage.tokens(formToken))
        \(form.flag("confirmed", "上の確認文を読み、確認しました"))
        <div class="actions"><button class="button">確認して議題を見る</button></div></form></div>
        """
    ).html
  }
}

/// The plain pages of a guest: no menu, no way to anything else.
struct GuestNotice {
  let title: String
  let text: String
  var reasons: [String] = []

  var html: HTML {
    Page(
      title: title,
      content: """
        <h1>\(title)</h1>\(HTML.when(!reasons.isEmpty, "<ul class=\"plain\">\(HTML.each(reasons) { "<li>\($0)</li>" })</ul>"))<p>\(text)</p>
        """
    ).html
  }

  /// The same for a link that never was, has expired, was locked or revoked, and for whatever is not this member's.
  static let closed = GuestNotice(
    title: "ページが見つかりません", text: "このリンクは使えません。期限が過ぎたか、取り消されたか、番号の間違いが続いて止められた可能性があります。必要なときは、招待した機関に電話で確かめてください。")
  static let stale = GuestNotice(
    title: "もう一度送信してください", text: "画面を開いてから時間がたったため、送信を受け付けませんでした。ブラウザの「戻る」で前の画面に戻り、読み込み直してから送信してください。")
  static let tooLarge = GuestNotice(
    title: "送信する内容が大きすぎます", text: "ブラウザの「戻る」で前の画面に戻り、文章を短くして送信してください。長い資料は、招待した機関に渡してください。")
  static let left = GuestNotice(
    title: "終了しました", text: "この端末では、もう議題は見られません。期限までは、リンクと番号でもう一度入れます。印刷した資料がある場合は、招集した機関の案内に従って返却してください。")

  static func refused(_ reasons: [String]) -> GuestNotice {
    GuestNotice(title: "この操作はできません", text: "ブラウザの「戻る」で前の画面に戻れます。", reasons: reasons)
  }

  static func fault(_ number: String) -> GuestNotice {
    GuestNotice(title: "操作を完了できませんでした", text: "この操作は保存されていません。しばらくしてからもう一度お試しください。続く場合は、次の番号を招待した機関に伝えてください：\(number)")
  }
}
