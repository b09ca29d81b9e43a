import HTML

/// A form that arrived after its session had ended (「預かった入力」). It travels in the sign-in page and is handed back after sign-in.
struct HeldForm: Sendable {
  private let fields: Fields
  private static let prefix = "held."

  /// From the form as it was sent. Files cannot travel; the page says so.
  init(sent: Fields) { fields = sent.typed }

  /// From the hidden fields of the sign-in page, or nothing when there were none.
  init?(carriedIn form: Fields) {
    let pairs = form.pairs.filter { $0.name.hasPrefix(HeldForm.prefix) }.map {
      (String($0.name.dropFirst(HeldForm.prefix.count)), $0.value)
    }
    guard !pairs.isEmpty else { return nil }
    fields = Fields(pairs)
  }

  /// What was typed.
  var typed: Fields { fields }

  var hiddenFields: HTML {
    HTML.each(fields.pairs) { "<input type=\"hidden\" name=\"\(HeldForm.prefix + $0.name)\" value=\"\($0.value)\">" }
  }

  /// One button sends the form again under the new session. Nothing has been saved until then.
  func resumePage(formToken: String, path: String) -> HTML {
    Page(
      title: "入力の続き",
      content: """
        <div class="narrow"><h1>入力の続き</h1>
        <p>サインアウトする前に入力した内容が残っています。まだ保存されていません。添付ファイルは選び直してください。</p>
        <form action="\(href: path)" method="post">
        <input type="hidden" name="csrf" value="\(formToken)"><input type="hidden" name="submission" value="\(Hex.fresh())">
        \(HTML.each(fields.pairs) { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
        <div class="actions"><button class="button">この内容で続ける</button><a href="/">続けずにホームへ</a></div></form></div>
        """
    ).html
  }
}
