import HTML

/// 「ほかの人が先に保存しました」 at the top of the form that came back: both texts, neither lost.
struct ConflictPart {
  let difference: DifferencePart
  let by: ConsultationView.Correction?

  var html: HTML {
    """
    <div class="banner warning" role="alert"><h2>ほかの人が先に訂正しました</h2>
    <p>この画面を開いたあとに、\(by.map { "\($0.staff)さんが\(Wording.moment($0.at))に" } ?? "ほかの人が")訂正しました。まだ保存していません。\
    違いは次のとおりです。このまま「訂正する」を押すと、下の入力内容に置き換わります（保存されている内容は訂正の履歴に残ります）。</p>
    \(difference.html)</div>
    """
  }
}
