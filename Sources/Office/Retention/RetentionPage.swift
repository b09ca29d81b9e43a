import Casework
import HTML

/// A screen of 保存と廃棄 that may come back with what was typed.
protocol RetentionScreen: Sendable {
  var html: HTML { get }
}

/// 保存と廃棄: what is over and what becomes of it.
struct RetentionPage: RetentionScreen {
  let chrome: Chrome
  let classes: [RetentionClass]
  let over: [RetainedCase]
  let holds: [HoldLine]
  let disposals: [DisposalSummary]
  let form: FormView

  var html: HTML {
    Page(
      title: "保存と廃棄", chrome: chrome, place: "/retention", reason: OpenedRetention.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>保存と廃棄</h1>\(form.errorSummary)
        <p>保存期間は、支援がすべて終わった年度の翌年度の4月1日から数えます。再開すると止まり、次に終わった時から数え直します。</p>
        <dl class="facts">\(HTML.each(classes) { "<dt>\($0.record.label)</dt><dd>\($0.label)</dd>" })</dl>
        <h2 id="f-case" tabindex="-1">保存期間が満了した事例（\(over.count)件）</h2>
        \(over.isEmpty ? "<p>いま廃棄を申請できる事例はありません。差し止めている事例と、申請中の事例は含みません。</p>" : proposal)
        <h2>廃棄の申請</h2>\(disposals.isEmpty ? "<p>まだありません。</p>" : lists)
        <h2>差し止めている事例（\(holds.count)件）</h2>\(holds.isEmpty ? "<p>ありません。</p>" : held)
        """
    ).html
  }

  private var proposal: HTML {
    """
    <form action="/retention/disposals" method="post">\(FormView.tokens(chrome))
    <div class="table-box" tabindex="0" role="region" aria-label="満了した事例の一覧"><table><thead><tr><th scope="col">選ぶ</th>\
    <th scope="col">事例</th><th scope="col">保存区分</th><th scope="col">受付</th><th scope="col">終結</th><th scope="col">起算日</th>\
    <th scope="col">満了日</th><th scope="col">差止め</th></tr></thead><tbody>\(HTML.each(over, row))</tbody></table></div>
    \(form.text("words", "申請のことば", help: "任意。承認する管理者に伝わります。"))
    <div class="actions"><button class="button">選んだ事例の廃棄を申請する</button></div></form>
    """
  }

  private func row(_ kept: RetainedCase) -> HTML {
    """
    <tr><td><input type="checkbox" name="case" value="\(kept.id.number)" aria-label="\(kept.number)を選ぶ"\
    \(flag: "checked", form.fields.all("case").contains(String(kept.id.number)))></td>
    <th scope="row">\(kept.number)<br><span class="quiet">\(kept.openedBy)</span></th><td>\(kept.record.label)（\(kept.klass.label)）</td>
    <td class="nowrap">\(Wording.shortDate(kept.openedOn))</td><td class="nowrap">\(kept.closedOn?.warekiShort ?? "")</td>
    <td class="nowrap">\(kept.beginsOn?.warekiShort ?? "")</td><td class="nowrap">\(kept.endsOn?.warekiShort ?? "")</td>
    <td><a href="/cases/\(kept.id.number)/hold">差し止める</a></td></tr>
    """
  }

  private var lists: HTML {
    """
    <ul class="plain">\(HTML.each(disposals) { line in
      """
      <li><a href="/retention/disposals/\(line.id.number)">\(line.number)</a>　\(line.cases)件　<span class="chip">\(line.stage.label)</span>
      <span class="quiet">\(Wording.shortMoment(line.proposedAt))申請</span></li>
      """
    })</ul>
    """
  }

  private var held: HTML {
    """
    <ul class="plain">\(HTML.each(holds) { hold in
      """
      <li><a href="/cases/\(hold.caseFile.number)/hold">\(hold.caseNumber)</a>　\(hold.until.map { "\($0.wareki)まで" } ?? "解除するまで")\
      　\(hold.reason)</li>
      """
    })</ul>
    """
  }
}
