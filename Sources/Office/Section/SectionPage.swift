import Casework
import HTML

/// 係の記録: what the section wrote and nobody has confirmed yet, each with a place to answer.
struct SectionPage {
  let chrome: Chrome
  let list: SectionList
  let colleagues: [Colleague]
  /// C-15 対応方法.
  let methods: CodeList
  var form = FormView()

  var html: HTML {
    Page(
      title: "係の記録", chrome: chrome, place: "/section", hasErrors: !form.problems.isEmpty,
      content: """
        <h1>係の記録</h1>\(form.errorSummary)
        <p>まだ確認していない支援経過です。コメントは、書いた機関の中だけに見えます。</p>\(conditions)
        \(list.notes.isEmpty ? "<p>確認を待っている記録はありません。</p>" : HTML.each(list.notes, part))
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

  private func part(_ one: SectionNote) -> HTML {
    """
    <article class="card" aria-label="\(one.caseNumber)の記録"><h2><a href="/cases/\(one.caseFile.number)">\(one.caseLabel)</a></h2>
    <p class="quiet">\(one.caseNumber)　\(Wording.shortMoment(one.note.recordedAt)) 記録</p>
    \(NotePart(note: one.note, method: methods.label(one.note.method), reviews: one.reviews).html)
    <form action="/section/notes/\(one.note.id.number)/reviews" method="post">\(FormView.tokens(chrome))
    <input type="hidden" name="staff" value="\(list.staff.map { String($0.number) })">
    \(form.area(NoteReviewInput.field(one.note.id), "コメント", rows: 2))
    <div class="actions"><button class="button" name="act" value="confirm">確認した</button>
    <button class="button outline" name="act" value="comment">コメントだけ残す</button></div></form></article>
    """
  }

  private var more: HTML {
    let last = list.notes.last?.note.id.number ?? 0
    let staff = list.staff.map { "&staff=\($0)" } ?? ""
    return "<p class=\"pager\"><a href=\"\(href: "/section?before=\(last)\(staff)")\">前の記録を見る</a></p>"
  }
}
