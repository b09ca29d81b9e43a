import Casework
import HTML

/// 本人の情報を直す, 世帯の方の情報を直す
struct ResidentCorrectionPage {
  let chrome: Chrome
  let file: OpenedFile
  let form: FormView
  /// What somebody else saved while this form was open; shown beside what was typed.
  var saved: Fields?
  /// Somebody of the household, in place of 本人.
  var member: MemberView?

  private var title: String { member == nil ? "本人の情報を直す" : "世帯の方の情報を直す" }
  private var back: String { "/cases/\(file.id)" + (member == nil ? "" : "/household") }
  private var action: String { member.map { "\(back)/members/\($0.id)" } ?? "/cases/\(file.id)/resident" }

  var html: HTML {
    Page(
      title: title, chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(title) <small>\(file.number)</small></h1>\(form.errorSummary)\(beside)
        <form action="\(href: action)" method="post">\(FormView.tokens(chrome))\(version("version"))
        \(form.text("name", "氏名", help: "文字はそのまま残ります（外字・旧字を別の字に直しません）。"))
        \(form.text("kana", "ふりがな"))\(HTML.when(member == nil, form.text("other_name", "通称・旧姓")))
        \(form.date("birth", "生年月日", partial: true))
        \(form.select("sex", "性別", options: Sex.allCases.map { ($0.rawValue, $0.label) }, blank: nil))\(HTML.when(member == nil, form.text("sex_note", "性別の補足")))
        \(member.map(stay) ?? (file.keptBack.masksPrincipal ? masked : contacts))
        <div class="actions"><button class="button">保存する</button> <a href="\(href: back)">やめる</a></div></form></div>
        """
    ).html
  }

  private func version(_ name: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(saved?[name] ?? form.fields[name])\">"
  }

  /// How somebody stands in the household. The remark is corrected by the agency that made it.
  private func stay(_ member: MemberView) -> HTML {
    """
    \(version("household_version"))<div class="columns">\(form.select("relation", "本人から見た続柄", options: Relation.allCases.map { ($0.rawValue, $0.label) }, need: .required))\
    \(form.text("relation_note", "続柄の補足", help: "例）長男、内縁の夫"))</div>
    \(form.radios("lives", "同居", options: HouseholdWording.lives))\(HTML.when(member.isRemarkOwn, form.text("note", "備考")))
    <p class="help">住所・連絡先と通称は、その方ご自身の事例で直します。</p>
    """
  }

  private var masked: HTML { "<dl class=\"facts\"><dt>住所・連絡先</dt><dd>\(PersonSight.mask)</dd></dl>" }

  private var contacts: HTML {
    """
    \(form.text("postal_code", "郵便番号", width: .short, inputMode: "numeric"))\(form.text("address", "住所"))\(form.flag("no_fixed_address", "住所不定"))
    <div class="columns">\(form.text("phone_home", "電話（自宅）", width: .medium, type: "tel"))\
    \(form.text("phone_mobile", "電話（携帯）", width: .medium, type: "tel"))</div>
    \(form.text("phone_note", "電話の注意", help: "例）留守電は不可、昼間だけ"))\(form.text("email", "メール", type: "email"))
    """
  }

  private static let labels: [(name: String, label: String)] = [
    ("name", "氏名"), ("kana", "ふりがな"), ("other_name", "通称・旧姓"), ("birth", "生年月日"), ("sex", "性別"), ("sex_note", "性別の補足"),
    ("postal_code", "郵便番号"), ("address", "住所"), ("phone_home", "電話（自宅）"), ("phone_mobile", "電話（携帯）"), ("phone_note", "電話の注意"),
    ("email", "メール"), ("relation", "続柄"), ("relation_note", "続柄の補足"), ("lives", "同居"), ("note", "備考"),
  ]

  private var beside: HTML {
    guard let saved else { return .empty }
    let differing = ResidentCorrectionPage.labels.filter { !saved[$0.name].utf8.elementsEqual(form.fields[$0.name].utf8) }
    return """
      <div class="banner warning" role="alert"><h2>ほかの人が先に保存しました</h2>
      <p>入力した内容は下の欄に残っています。見比べて、正しい内容にしてから「保存する」を押してください。</p></div>
      <table><caption>違いのある項目</caption><thead><tr><th scope="col">項目</th><th scope="col">いまの登録</th><th scope="col">あなたの入力</th></tr></thead>
      <tbody>\(HTML.each(differing) { "<tr><th scope=\"row\">\($0.label)</th><td>\(shown($0.name, saved))</td><td>\(shown($0.name, form.fields))</td></tr>" })</tbody></table>
      """
  }

  private func shown(_ name: String, _ fields: Fields) -> String {
    switch name {
    case "sex": Sex(rawValue: fields[name])?.label ?? ""
    case "relation": Relation(rawValue: fields[name])?.label ?? ""
    case "lives": HouseholdWording.lives.first { $0.code == fields[name] }?.label ?? ""
    default: fields[name]
    }
  }
}
