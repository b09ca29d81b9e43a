import Casework
import HTML

/// 世帯に加える: a person by name, age and relation; the same person is offered before another one is entered.
struct MemberForm {
  let chrome: Chrome
  let path: String
  let form: FormView

  var html: HTML {
    """
    <h2>世帯に加える</h2>
    <form action="\(href: path)/members" method="post">\(FormView.tokens(chrome))
    <div class="columns">\(form.text("name", "氏名", help: "わからないときは「長男」などの呼び名でかまいません。"))\(form.text("kana", "ふりがな"))</div>
    <div class="columns">\(form.date("birth", "生年月日", partial: true))\
    \(form.select("sex", "性別", options: Sex.allCases.map { ($0.rawValue, $0.label) }))</div>
    <div class="columns">\(form.select("relation", "本人から見た続柄", options: Relation.allCases.map { ($0.rawValue, $0.label) }, need: .required))\
    \(form.text("relation_note", "続柄の補足", help: "例）長男、内縁の夫"))</div>
    \(form.radios("lives", "同居", options: HouseholdWording.lives))
    \(form.text("from", "いつから", help: HouseholdWording.dates, width: .medium, isDate: true))\(form.text("note", "備考"))
    <button class="button">世帯に加える</button></form>
    """
  }
}

/// People on record who may be the one to be added; only those the viewer may see anyway.
struct MemberChoicePage {
  let chrome: Chrome
  let file: OpenedFile
  let fields: Fields
  let candidates: [SamePersonCandidate]

  var html: HTML {
    Page(
      title: "同じ人の確認", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("世帯", "/cases/\(file.id)/household")], reason: file.reason,
      content: """
        <div class="narrow"><h1>同じ人の確認</h1><p>すでに記録のある方かもしれません。同じ人であれば選んでください。</p>
        <form action="/cases/\(file.id.number)/household/members" method="post">\(FormView.tokens(chrome))
        \(HTML.each(fields.typed.pairs.filter { $0.name != "same" }) { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
        \(FormView(Fields()).radios("same", "どの方ですか", options: options, need: .required))
        <div class="actions"><button class="button">この内容で世帯に加える</button> <a href="/cases/\(file.id.number)/household">やめる</a></div></form></div>
        """
    ).html
  }

  private var options: [(code: String, label: String)] {
    candidates.map { candidate in
      let person = candidate.resident.person
      let facts = [person.name, person.kana, person.facts.birth.inJapanese, person.facts.address ?? ""]
      return (String(candidate.resident.id.number), facts.filter { !$0.isEmpty }.joined(separator: "　"))
    } + [("new", "どの方でもない（新しく記録する）")]
  }
}
