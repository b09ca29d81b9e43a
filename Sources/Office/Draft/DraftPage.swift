import HTML

struct DraftPage {
  let chrome: Chrome
  let drafts: [DraftLine]

  var html: HTML {
    Page(
      title: "書きかけ", chrome: chrome,
      content: """
        <h1>書きかけ</h1><p>書きかけは、書いた本人だけに見えます。保存した時点から続けられます。</p>
        \(drafts.isEmpty ? "<p>書きかけはありません。記録の途中で席を離れるときは「書きかけとして保存する」を押すと、ここから続けられます。</p>" : list)
        """
    ).html
  }

  private var list: HTML {
    """
    <ul class="plain">\(HTML.each(drafts) { draft in
      """
      <li><a href="/drafts/\(draft.id.number)">\(draft.title.isEmpty ? "題名のない書きかけ" : draft.title)</a>
      <span class="quiet">\(Wording.shortMoment(draft.savedAt)) 保存</span>
      <form class="inline" action="/drafts/\(draft.id.number)/discard" method="post">\(FormView.tokens(chrome))
      <button class="button text small">破棄する</button></form></li>
      """
    })</ul>
    """
  }
}

/// The hidden fields and the buttons of a form that autosaves (「書きかけ保存」). Put `attributes` into the form's tag.
struct DraftForm {
  /// What kind of form, as the list of drafts names it.
  let form: String
  /// Where it goes on.
  let path: String
  let title: String
  let fields: Fields
  /// Boxes that say whom it is about, the first filled one is added to the title; the list of drafts is its writer's alone.
  var named: [String] = []

  static let attributes: HTML = " data-draft=\"/drafts/auto\""

  var hiddenFields: HTML {
    """
    <input type="hidden" name="draft" value="\(fields["draft"])"\(flag: "data-unsaved", fields.isSent)><input type="hidden" name="draft_form" value="\(form)">
    <input type="hidden" name="draft_path" value="\(path)"><input type="hidden" name="draft_title" value="\(title)">\
    \(HTML.when(!named.isEmpty, "<input type=\"hidden\" name=\"draft_named\" value=\"\(named.joined(separator: " "))\">"))
    """
  }

  /// 「下書きを保存する」 beside the main button; works without a script.
  var buttons: HTML {
    """
    <button class="button outline" formaction="/drafts" formnovalidate>書きかけとして保存する</button>
    <p class="autosave" role="status">入力した内容は自動で保存されます。</p>
    """
  }
}
