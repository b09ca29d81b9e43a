import Casework
import HTML

/// 請求を受け付ける.
struct DisclosureFormPage {
  let chrome: Chrome
  let identities: [(code: String, label: String)]
  let form: FormView

  var html: HTML {
    Page(
      title: "本人開示の請求を受け付ける", chrome: chrome, place: "/disclosures", crumbs: [("本人開示", "/disclosures")],
      reason: OpenedDisclosure.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>本人開示の請求を受け付ける</h1>\(form.errorSummary)
        <form action="/disclosures" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        <h2>請求</h2>\(form.date("received_on", "受け付けた日", need: .required))
        \(form.radios("requester", "だれからの請求か", options: DisclosureWording.requesters, need: .required))
        \(form.text("requester_name", "請求した人の氏名", need: .required, width: .medium))
        \(form.text("requester_basis", "代理人の資格を確かめた書類", help: "代理人のときだけ。例）委任状、戸籍謄本、登記事項証明書"))
        \(form.radios("identity", "本人確認の方法", options: identities, need: .required))
        \(form.text("identity_words", "本人確認の補足"))
        <h2>だれの情報か</h2><p>事例の番号か、氏名と生年月日のどちらかで探します。</p>
        \(form.text("case_number", "事例の番号", help: "例）R8-00001", width: .short))
        <div class="columns">\(form.text("person_name", "氏名", width: .medium))\(form.date("birth", "生年月日"))</div>
        <h2>請求された範囲</h2>
        <div class="columns">\(form.date("from", "期間の始まり", help: "空欄はすべて。"))\(form.date("until", "期間の終わり", help: "空欄はすべて。"))</div>
        \(form.checkboxes("kinds", "記録の種類", options: DisclosureWording.kinds, need: .required))
        <div class="actions"><button class="button">受け付けて、記録を集める</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var draft: DraftForm { DraftForm(form: "本人開示", path: "/disclosures/new", title: "本人開示の請求", fields: form.fields) }
}
