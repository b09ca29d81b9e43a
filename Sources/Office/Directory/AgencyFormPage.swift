import Casework
import HTML

/// 機関の登録・変更。
struct AgencyFormPage {
  let chrome: Chrome
  let lists: FormCatalogue
  /// As it is saved; nil for a new one.
  let agency: AgencyView?
  let form: FormView
  var isConflict = false
  /// What had better be thought of first; shown with the form that then saves all the same.
  var cautions: [String] = []

  var html: HTML {
    let path = agency.map { "/agencies/\($0.id)" } ?? "/agencies"
    return Page(
      title: agency == nil ? "機関の登録" : "機関の変更", chrome: chrome, place: "/agencies",
      crumbs: [("機関", "/agencies")] + (agency.map { [($0.facts.name, "/agencies/\($0.id)")] } ?? []), hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(agency == nil ? "機関の登録" : "機関の変更")</h1>\(form.errorSummary)\(isConflict ? conflict : .empty)\(caution)
        <form action="\(href: path)" method="post">\(FormView.tokens(chrome))\(form.hidden("version"))\
        \(HTML.when(!cautions.isEmpty, "<input type=\"hidden\" name=\"confirmed\" value=\"1\">"))
        \(form.text("name", "名称", need: .required))\(form.text("name_kana", "ふりがな"))
        \(form.select("kind", "種別", options: DirectoryWording.options(lists, "C-03")))
        \(form.checkboxes("field", "分野", options: DirectoryWording.options(lists, "C-16")))
        \(form.text("areas", "区域", help: "複数あるときは「、」で区切ってください。例）東部、西部"))
        \(form.area("about", "していること", rows: 3))
        \(form.area("how_to_ask", "頼み方", help: "どこに電話するか、つなぐ前に知らせておくこと、必要な書類など。", rows: 4))
        \(form.flag("takes_referrals", "つなぎを受ける", help: "つなぎの宛先に出ます。"))
        \(form.flag("is_programme_section", "市の事業担当課", help: "多機関協働につながれた事例を見られます。事業を担当する課だけに付けてください。"))
        \(form.text("phone", "電話", width: .medium, type: "tel"))\(form.text("fax", "FAX", width: .medium, type: "tel"))
        \(form.text("hours", "開いている時間"))
        \(form.text("postal_code", "郵便番号", width: .short))\(form.text("address", "所在地"))
        \(form.text("corporation_number", "法人番号", help: "13けたの数字", width: .medium, inputMode: "numeric"))
        \(form.date("ended_on", "終わった日", help: "なくなった機関に入れます。記録は残ります。"))
        <div class="actions"><button class="button">\(cautions.isEmpty ? "保存する" : "このまま保存する")</button><a href="\(href: path)">やめる</a></div></form></div>
        """
    ).html
  }

  private var caution: HTML {
    HTML.when(
      !cautions.isEmpty,
      """
      <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>保存する前に確かめてください</h2>
      <ul>\(HTML.each(cautions) { "<li>\($0)</li>" })</ul>
      <p>まだ保存していません。直すか、下の「このまま保存する」で保存できます。</p></div>
      """)
  }

  private var conflict: HTML {
    guard let agency else { return .empty }
    let saved = AgencyInput.fields(of: agency.facts, version: agency.version)
    return SavedBeside(
      lines: AgencyFormPage.labels.map { name, label in
        SavedBeside.Line(label: label, saved: shown(saved, name), typed: shown(form.fields, name))
      }
    ).html
  }

  private func shown(_ fields: Fields, _ name: String) -> String {
    switch name {
    case "kind": lists.label(fields[name], in: "C-03")
    case "field": fields.all(name).sorted().map { lists.label($0, in: "C-16") }.joined(separator: "、")
    case "takes_referrals", "is_programme_section": fields.isOn(name) ? "はい" : "いいえ"
    default: fields.trimmed(name)
    }
  }

  private static let labels: [(String, String)] = [
    ("name", "名称"), ("name_kana", "ふりがな"), ("kind", "種別"), ("field", "分野"), ("areas", "区域"), ("about", "していること"),
    ("how_to_ask", "頼み方"), ("takes_referrals", "つなぎを受ける"), ("is_programme_section", "市の事業担当課"), ("phone", "電話"), ("fax", "FAX"),
    ("hours", "開いている時間"), ("postal_code", "郵便番号"), ("address", "所在地"), ("corporation_number", "法人番号"), ("ended_on", "終わった日"),
  ]
}
