import Casework
import HTML

/// 事例の画面: who, where it stands, what was done.
struct CaseFilePage {
  let chrome: Chrome
  let today: CivilDate
  let view: CaseFileView

  var html: HTML {
    Page(
      title: "事例 \(view.file.number)", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases")], reason: view.file.reason,
      content: """
        <h1>\(view.label) <small class="quiet">\(view.file.number)</small></h1>
        <p><span class="chip">\(CaseFileWording.label(view.stage))</span>\
        \(HTML.when(view.preConsent, " <span class=\"chip late\">本人同意なし</span>"))</p>
        <div class="actions"><a class="button" href="/cases/\(view.file.id.number)/notes/new">支援経過を書く</a>
        <a class="button outline" href="/cases/\(view.file.id.number)/referrals/new">つなぐ</a></div>
        <div class="two"><section aria-labelledby="notes"><h2 id="notes">支援経過</h2>\(notes)</section>
        <div>\(person)\(facts)</div></div>
        """
    ).html
  }

  private var notes: HTML {
    if view.notes.isEmpty { return "<p>支援経過はまだありません。「支援経過を書く」から記録してください。</p>" }
    return """
      \(HTML.each(view.notes) { NotePart(note: $0, methods: { view.methods.label($0) }).html })
      \(HTML.when(view.hasMoreNotes, "<p class=\"pager\"><a href=\"/cases/\(view.file.id.number)?before=\(view.notes.last?.id.number ?? 0)\">前の記録を見る</a></p>"))
      """
  }

  private var person: HTML {
    guard let person = view.person else { return "<h2>本人</h2><p>氏名のわからない相談です。</p>" }
    let birth = PartialDate(stored: person.birth)
    return """
      <h2>本人</h2><dl class="facts"><dt>氏名</dt><dd>\(person.name)</dd><dt>ふりがな</dt><dd>\(person.kana)</dd>
      <dt>生年月日</dt><dd>\(birth?.inJapanese ?? "不詳")\(birth?.age(on: today).map { "（\($0.label)）" })</dd>
      <dt>性別</dt><dd>\(Sex(rawValue: person.sex)?.label ?? "不明")</dd><dt>住所</dt><dd>\(person.address)</dd>
      <dt>電話</dt><dd>\(person.phone)</dd></dl>
      """
  }

  private var facts: HTML {
    """
    <h2>この事例</h2><dl class="facts"><dt>受付</dt><dd>\(Wording.date(view.openedOn))　\(view.openedBy)</dd>
    <dt>担当</dt><dd>\(view.inCharge)</dd></dl>
    """
  }
}

/// One note; a corrected one stays readable, struck through, with the reason.
struct NotePart {
  let note: NoteView
  /// The label of a code of C-15.
  let methods: (String) -> String

  var html: HTML {
    """
    <article class="note" id="note-\(note.id.number)"><h3>\(Wording.shortDate(note.heldOn)) \(note.heldAt)　\(note.title)</h3>
    <p class="quiet">\(methods(note.method))　\(note.counterpart)　\(MetResult(rawValue: note.met)?.label)　\(note.agency) \(note.staff)　\
    <span class="chip">\(NoteVisibility(rawValue: note.visibility)?.label ?? "")</span></p>
    \(note.replacedBecause == nil ? words : "<del>\(words)</del><p>訂正済み（理由：\(note.replacedBecause)）</p>")</article>
    """
  }

  private var words: HTML {
    """
    <p>\(lines: note.facts)</p>\
    \(HTML.when(!note.opinion.isEmpty, "<p class=\"opinion\"><strong>見立て・所感</strong><br>\(lines: note.opinion)</p>"))\
    \(HTML.when(!note.nextAction.isEmpty, "<p><strong>次の対応</strong>　\(note.nextAction)\(note.nextDue.map { "（\(Wording.shortDate($0))まで）" })</p>"))
    """
  }
}
