import Casework
import HTML

/// One request: where it stands, its passages, what to do next.
struct DisclosurePage {
  let chrome: Chrome
  let opened: OpenedDisclosure
  let passages: [DisclosurePassage]
  let events: [DisclosureEventLine]
  let identities: CodeList
  let mayLook: Bool
  let form: FormView

  var html: HTML {
    Page(
      title: "本人開示 \(opened.number)", chrome: chrome, place: "/disclosures", crumbs: [("本人開示", "/disclosures")],
      reason: OpenedDisclosure.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1 id="f-look" tabindex="-1">本人開示 <small>\(opened.number)</small></h1>\(form.errorSummary)
        <p><span class="chip">\(opened.stage.label)</span></p>\(facts)\(next)
        \(HTML.when(opened.showsText && opened.stage != .finished, list))\(history)
        """
    ).html
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>請求した人</dt><dd>\(opened.requesterName)（\(opened.requester.label)）</dd>
    \(HTML.when(!opened.basis.isEmpty, "<dt>代理人の資格</dt><dd>\(opened.basis)</dd>"))
    <dt>本人確認</dt><dd>\(identities.label(opened.identity))\(HTML.when(!opened.identityWords.isEmpty, "　\(opened.identityWords)"))</dd>
    <dt>範囲</dt><dd>\(opened.from?.wareki ?? "はじめ")から\(opened.until?.wareki ?? "いま")まで　\
    \(DisclosureKind.allCases.filter { opened.kinds.contains($0) }.map(\.label).joined(separator: "、"))</dd>
    <dt>受け付けた日</dt><dd>\(opened.receivedOn.wareki)</dd><dt>決定の期限</dt><dd>\(opened.dueOn.wareki)\
    \(HTML.when(DisclosureDeadline.isOverdue(opened.stage, due: opened.dueOn, today: opened.today), " <span class=\"chip late\">期限切れ</span>"))\
    \(HTML.when(opened.isExtended, "　延長：\(opened.extensionReason)"))</dd>
    \(HTML.when(!opened.words.isEmpty, "<dt>\(opened.stage == .drafting ? "差戻しのことば" : "理由")</dt><dd>\(lines: opened.words)</dd>"))</dl>
    """
  }

  private var next: HTML {
    switch opened.stage {
    case .drafting: drafting
    case .looking: looking
    case .finished where opened.showsText:
      """
      <p>完了しました。文書は、完了から\(DisclosureDeadline.daysOfText)日のあいだ開けます。</p>
      <div class="actions"><a class="button" href="\(href: opened.path)/document">開示する文書を開く（印刷用）</a></div>
      """
    case .finished: "<p>完了してから\(DisclosureDeadline.daysOfText)日を過ぎたため、文書は開けません。請求の記録だけが残っています。</p>"
    case .withdrawn: "<p>取り下げられた請求です。</p>"
    }
  }

  private var drafting: HTML {
    let undecided = passages.filter { $0.decision == nil }
    return """
      <p>\(undecided.isEmpty ? "すべての一節の扱いが決まりました。別の職員に確認を頼んでください。"
        : "一節ずつ、そのまま開示する・一部を伏せる・開示しないを決めます。残り\(undecided.count)件です。")</p>
      <div class="actions">\(undecided.first.map {
        "<a class=\"button\" href=\"\(href: opened.path)/passages/\($0.id)\">次の一節を検討する</a>" as HTML
      })\(undecided.isEmpty ? button("look", "二人目の確認を頼む") : .empty)</div>\(others)
      """
  }

  private var looking: HTML {
    guard mayLook else { return "<p>別の職員の確認を待っています。作成に加わった職員は、二人目の確認ができません。</p>\(others)" }
    return """
      <p>作成に加わっていない職員として、開示する文書を確かめてください。</p>
      <div class="actions"><a class="button outline" href="\(href: opened.path)/document">確認用の写しを開く</a></div>
      <form action="\(href: opened.path)/completion" method="post">\(FormView.tokens(chrome))
      \(form.flag("looked", "開示する部分と伏せた部分を、すべて確かめました"))
      <div class="actions"><button class="button">完了する</button></div></form>
      <form action="\(href: opened.path)/return" method="post">\(FormView.tokens(chrome))
      \(form.area("words", "直してほしいところ", rows: 2))
      <div class="actions"><button class="button outline">差し戻す</button></div></form>
      """
  }

  private func button(_ step: String, _ label: String) -> HTML {
    """
    <form class="inline" action="\(href: opened.path)/\(step)" method="post">\(FormView.tokens(chrome))<button class="button">\(label)</button></form>
    """
  }

  private var others: HTML {
    """
    <details\(flag: "open", !form.problems.isEmpty)><summary>期限の延長・取下げ</summary>\(HTML.when(!opened.isExtended, """
      <form action="\(href: opened.path)/extension" method="post">\(FormView.tokens(chrome))
      \(form.text("reason", "延長の理由", help: "30日以内に限り、一度だけ延ばせます。請求した人に書面で知らせます。"))
      <button class="button outline small">期限を30日延ばす</button></form>
      """))
    <form action="\(href: opened.path)/withdrawal" method="post">\(FormView.tokens(chrome))
    \(form.text("words", "取下げの理由"))<button class="button outline small">請求の取下げを記録する</button></form></details>
    """
  }

  private var list: HTML {
    """
    <h2>集めた記録（\(passages.count)件）</h2>\(passages.isEmpty ? "<p>請求された範囲に記録はありません。</p>" : table)
    """
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="一節の一覧"><table><thead><tr><th scope="col">記録</th><th scope="col">性質</th>\
    <th scope="col">扱い</th></tr></thead><tbody>\(HTML.each(passages) { passage in
      """
      <tr><th scope="row"><a href="\(href: "\(opened.path)/passages/\(passage.id)")">\(DisclosureWording.heading(passage))</a></th>\
      <td>\(passage.nature.label)\(HTML.when(passage.isAboutOthers, "<br><span class=\"quiet\">ほかの人の事例で、本人の名前が出てきません</span>"))</td>\
      <td>\(passage.decision?.label ?? "まだ決めていない")</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var history: HTML {
    """
    <h2>経過</h2><ol class="plain">\(HTML.each(events) { line in
      """
      <li>\(Wording.shortMoment(line.at))　\(DisclosureWording.event(line.event))\(HTML.when(!line.words.isEmpty, "　\(line.words)")) \
      <span class="quiet">\(line.staff)</span></li>
      """
    })</ol>
    """
  }
}
