import Casework
import HTML

/// 人事異動の画面: the day, the people, who takes over; after the day what happened and what is left over.
struct TransferPage {
  let chrome: Chrome
  let today: CivilDate
  let opened: OpenedTransfer
  let movers: [MoverView]
  let outcomes: [TransferOutcomeLine]
  let people: [(code: String, label: String)]
  let agencies: [(code: String, label: String)]
  let templates: [RoleTemplate]
  let form: FormView
  /// The person whose form came back; 0 for the forms of the plan.
  var returned = 0
  var isConflict = false

  private var path: String { "/transfers/\(opened.id)" }
  private var transfer: Transfer { opened.transfer }

  var html: HTML {
    Page(
      title: "人事異動（\(transfer.effectiveOn.warekiShort)）", chrome: chrome, place: "/transfers", crumbs: [("人事異動", "/transfers")],
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(transfer.effectiveOn.inFull)の異動</h1>\(form.errorSummary)\(HTML.when(isConflict && returned == 0, conflict))
        <p>\(TransferChip(transfer: transfer, today: today).html) <span class="quiet">\(opened.plannedBy)が\(Wording.shortMoment(opened.plannedAt))に登録\
        \(opened.doneAt.map { "　\(Wording.shortMoment($0))に\(transfer.state.label)" })</span></p>
        <p>\(explanation)</p>\(results)
        <h2>異動する人（\(movers.count)人）</h2>
        \(movers.isEmpty ? "<p>まだだれも加えられていません。</p>" : HTML.each(movers, card))
        \(HTML.when(transfer.isOpen, forms))
        """
    ).html
  }

  private var explanation: String {
    switch transfer.state {
    case .planned:
      "古い権利は\(transfer.lastDay.wareki)で終わり、新しい権利は\(transfer.effectiveOn.wareki)に始まります。"
        + (opened.waitsForHand ? "その日に登録したため、ひとりでには始まりません。「いま実施する」を押すまでは、変えたり取りやめたりできます。" : "それまでは変えたり取りやめたりできます。")
        + (opened.isAdministrator ? "管理者には、事例の番号だけが表示されます。" : "")
    case .applied: "実施しました。書き換えはできません。残っていることは、それぞれの画面で片づけてください。"
    case .cancelled: "取りやめました。何も変わっていません。"
    }
  }

  private var results: HTML {
    transfer.state == .applied ? TransferOutcomePart(movers: movers, outcomes: outcomes).html : .empty
  }

  private func card(_ mover: MoverView) -> HTML {
    MoverPart(
      chrome: chrome, path: path, mover: mover, opened: opened, form: mover.id == returned ? form : nil,
      isConflict: isConflict && mover.id == returned
    ).html
  }

  private var conflict: HTML {
    """
    <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に保存しました</h2>
    <p>保存されている異動の日は\(transfer.effectiveOn.wareki)、入力した日は「\(form.fields.trimmed("effective_on"))」です。確かめて、もう一度保存してください。</p></div>
    """
  }

  private var forms: HTML {
    """
    <h2>人を加える</h2>\(leaving)\(opened.isAdministrator ? arriving : "<p>新しく来る人の登録と、移る人の新しい権利の確認は、システム管理者が行います。</p>")
    \(HTML.when(opened.mayManage || transfer.isDue(today), """
      <h2>この異動全体</h2>\(HTML.when(opened.mayManage, day))
      <div class="actions">\(HTML.when(transfer.isDue(today) && !opened.waitsForHand, button("application", "この異動を実施する")))\
      \(HTML.when(opened.mayManage, button("cancellation", "この異動を取りやめる")))</div>\(HTML.when(transfer.isDue(today) && opened.waitsForHand, byHand))
      """))
    """
  }

  private var leaving: HTML {
    """
    <h3>いまいる人</h3><form class="narrow" action="\(href: path)/movers" method="post">\(FormView.tokens(chrome))
    \(form.select("staff", "職員", options: people, need: .required))
    \(form.radios("kind", "異動の種類", options: [TransferKind.leaves, .moves].map { ($0.rawValue, $0.label) }, need: .required))
    \(form.select("to_agency", "行き先の機関", options: agencies, help: "移るときだけ。同じ機関の中で仕事が変わるときは、いまの機関を選びます。"))
    \(form.select("template", "新しい役割のひな形", options: templates.map { ($0.key, $0.name) }, help: "移るときだけ。"))
    <div class="actions"><button class="button">加える</button></div></form>
    """
  }

  private var arriving: HTML {
    """
    <h3>新しく来る人</h3><form class="narrow" action="\(href: path)/arrivals" method="post">\(FormView.tokens(chrome))
    \(form.text("new_name", "氏名", need: .required))\(form.text("new_kana", "ふりがな"))\(form.text("new_job", "職名"))
    \(form.text("new_sign_in", "サインイン名", need: .required, help: "3〜40文字の半角の英数字。一人に1つ。", width: .medium))
    \(form.select("new_agency", "機関", options: agencies, need: .required))
    \(form.select("new_template", "役割のひな形", options: templates.map { ($0.key, $0.name) }, need: .required))
    <p class="help">異動の日から使えるようになります。仮パスワードは、その職員の画面で発行して本人に渡します。</p>
    <div class="actions"><button class="button">登録する</button></div></form>
    """
  }

  private var day: HTML {
    let typed = form.fields.isOn("effective_on") ? form : FormView(Fields([("effective_on", transfer.effectiveOn.warekiShort)]))
    return """
      <form class="narrow" action="\(href: path)" method="post">\(FormView.tokens(chrome))<input type="hidden" name="version" value="\(opened.version)">
      \(typed.date("effective_on", "異動の日", need: .required))
      <div class="actions"><button class="button outline">異動の日を変える</button></div></form>
      """
  }

  /// A second look, because nothing of it can be taken back.
  private var byHand: HTML {
    """
    <form class="narrow" action="\(href: path)/application" method="post">\(FormView.tokens(chrome))
    \(form.flag("confirmed", "異動する人（\(movers.count)人）と引き継ぐ人を確かめました", help: "実施すると、権利と担当がすぐに変わり、元には戻せません。"))
    <div class="actions"><button class="button">いま実施する</button></div></form>
    """
  }

  private func button(_ act: String, _ label: String) -> HTML {
    """
    <form action="\(href: "\(path)/\(act)")" method="post">\(FormView.tokens(chrome))<button class="button outline">\(label)</button></form>
    """
  }
}
