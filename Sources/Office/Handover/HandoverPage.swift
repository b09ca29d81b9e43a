import Casework
import HTML

/// 引継ぎ書: one sheet of A4, both confirmations, what can follow.
struct HandoverPage {
  let chrome: Chrome
  let opened: OpenedHandover
  let form: FormView

  private var path: String { "/handovers/\(opened.id)" }
  private var file: OpenedFile { opened.file }

  var html: HTML {
    Page(
      title: "引継ぎ書 \(file.number)", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("引継ぎ書", "/cases/\(file.id)/handovers")], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow one-sheet"><h1>引継ぎ書 <small>\(opened.label)　\(file.number)</small></h1>\(form.errorSummary)
        <p><span class="chip\(raw: opened.state == .taken ? " done" : " turn")">\(opened.state.label)</span> \
        \(opened.writerName) → \(opened.takerName)</p>
        \(HTML.each(HandoverText.Part.allCases, part))\(confirmations)\(question)\(steps)\(print)</div>
        """
    ).html
  }

  private func part(_ part: HandoverText.Part) -> HTML {
    """
    <h2 id="\(FormView.anchor(HandoverInput.field(part)))" tabindex="-1">\(part.label)</h2>\
    \(part == .next ? opened.text.nextOn.map { "<p><strong>\($0.inFull)</strong></p>" as HTML } : nil)\
    <p>\(lines: opened.text[part].isEmpty ? "（まだ書かれていません）" : opened.text[part])</p>
    """
  }

  private var confirmations: HTML {
    """
    <h2>確認</h2><dl class="facts"><dt>引き継ぐ側</dt><dd>\(opened.confirmedAt.map { "\(opened.writerName)　\(Wording.moment($0))" } ?? "まだ確認していません")</dd>
    <dt>受け取る側</dt><dd>\(opened.takenAt.map { "\(opened.takenByName)　\(Wording.moment($0))" } ?? "まだ受け取っていません（\(opened.takerName)）")</dd></dl>
    """
  }

  private var question: HTML {
    guard !opened.question.isEmpty else { return .empty }
    return """
      <h2>聞きたいこと</h2><p>\(lines: opened.question)</p>\
      \(opened.isAsked ? reply : "<p><strong>答え</strong>　\(lines: opened.reply) <span class=\"quiet\">\(opened.repliedByName)　\(opened.repliedAt.map { Wording.moment($0) })</span></p>")
      """
  }

  private var reply: HTML {
    """
    <form action="\(href: path)/reply" method="post">\(FormView.tokens(chrome))\(form.area("reply", "答え", need: .required, rows: 3))
    <div class="actions"><button class="button">答える</button></div></form>
    """
  }

  private var print: HTML {
    """
    <section class="no-print" aria-labelledby="papers"><h2 id="papers">書類</h2><div class="actions">\
    \(PaperLinks(name: "引継ぎ書", path: "/cases/\(file.id)/print/handover", query: "&copy=\(opened.id)").html)</div></section>
    """
  }

  private var steps: HTML {
    """
    \(HTML.when(opened.mayWrite, """
      <div class="actions"><form class="inline" action="\(href: path)/confirmation" method="post">\(FormView.tokens(chrome))
      <button class="button">引き継ぐ側として確認する</button></form><a class="button outline" href="\(href: path)/edit">直す</a></div>
      <p class="help no-print">確認すると書き換えられなくなり、\(opened.takerName)さんに届きます。</p>
      """))\(HTML.when(opened.mayTake, take))
    """
  }

  private var take: HTML {
    """
    <form action="\(href: path)/taking" method="post"><h2>受け取る</h2>\(FormView.tokens(chrome))
    \(form.area("question", "聞きたいこと", need: .optional, help: "あれば書きます。答えが届くまで、双方のホームに表示されます。", rows: 3))
    <div class="actions"><button class="button">引き継いだことを確認する</button></div></form>
    """
  }
}
