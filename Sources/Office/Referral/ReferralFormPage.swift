import Casework
import HTML

/// つなぎを書く: to whom, what is asked, what goes along.
struct ReferralFormPage {
  let chrome: Chrome
  let today: CivilDate
  let file: OpenedFile
  let offer: ReferralOffer
  let form: FormView
  /// The stored draft this form goes on with.
  var draft: OpenedReferral?
  /// What had better be done first; shown with the button that sends it all the same.
  var warnings: [FieldProblem] = []
  /// What a colleague saved in between.
  var others: Fields?

  static func blank(_ offer: ReferralOffer, answerDue: CivilDate) -> Fields {
    Fields([("answer_due", answerDue.warekiShort), ("consultation", offer.consultations.first?.code ?? "")])
  }

  var html: HTML {
    Page(
      title: "つなぎを書く", chrome: chrome, place: "/referrals", crumbs: crumbs, reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>つなぎを書く <small>\(file.number)</small></h1>\(form.errorSummary)\(WritingCautionPart(file: file).html)\(conflict)\(warning)
        <form action="\(href: path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(autosaved.hiddenFields)\
        <input type="hidden" name="version" value="\(version)">\
        \(HTML.when(!warnings.isEmpty, "<input type=\"hidden\" name=\"confirmed\" value=\"1\">"))
        \(target)\(contact)\(explanation)\(handing)
        \(form.date("answer_due", "回答期限", need: .required, help: "いつまでに返事がほしいかを示します。"))
        \(buttons)</form></div>
        """
    ).html
  }

  private var crumbs: [(title: String, path: String)] {
    guard let draft else { return [("事例", "/cases"), (file.number, "/cases/\(file.id)")] }
    return [("つなぎ", "/referrals"), (draft.number, "/referrals/\(draft.id)")]
  }

  /// The version the person started from, until a colleague's words have been shown.
  private var version: String {
    let sent = form.fields["version"]
    return others == nil && !sent.isEmpty ? sent : String(draft?.version ?? 1)
  }

  private var path: String { draft.map { "/referrals/\($0.id)/request" } ?? "/cases/\(file.id)/referrals" }

  private var autosaved: DraftForm {
    DraftForm(
      form: "つなぎ", path: draft.map { "/referrals/\($0.id)/edit" } ?? "/cases/\(file.id)/referrals/new",
      title: "つなぎ（\(draft?.number ?? file.number)）", fields: form.fields)
  }

  private var target: HTML {
    """
    <h2>だれに、何を</h2>
    \(form.select(
      "to", "つなぎ先", groups: offer.targets.map { ($0.label, $0.choices.map { ($0.code, $0.label) }) }, need: .required,
      help: "自機関は選べません。役割の整理が必要なときは多機関協働事業を選びます。"))
    \(form.area("referral_reason", "つなぐ理由", need: .required, help: "なぜこの機関につなぐのかを書いてください。", rows: 3))
    \(form.area("asked", "依頼すること", need: .required, help: "つなぎ先にしてほしいことを具体的に書いてください。", rows: 4))
    \(form.area("wishes", "本人の希望・配慮を望むこと", help: "連絡してよい時間帯、会ってほしくない人、苦手なことなど。", rows: 3))
    """
  }

  private var contact: HTML {
    """
    <h2>事前連絡</h2><p>先に電話などで伝えておくと、丸投げではない「つなぎ合い」になります。</p>
    <div class="columns">\(form.date("prior_on", "連絡した日", isPast: true))\(form.text("prior_at", "時刻", help: "例）14:05", width: .short))</div>
    \(form.text("prior_with", "連絡した相手", help: "話した人の名前や係"))
    \(form.radios("accompany", "初回の同行", options: ReferralWording.accompanies))
    """
  }

  private var explanation: HTML {
    """
    <h2>本人への説明と納得</h2>
    \(unwanted)\(form.radios("agreement", "本人の納得", options: ReferralWording.agreements, need: .required))
    <div class="columns">\(form.date("explained_on", "説明した日", isPast: true))\(form.text("explained_by", "説明した職員", width: .medium))</div>
    \(form.flag("anxious", "本人の不安が強い", help: "同行するか、つなぎ先を交えて話す場を設けることを考えます。"))
    \(form.select("no_consent_reason", "同意が得られない理由", options: offer.noConsentReasons, help: "同意が得られていないときに選びます。"))
    \(form.text("no_consent_note", "同意が得られない事情", help: "「その他」のときは必ず書いてください。"))
    """
  }

  private var unwanted: HTML {
    guard !offer.unwanted.isEmpty else { return .empty }
    return """
      <div class="banner info" id="unwanted"><h3>本人が共有を望まない機関・事項</h3>
      <ul>\(HTML.each(offer.unwanted) { "<li>\(lines: $0)</li>" })</ul><p>つなぎ先にも、このとおり伝わります。</p></div>
      """
  }

  /// What the receiver will be able to read, as ``ReferralEffectRecords`` gives it (R-14, R-15).
  private var sight: HTML {
    guard file.reach == .team, file.ground != .emergency else { return "<p>受理されたあとも、つなぎ先に見えるのは、ここで渡した内容とつなぎ先自身の記録だけです。</p>" }
    return """
      <div class="banner info" id="sight"><p><strong>本人が納得しているときは、受理されると、ここで選んだかどうかにかかわらず、\
      この事例の相談受付と、公開範囲が「支援チーム」の支援経過・添付も、つなぎ先が読めるようになります。</strong>\
      多機関協働事業へのつなぎでは、受理を待たず、依頼したときから、多機関協働の担当と市の事業担当課が読めます。</p>
      <p>同意が得られていないときは、受理されたあとも、ここで渡した内容とつなぎ先自身の記録だけが見えます。</p></div>
      """
  }

  private var handing: HTML {
    """
    <h2>渡す内容</h2>
    <p>本人の氏名・住所などの基本情報と世帯の情報は必ず渡ります。下で選んだものを加え、<strong>依頼した時点の内容</strong>をそのまま渡します。</p>\(sight)
    \(offer.consultations.isEmpty
      ? "<p>この事例に相談受付票はありません。</p>"
      : form.select("consultation", "渡す相談受付", options: offer.consultations, blank: "渡さない"))
    \(offer.notes.isEmpty
      ? "<p>渡せる支援経過はありません。</p>"
      : form.checkboxes("note", "渡す支援経過", options: offer.notes, help: "つなぎ先が引き受けるかどうかを決めるのに要るものを選んでください。"))
    """
  }

  private var buttons: HTML {
    """
    <div class="actions"><button class="button">\(warnings.isEmpty ? "依頼する" : "このまま依頼する")</button>
    <button class="button outline" formaction="\(href: draft.map { "/referrals/\($0.id)/draft" } ?? "/cases/\(file.id)/referrals/draft")" \
    formnovalidate>下書きを機関に残す</button>\(autosaved.buttons)</div>
    <p class="help">「下書きを機関に残す」と、同じ機関の職員が続きを書けます。つなぎ先には見えません。</p>
    """
  }

  private var warning: HTML {
    guard !warnings.isEmpty else { return .empty }
    return """
      <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>依頼する前に確かめてください</h2>
      <ul>\(HTML.each(warnings) { "<li>\($0.sentence)</li>" })</ul>
      <p>まだ依頼していません。書き足すか、下の「このまま依頼する」で依頼できます。</p></div>
      """
  }

  private var conflict: HTML {
    guard let others else { return .empty }
    let differing = ReferralWording.fieldLabels.filter { others.all($0.name) != form.fields.all($0.name) }
    return """
      <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に保存しました</h2>
      <p>この画面を開いたあとに、同じ下書きが保存されました。あなたの入力は下に残っています。必要なところを写してから、もう一度保存してください。</p>
      <table><caption>ほかの人が保存した内容（違うところ）</caption><tbody>\(HTML.each(differing) { field in
        "<tr><th scope=\"row\">\(field.label)</th><td>\(lines: shown(field.name, others))</td></tr>"
      })</tbody></table></div>
      """
  }

  /// The saved value of a field in words.
  private func shown(_ name: String, _ fields: Fields) -> String {
    let options: [(code: String, label: String)] =
      switch name {
      case "to": offer.targets.flatMap(\.choices).map { ($0.code, $0.label) }
      case "consultation": offer.consultations
      case "note": offer.notes
      case "no_consent_reason": offer.noConsentReasons
      case "agreement": ReferralWording.agreements
      case "accompany": ReferralWording.accompanies
      case "anxious": [("1", "はい")]
      default: []
      }
    let values = fields.all(name).filter { !$0.isEmpty }
    return values.isEmpty ? "（空）" : values.map { value in options.first { $0.code == value }?.label ?? value }.joined(separator: "\n")
  }
}
