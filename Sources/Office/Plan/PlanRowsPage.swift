import Casework
import HTML

/// 支援内容と役割分担の行.
struct PlanRowsPart {
  /// Rows that a press of the button adds.
  static let addedAtATime = 2

  let form: FormView
  let plan: OpenedPlan
  let agencies: PlanAgencies
  let previous: PlanDraft?
  /// Results of meetings, so that rows that came from them say so.
  var offers: [PlanOffer] = []

  var html: HTML { items + roles + find }

  private var items: HTML {
    """
    <section id="f-items" tabindex="-1" aria-labelledby="items-title"><h2 id="items-title">支援内容</h2>
    <p>だれが何をするのかを、ひとつずつ書きます。空の行は保存されません。</p>
    <input type="hidden" name="item.rows" value="\(PlanInput.rows(form.fields, "item"))">\(form.problemPart("items"))
    \(HTML.each(0..<PlanInput.rows(form.fields, "item")) { item($0 + 1) })
    \(PlanRowsPart.more(plan, form.fields, "item", "支援内容の行を増やす"))</section>
    """
  }

  private func item(_ row: Int) -> HTML {
    let name = "item.\(row)"
    let action = form.fields.trimmed("\(name).action")
    let isKept = !action.isEmpty && previous?.items.contains { $0.action == action } ?? false
    return """
      <fieldset class="item card" id="f-\(name)" tabindex="-1"><legend>支援内容\(row)\(HTML.when(isKept, "〔前回から〕"))</legend>
      \(form.area("\(name).action", "実施すること", rows: 2))
      <div class="columns">\(form.select("\(name).owner", "担い手", groups: owners))\
      \(form.text("\(name).owner_name", "担当する人", help: "家族のだれか、機関の担当者の名前。"))</div>
      <div class="columns">\(form.text("\(name).issue", "課題"))\(form.text("\(name).goal", "目標"))</div>
      <div class="columns">\(form.select(
        "\(name).programme", "この支援の事業", options: PlanWording.programmes, help: "市の支援決定が要る事業のときに選びます。", blank: "ほかの支援"))\
      \(form.text("\(name).frequency", "頻度", help: "例）週に1回", width: .medium))</div>
      <div class="columns">\(form.date("\(name).from", "始まり"))\(form.date("\(name).until", "終わり"))</div>
      \(form.text("\(name).remarks", "備考"))</fieldset>
      """
  }

  private var owners: [(label: String, options: [(code: String, label: String)])] {
    [("本人・家族", [("person", "本人"), ("family", "家族")])] + agencies.groups
  }

  private var roles: HTML {
    let count = PlanInput.rows(form.fields, "role")
    return """
      <fieldset class="item" id="f-roles" tabindex="-1"><legend><h2>機関の役割分担</h2></legend>
      <p class="help">主担当は、終結したあとも世帯に寄り添う機関です。終結までにひとつ決めます。</p>
      <input type="hidden" name="role.rows" value="\(count)">\(form.problemPart("roles"))
      <div class="table-box" tabindex="0" role="region" aria-label="役割分担の表"><table class="rows"><thead><tr>\
      <th scope="col"><span class="visually-hidden">番号</span></th><th scope="col">機関</th><th scope="col">担当者</th>\
      <th scope="col">役割</th><th scope="col">主担当</th></tr></thead><tbody>\(HTML.each(0..<count) { role($0 + 1) })</tbody></table></div>
      <p><label class="choice"><input type="radio" name="main" value=""\(flag: "checked", form.fields["main"].isEmpty)> \
      <span>主担当はまだ決めない</span></label></p>\(PlanRowsPart.more(plan, form.fields, "role", "役割分担の行を増やす"))</fieldset>
      """
  }

  private func role(_ row: Int) -> HTML {
    let name = "role.\(row)"
    return """
      <tr id="f-\(name)"><th scope="row">\(row)</th><td><select class="field" id="f-\(name).agency" name="\(name).agency" \
      aria-label="\(row)行目の機関"\(form.wrongMarks("\(name).agency"))><option value=""></option>\(HTML.each(agencies.groups) { group in
        """
        <optgroup label="\(group.label)">\(HTML.each(group.options) {
          "<option value=\"\($0.code)\"\(flag: "selected", form.fields["\(name).agency"] == $0.code)>\($0.label)</option>"
        })</optgroup>
        """
      })</select>\(form.problemPart("\(name).agency"))</td><td>\(cell("\(name).person", "\(row)行目の担当者"))</td>\
      <td>\(cell("\(name).role", "\(row)行目の役割"))\(source(name))</td>\
      <td><label class="choice"><input type="radio" name="main" value="\(row)"\(flag: "checked", form.fields["main"] == String(row))> \
      <span class="visually-hidden">\(row)行目の機関を主担当にする</span></label></td></tr>
      """
  }

  private func source(_ name: String) -> HTML {
    let share = RoleShare(
      agency: Int(form.fields["\(name).agency"]).map { AgencyID($0) }, role: form.fields.trimmed("\(name).role"))
    return PlanOfferPart.source(offers) { $0.holds(share) }.map { "<br><span class=\"quiet\">\($0)</span>" as HTML } ?? .empty
  }

  private func cell(_ name: String, _ label: String) -> HTML {
    """
    <input class="field" id="f-\(name)" name="\(name)" value="\(form.fields[name])" aria-label="\(label)" autocomplete="off"\
    \(form.wrongMarks(name))>\(form.problemPart(name))
    """
  }

  private var find: HTML {
    """
    <div class="columns">\(form.text("find_agency", "一覧にない機関を名前で探す", help: "見つかった機関が、上の一覧の「名前で見つかった機関」に加わります。", width: .medium))
    <div class="item submit"><button class="button outline small" name="more" value="agency" formaction="/plans/\(plan.id.number)/edit#f-roles" \
    formnovalidate>機関を探す</button></div></div>
    """
  }

  /// The button that comes back with more rows; nothing is saved by it.
  static func more(_ plan: OpenedPlan, _ fields: Fields, _ kind: String, _ label: String) -> HTML {
    let next = PlanInput.rows(fields, kind) + 1
    guard next <= PlanInput.mostRows else { return .empty }
    return """
      <button class="button outline small" name="more" value="\(kind)" \
      formaction="/plans/\(plan.id.number)/edit#f-\(kind).\(next)" formnovalidate>\(label)</button>
      """
  }

  /// The fields with as many rows as the pressed button asks for.
  static func withMoreRows(_ sent: Fields) -> Fields {
    let kind = sent["more"]
    guard ["item", "role", "monitor"].contains(kind) else { return sent }
    var fields = sent
    fields.set("\(kind).rows", String(min(PlanInput.mostRows, PlanInput.rows(sent, kind) + addedAtATime)))
    return fields
  }
}
