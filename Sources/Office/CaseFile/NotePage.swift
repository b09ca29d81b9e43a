import Casework
import HTML

/// 支援経過 to be written or corrected: facts and opinion apart.
struct NotePage {
  let chrome: Chrome
  let file: OpenedFile
  let form: FormView
  /// C-15 対応方法.
  let methods: CodeList
  let today: CivilDate
  /// The note that stands now and is to be struck through; nothing for a new one.
  var correcting: NoteView?
  /// Somebody else corrected it before this form arrived.
  var isConflict = false

  static func blank(today: CivilDate) -> Fields { Fields([("held_on", today.warekiShort), ("visibility", NoteVisibility.team.rawValue)]) }

  /// A note as its form shows it, to be corrected.
  static func fields(of note: NoteView) -> Fields {
    Fields(
      [
        ("held_on", Wording.shortDate(note.heldOn)), ("held_at", note.heldAt), ("minutes", note.minutes.map(String.init) ?? ""),
        ("method", note.method), ("met", note.met), ("title", note.title), ("facts", note.facts), ("opinion", note.opinion),
        ("next_action", note.nextAction), ("next_due", Wording.shortDate(note.nextDue)), ("visibility", note.visibility),
      ] + NoteWording.codes(counterpart: note.counterpart).map { ("counterpart", $0) })
  }

  private var title: String { correcting == nil ? "支援経過を書く" : "支援経過を訂正する" }
  private var action: String { "/cases/\(file.id)/notes" + (correcting.map { "/\($0.id)/correct" } ?? "") }

  var html: HTML {
    Page(
      title: title, chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(title) <small>\(file.number)</small></h1>\(form.errorSummary)\(WritingCautionPart(file: file).html)\(standing)
        <form action="\(href: action)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        \(HTML.when(correcting != nil, form.text("correction_reason", "訂正の理由", need: .required, help: "元の記録は取り消し線を付けて残り、理由とともに見られます。")))
        <div class="columns">\(form.date("held_on", "日付", need: .required, isPast: true))\
        \(form.text("held_at", "時刻", help: "例）14:05", width: .short))\
        \(form.text("minutes", "所要時間（分）", width: .short, inputMode: "numeric"))</div>
        \(form.select("method", "対応方法", options: methods.choices(on: today), need: .required))
        \(form.checkboxes("counterpart", "相手", options: NoteWording.counterparts, need: .required))
        \(form.radios("met", "会えたか（訪問のとき）", options: NoteWording.met))
        \(form.text("title", "件名", need: .required, help: "60文字以内"))
        \(form.area("facts", "内容（事実）", need: .required, help: "見たこと、聞いたこと、したことを書いてください。聞いた話は誰から聞いたかも書きます。", rows: 8))
        \(form.area("opinion", "見立て・所感", help: "事実とは分けて残します。開示請求のときも分けて扱われます。", rows: 3))
        \(form.text("next_action", "次の対応", help: "期限も入れると「やること」に加わります。"))
        \(form.date("next_due", "次の対応の期限"))
        \(form.radios("visibility", "公開範囲", options: NoteWording.visibilities, help: NoteWording.visibilityHelp))
        <div class="actions"><button class="button">\(correcting == nil ? "記録する" : "訂正する")</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var standing: HTML {
    guard let correcting else { return .empty }
    let part = NotePart(note: correcting, method: methods.label(correcting.method)).html
    guard isConflict else { return "<details><summary>いまの記録を見る</summary>\(part)</details>" }
    return """
      <div class="banner warning" role="alert"><h2>この記録は、先に訂正されています</h2>
      <p>下が先に保存された内容です。入力した内容はその下の欄に残っています。見比べて、必要ならもう一度訂正してください。</p></div>\(part)
      """
  }

  private var draft: DraftForm {
    DraftForm(
      form: correcting == nil ? "支援経過" : "支援経過の訂正", path: correcting == nil ? "/cases/\(file.id)/notes/new" : action,
      title: "\(correcting == nil ? "支援経過" : "支援経過の訂正")（\(file.number)）", fields: form.fields)
  }
}
