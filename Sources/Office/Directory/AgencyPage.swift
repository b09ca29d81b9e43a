import Casework
import HTML

/// 機関の画面: what they do, how to ask, what they carry, whether the entry is still right.
struct AgencyPage {
  let chrome: Chrome
  let lists: FormCatalogue
  let agency: AgencyView
  /// Of the programme forms.
  let form: FormView
  let mayEdit: Bool

  private var facts: AgencyRecords.Registration { agency.facts }

  var html: HTML {
    Page(
      title: facts.name, chrome: chrome, place: "/agencies", crumbs: [("機関", "/agencies")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(facts.name)</h1>\(form.errorSummary)
        <p>\(HTML.when(facts.takesReferrals, "<span class=\"chip done\">つなぎを受ける</span> "))\
        \(HTML.when(facts.isProgrammeSection, "<span class=\"chip main\">市の事業担当課</span> "))\
        \(facts.endedOn.map { "<span class=\"chip\">\(Wording.date($0))終了</span>" as HTML })</p>
        \(HTML.when(agency.possiblyEnded, """
          <div class="banner warning"><h2>終了の可能性があります</h2>
          <p>最後に取り込んだ公開データにこの機関がありませんでした。機関に確かめて、続いていれば「いまも正しい」を押してください。</p></div>
          """))
        \(confirmation)
        \(HTML.when(mayEdit, "<div class=\"actions\"><a class=\"button outline\" href=\"/agencies/\(agency.id.number)/edit\">内容を変更する</a></div>"))
        \(details)
        <h2>担う事業</h2>\(programmes)\(HTML.when(mayEdit, addProgramme))
        """
    ).html
  }

  private var confirmation: HTML {
    """
    <form action="/agencies/\(agency.id.number)/confirmation" method="post">\(FormView.tokens(chrome))
    <p>最終確認：\(agency.confirmedOn == nil ? "まだ確認されていません" : Wording.date(agency.confirmedOn))
    <button class="button outline small">いまも正しい</button></p></form>
    """
  }

  private var details: HTML {
    let lines: [(String, String)] = [
      ("ふりがな", facts.nameKana), ("種別", lists.label(facts.kind, in: "C-03")),
      ("分野", facts.fields.map { lists.label($0, in: "C-16") }.joined(separator: "、")), ("区域", facts.areas.joined(separator: "、")),
      ("していること", facts.about), ("頼み方", facts.howToAsk.isEmpty ? "まだ登録されていません。" : facts.howToAsk), ("電話", facts.phone),
      ("FAX", facts.fax), ("開いている時間", facts.hours),
      ("所在地", facts.postalCode.isEmpty ? facts.address : "〒\(facts.postalCode) \(facts.address)"), ("法人番号", facts.corporationNumber),
      ("出典", agency.sourceNote),
    ]
    return """
      <dl class="facts">\(HTML.each(lines.filter { !$0.1.isEmpty }) { "<dt>\($0.0)</dt><dd>\(lines: $0.1)</dd>" })</dl>
      """
  }

  private var programmes: HTML {
    if agency.programmes.isEmpty { return "<p>重層的支援体制整備事業として担う事業は登録されていません。</p>" }
    return """
      <div class="table-box" tabindex="0" role="region" aria-label="担う事業"><table>
      <thead><tr><th scope="col">事業</th><th scope="col">実施方法</th><th scope="col">期間</th><th scope="col">理由</th>\
      \(HTML.when(mayEdit, "<th scope=\"col\">終える</th>"))</tr></thead>
      <tbody>\(HTML.each(agency.programmes) { line in
        """
        <tr><th scope="row">\(line.programme?.label ?? "")</th><td>\(line.delivery?.label ?? "")</td>\
        <td>\(Wording.shortDate(line.from))から\(line.until.map { "\(Wording.shortDate($0))まで" })</td><td>\(line.reason)</td>\
        \(HTML.when(mayEdit, "<td>\(line.until == nil ? ending(line) : .empty)</td>"))</tr>
        """
      })</tbody></table></div>
      """
  }

  private func ending(_ line: AgencyView.ProgrammeLine) -> HTML {
    """
    <form action="/agencies/\(agency.id.number)/programmes/ending" method="post">\(FormView.tokens(chrome))
    <input type="hidden" name="programme_id" value="\(line.number)">
    <label>終わった日 <input class="field short" name="until" data-date></label>
    <button class="button outline small">この日で終える</button></form>
    """
  }

  private var addProgramme: HTML {
    """
    <h3>担う事業を加える</h3>
    <form action="/agencies/\(agency.id.number)/programmes" method="post">\(FormView.tokens(chrome))
    \(form.select("programme", "事業", options: DirectoryWording.programmes, need: .required))
    \(form.radios("delivery", "実施方法", options: DirectoryWording.deliveries, need: .required))
    \(form.date("from", "始まった日", need: .required))
    \(form.text("reason", "理由", help: "多機関協働事業を委託する場合は必ず記録してください（令和7年度から原則委託禁止）。"))
    <div class="actions"><button class="button">加える</button></div></form>
    """
  }
}
