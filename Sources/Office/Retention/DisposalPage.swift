import Casework
import HTML

/// One list: waiting for approval, being carried out, done.
struct DisposalPage: RetentionScreen {
  let chrome: Chrome
  let disposal: OpenedDisposal
  let lines: [DisposalLine]
  let isManager: Bool
  /// The viewer proposed it.
  let isOwn: Bool
  let form: FormView

  var html: HTML {
    Page(
      title: "廃棄の申請 \(disposal.number)", chrome: chrome, place: "/retention", crumbs: [("保存と廃棄", "/retention")],
      reason: OpenedRetention.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1 id="f-act" tabindex="-1">廃棄の申請 <small>\(disposal.number)</small></h1>\(form.errorSummary)
        <p><span class="chip">\(disposal.stage.label)</span></p>
        <dl class="facts"><dt>申請</dt><dd>\(disposal.proposedBy.name)　\(Wording.moment(disposal.proposedAt))</dd>
        \(HTML.when(!disposal.words.isEmpty, "<dt>申請のことば</dt><dd>\(lines: disposal.words)</dd>"))
        \(disposal.answeredAt.map { "<dt>承認・回答</dt><dd>\(disposal.answeredBy)　\(Wording.moment($0))</dd>" as HTML })
        \(HTML.when(!disposal.answerWords.isEmpty, "<dt>回答のことば</dt><dd>\(lines: disposal.answerWords)</dd>"))</dl>
        \(next)
        """
    ).html
  }

  private var mayAnswer: Bool { disposal.stage == .proposed && isManager && !isOwn }

  private var next: HTML {
    switch disposal.stage {
    case .proposed where mayAnswer: answer
    case .proposed:
      "<p>\(isOwn ? "別の管理者の承認を待っています。自分が申請した廃棄は承認できません。" : "管理者の承認を待っています。")</p>\(table)"
    case .approved: "\(execution)\(table)"
    case .carriedOut: "<p><a class=\"button outline\" href=\"\(href: disposal.path)/certificate\">廃棄証明を開く（印刷用）</a></p>\(table)"
    case .refused: table
    }
  }

  private var answer: HTML {
    """
    <form action="\(href: disposal.path)/answer" method="post">\(FormView.tokens(chrome))\(table)
    \(form.area("words", "ことば", help: "外した事例があるときと、承認しないときは、理由を書きます。", rows: 2))
    <p>承認すると、廃棄を実施できるようになります。実施した記録は、元に戻せません。</p>
    <div class="actions"><button class="button" name="answer" value="approve">外した事例を除いて承認する</button>
    <button class="button outline" name="answer" value="refuse">承認しない</button></div></form>
    """
  }

  private var execution: HTML {
    let waiting = lines.count(where: \.isWaiting)
    guard isManager else { return "<p>承認されました。管理者が廃棄を実施します。</p>" }
    return """
      <form action="\(href: disposal.path)/execution" method="post">\(FormView.tokens(chrome))
      <p>\(waiting > 0 ? "残り\(waiting)件の事例の記録を、すべて消去します。元に戻せません。一度に\(DisposalWork.casesAtOnce)件ずつ進みます。"
        : "事例は消去しました。検索の索引と添付ファイルの片付けが残っています。")</p>
      <div class="actions"><button class="button">\(waiting > 0 ? "廃棄を実施する" : "続きを実施する")</button></div></form>
      """
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="事例の一覧" id="f-struck"><table><thead><tr>\(HTML.when(mayAnswer, "<th scope=\"col\">外す</th>"))\
    <th scope="col">事例</th><th scope="col">保存区分</th><th scope="col">受付</th><th scope="col">終結</th><th scope="col">起算日</th>\
    <th scope="col">満了日</th><th scope="col">状況</th></tr></thead><tbody>\(HTML.each(lines, row))</tbody></table></div>
    """
  }

  private func row(_ line: DisposalLine) -> HTML {
    """
    <tr>\(HTML.when(mayAnswer, """
      <td><input type="checkbox" name="struck" value="\(line.id)" aria-label="\(line.caseNumber)を外す"\
      \(flag: "checked", form.fields.all("struck").contains(String(line.id)))></td>
      """))
    <th scope="row">\(line.caseNumber)</th><td>\(line.record.label)（\(line.years)年）</td><td class="nowrap">\(Wording.shortDate(line.openedOn))</td>
    <td class="nowrap">\(Wording.shortDate(line.closedOn))</td><td class="nowrap">\(Wording.shortDate(line.beginsOn))</td>
    <td class="nowrap">\(Wording.shortDate(line.endsOn))</td><td>\(state(line))</td></tr>
    """
  }

  private func state(_ line: DisposalLine) -> String {
    if line.isStruck { return "外した：\(line.struckReason)" }
    return line.disposedAt.map { "\(Wording.shortMoment($0))に消去" } ?? "消去していません"
  }
}
