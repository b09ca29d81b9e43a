import Casework
import HTML

/// Where each step of a つなぎ goes, and which need a page of their own.
enum ReferralStep {
  /// Done with one button on the page of the つなぎ, words being optional.
  static func isDirect(_ kind: ReferralAct.Kind) -> Bool { [.accept, .start, .confirm].contains(kind) }

  /// The last part of the path: an act becomes a noun.
  static func path(_ kind: ReferralAct.Kind) -> String {
    switch kind {
    case .request: "request"
    case .accept: "acceptance"
    case .acceptInPart: "partial-acceptance"
    case .handBack: "hand-back"
    case .withdraw: "withdrawal"
    case .start: "start"
    case .report: "report"
    case .confirm: "confirmation"
    }
  }
}

/// The form of one step, as it stands on the page of the つなぎ or on its own.
struct ReferralStepForm {
  let chrome: Chrome
  let referral: OpenedReferral
  let kind: ReferralAct.Kind
  let form: FormView

  var html: HTML {
    """
    <form action="/referrals/\(referral.id.number)/\(ReferralStep.path(kind))" method="post" id="f-act">\(FormView.tokens(chrome))\
    <input type="hidden" name="version" value="\(referral.version)">
    \(fields)<div class="actions"><button class="button">\(kind.label)</button></div></form>
    """
  }

  private var fields: HTML {
    switch kind {
    case .request: .empty
    case .accept: form.area("words", "つなぎ元への連絡", need: .optional, help: "担当者や最初の連絡の予定など。", rows: 2)
    case .start: form.area("words", "対応の予定", need: .optional, rows: 2)
    case .confirm: form.area("words", "つなぎ先への返事", need: .optional, rows: 2)
    case .acceptInPart:
      """
      \(form.area("taken", "引き受けること", need: .required))\
      \(form.area("not_taken", "引き受けないこと", need: .required, help: "つなぎ元が続けることになります。"))
      """
    case .withdraw: form.area("words", "取り下げる理由", need: .required, help: "つなぎ先が読みます。")
    case .report:
      """
      \(form.select("outcome", "対応の結果", options: ReferralOutcome.allCases.map { ($0.rawValue, $0.label) }, need: .required))\
      \(form.area("words", "経過と結果", need: .required, help: "つなぎ元が読みます。事例を見られなくなっても、この報告は見られます。", rows: 8))
      """
    case .handBack: handBack
    }
  }

  private var handBack: HTML {
    """
    \(form.select("reason_code", "差戻しの理由", groups: ReferralWording.handBackReasons, need: .required))
    \(form.area("words", "理由の説明", need: .required, help: "つなぎ元が読んで分かるように書いてください。"))
    <h2>つなぎ元との協議</h2><p>差し戻す前に、つなぎ元の担当者と話した記録が必要です。</p>
    <div class="columns">\(form.date("talked_on", "話した日", need: .required, isPast: true))\
    \(form.text("talked_with", "話した相手", need: .required, help: "つなぎ元の担当者", width: .medium))</div>
    \(form.select("talked_how", "方法", options: ReferralWording.talks, need: .required))
    \(form.area("talked_summary", "話した内容", rows: 3))
    """
  }
}

/// One step on its own page, also when it came back with something wrong or after somebody else's step.
struct ReferralStepPage {
  let chrome: Chrome
  let view: ReferralView
  let kind: ReferralAct.Kind
  let form: FormView
  var isConflict = false

  var html: HTML {
    Page(
      title: "\(kind.label)（\(view.referral.number)）", chrome: chrome, place: "/referrals",
      crumbs: [("つなぎ", "/referrals"), (view.referral.number, "/referrals/\(view.referral.id)")],
      reason: ReferralWording.reason(view.referral), hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(kind.label) <small>\(view.referral.number)</small></h1>\(form.errorSummary)\
        \(HTML.when(isConflict, conflict))
        <p>\(view.referral.fromName) から \(view.referral.toName) へのつなぎ（いまの段階：\(view.referral.stage.label)）</p>
        \(isOffered ? ReferralStepForm(chrome: chrome, referral: view.referral, kind: kind, form: form).html : typed)
        <p><a href="/referrals/\(view.referral.id.number)">つなぎの画面に戻る</a></p></div>
        """
    ).html
  }

  /// A step that is not this side's, or not now, has no button.
  private var isOffered: Bool {
    view.referral.side.map { Referral.availableActs(view.referral.stage, side: $0).contains(kind) } ?? false
  }

  private var texts: [String] {
    ["words", "taken", "not_taken", "talked_on", "talked_with", "talked_how", "talked_summary"].map { form.fields.trimmed($0) }
      .filter { !$0.isEmpty }
  }

  /// What was typed for a step that cannot be done, so that it can be copied.
  private var typed: HTML {
    """
    <div id="f-act" tabindex="-1">\(HTML.when(!texts.isEmpty, "<h2>入力していた内容</h2>"))\(HTML.each(texts) { "<p>\(lines: $0)</p>" })</div>
    """
  }

  /// Whether the step can still be done, and what is left of what was typed: nothing else is promised.
  private var standing: String {
    let isTyped = !texts.isEmpty
    if isOffered { return (isTyped ? "あなたの入力は下に残っています。" : "") + "内容を確かめてから、必要ならもう一度送信してください。" }
    return "いまの段階では「\(kind.label)」の操作はできません。あなたの操作は記録していません。" + (isTyped ? "入力していた内容は下に残っています。" : "")
  }

  private var conflict: HTML {
    """
    <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に操作しました</h2>
    <p>この画面を開いたあとに、次の操作がありました。\(standing)</p>
    <ol class="plain">\(view.events.last.map { ReferralEventPart(event: $0).html })</ol></div>
    """
  }
}
