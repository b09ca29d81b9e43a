import Casework
import HTML

/// 支援措置を登録する・変える.
struct ProtectionFormPage {
  enum Purpose: Sendable {
    case new(ProtectionSubject)
    case change(OpenedProtection)
  }

  let chrome: Chrome
  let purpose: Purpose
  let offer: ProtectionOffer
  let form: FormView
  /// What somebody else saved while this form was open; shown beside what was typed.
  var saved: [(label: String, words: String)]?

  var html: HTML {
    Page(
      title: title, chrome: chrome, place: "/protections", crumbs: [("支援措置", "/protections")], reason: reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(title) <small>\(name)</small></h1>\(form.errorSummary)\(beside)
        <form action="\(href: action)" method="post"\(isNew ? DraftForm.attributes : .empty)>\(FormView.tokens(chrome))\(hidden)
        \(form.select("kind", "支援措置の種類", options: ProtectionWording.kinds, need: .required))
        \(form.radios("level", "隠す範囲", options: ProtectionWording.levels, need: .required, help: "迷うときは、いること自体を隠すほうを選びます。"))
        \(form.area("basis", "根拠", need: .required, help: "例）住民基本台帳事務の支援措置（決定の日・番号）、保護命令、本人の申出", rows: 2))
        <div class="columns">\(form.date("from", "始まった日", need: .required))\(form.date("until", "見直しの日", need: .required, help: "過ぎても終わりません。"))</div>
        \(perpetrator)\(agencies)\(barred)
        \(form.area("words", "知らされた人が気をつけること", help: "例）郵便物は送らない、電話は本人の携帯だけ", rows: 3))
        <div class="actions"><button class="button">\(isNew ? "登録する" : "変更する")</button>\(isNew ? draft.buttons : .empty)</div></form></div>
        """
    ).html
  }

  private var isNew: Bool { if case .new = purpose { true } else { false } }
  private var title: String { isNew ? "支援措置を登録する" : "支援措置を変える" }

  private var name: String {
    switch purpose {
    case .new(let subject): subject.name
    case .change(let opened): opened.name
    }
  }

  private var action: String {
    switch purpose {
    case .new: "/protections"
    case .change(let opened): opened.path
    }
  }

  private var reason: any PageReason {
    switch purpose {
    case .new(let subject): subject.file.reason
    case .change: "この支援措置を登録した機関か、市の事業担当課のため"
    }
  }

  private var hidden: HTML {
    switch purpose {
    case .new(let subject):
      """
      <input type="hidden" name="case" value="\(subject.file.id.number)"><input type="hidden" name="resident" value="\(subject.resident.number)">\
      \(draft.hiddenFields)
      """
    case .change(let opened):
      "<input type=\"hidden\" name=\"version\" value=\"\(saved == nil ? form.fields["version"] : String(opened.version))\">"
    }
  }

  private var draft: DraftForm {
    guard case .new(let subject) = purpose else { return DraftForm(form: "", path: "", title: "", fields: form.fields) }
    return DraftForm(
      form: "支援措置", path: "/protections/new?case=\(subject.file.id)&resident=\(subject.resident)", title: "支援措置（\(subject.file.number)）",
      fields: form.fields)
  }

  private var perpetrator: HTML {
    """
    <h2>加害者</h2><p class="help">加害者本人の事例では、この方のことはだれにも見えなくなります。</p>
    \(HTML.when(!offer.perpetrators.isEmpty, form.select("perpetrator", "記録のある方から選ぶ", options: offer.perpetrators, blank: "選ばない")))
    <div class="columns">\(form.text("perpetrator_case", "加害者本人の事例番号", help: "わかるときだけ。例）R8-00012", width: .medium))
    \(form.text("perpetrator_words", "記録のない方のとき", help: "例）前の配偶者"))</div>
    """
  }

  private var agencies: HTML {
    """
    <h2>知らせる機関</h2>
    \(form.checkboxes("cleared", "住所などを知る必要のある機関", options: offer.agencies, need: .required, help: "この方の事例に関わっている機関を選んであります。必要のない機関は外してください。"))
    """
  }

  private var barred: HTML {
    """
    <h2>加害者とつながりのある機関・職員</h2><p class="help">選んだ人には、この方の事例そのものが見えなくなります。</p>
    \(folded("barred_agency", "つながりのある機関", offer.agencies))\(folded("barred_staff", "つながりのある職員", offer.staff))
    """
  }

  /// A long list, folded until somebody needs it.
  private func folded(_ name: String, _ label: String, _ options: [(code: String, label: String)]) -> HTML {
    """
    <details\(flag: "open", form.fields.isOn(name) || form.isWrong(name))><summary>\(label)を選ぶ</summary>\(form.checkboxes(name, label, options: options))</details>
    """
  }

  private var beside: HTML {
    guard let saved else { return .empty }
    return """
      <div class="banner warning" role="alert"><h2>ほかの人が先に保存しました</h2>
      <p>入力した内容は下の欄に残っています。いまの登録と見比べて、正しい内容にしてから「変更する」を押してください。</p></div>
      <h2>いまの登録</h2><dl class="facts">\(HTML.each(saved.filter { !$0.words.isEmpty }) { "<dt>\($0.label)</dt><dd>\(lines: $0.words)</dd>" })</dl>
      """
  }
}
