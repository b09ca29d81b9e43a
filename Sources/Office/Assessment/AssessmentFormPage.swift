import Casework
import HTML

/// One sheet of form 1-2 to be written: its questions, where each answer came from, what agencies and the round before say.
struct AssessmentFormPage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  let form: FormDefinition
  /// From 1.
  let number: Int
  let section: FormSection
  let version: Int
  /// The person as the register knows them; shown, not asked.
  let basics: [(label: String, text: String)]
  let questions: QuestionPart
  let beside: [AssessmentBesidePart]
  /// What the first reception ticked, in words.
  let concerns: String
  /// What somebody else saved in between.
  var saved: SavedBeside?

  private var view: FormView { questions.form }
  private var path: String { "/coordinations/\(coordination.id)/assessment" }
  private var address: String { "\(path)/edit?sheet=\(number)" }

  var html: HTML {
    Page(
      title: "アセスメント \(number)　\(section.title)", chrome: chrome, place: "/coordinations",
      crumbs: [
        ("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)"), ("アセスメント", path),
      ],
      reason: coordination.file.reason, hasErrors: !view.problems.isEmpty,
      content: """
        <h1>アセスメント <small>第\(coordination.round)回　用紙\(number)／\(form.sections.count)</small></h1>\(view.errorSummary)\
        \(WritingCautionPart(file: coordination.file).html)\(saved?.html)
        \(tabs)\(head)
        <form action="\(href: address)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))
        <button class="visually-hidden" tabindex="-1" aria-hidden="true">保存する</button>
        <input type="hidden" name="sheet" value="\(number)"><input type="hidden" name="version" value="\(version)">\(draft.hiddenFields)\(taken)
        <p>※必須の項目も、あとから書けます。必須の項目がそろったときに「完了」できます。</p>
        \(asked.html)
        <div class="actions"><button class="button" name="then" value="\(number < form.sections.count ? "next" : "complete")">\
        \(number < form.sections.count ? "保存して次の用紙へ" : "保存して、そろっていれば完了する")</button>
        <button class="button outline">保存して一覧に戻る</button>\(draft.buttons)</div></form>
        """
    ).html
  }

  private var asked: QuestionPart {
    var asked = questions
    for part in beside { asked.beside[part.field.id] = part.html }
    if !concerns.isEmpty { asked.notices[section.id] = "<p class=\"help\">相談受付の困りごと：\(concerns)</p>" }
    return asked
  }

  private var draft: DraftForm {
    DraftForm(form: "アセスメント", path: address, title: "アセスメント 用紙\(number)（\(coordination.number)）", fields: view.fields)
  }

  /// Which boxes were filled from which agency's answer.
  private var taken: HTML {
    HTML.each(view.fields.pairs.filter { $0.name.hasPrefix("source.") }) {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
    }
  }

  private var tabs: HTML {
    """
    <nav aria-label="用紙"><ul class="tabs">\(HTML.each(form.sections.enumerated()) { place, one in
      "<li><a href=\"\(href: "\(path)/edit?sheet=\(place + 1)")\"\(attribute: "aria-current", place + 1 == number ? "page" : nil)>\(place + 1)　\(one.title)</a></li>"
    })</ul></nav>
    """
  }

  private var head: HTML {
    guard number == 1, !basics.isEmpty else { return .empty }
    return "<dl class=\"facts\">\(HTML.each(basics) { "<dt>\($0.label)</dt><dd>\($0.text)</dd>" })</dl>"
  }
}

/// What stands under one question of the sheet.
struct AssessmentBesidePart {
  let field: FormField
  /// Where the answer in the box came from.
  let source: AnswerSource?
  let offers: [(offer: OfferedAnswer, words: String)]
  /// What the round before said, in words.
  let earlier: (round: Int, words: String)?

  var html: HTML? {
    guard source != nil || !offers.isEmpty || earlier != nil else { return nil }
    return """
      <div class="item beside">\(source.map { "<p class=\"help\">\($0.words)</p>" as HTML })\
      \(earlier.map { "<p class=\"help\">前回（第\($0.round)回）：\(lines: $0.words)</p>" as HTML })\
      \(HTML.each(offers) { one in
        """
        <div class="note"><p><strong>\(one.offer.source.words)</strong>　\(lines: one.words)</p>
        <button class="button outline small" name="take" value="\(one.offer.request.number):\(field.id)" formnovalidate>この回答を写す\
        <span class="visually-hidden">：\(field.label)</span></button></div>
        """
      })</div>
      """
  }
}
