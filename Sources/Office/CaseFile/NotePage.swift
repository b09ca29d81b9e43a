import Casework
import HTML

/// 支援経過 to be written: facts and opinion apart.
struct NotePage {
  let chrome: Chrome
  let file: OpenedFile
  let form: FormView
  /// C-15 対応方法.
  let methods: CodeList
  let today: CivilDate

  static func blank(today: CivilDate) -> Fields { Fields([("held_on", today.warekiShort), ("visibility", NoteVisibility.team.rawValue)]) }

  var html: HTML {
    Page(
      title: "支援経過を書く", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")], reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>支援経過を書く <small>\(file.number)</small></h1>\(form.errorSummary)
        <form action="/cases/\(file.id.number)/notes" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        <div class="columns">\(form.date("held_on", "日付", need: .required))\
        \(form.text("held_at", "時刻", help: "例）14:05", width: .short))\
        \(form.text("minutes", "所要時間（分）", width: .short, inputMode: "numeric"))</div>
        \(form.select("method", "対応方法", options: methods.choices(on: today), need: .required))
        \(form.checkboxes("counterpart", "相手", options: NoteWording.counterparts, need: .required))
        \(form.radios("met", "会えたか（訪問のとき）", options: NoteWording.met))
        \(form.text("title", "件名", need: .required, help: "60文字以内"))
        \(form.area("facts", "内容（事実）", need: .required, help: "見たこと、聞いたこと、したことを書いてください。聞いた話は誰から聞いたかも書きます。", rows: 8))
        \(form.area("opinion", "見立て・所感", help: "事実とは分けて残します。開示請求のときも分けて扱われます。", rows: 3))
        \(form.text("next_action", "次の対応"))
        \(form.date("next_due", "次の対応の期限"))
        \(form.radios("visibility", "公開範囲", options: NoteWording.visibilities, help: "支援チーム：この事例を見られるほかの機関にも見えます。"))
        <div class="actions"><button class="button">記録する</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var draft: DraftForm {
    DraftForm(form: "支援経過", path: "/cases/\(file.id)/notes/new", title: "支援経過（\(file.number)）", fields: form.fields)
  }
}
