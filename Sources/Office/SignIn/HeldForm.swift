import HTML

/// A form that arrived when something else had to come first (「預かった入力」). It travels in the page that asks for that, and goes on after it.
struct HeldForm: Sendable {
  private let fields: Fields
  /// Names of files that were sent with it. Files cannot travel; the page says so.
  private let files: [String]
  private static let prefix = "held."
  private static let filePrefix = "heldfile."

  /// From the form as it was sent, to be handed back under another session.
  init(sent: Fields) {
    var typed = sent.typed
    typed.remove(prefix: IdentityProof.prefix)
    fields = typed
    files = sent.files.map(\.name)
  }

  /// From the form as it was sent, to go on under the same session exactly as it was.
  init(waiting: Fields) {
    var kept = waiting
    kept.remove(prefix: IdentityProof.prefix)
    kept.remove(prefix: "csrf")
    fields = kept
    files = waiting.files.map(\.name)
  }

  /// From the hidden fields of the sign-in page, or nothing when there were none.
  init?(carriedIn form: Fields) {
    let pairs = form.pairs.filter { $0.name.hasPrefix(HeldForm.prefix) }.map {
      (String($0.name.dropFirst(HeldForm.prefix.count)), $0.value)
    }
    guard !pairs.isEmpty else { return nil }
    fields = Fields(pairs)
    files = form.pairs.filter { $0.name.hasPrefix(HeldForm.filePrefix) }.map(\.value)
  }

  /// What was typed.
  var typed: Fields { fields }

  var hiddenFields: HTML {
    """
    \(HTML.each(fields.pairs) { "<input type=\"hidden\" name=\"\(HeldForm.prefix + $0.name)\" value=\"\($0.value)\">" })\
    \(HTML.each(files) { "<input type=\"hidden\" name=\"\(HeldForm.filePrefix)\" value=\"\($0)\">" })
    """
  }

  /// The fields under their own names, for a form that goes on to where they were sent.
  var fieldsAsSent: HTML { HTML.each(fields.pairs) { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" } }

  /// Which files have to be chosen again.
  var fileNote: HTML {
    HTML.when(
      !files.isEmpty, "<p><strong>添付ファイル（\(files.joined(separator: "、"))）は一緒に送れません。続けたあとで選び直してください。</strong></p>")
  }

  /// One button sends the form again under the new session. Nothing has been saved until then.
  func resumePage(formToken: String, path: String) -> HTML {
    Page(
      title: "入力の続き",
      content: """
        <div class="narrow"><h1>入力の続き</h1>
        <p>サインアウトする前に入力した内容が残っています。まだ保存されていません。</p>\(fileNote)
        <form action="\(href: path)" method="post">
        <input type="hidden" name="csrf" value="\(formToken)"><input type="hidden" name="submission" value="\(Hex.fresh())">
        \(fieldsAsSent)
        <div class="actions"><button class="button">この内容で続ける</button><a href="/">続けずにホームへ</a></div></form></div>
        """
    ).html
  }
}
