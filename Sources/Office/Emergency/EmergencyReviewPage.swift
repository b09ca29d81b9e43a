import Casework
import HTML

/// 緊急閲覧の一件: who saw which case, when, why; confirmed by who answers for it, looked at by the auditor.
struct EmergencyReviewPage {
  let chrome: Chrome
  let now: Int
  let opened: OpenedEmergency
  let form: FormView
  /// Somebody else recorded a finding before this form arrived.
  var isConflict = false

  var html: HTML {
    Page(
      title: "緊急閲覧 \(opened.id)", chrome: chrome, place: "/emergencies", crumbs: [("緊急閲覧の確認", "/emergencies")],
      reason: "緊急閲覧を確かめる役割のため。事例の内容は表示していません", hasErrors: !form.problems.isEmpty,
      content: """
        <h1>緊急閲覧 <small>\(opened.caseNumber)</small></h1>\(form.errorSummary)\
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に確認を記録しました</h2><p>下が記録された内容です。あなたの入力は「\(form.fields["words"])」でした。</p></div>"))
        <dl class="facts"><dt>見た人</dt><dd>\(opened.agencyName)　\(opened.staffName)</dd><dt>事例</dt><dd>\(opened.caseNumber)</dd>
        <dt>はじめ</dt><dd>\(Wording.moment(opened.from))</dd><dt>おわり</dt><dd>\(end)</dd>
        <dt>理由</dt><dd>\(opened.reason?.label ?? "")</dd><dt>何が起きていたか</dt><dd>\(lines: opened.words)</dd>
        <dt>担当の確認</dt><dd>\(opened.seenAt.map { "\(Wording.moment($0))　\(opened.seenBy)" } ?? "まだ確認されていません")</dd>
        <dt>事後の確認</dt><dd>\(finding)</dd></dl>\(HTML.when(opened.maySee, seeing))\(HTML.when(opened.mayReview, reviewing))
        """
    ).html
  }

  private var end: String {
    if let ended = opened.endedAt { return "\(Wording.moment(ended))（本人が終えました）" }
    return opened.until > now ? "\(Wording.moment(opened.until))まで（閲覧中）" : Wording.moment(opened.until)
  }

  private var finding: HTML {
    guard let at = opened.reviewedAt else { return "まだ確認されていません" }
    return """
      <strong>\(opened.finding?.label ?? "")</strong>　\(Wording.moment(at))　\(opened.reviewedBy)\
      \(HTML.when(!opened.findingWords.isEmpty, "<br>\(lines: opened.findingWords)"))
      """
  }

  private var seeing: HTML {
    """
    <form action="\(href: opened.path)/seen" method="post">\(FormView.tokens(chrome))
    <p>この緊急閲覧があったことを、担当として確かめたら押します。</p><button class="button outline">確かめました</button></form>
    """
  }

  private var reviewing: HTML {
    """
    <form action="\(href: opened.path)/finding" method="post" class="narrow">\(FormView.tokens(chrome))
    \(form.radios("finding", "必要な閲覧だったか", options: EmergencyFinding.allCases.map { ($0.rawValue, $0.label) }, need: .required))
    \(form.area("words", "確かめたこと・次にすること", help: "「必要な閲覧だった」のほかは必ず書きます。", rows: 3))
    <button class="button">事後の確認を記録する</button></form>
    """
  }
}
