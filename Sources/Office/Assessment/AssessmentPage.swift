import Casework
import HTML

/// アセスメント: what is missing, what agencies were asked, the four sheets with the round before beside them.
struct AssessmentPage {
  let chrome: Chrome
  let today: CivilDate
  let lists: FormCatalogue
  let coordination: OpenedCoordination
  let form: FormDefinition
  /// The round that is shown.
  let round: Int
  let record: AssessmentRecord?
  /// The round that stands beside it.
  let earlier: AssessmentRecord?
  /// Every round that has a sheet, latest first.
  let rounds: [Int]
  let requests: [InformationRequestLine]
  let offers: [String: [OfferedAnswer]]
  let agencies: [(code: String, label: String)]
  let consent: ConsentState
  var problems: [FieldProblem] = []

  private var path: String { "/coordinations/\(coordination.id)/assessment" }
  private var isPresent: Bool { round == coordination.round }
  private var mayWrite: Bool { isPresent && coordination.isCoordinator && Assessment.mayWrite(at: coordination.stage) }

  var html: HTML {
    Page(
      title: "アセスメント \(coordination.number)", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)")], reason: coordination.file.reason,
      hasErrors: !problems.isEmpty,
      content: """
        <h1>アセスメント <small>\(form.title)　第\(round)回</small></h1>\(errors)\(standing)\(needs)\(roundLinks)
        \(HTML.when(isPresent, next + requestPart))\(HTML.each(form.sections.enumerated()) { sheet($0 + 1, $1) })
        """
    ).html
  }

  private var errors: HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <div class="banner error" role="alert" tabindex="-1" id="error-summary"><h2>まだ完了できません（\(problems.count)件）</h2>
      <ul>\(HTML.each(problems) { "<li>\(link($0))</li>" })</ul></div>
      """
  }

  /// To the box that is missing, on its sheet.
  private func link(_ problem: FieldProblem) -> HTML {
    let id = String(problem.fieldID.prefix { $0 != "." })
    if id == "act" || id == "consent" { return "<a href=\"/cases/\(coordination.file.id.number)/consents\">\(problem.sentence)</a>" }
    guard let sheet = form.sections.firstIndex(where: { $0.fields.contains { $0.id == id } }) else { return "\(problem.sentence)" }
    return "<a href=\"\(href: "\(path)/edit?sheet=\(sheet + 1)#\(FormView.anchor(problem.fieldID))")\">\(problem.sentence)</a>"
  }

  private var standing: HTML {
    let state = record.map { $0.completedOn.map { "完了（\(Wording.shortDate($0))）" } ?? "作成中" } ?? "未着手"
    return """
      <p><span class="chip\(record?.completedOn == nil ? "" : " done")">\(state)</span> \
      <span class="chip\(ConsentWording.tone(consent))">本人同意：\(consent.label)</span>\
      \(record.map { "　<span class=\"quiet\">作成 \(Wording.shortDate($0.startedOn))　最後の保存 \(Wording.shortMoment($0.savedAt))　\($0.staff)</span>" as HTML })</p>
      """
  }

  /// アウトリーチ等 and 参加支援 had better hear of it before the plan (seed 003 ch. 6 5)(3)②).
  private var needs: HTML {
    guard let record else { return .empty }
    let told = [("アウトリーチ等事業", record.needs.outreach), ("参加支援事業", record.needs.participation)].filter {
      $0.1?.isWorthTelling == true
    }
    guard !told.isEmpty else { return .empty }
    return """
      <div class="banner info"><h2>早めに連携したい事業</h2><ul>\(HTML.each(told) {
        "<li>\($0.0)：\($0.1 == .needed ? "必要" : "検討中")</li>"
      })</ul><p>プランを待たずに連絡を取れます。<a href="/cases/\(coordination.file.id.number)/referrals/new">つなぐ</a></p></div>
      """
  }

  private var roundLinks: HTML {
    guard rounds.count > 1 || !isPresent else { return .empty }
    return """
      <nav aria-label="回"><ul class="tabs">\(HTML.each(Set(rounds + [coordination.round]).sorted(by: >)) { number in
        "<li><a href=\"\(href: "\(path)?round=\(number)")\"\(attribute: "aria-current", number == round ? "page" : nil)>第\(number)回</a></li>"
      })</ul></nav>
      """
  }

  private var next: HTML {
    guard coordination.isCoordinator else { return .empty }
    if let refusal = Assessment.refusal(at: coordination.stage) {
      return record == nil ? "<p>\(refusal.sentence)</p>" : .empty
    }
    let missing = Assessment.missing(record?.answers ?? Answers(), in: form)
    return """
      <section class="card no-print" aria-labelledby="next"><h2 id="next">次にすること</h2>
      \(missing.isEmpty
        ? "<p>必要な項目はそろっています。</p>"
        : "<details\(flag: "open", record != nil)><summary>完了までに必要な項目（\(missing.count)件）</summary><ul>\(HTML.each(missing) { "<li>\(link($0))</li>" })</ul></details>" as HTML)
      <div class="actions">\(completion(missing.isEmpty))<a class="button\(raw: missing.isEmpty ? " outline" : "")" href="\(href: "\(path)/edit?sheet=1")">\(record == nil ? "書きはじめる" : "続きを書く")</a>
      <a class="button outline" href="/coordinations/\(coordination.id.number)/information-requests/new">情報提供を依頼する</a></div></section>
      """
  }

  private func completion(_ isReady: Bool) -> HTML {
    guard isReady, record != nil, record?.completedOn == nil || coordination.stage == .assessing else { return .empty }
    return """
      <form class="inline" action="\(href: "\(path)/completion")" method="post">\(FormView.tokens(chrome))
      <button class="button">アセスメントを完了する</button></form>
      """
  }

  private var requestPart: HTML {
    guard !requests.isEmpty else { return .empty }
    return """
      <section aria-labelledby="requests"><h2 id="requests">情報提供の依頼</h2>
      \(InformationRequestTable(lines: requests, today: today, isAsker: true).html)</section>
      """
  }

  private func sheet(_ number: Int, _ section: FormSection) -> HTML {
    let asked = section.fields.filter { !$0.typed }
    let told = asked.filter { isTold($0) || $0.requiredAtComplete }
    let blank = asked.filter { !isTold($0) && !$0.requiredAtComplete }.map(\.label)
    return """
      <section aria-labelledby="s-\(section.id)"><h2 id="s-\(section.id)">\(number)　\(section.title)</h2>
      \(HTML.when(mayWrite, "<p class=\"no-print\"><a href=\"\(href: "\(path)/edit?sheet=\(number)")\">この用紙を書く</a></p>"))
      <div class="table-box" tabindex="0" role="region" aria-label="\(section.title)の回答"><table><thead><tr><th scope="col">項目</th>\
      <th scope="col">第\(round)回</th>\(earlier.map { "<th scope=\"col\">第\($0.round)回</th>" as HTML })</tr></thead>
      <tbody>\(HTML.each(told) { row($0) })</tbody></table></div>
      \(HTML.when(!blank.isEmpty, "<p class=\"quiet\">書いていない項目：\(blank.joined(separator: "、"))</p>"))</section>
      """
  }

  /// Something is there to be shown: an answer, one of the round before, one that an agency offers.
  private func isTold(_ field: FormField) -> Bool {
    record?.answers[field.id]?.isBlank == false || earlier?.answers[field.id]?.isBlank == false || (isPresent && offers[field.id] != nil)
  }

  private func row(_ field: FormField) -> HTML {
    """
    <tr><th scope="row">\(field.label)\(HTML.when(field.requiredAtComplete, " <span class=\"need\">※必須</span>"))</th>\
    <td>\(lines: words(record?.answers[field.id], field))\
    \(record?.sources.fields[field.id].map { "<br><span class=\"quiet\">\($0.words)</span>" as HTML })\(offered(field))</td>\
    \(earlier.map { "<td>\(lines: words($0.answers[field.id], field))</td>" as HTML })</tr>
    """
  }

  private func words(_ value: AnswerValue?, _ field: FormField) -> String {
    var agency: String?
    if case .agency(let id) = value { agency = agencies.first { $0.code == String(id.number) }?.label }
    return AnswerWording.words(value, field, lists, agency: agency) ?? ""
  }

  /// What agencies answered, where it is not in the sheet already; one click takes it over.
  private func offered(_ field: FormField) -> HTML {
    guard isPresent else { return .empty }
    let present = record?.answers[field.id]
    let open = (offers[field.id] ?? []).filter { Assessment.merged(present, with: $0.value) != present }
    return HTML.each(open) { offer in
      """
      <div class="note"><p><strong>\(offer.source.words)</strong>　\(lines: words(offer.value, field))</p>\(HTML.when(mayWrite, """
        <form class="no-print" action="/information-requests/\(offer.request.number)/adoption" method="post">\(FormView.tokens(chrome))
        <button class="button outline small" name="field" value="\(field.id)">この回答を写す<span class="visually-hidden">：\(field.label)</span></button></form>
        """))</div>
      """
    }
  }
}
