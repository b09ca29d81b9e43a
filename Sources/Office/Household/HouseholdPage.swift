import Casework
import HTML

/// Who belongs to a household, from when, until when.
struct HouseholdTable {
  let members: [MemberView]
  let today: CivilDate
  /// Where the household of the case is recorded.
  let path: String

  var html: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="世帯の一覧"><table>
    <thead><tr><th scope="col">氏名</th><th scope="col">続柄</th><th scope="col">生年月日</th><th scope="col">同居</th>\
    <th scope="col">いつから</th><th scope="col">いつまで</th><th scope="col">備考</th><th scope="col"><span class="visually-hidden">訂正</span></th></tr></thead>
    <tbody>\(HTML.each(members) { row($0) })</tbody></table></div>
    """
  }

  private func row(_ member: MemberView) -> HTML {
    let birth = PartialDate(stored: member.birth) ?? .unknown
    return """
      <tr><th scope="row">\(member.name) <span class="quiet">\(member.kana)</span></th>\
      <td>\(member.relationNote.isEmpty ? member.relation?.label ?? "" : member.relationNote)</td>\
      <td>\(member.isDead ? birth.inJapanese : HouseholdWording.birth(birth, today: today))</td>\
      <td>\(member.lives)</td><td>\(member.from == .unknown ? "" : member.from.inJapanese)</td>\
      <td>\(member.until.map { "<span class=\"chip\">\($0 == .unknown ? "時期不詳" : $0.inJapanese)まで</span>" as HTML })</td><td>\(member.note)</td>\
      <td><a href="\(href: path)/members/\(member.id)/edit" aria-label="\(member.name)さんの情報を直す">直す</a></td></tr>
      """
  }
}

/// The household within the page of a case: a line for each person. The whole table is one click away.
struct HouseholdPart {
  let path: String
  let members: [MemberView]
  let today: CivilDate
  let mayRecord: Bool

  var html: HTML {
    """
    <section aria-labelledby="household"><h2 id="household">世帯</h2>
    \(members.isEmpty ? "<p>世帯の記録はまだありません。</p>" : "<ul class=\"plain\">\(HTML.each(members, line))</ul>" as HTML)
    \(HTML.when(mayRecord, "<p><a href=\"\(href: path)/household\">世帯を記録する</a></p>"))</section>
    """
  }

  private func line(_ member: MemberView) -> HTML {
    let age = member.isDead ? nil : PartialDate(stored: member.birth)?.age(on: today)
    return """
      <li>\(member.relationNote.isEmpty ? member.relation?.label ?? "" : member.relationNote)　<strong>\(member.name)</strong>\
      \(age.map { "（\($0.label)）" })　\(member.lives)\
      \(member.until.map { "　<span class=\"chip\">\($0 == .unknown ? "時期不詳" : $0.inJapanese)まで</span>" as HTML })\
      \(HTML.when(!member.note.isEmpty, "<br><span class=\"quiet\">\(member.note)</span>"))</li>
      """
  }
}

/// 世帯: who lives with whom, and how they are related.
struct HouseholdPage {
  let chrome: Chrome
  let file: OpenedFile
  let today: CivilDate
  let view: HouseholdView
  var form = FormView()
  /// Somebody else ended it before this form arrived.
  var isConflict = false

  private var path: String { "/cases/\(file.id)/household" }
  private var present: [MemberView] { view.members.filter { $0.until == nil } }

  var html: HTML {
    Page(
      title: "世帯を記録する", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>世帯を記録する <small>\(file.number)</small></h1>\(form.errorSummary)
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に記録しました</h2><p>下の表が最新の内容です。確かめてから、必要ならもう一度記録してください。</p></div>"))
        \(view.members.isEmpty ? "<p>世帯の記録はまだありません。下の「世帯に加える」から記録してください。</p>" : HouseholdTable(members: view.members, today: today, path: path).html)
        \(MemberForm(chrome: chrome, path: path, form: form).html)
        \(HTML.when(!present.isEmpty, departure))
        <h2>家族の関係</h2>\(view.relations.isEmpty ? "<p>関係の記録はまだありません。</p>" : relations)
        \(HTML.when(view.members.count > 1, relating))
        \(HTML.when(view.relations.contains { $0.until == nil }, ending))
        """
    ).html
  }

  private var departure: HTML {
    """
    <details\(open("left", "left_on"))><summary>転出・別居などで世帯を離れた</summary>
    <form action="\(href: path)/departures" method="post">\(FormView.tokens(chrome))
    \(form.select("left", "離れた方", options: present.map { (String($0.id), $0.name) }, need: .required))
    \(form.text("left_on", "いつまで", need: .required, help: "記録は消えません。この日まで世帯にいたこととして残ります。\(HouseholdWording.dates)", width: .medium, isDate: true))
    <button class="button outline">離れたことを記録する</button></form></details>
    """
  }

  private var relations: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="家族の関係の一覧"><table>
    <thead><tr><th scope="col">この方から見て</th><th scope="col">相手</th><th scope="col">関係</th><th scope="col">いつから</th>\
    <th scope="col">いつまで</th><th scope="col">備考</th></tr></thead>
    <tbody>\(HTML.each(view.relations) { tie in
      """
      <tr><th scope="row">\(tie.resident)</th><td>\(tie.other)</td><td>\(tie.relation?.label ?? "")</td>\
      <td>\(tie.from == .unknown ? "" : tie.from.inJapanese)</td>\
      <td>\(tie.until.map { $0 == .unknown ? "時期不詳" : $0.inJapanese })</td><td>\(tie.note)</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var relating: HTML {
    let people = view.members.map { (code: String($0.resident.number), label: $0.name) }
    return """
      <details\(open("one", "other", "tie", "tie_from"))><summary>関係を記録する</summary>
      <form action="\(href: path)/relations" method="post">\(FormView.tokens(chrome))
      <div class="columns">\(form.select("one", "この方から見て", options: people, need: .required))\
      \(form.select("other", "相手の方は", options: people, need: .required))\
      \(form.select("tie", "関係", options: HouseholdWording.ties, need: .required))</div>
      \(form.text("tie_from", "いつから", help: HouseholdWording.dates, width: .medium, isDate: true))\(form.text("tie_note", "備考"))
      <button class="button outline">関係を記録する</button></form></details>
      """
  }

  private var ending: HTML {
    """
    <details\(open("ended", "ended_on"))><summary>関係が終わった</summary>
    <form action="\(href: path)/endings" method="post">\(FormView.tokens(chrome))
    \(form.select("ended", "終わった関係", options: view.relations.filter { $0.until == nil }.map { (String($0.id), "\($0.resident)から見て\($0.other)（\($0.relation?.label ?? "")）") }, need: .required))
    \(form.text("ended_on", "いつまで", need: .required, help: HouseholdWording.dates, width: .medium, isDate: true))
    <button class="button outline">終わったことを記録する</button></form></details>
    """
  }

  /// A part that came back with something wrong, or half filled in, stays open.
  private func open(_ names: String...) -> HTML {
    names.contains { name in form.problems.contains { $0.fieldID == name } || !form.fields[name].isEmpty } ? " open" : .empty
  }
}
