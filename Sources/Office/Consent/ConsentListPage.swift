import Casework
import HTML

/// 本人同意: for each person where it stands, whom it covers, what to do next, what happened.
struct ConsentListPage {
  let chrome: Chrome
  let opened: OpenedConsents
  let people: [ConsentPerson]
  let form: FormView

  private var path: String { "/cases/\(opened.file.id)/consents" }

  var html: HTML {
    Page(
      title: "本人同意", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (opened.file.number, "/cases/\(opened.file.id)")],
      reason: opened.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>本人同意 <small>\(opened.file.number)</small></h1>\(form.errorSummary)
        <p>同意は一人ずつ記録します。記録は書き換えられず、取消しや更新は新しい記録として加わります。</p>
        \(HTML.each(people) { card($0) })
        """
    ).html
  }

  private func card(_ person: ConsentPerson) -> HTML {
    let id = person.member.map { "p\($0)" } ?? "principal"
    return """
      <section class="card" aria-labelledby="\(id)"><h2 id="\(id)">\(person.name) <small>\(person.relation)</small></h2>
      <p><span class="chip\(ConsentWording.tone(person.state))">\(person.state.label)</span>\
      \(HTML.when(person.hasApplication, " <span class=\"chip\">利用申込あり</span>"))</p>
      <p>\(ConsentWording.next(person))</p>\(cover(person))\(actions(person))\(history(person))</section>
      """
  }

  private func cover(_ person: ConsentPerson) -> HTML {
    guard let line = person.consents.first(where: { $0.id == person.inForce }) else { return .empty }
    return """
      <dl class="facts"><dt>共有の相手</dt><dd>\(ConsentWording.cover(line))</dd>
      \(HTML.when(!line.exclusions.isEmpty, "<dt>共有を望まない事項</dt><dd>\(lines: line.exclusions)</dd>"))
      <dt>これまでの記録</dt><dd>\(line.isReleased ? "共有する" : "共有しない（同意より前のほかの機関の記録は見えません）")</dd>
      <dt>期限</dt><dd>\(line.untilOn?.wareki ?? "なし（取消しまで）")</dd></dl>
      """
  }

  private func actions(_ person: ConsentPerson) -> HTML {
    let who = person.member.map { String($0.number) } ?? ""
    let label = person.state == .given || person.state == .expired ? "同意を記録し直す（更新）" : "同意を記録する"
    return """
      <div class="actions"><a class="button\(raw: person.state == .given ? " outline" : "")" href="\(href: path)/new?person=\(who)">\(label)</a>\
      \(person.inForce.map { "<a class=\"button outline\" href=\"/consents/\($0.number)\">内容を見る・取り消す</a>" as HTML })</div>
      \(HTML.when(person.state != .given, notes(person, who)))
      """
  }

  private func notes(_ person: ConsentPerson, _ who: String) -> HTML {
    let steps: [(path: String, label: String)] = [("asked", "確認をはじめたことを記録する"), ("refused", "同意しないとの返事を記録する")]
    return """
      <details><summary>ほかの記録</summary>\(HTML.each(steps) { step in
        """
        <form action="\(href: path)/\(step.path)" method="post">\(FormView.tokens(chrome))<input type="hidden" name="person" value="\(who)">
        <div class="item"><label for="\(step.path)-\(who)">日付とようす</label><div class="columns">
        <input class="field medium" id="\(step.path)-\(who)" name="on" autocomplete="off" data-date placeholder="空欄は今日" aria-label="日付">
        <input class="field" name="words" autocomplete="off" aria-label="本人のことば・ようす"></div></div>
        <button class="button outline small">\(step.label)</button></form>
        """
      })</details>
      """
  }

  private func history(_ person: ConsentPerson) -> HTML {
    guard !person.consents.isEmpty || !person.events.isEmpty else { return .empty }
    let rows =
      person.consents.map { (on: $0.givenOn, at: $0.recordedAt, html: given($0)) }
      + person.events.map { (on: $0.on, at: $0.at, html: event($0)) }
    return """
      <details\(flag: "open", person.state != .notAsked)><summary>経過（\(rows.count)件）</summary><ol class="plain">\(HTML.each(
        rows.sorted { ($0.on, $0.at) > ($1.on, $1.at) }.map(\.html)) { $0 })</ol></details>
      """
  }

  private func given(_ line: ConsentLine) -> HTML {
    """
    <li>\(line.givenOn.wareki)　<a href="/consents/\(line.id.number)">同意（\(line.how.label)）\(line.isApplication ? "・利用申込" : "")</a>
    <span class="quiet">\(line.agency)　\(line.staff)　\(Wording.shortMoment(line.recordedAt))記録</span></li>
    """
  }

  private func event(_ line: ConsentEventLine) -> HTML {
    """
    <li>\(line.on.wareki)　\(ConsentWording.event(line.event))\(HTML.when(!line.words.isEmpty, "　\(lines: line.words)"))
    <span class="quiet">\(line.agency)　\(line.staff)　\(Wording.shortMoment(line.at))記録</span></li>
    """
  }
}
