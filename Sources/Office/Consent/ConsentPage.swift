import Casework
import HTML

/// One consent: what was agreed to, and what can follow.
struct ConsentPage {
  let chrome: Chrome
  let opened: OpenedConsents
  let line: ConsentLine
  let person: ConsentPerson
  let form: FormView

  private var isInForce: Bool { person.inForce == line.id }
  private var mayWithdraw: Bool {
    person.consents.first?.id == line.id && (person.state == .given || person.state == .expired)
  }

  var html: HTML {
    Page(
      title: "同意の内容", chrome: chrome, place: "/cases",
      crumbs: [
        ("事例", "/cases"), (opened.file.number, "/cases/\(opened.file.id)"), ("本人同意", "/cases/\(opened.file.id)/consents"),
      ],
      reason: opened.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>同意の内容 <small>\(person.name)（\(person.relation)）</small></h1>\(form.errorSummary)
        <p><span class="chip\(isInForce ? " done" : " late")">\(isInForce ? "いま有効" : "いまは有効ではない（\(person.state.label)）")</span></p>
        \(facts)\(release)\(withdrawal)
        """
    ).html
  }

  private var facts: HTML {
    let optional: [(String, String)] = [
      ("共有する事項", line.matters), ("共有を望まない事項", line.exclusions), ("期限", line.untilOn?.wareki ?? ""),
    ]
    return """
      <dl class="facts"><dt>同意した日</dt><dd>\(line.givenOn.inFull)</dd><dt>方法</dt><dd>\(how)</dd>
      <dt>利用申込</dt><dd>\(line.isApplication ? "兼ねる（様式1-1）" : "兼ねない")</dd>
      <dt>共有の相手</dt><dd>\(ConsentWording.cover(line))</dd>\(HTML.each(optional.filter { !$0.1.isEmpty }) { "<dt>\($0.0)</dt><dd>\(lines: $0.1)</dd>" })
      <dt>これまでの記録</dt><dd>\(line.isReleased ? "共有する" : "共有しない")</dd>
      <dt>説明</dt><dd>\(Wording.date(line.explainedOn))　\(line.explainedBy)　（取扱規程：\(line.rulesVersion)）</dd>
      <dt>同意書</dt><dd>\(paper)</dd>
      <dt>記録</dt><dd>\(Wording.moment(line.recordedAt))　\(line.agency)　\(line.staff)</dd></dl>
      """
  }

  private var how: HTML {
    if case .proxy(let writer, let reason) = line.how { return "代筆（\(writer)）　理由：\(lines: reason)" }
    return "\(line.how.label)"
  }

  private var paper: HTML {
    guard let attachment = line.attachment else { return "画像はありません" }
    return "<a href=\"/cases/\(opened.file.id.number)/attachments/\(attachment.id.number)\">\(attachment.name)</a>"
  }

  private var release: HTML {
    guard isInForce, !line.isReleased else { return .empty }
    return """
      <section aria-labelledby="release"><h2 id="release">これまでの記録も共有する</h2>
      <p>本人が望むときは、同意より前にほかの機関が書いた記録も、この事例を見られる機関に見えるようにします。元には戻せません。</p>
      <form action="/consents/\(line.id.number)/release" method="post">\(FormView.tokens(chrome))
      <button class="button outline">これまでの記録も共有する</button></form></section>
      """
  }

  private var withdrawal: HTML {
    guard mayWithdraw else { return .empty }
    return """
      <section class="no-print" aria-labelledby="withdrawal"><h2 id="withdrawal">同意を取り消す</h2>
      <p>申出があったときに記録します。理由を言う必要はありません。記録した時から、新しい共有・情報提供の依頼・会議への提出はできなくなり、\
      プランは見直しになります。すでに共有したことの記録は残ります。</p>
      <form class="narrow" action="/consents/\(line.id.number)/withdrawal" method="post">\(FormView.tokens(chrome))
      \(form.date("on", "申出があった日", help: "空欄のときは今日。"))
      \(form.area("words", "申出の内容", help: "本人が話したことがあれば、本人の言葉で。", rows: 3))
      <button class="button outline">同意を取り消す</button></form></section>
      """
  }
}
