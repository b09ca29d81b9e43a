import Casework
import HTML

/// One 情報提供の依頼: to the agency that was asked nothing but what was asked; to who asks also the answer and how to take it over.
struct InformationRequestPage {
  let chrome: Chrome
  let today: CivilDate
  let lists: FormCatalogue
  let view: InformationRequestView
  let questions: QuestionPart
  var isConflict = false

  private var request: OpenedInformationRequest { view.request }
  private var form: FormView { questions.form }
  private var path: String { "/information-requests/\(request.id)" }
  /// Once taken back, the agency that was asked sees only that.
  private var isHidden: Bool { request.isAsked && request.state == .withdrawn }
  private var mayAnswer: Bool { request.mayAnswer && (request.state == .asked || request.state == .declined) && view.consent != nil }

  var html: HTML {
    Page(
      title: "情報提供の依頼", chrome: chrome, place: "/information-requests",
      crumbs: request.asker.map {
        [("多機関協働 \($0.number)", "/coordinations/\($0.id)"), ("アセスメント", "/coordinations/\($0.id)/assessment")]
      } ?? [("情報提供の依頼", "/information-requests")], reason: reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>情報提供の依頼</h1>\(form.errorSummary)\(conflict)\(facts)\(answer)\(writing)\(declining)\(withdrawing)</div>
        """
    ).html
  }

  private var reason: any PageReason {
    if let asker = request.asker { return asker.file.reason }
    let ground = view.consent.map { "\($0)にもとづき、" } ?? ""
    return "\(ground)\(request.fromName)が\(request.toName)に情報提供を依頼したため。依頼された内容だけを表示しています"
  }

  private var conflict: HTML {
    guard isConflict else { return .empty }
    return """
      <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>この依頼は先に変わりました</h2>
      <p>画面を開いたあとに、回答されたか取り下げられました。いまの状態は下のとおりです。入力した内容は残っています。</p></div>
      """
  }

  private var facts: HTML {
    if isHidden { return "<p><span class=\"chip\">取下げ</span></p><p>この依頼は取り下げられました。回答は要りません。</p>" }
    let isOverdue = InformationRequest.isOverdue(request.state, due: view.dueOn, today: today)
    return """
      <p><span class="chip\(raw: isOverdue ? " late" : request.state == .answered ? " done" : "")">\(isOverdue ? "期限切れ" : request.state.label)</span></p>
      <dl class="facts"><dt>本人</dt><dd>\(view.person)</dd><dt>依頼元</dt><dd>\(request.fromName)　\(view.askedBy)</dd>
      <dt>依頼先</dt><dd>\(request.toName)\(view.toPerson.isEmpty ? "" : "　\(view.toPerson)様")</dd>
      <dt>依頼した日</dt><dd>\(Wording.moment(view.askedAt))</dd><dt>回答期限</dt><dd>\(view.dueOn.wareki)</dd>
      <dt>答えてよい理由</dt><dd>\(view.consent.map { "\($0)が\(request.toName)に及んでいるため" } ?? "本人の同意がいま有効ではないため、回答できません。\(request.fromName)に連絡してください。")</dd>
      \(HTML.when(!view.asked.isEmpty, "<dt>聞きたいこと</dt><dd>\(lines: view.asked)</dd>"))</dl>
      """
  }

  private var answer: HTML {
    guard !isHidden, request.state == .answered || request.state == .declined else { return .empty }
    let told = view.questions.compactMap { field in AnswerWording.words(view.answers[field.id], field, lists).map { (field, $0) } }
    let mayAdopt = request.asker?.isCoordinator == true && request.state == .answered
    return """
      <section aria-labelledby="answer"><h2 id="answer">回答</h2>
      <p class="quiet">\(view.answeredAt.map(Wording.moment) ?? "")　\(view.answeredBy)\(view.isOnBehalf ? "（電話・ファクスなどの回答を依頼元が記録）" : "")</p>
      \(mayAdopt && !told.isEmpty ? adoption(told) : "<dl class=\"facts\">\(HTML.each(told) { "<dt>\($0.0.label)</dt><dd>\(lines: $0.1)</dd>" })</dl>" as HTML)
      \(HTML.when(!view.words.isEmpty, "<p>\(lines: view.words)</p>"))</section>
      """
  }

  private func adoption(_ told: [(FormField, String)]) -> HTML {
    """
    <form action="\(href: "\(path)/adoption")" method="post">\(FormView.tokens(chrome))
    <fieldset class="item"><legend>アセスメントに写す回答</legend>\(HTML.each(told) { field, words in
      """
      <label class="choice"><input type="checkbox" name="field" value="\(field.id)" checked> <span><strong>\(field.label)</strong>　\(lines: words)</span></label>
      """
    })</fieldset><p class="help">文章や表は書いてあることに加え、選ぶ項目は置きかえます。前の内容は履歴に残ります。</p>
    <button class="button">選んだ回答をアセスメントに写す</button></form>
    """
  }

  private var writing: HTML {
    guard mayAnswer else { return .empty }
    let onBehalf = !request.isAsked
    return """
      <section aria-labelledby="writing"><h2 id="writing">\(onBehalf ? "電話・ファクスの回答を代わりに記録する" : "回答する")</h2>
      <p>分かる項目だけで構いません。</p>
      <form action="\(href: "\(path)/answer")" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
      <button class="visually-hidden" tabindex="-1" aria-hidden="true">回答する</button>
      <input type="hidden" name="version" value="\(request.version)">\(questions.html)
      \(form.area("words", "補足・そのほか伝えたいこと", rows: 4))
      \(form.text("answered_by", "回答した人", need: onBehalf ? .required : .unmarked, help: onBehalf ? "電話などで答えた人の名前。" : "空欄のときは、あなたの名前になります。", width: .medium))
      <div class="actions"><button class="button">\(onBehalf ? "回答を記録する" : "回答する")</button>\(draft.buttons)</div></form></section>
      """
  }

  private var draft: DraftForm {
    DraftForm(form: "情報提供の回答", path: path, title: "情報提供の回答", fields: form.fields)
  }

  private var declining: HTML {
    guard request.mayAnswer, request.state == .asked else { return .empty }
    return """
      <details\(flag: "open", form.isWrong("reason"))><summary>回答できないとき</summary>
      <form action="\(href: "\(path)/refusal")" method="post">\(FormView.tokens(chrome))<input type="hidden" name="version" value="\(request.version)">
      \(form.area("reason", "回答できない理由", need: .required, help: "例）関わりがない、記録が残っていない、上司の確認が要る", rows: 2))
      <button class="button outline">回答できないと返す</button></form></details>
      """
  }

  private var withdrawing: HTML {
    guard request.asker?.isCoordinator == true, request.state == .asked else { return .empty }
    return """
      <form class="inline" action="\(href: "\(path)/withdrawal")" method="post">\(FormView.tokens(chrome))\
      <input type="hidden" name="version" value="\(request.version)"><button class="button text">依頼を取り下げる</button></form>
      """
  }
}
