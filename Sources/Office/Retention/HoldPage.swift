import Casework
import HTML

/// 廃棄の差止め of one case.
struct HoldPage: RetentionScreen {
  let chrome: Chrome
  let kept: RetainedCase
  let form: FormView

  private var path: String { "/cases/\(kept.id)/hold" }

  var html: HTML {
    Page(
      title: "廃棄の差止め", chrome: chrome, place: "/retention", crumbs: [("保存と廃棄", "/retention")], reason: OpenedRetention.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1 id="f-act">廃棄の差止め <small>\(kept.number)</small></h1>\(form.errorSummary)
        <dl class="facts"><dt>保存区分</dt><dd>\(kept.record.label)（\(kept.klass.label)）</dd><dt>保存の状況</dt><dd>\(kept.standing.label)</dd>
        <dt>起算日</dt><dd>\(kept.beginsOn?.wareki ?? "支援が続いているため、まだありません")</dd></dl>
        \(kept.hold.map(current) ?? "<p>いまは差し止めていません。差し止めているあいだは、保存期間が満了しても廃棄されません。</p>")
        <h2>\(kept.hold == nil ? "差し止める" : "理由や期限を変える")</h2>
        <form action="\(href: path)" method="post">\(FormView.tokens(chrome))
        \(form.area("reason", "差し止める理由", need: .required, help: "例）訴訟のため、監査のため。事例の内容は書かないでください。", rows: 2))
        \(form.date("until", "差止めの終わり", help: "空欄は、解除するまで。"))
        <div class="actions"><button class="button">差し止める</button></div></form></div>
        """
    ).html
  }

  private func current(_ hold: HoldLine) -> HTML {
    """
    <div class="banner warning"><h2>差し止めています（\(hold.until.map { "\($0.wareki)まで" } ?? "解除するまで")）</h2><p>\(lines: hold.reason)</p>
    <p class="quiet">\(hold.staff)　\(Wording.shortMoment(hold.at))</p></div>
    <form action="\(href: "\(path)/release")" method="post">\(FormView.tokens(chrome))
    \(form.text("end_reason", "差止めを終える理由", need: .required))
    <div class="actions"><button class="button outline">差止めを終える</button></div></form>
    """
  }
}
