import Casework
import HTML

/// 緊急閲覧の申出.
struct EmergencyFormPage {
  let chrome: Chrome
  let form: FormView

  var html: HTML {
    Page(
      title: "緊急閲覧", chrome: chrome, place: "/emergency", hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>緊急閲覧</h1>\(form.errorSummary)
        <div class="banner warning"><h2>生命や安全のために、いま見なければならないときだけ使います</h2>
        <p>開いたことは、担当の機関と監査担当に知らされ、あとで一件ずつ確認されます。見られるのは申し出た本人だけで、時間が来ると閉じます。</p></div>
        <form action="/emergency" method="post">\(FormView.tokens(chrome))
        <div id="f-match" tabindex="-1">\(form.text("number", "事例番号", help: "例）R8-00012。わからないときは、氏名と生年月日の両方を入れます。", width: .medium))
        <div class="columns">\(form.text("name", "氏名（全部）"))\(form.date("birth", "生年月日"))</div></div>
        \(form.radios("reason", "理由", options: EmergencyReason.allCases.map { ($0.rawValue, $0.label) }, need: .required))
        \(form.area("words", "何が起きているか", need: .required, help: "だれから何を聞いたか、なぜ待てないかを書きます。", rows: 3))
        \(form.text("hours", "何時間", need: .required, help: "1から\(EmergencyRequest.mostHours)まで", width: .short, inputMode: "numeric"))
        <div class="actions"><button class="button">緊急閲覧をはじめる</button> <a href="/">やめる</a></div></form></div>
        """
    ).html
  }
}

/// The running 緊急閲覧 above the page of a case: until when, and the button that ends it.
struct EmergencyPart {
  let chrome: Chrome
  let running: RunningEmergency?

  var html: HTML {
    guard let running else { return .empty }
    return """
      <div class="banner warning" role="status"><h2>緊急閲覧中です（\(Wording.moment(running.until))まで）</h2>
      <p>見たことは担当の機関と監査担当に知らされています。用が済んだら終えてください。</p>
      <form action="/emergencies/\(running.id.number)/ending" method="post">\(FormView.tokens(chrome))
      <button class="button outline">緊急閲覧を終える</button></form></div>
      """
  }
}
