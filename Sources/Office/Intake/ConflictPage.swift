import HTML

/// 「ほかの人が先に訂正しました」 at the top of the form that came back: what this editor changed, and where it meets what was saved.
struct ConflictPart {
  let overlap: CorrectionOverlap
  let by: ConsultationView.Correction?

  var html: HTML {
    """
    <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に訂正しました</h2>
    <p>この画面を開いたあとに、\(by.map { "\($0.staff)さんが\(Wording.moment($0.at))に" } ?? "ほかの人が")訂正しました。まだ保存していません。</p>
    \(overlap.lines.isEmpty ? nothing : table)\(others)</div>
    """
  }

  private var nothing: HTML { "<p>あなたが変えた欄はありません。</p>" }

  private var others: HTML {
    guard !overlap.others.isEmpty else { return .empty }
    return "<p>ほかの人だけが変えた欄（\(overlap.others.joined(separator: "、"))）には、保存されている内容が入っています。</p>"
  }

  private var table: HTML {
    """
    <p>あなたが変えた欄は次のとおりです。確かめてから「訂正する」を押すと、入力した内容で保存します（いま保存されている内容は、訂正の履歴に残ります）。</p>
    <div class="table-box" tabindex="0" role="region" aria-label="あなたが変えた欄"><table><thead><tr><th scope="col">項目</th>\
    <th scope="col">開いたときの内容</th><th scope="col">保存されている内容</th><th scope="col">入力した内容</th></tr></thead>
    <tbody>\(HTML.each(overlap.lines) { line in
      """
      <tr><th scope="row">\(line.label)\(mark(line))</th><td>\(lines: told(line.begun))</td><td>\(lines: told(line.saved))</td>\
      <td>\(lines: told(line.typed))</td></tr>
      """
    })</tbody></table></div>
    """
  }

  private func mark(_ line: CorrectionOverlap.Line) -> HTML {
    guard line.meets else { return .empty }
    return line.agrees
      ? "<br><span class=\"chip\">ほかの人も同じに変えました</span>" : "<br><span class=\"chip late\">ほかの人も変えました</span>"
  }

  private func told(_ words: String) -> String { words.isEmpty ? "（なし）" : words }
}
