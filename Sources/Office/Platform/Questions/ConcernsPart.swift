import Casework
import HTML

/// 困りごと as a table: one row a trouble, ○ for all that apply, ◎ for the worst (R-03). A long list stands in two tables side by side.
///
/// Each row is ○ and then its ◎, which a row without ○ does not offer: with Tab one comes from the one to the other. Both are ticks, because
/// radio buttons of one group would be a single stop far from most rows; that there is one ◎ only is seen to by the script, and by the rule.
struct ConcernsPart {
  let form: FormView
  let field: FormField
  let items: [CodeItem]
  let need: FormView.Need

  private var help: String {
    let help = field.help ?? ""
    return help.contains("◎") ? help : help + "いちばん困っていること1つに◎を付けます。"
  }

  private var parts: [ArraySlice<CodeItem>] {
    let half = items.count > 8 ? (items.count + 1) / 2 : items.count
    return [items.prefix(half), items.dropFirst(half)].filter { !$0.isEmpty }
  }

  var html: HTML {
    let fieldset: HTML = """
      <fieldset class="item" id="\(FormView.anchor(field.id))" tabindex="-1"\(form.wrongMarks(field.id))>
      <legend>\(field.label)\(HTML.when(need == .required, " <span class=\"need\">※必須</span>"))</legend>
      <p class="help">\(help)◎は、○を付けた行に出ます。</p>
      <div class="columns">\(HTML.each(parts, table))</div>
      \(form.problemPart(field.id))</fieldset>
      """
    guard items.contains(where: { $0.freeText == true }) else { return fieldset }
    return form.withWords(fieldset, "\(field.id).other", "\(field.label)が「その他」のときの内容")
  }

  private func table(_ items: ArraySlice<CodeItem>) -> HTML {
    let chosen = Set(form.fields.all(field.id))
    let mains = Set(form.fields.all("\(field.id).main"))
    return """
      <div class="table-box"><table class="concerns"><thead><tr><th scope="col">○ あてはまる</th><th scope="col">◎ いちばん</th>\
      <th scope="col">\(field.label)</th></tr></thead>
      <tbody>\(HTML.each(items) { item in
        """
        <tr><td><label class="choice"><input type="checkbox" name="\(field.id)" value="\(item.code)"\(flag: "checked", chosen.contains(item.code))\
        \(flag: "data-free", item.freeText == true)> <span>○<span class="visually-hidden"> \(item.label)</span></span></label></td>
        <td class="main-mark"><label class="choice"><input type="checkbox" name="\(field.id).main" value="\(item.code)"\(flag: "checked", mains.contains(item.code))\
        \(flag: "data-free", item.freeText == true)> <span>◎<span class="visually-hidden"> いちばん困っているのは\(item.label)</span></span></label></td>
        <th scope="row">\(item.label)</th></tr>
        """
      })</tbody></table></div>
      """
  }
}
