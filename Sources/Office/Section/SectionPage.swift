import Casework
import HTML

/// 係の記録: what the section wrote and nobody has confirmed yet, each with a place to answer.
struct SectionPage {
  let chrome: Chrome
  let list: SectionList
  let colleagues: [Colleague]
  /// C-15 対応方法.
  let methods: CodeList
  /// The page of the list, as its address says.
  let before: NoteID?
  /// What was typed to the notes: one form for all of them, so that sending one loses no other.
  let form: FormView

  static let draftForm = "係の記録"
  static let draftTitle = "係の記録へのコメント"

  var html: HTML {
    Page(
      title: "係の記録", chrome: chrome, place: "/section", hasErrors: !form.problems.isEmpty,
      content: """
        <h1>係の記録</h1>\(form.errorSummary)
        <p>まだ確認していない支援経過です。コメントは、書いた機関の中だけに見えます。</p>\(conditions)
        \(list.notes.isEmpty ? "<p>確認を待っている記録はありません。</p>" : notes)
        \(HTML.when(list.hasMore, more))
        """
    ).html
  }

  private var conditions: HTML {
    let form = FormView(Fields([("staff", list.staff.map { String($0.number) } ?? "")]))
    return """
      <form action="/section" method="get" class="columns" role="search" aria-label="職員で絞り込む">
      \(form.select("staff", "書いた職員", options: colleagues.map { (String($0.id.number), $0.name) }, blank: "すべて"))
      <div class="item submit"><button class="button outline">絞り込む</button></div></form>
      """
  }

  private var notes: HTML {
    let draft = DraftForm(
      form: Self.draftForm, path: Self.address(staff: list.staff), title: Self.draftTitle, fields: form.fields)
    let shown = Set(list.notes.map { NoteReviewInput.field($0.note.id) })
    return """
      <form action="/drafts" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
      <input type="hidden" name="staff" value="\(list.staff.map { String($0.number) })">\
      <input type="hidden" name="before" value="\(before.map { String($0.number) })">\
      \(HTML.each(NoteReviewInput.typed(form.fields).filter { !shown.contains($0.name) }) {
        "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
      })
      \(HTML.each(list.notes, part))\(draft.buttons)</form>
      """
  }

  private func part(_ one: SectionNote) -> HTML {
    """
    <article class="card" aria-label="\(one.caseNumber)の記録"><h2><a href="/cases/\(one.caseFile.number)">\(one.caseLabel)</a></h2>
    <p class="quiet">\(one.caseNumber)　\(Wording.shortMoment(one.note.recordedAt)) 記録</p>
    \(NotePart(note: one.note, method: methods.label(one.note.method), reviews: one.reviews).html)
    \(form.area(NoteReviewInput.field(one.note.id), "コメント", rows: 2))
    <div class="actions"><button class="button" name="act" value="confirm" formaction="\(href: Self.path(one.note.id))">確認した</button>
    <button class="button outline" name="act" value="comment" formaction="\(href: Self.path(one.note.id))">コメントだけ残す</button></div></article>
    """
  }

  private static func path(_ note: NoteID) -> String { "/section/notes/\(note)/reviews" }

  static func address(staff: StaffID?, before: NoteID? = nil, draft: DraftID? = nil) -> String {
    let parts = [staff.map { "staff=\($0)" }, before.map { "before=\($0)" }, draft.map { "draft=\($0)" }].compactMap(\.self)
    return "/section" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  private var more: HTML {
    let next = Self.address(staff: list.staff, before: list.notes.last?.note.id, draft: form.fields.draftID)
    return "<p class=\"pager\"><a href=\"\(href: next)\">前の記録を見る</a></p>"
  }
}
