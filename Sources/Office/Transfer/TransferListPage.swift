import Casework
import HTML

/// 人事異動の一覧, and the day of a new one.
struct TransferListPage {
  let chrome: Chrome
  let today: CivilDate
  let lines: [TransferLine]
  let form: FormView

  var html: HTML {
    Page(
      title: "人事異動", chrome: chrome, place: "/transfers", hasErrors: !form.problems.isEmpty,
      content: """
        <h1>人事異動</h1>\(form.errorSummary)
        <p>離れる人・移る人・来る人を日付ごとに登録し、担当の事例とやることを引き継ぐ人を決めておきます。その日になると、権利と担当がまとめて切り替わります。</p>
        \(lines.isEmpty ? "<p>登録された異動はありません。</p>" : table)
        <h2>異動を登録する</h2>
        <form class="narrow" action="/transfers" method="post">\(FormView.tokens(chrome))
        \(form.date("effective_on", "異動の日", need: .required, help: "新しい権利が始まる日。古い権利は前の日に終わります。"))
        <div class="actions"><button class="button">登録して、人を加える</button></div></form>
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="異動の一覧"><table>
    <thead><tr><th scope="col">異動の日</th><th scope="col">状態</th><th scope="col">人数</th><th scope="col">残っていること</th>\
    <th scope="col">登録した人</th></tr></thead><tbody>\(HTML.each(lines) { line in
      """
      <tr><th scope="row"><a href="/transfers/\(line.id.number)">\(line.transfer.effectiveOn.inFull)</a></th>\
      <td>\(TransferChip(transfer: line.transfer, today: today).html)</td><td>\(line.movers)人</td>\
      <td>\(line.leftOver == 0 ? "" : "\(line.leftOver)件")</td><td>\(line.plannedBy)</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// Where a plan stands.
struct TransferChip {
  let transfer: Transfer
  let today: CivilDate

  var html: HTML {
    switch transfer.state {
    case .planned: "<span class=\"chip turn\">\(TransferWording.state(transfer, today: today))</span>"
    case .applied: "<span class=\"chip done\">\(TransferWording.state(transfer, today: today))</span>"
    case .cancelled: "<span class=\"chip\">\(TransferWording.state(transfer, today: today))</span>"
    }
  }
}
