import Casework
import HTML

/// One item with what is tabled, as a member from outside sees it.
struct GuestItemView: Sendable {
  let item: GuestItem
  let papers: [OpenedPaper]
  let plan: TabledPlan?
}

/// 招かれた議題: the one page of a member from outside. Who convenes, what is asked, the own items with what is tabled, one answer.
struct GuestPage {
  let link: String
  let formToken: String
  let pass: OpenedPass
  let pledge: String?
  let items: [GuestItemView]
  let form: FormView
  /// What was typed before the code had to be entered again; nothing of it is sent yet.
  var isResumed = false
  var isSent = false

  static func tokens(_ formToken: String) -> HTML {
    "<input type=\"hidden\" name=\"csrf\" value=\"\(formToken)\"><input type=\"hidden\" name=\"submission\" value=\"\(Hex.fresh())\">"
  }

  var html: HTML {
    Page(
      title: "会議への参加", reason: pass.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(pass.meetingName)への参加</h1>\(form.errorSummary)
        \(HTML.when(isResumed, "<div class=\"banner warning\" role=\"status\"><p>入力した内容はまだ送られていません。確かめて「送る」を押してください。</p></div>"))\
        \(HTML.when(isSent, "<div class=\"banner\" role=\"status\"><p>回答を受け付けました。期限までは直して送り直せます。</p></div>"))
        <dl class="facts"><dt>招集</dt><dd>\(pass.convenerName)　\(pass.convenerPhone)</dd>
        <dt>日時・場所</dt><dd>\(MeetingWording.when(pass.heldOn, pass.startsAt))　\(pass.mode.label)　\(pass.place)</dd>
        <dt>あなた</dt><dd>\(pass.memberLabel)</dd></dl>
        \(pledge.map { "<details><summary>守秘の確認（確認済み）</summary><p>\($0)</p></details>" as HTML })
        \(HTML.when(!pass.question.isEmpty, """
          <section aria-labelledby="question"><h2 id="question">お聞きしたいこと</h2><p>\(lines: pass.question)</p></section>
          """))
        \(items.isEmpty ? "<p>いま、あなたに見ていただく議題はありません。招集した機関に確かめてください。</p>" : HTML.each(items, part))
        \(preparing)\(answering)\(leaving)
        """
    ).html
  }

  private func part(_ view: GuestItemView) -> HTML {
    let item = view.item
    return """
      <section class="card" aria-labelledby="item-\(item.id.number)"><h2 id="item-\(item.id.number)">議題\(item.number)　\(item.caseLabel)</h2>
      <p class="quiet">\(item.basis.map { $0.whySeen + "。" + $0.secrecy + "。" })</p>
      \(HTML.when(!item.points.isEmpty, "<h3>決めたいこと</h3><p>\(lines: item.points)</p>"))
      \(view.plan.map { TabledPlanPart(plan: $0).html })
      \(HTML.each(view.papers, paper))
      \(item.result.map { "<h3>結論</h3><p>\($0.label)　\(lines: item.resultWords)</p>" as HTML })</section>
      """
  }

  private func paper(_ paper: OpenedPaper) -> HTML {
    let words: HTML =
      paper.kind == .file
      ? """
      <p><a href="\(href: "\(link)/papers/\(paper.id)")">\(paper.fileName)（\(paper.fileKind?.label ?? "ファイル")、\(AttachmentWording.size(paper.size))）</a></p>
      """
      : "<p>\(lines: paper.words)</p>\(HTML.when(!paper.opinion.isEmpty, "<p><strong>見立て・所感</strong>　\(lines: paper.opinion)</p>"))"
    return """
      <h3>資料：\(paper.title)</h3><p class="quiet">\(paper.agencyName)が提出　\(PaperWording.handling(paper))</p>\(words)
      """
  }

  private var open: [GuestItem] { items.map(\.item).filter { $0.result == nil } }

  private var preparing: HTML {
    guard pass.takesReply, !open.isEmpty else { return .empty }
    return """
      <p class="no-print"><a class="button outline" href="\(href: "\(link)/preparation")">会議の準備（四つの問い）に答える</a></p>
      """
  }

  private var answering: HTML {
    guard pass.takesReply || !open.isEmpty else { return .empty }
    let isWritten = pass.mode == .written
    return """
      <section aria-labelledby="answer"><h2 id="answer">回答</h2>
      <form action="\(href: "\(link)/answer")" method="post">\(Self.tokens(formToken))
      \(HTML.when(pass.takesReply, form.radios("reply", "出欠", options: MeetingWording.replies)))
      \(HTML.each(open) { item in
        """
        \(HTML.when(isWritten, form.radios(
          "answer_\(item.id)", "議題\(item.number)への回答", options: MeetingAnswer.allCases.map { ($0.rawValue, $0.label) })))\
        \(form.area(
          "words_\(item.id)", "議題\(item.number)についての意見・お伝えいただけること",
          help: "見聞きしたことと、ご自身の考えを分けて書いてください。書いたものは、この議題の構成員が読みます。", rows: 6))
        """
      })<div class="actions"><button class="button">送る</button></div></form></section>
      """
  }

  private var leaving: HTML {
    """
    <form class="no-print" action="\(href: "\(link)/departure")" method="post">\(Self.tokens(formToken))\
    <p>終わったら、必ず「終了する」を押してください。<button class="button outline small">終了する</button></p></form>
    """
  }
}
