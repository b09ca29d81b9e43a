import Casework
import HTML

/// フォローアップ: what was seen, the next day, and reopening with the same words.
struct FollowUpPage {
  let chrome: Chrome
  let today: CivilDate
  let opened: OpenedFollowUp
  let form: FormView

  private var coordination: OpenedCoordination { opened.coordination }

  static func blank(_ opened: OpenedFollowUp, today: CivilDate) -> Fields {
    Fields([("done_on", today.warekiShort), ("words", opened.words)])
  }

  var html: HTML {
    Page(
      title: "フォローアップ", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働", "/coordinations"), (coordination.number, "/coordinations/\(coordination.id)")],
      reason: coordination.file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>フォローアップ <small>\(coordination.number)</small></h1>\(form.errorSummary)\(facts)
        \(opened.isDone ? recorded : opened.mayRecord ? recording : "<p>記録は、多機関協働を担う機関か主担当の機関が行います。</p>")</div>
        """
    ).html
  }

  private var facts: HTML {
    """
    <dl class="facts"><dt>予定の日</dt><dd>\(opened.dueOn.wareki)\
    \(HTML.when(FollowUp.isDue(opened.dueOn, doneOn: opened.doneOn, today: today), " <span class=\"chip turn\">期日です</span>"))</dd>
    <dt>方法</dt><dd>\(opened.how)</dd><dt>確かめる機関</dt><dd>\(opened.agencyName)</dd>
    <dt>いまの段階</dt><dd>\(coordination.stage.label)</dd></dl>
    """
  }

  private var recording: HTML {
    """
    <form action="/follow-ups/\(opened.id.number)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(autosaved.hiddenFields)
    \(form.date("done_on", "確かめた日", need: .required))
    \(form.area("words", "ようす", need: .required, help: "本人・世帯のいまのようすと、続けて支える機関から聞いたことを書いてください。", rows: 5))
    <div class="columns">\(form.date("next_on", "次のフォローアップ", help: "続けて見守るときだけ。"))\(form.text("next_how", "次の方法"))</div>
    <div class="actions"><button class="button">記録する</button>\(reopenButton)\(autosaved.buttons)</div>
    \(HTML.when(opened.reopeningSide != nil, "<p class=\"help\">役割の整理がもう一度必要なときは「再開する」を押すと、書いたようすが再開の理由になります。</p>"))</form>
    """
  }

  private var reopenButton: HTML {
    guard opened.reopeningSide != nil else { return .empty }
    return "<button class=\"button outline\" formaction=\"/follow-ups/\(opened.id.number)/reopening\">記録して再開する</button>"
  }

  private var recorded: HTML {
    """
    <h2>記録</h2><p class="quiet">\(opened.doneOn?.wareki ?? "")　\(opened.staffName)</p><p>\(lines: opened.words)</p>
    \(HTML.when(opened.reopeningSide != nil, """
      <form action="/follow-ups/\(opened.id.number)/reopening" method="post">\(FormView.tokens(chrome))
      \(form.area("words", "再開の理由", need: .required, rows: 4))
      <div class="actions"><button class="button outline">再開する</button></div></form>
      """))
    """
  }

  private var autosaved: DraftForm {
    DraftForm(
      form: "フォローアップ", path: "/follow-ups/\(opened.id)", title: "フォローアップ（\(coordination.number)）", fields: form.fields)
  }
}
