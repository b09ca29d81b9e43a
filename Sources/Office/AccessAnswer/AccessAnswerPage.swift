import Casework
import HTML

/// 本人への回答: for printing, in words that the person can read.
struct AccessAnswerPage {
  let chrome: Chrome
  let answer: AccessAnswer

  var html: HTML {
    Page(
      title: "本人への回答", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit"), ("本人への回答", "/audit/answers")],
      content: """
        <div class="narrow"><h1>あなたの記録を開いた機関について</h1>
        <p>あなたのご相談の記録（番号 \(answer.caseNumber)）を、どの機関が、いつ、何のために開いたかをお知らせします。\
        支援に関わる機関の職員は、決められた根拠があるときだけ記録を開くことができ、開いたことはすべて自動で残ります。</p>
        <dl class="facts"><dt>ご請求を受けた日</dt><dd>\(answer.request.requestedOn.wareki)</dd>
        <dt>お知らせする期間</dt><dd>\(answer.request.from.wareki)から\(answer.request.until.wareki)まで</dd>
        <dt>作成した日</dt><dd>\(CivilDate.of(epochSeconds: answer.at).wareki)</dd></dl>
        \(HTML.when(answer.isCut, cut))
        \(answer.lines.isEmpty ? "<p>この期間に、あなたの記録を開いた機関はありません。</p>" : table)
        <p>「閲覧」は記録を読んだこと、「記録」は新しく書いたことを表します。回数は、同じ日に同じ機関が同じことをした数です。\
        \(HTML.when(!answer.request.namesStaff, "職員の氏名は載せていません。"))ご不明な点は、この回答をお渡しした窓口にお尋ねください。</p>
        <div class="actions"><a class="button outline" href="/audit/answers/\(answer.id.number)/export">CSVで出力する</a>
        <a href="/audit/answers">回答の一覧へ</a></div>
        <p class="no-print help">ブラウザの印刷で、このまま紙にできます。\(AccessAnswerPage.caution)</p></div>
        """
    ).html
  }

  /// The same for every case, so that it tells nothing about this one.
  static let caution = "渡す前に、支援措置の対象の方がいないかを事業担当課に確かめてください。機関の名前から居場所が分かるおそれがあるときは、機関名を載せない回答を作り直します。"

  private var cut: HTML {
    """
    <p>\(answer.keptFrom?.wareki ?? "")より前の記録は、別に保管しているため、ここには含まれません。必要なときはお申し出ください。</p>
    """
  }

  private var table: HTML {
    """
    <table><caption>記録を開いた機関</caption><thead><tr><th scope="col">日</th><th scope="col">機関</th><th scope="col">行ったこと</th><th scope="col">回数</th>\
    \(HTML.when(answer.request.namesStaff, "<th scope=\"col\">職員</th>"))</tr></thead><tbody>\(HTML.each(answer.lines) { line in
      """
      <tr><th scope="row">\(line.day.wareki)</th><td>\(line.agency)</td><td>\(AuditTrailWording.act(line.act))</td>\
      <td class="number">\(line.count)</td>\(HTML.when(answer.request.namesStaff, "<td>\(line.staff)</td>"))</tr>
      """
    })</tbody></table>
    """
  }
}

/// The answers given so far.
struct AccessAnswerListPage {
  let chrome: Chrome
  let answers: [AccessAnswer]

  var html: HTML {
    Page(
      title: "本人への回答", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit")],
      content: """
        <h1>本人への回答</h1>\(AuditTabsPart(current: "/audit/answers").html)
        <p>「だれがわたしの記録を見たか」という本人からの問いへの回答です。作った回答はそのまま残ります。</p>
        <div class="actions"><a class="button" href="/audit/answers/new">回答を作る</a></div>
        \(answers.isEmpty ? "<p>まだ回答はありません。</p>" : list)
        \(HTML.when(answers.count > AccessAnswerQueries.perPage, more))
        """
    ).html
  }

  private var shown: ArraySlice<AccessAnswer> { answers.prefix(AccessAnswerQueries.perPage) }

  private var more: HTML {
    "<p class=\"pager\"><a href=\"/audit/answers?before=\(shown.last?.id.number ?? 0)\">前のものを見る</a></p>"
  }

  private var list: HTML {
    """
    <ul class="plain">\(HTML.each(shown) { answer in
      """
      <li><a href="/audit/answers/\(answer.id.number)">\(answer.caseNumber)　\(answer.request.from.warekiShort)〜\(answer.request.until.warekiShort)</a>
      <span class="quiet">\(answer.by)　\(Wording.shortMoment(answer.at))作成　\(answer.lines.count)行</span></li>
      """
    })</ul>
    """
  }
}

/// 回答を作る
struct AccessAnswerFormPage {
  let chrome: Chrome
  let form: FormView

  var html: HTML {
    Page(
      title: "本人への回答を作る", chrome: chrome, place: "/audit", crumbs: [("監査記録", "/audit"), ("本人への回答", "/audit/answers")],
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>本人への回答を作る</h1>\(form.errorSummary)
        <p>請求した方が本人（または正当な代理人）であることを、窓口で確かめてから作ってください。</p>
        <form action="/audit/answers" method="post">\(FormView.tokens(chrome))
        \(form.text("case", "事例番号", need: .required, help: "例）R8-00001。氏名では作れません。", width: .medium))
        \(form.date("requested_on", "請求を受けた日", need: .required))
        <div class="columns">\(form.date("from", "期間のはじめ", need: .required))\(form.date("until", "期間のおわり", need: .required))</div>
        \(form.flag("names_staff", "職員の氏名を載せる", help: "ふだんは載せません。載せるかどうかは、自治体の決まりに従ってください。"))
        \(form.flag("without_agencies", "機関の名前を載せない（「関係機関」とだけ書く）", help: AccessAnswerPage.caution))
        <div class="actions"><button class="button">回答を作る</button> <a href="/audit/answers">やめる</a></div></form></div>
        """
    ).html
  }
}
