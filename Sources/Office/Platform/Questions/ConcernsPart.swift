import Casework
import HTML

/// 困りごと as a table: one row a trouble, ○ for all that apply, ◎ for the worst (R-03).
struct ConcernsPart {
  let form: FormView
  let field: FormField
  let items: [CodeItem]
  let need: FormView.Need

  private var help: String {
    let help = field.help ?? ""
    return help.contains("◎") ? help : help + "いちばん困っていること1つに◎を付けます。"
  }

  var html: HTML {
    let chosen = Set(form.fields.all(field.id))
    let main = form.fields["\(field.id).main"]
    return """
      <fieldset class="item" id="\(FormView.anchor(field.id))" tabindex="-1"\(form.wrongMarks(field.id))>
      <legend>\(field.label)\(HTML.when(need == .required, " <span class=\"need\">※必須</span>"))</legend>
      <p class="help">\(help)◎を選んだものは、○も付いたことになります。</p>
      <div class="table-box"><table class="concerns"><thead><tr><th scope="col">○ あてはまる</th><th scope="col">◎ いちばん</th>\
      <th scope="col">\(field.label)</th></tr></thead>
      <tbody>\(HTML.each(items) { item in
        """
        <tr><td><label class="choice"><input type="checkbox" name="\(field.id)" value="\(item.code)"\(flag: "checked", chosen.contains(item.code))> \
        <span>○<span class="visually-hidden"> \(item.label)</span></span></label></td>
        <td><label class="choice"><input type="radio" name="\(field.id).main" value="\(item.code)"\(flag: "checked", main == item.code)> \
        <span>◎<span class="visually-hidden"> いちばん困っているのは\(item.label)</span></span></label></td>
        <th scope="row">\(item.label)</th></tr>
        """
      })</tbody></table></div>
      \(form.problemPart(field.id))</fieldset>
      \(HTML.when(items.contains { $0.freeText == true }, form.text("\(field.id).other", "\(field.label)が「その他」のときの内容", width: .medium)))
      """
  }
}
