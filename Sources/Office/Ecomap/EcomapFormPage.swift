import Casework
import HTML

/// いまの状況を描く: a line for everybody around the household. Kind, strength and direction are asked apart.
struct EcomapFormPage {
  let chrome: Chrome
  let file: OpenedFile
  let view: EcomapView
  let form: FormView
  var isConflict = false

  private var path: String { "/cases/\(file.id)/ecomap" }

  var html: HTML {
    Page(
      title: "いまの状況を描く", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("エコマップ", path)], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>いまの状況を描く <small>\(file.number)</small></h1>\(form.errorSummary)
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に新しい版を残しました</h2><p>入力した内容は残っています。<a href=\"\(href: path)\">新しい版</a>を確かめ、もう一度残すと、その次の版になります。</p></div>"))
        <p>本人と話しながら描きます。残した版は書き換えられず、あとで前の状況とくらべられます。</p>
        <form action="\(href: path)" method="post">\(FormView.tokens(chrome))\(form.hidden("base"))
        \(form.date("drawn_on", "いつの状況か", need: .required))\(form.area("remark", "この時の状況", need: .optional, rows: 2))
        <h2>まわりの人・機関・資源</h2>\(HTML.each(Array(0..<EcomapInput.systems), system))
        <h2>まわりどうしのつながり</h2><p class="help">機関どうしの連携など。なければ空けておきます。</p>
        \(HTML.each(Array(0..<EcomapInput.ties), tie))
        <div class="actions"><button class="button">この時の状況として残す</button><a href="\(href: path)">やめる</a></div></form>
        """
    ).html
  }

  private var inUse: Int { (0..<EcomapInput.systems).count { !form.fields["s\($0)-label"].isEmpty } }

  private func system(_ at: Int) -> HTML {
    let label = form.fields["s\(at)-label"]
    let isOpen = !label.isEmpty || at < inUse + EcomapInput.spare || form.problems.contains { $0.fieldID.hasPrefix("s\(at)-") }
    let members = view.family.people.map { (code: $0.key.rawValue, label: view.family.name($0.key)) }
    return """
      <details\(flag: "open", isOpen)><summary>\(at + 1)　\(label.isEmpty ? "（空き）" : label)</summary>\(form.hidden("s\(at)-key"))
      <div class="columns">\(form.text("s\(at)-label", "名前", help: "消すと、この版から除きます。"))
      \(form.select("s\(at)-kind", "種類", options: SystemKind.allCases.map { ($0.rawValue, $0.label) }, blank: "その他"))
      \(form.select("s\(at)-near", "関わりの近さ", options: Closeness.allCases.map { ("\($0.rawValue)", $0.label) }, blank: "関わりがある"))
      \(form.select("s\(at)-bond", "世帯との線", options: BondKind.allCases.map { ($0.rawValue, $0.label) }, blank: "線を引かない"))
      \(form.select("s\(at)-flow", "矢印", options: Self.flows, blank: nil))
      \(form.select("s\(at)-member", "世帯のどなたと", options: members, blank: "世帯全体"))
      \(form.text("s\(at)-words", "線に添えることば", help: "例）週２回訪問"))</div>
      \(form.flag("s\(at)-person", "個人の名前である（外へ出す図では頭文字にする）"))</details>
      """
  }

  private func tie(_ at: Int) -> HTML {
    let ends = (0..<EcomapInput.systems).filter { !form.fields["s\($0)-label"].isEmpty }
      .map { (code: "s\($0)", label: form.fields["s\($0)-label"]) }
    let isOpen = !form.fields["t\(at)-from"].isEmpty || form.problems.contains { $0.fieldID.hasPrefix("t\(at)-") }
    return """
      <details\(flag: "open", isOpen)><summary>つながり \(at + 1)</summary><div class="columns">
      \(form.select("t\(at)-from", "こちら", options: ends))\(form.select("t\(at)-to", "むこう", options: ends))
      \(form.select("t\(at)-bond", "線の種類", options: BondKind.allCases.map { ($0.rawValue, $0.label) }, blank: nil))
      \(form.select("t\(at)-flow", "矢印", options: EcoFlow.allCases.map { ($0.rawValue, $0.label) }, blank: nil))
      \(form.text("t\(at)-words", "線に添えることば"))</div></details>
      """
  }

  /// From the household's side.
  private static let flows: [(code: String, label: String)] = EcoFlow.allCases.map { flow in
    switch flow {
    case .none: (flow.rawValue, flow.label)
    case .forward: (flow.rawValue, "世帯から働きかけ")
    case .backward: (flow.rawValue, "世帯へ働きかけ")
    case .mutual: (flow.rawValue, flow.label)
    }
  }
}
