import Casework
import HTML

/// A table of a form in which each row is one person or one agency (「世帯の方」など).
struct RowsPart {
  /// Rows shown before anybody asks for more, and rows added at a time.
  static let shownAtFirst = 4
  static let addedAtATime = 4

  let form: FormView
  let field: FormField
  let columns: [FormField]
  let lists: FormCatalogue
  let today: CivilDate
  let moreAt: String
  let need: FormView.Need

  private var count: Int { min(AnswersInput.mostRows, max(1, Int(form.fields["\(field.id).rows"]) ?? RowsPart.shownAtFirst)) }

  var html: HTML {
    let added = form.fields["more"] == field.id ? count - RowsPart.addedAtATime : -1
    return """
      <fieldset class="item" id="\(FormView.anchor(field.id))" tabindex="-1"><legend>\(field.label)\(HTML.when(need == .required, " <span class=\"need\">※必須</span>"))</legend>
      \(field.help.map { "<p class=\"help\">\($0)</p>" as HTML } ?? .empty)
      <input type="hidden" name="\(field.id).rows" value="\(count)">
      <div class="table-box" tabindex="0" role="region" aria-label="\(field.label)の表"><table class="rows"><thead><tr>\
      <th scope="col"><span class="visually-hidden">番号</span></th>\(HTML.each(columns) { "<th scope=\"col\">\($0.label)</th>" })</tr></thead>
      <tbody>\(HTML.each(0..<count) { row in
        """
        <tr><th scope="row">\(row + 1)</th>\(HTML.each(columns.enumerated()) { place, column in
          cell(column, row + 1, isFirst: row == added && place == 0)
        })</tr>
        """
      })</tbody></table></div>
      \(HTML.when(count < AnswersInput.mostRows, """
        <button class="button outline small" name="more" value="\(field.id)" formaction="\(href: moreAt)" formnovalidate>\
        行を増やす</button>
        """))\(form.problemPart(field.id))</fieldset>
      """
  }

  private func cell(_ column: FormField, _ row: Int, isFirst: Bool) -> HTML {
    let name = "\(field.id).\(row).\(column.id)"
    let label = "\(row)行目の\(column.label)"
    let box: HTML
    switch column.kind {
    case .flag:
      box = """
        <label class="choice"><input type="checkbox" id="\(FormView.anchor(name))" name="\(name)" value="1"\
        \(flag: "checked", form.fields.isOn(name))> <span class="visually-hidden">\(label)</span></label>
        """
    case .choice(let list):
      let items = lists.list(list)?.items(on: today) ?? []
      box = """
        <select class="field" id="\(FormView.anchor(name))" name="\(name)" aria-label="\(label)"\(form.wrongMarks(name))>\
        <option value=""></option>\(HTML.each(items) {
          "<option value=\"\($0.code)\"\(flag: "selected", form.fields[name] == $0.code)>\($0.label)</option>"
        })</select>
        """
    default:
      box = """
        <input class="field" id="\(FormView.anchor(name))" name="\(name)" value="\(form.fields[name])" aria-label="\(label)" \
        autocomplete="off"\(flag: "autofocus", isFirst)\(flag: "data-date", column.kind == .partialDate)\(form.wrongMarks(name))>
        """
    }
    return "<td>\(box)\(form.problemPart(name))</td>"
  }
}

extension Fields {
  /// What was sent, after the button 「行を増やす」: more rows of that table, in which 同居 is ticked until somebody says otherwise.
  func withMoreRows() -> Fields {
    let more = self["more"]
    guard !more.isEmpty else { return self }
    var fields = self
    let before = Int(self["\(more).rows"]) ?? RowsPart.shownAtFirst
    let after = min(AnswersInput.mostRows, max(0, before) + RowsPart.addedAtATime)
    fields.set("\(more).rows", String(after))
    for row in max(0, before)..<max(after, before) where after > before { fields.set("\(more).\(row + 1).lives_together", "1") }
    return fields
  }
}
