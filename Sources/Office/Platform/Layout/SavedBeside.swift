import HTML

/// What somebody else saved beside what was typed (「編集の重なり」). Shown on top of the form, which keeps what was typed.
struct SavedBeside {
  struct Line {
    let label: String
    let saved: String
    let typed: String
  }

  /// Every field of the form; only those that differ are shown.
  let lines: [Line]

  var html: HTML {
    """
    <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に保存しました</h2>
    <p>この画面を開いたあとに、ほかの人が内容を変更しました。下の表で違いを確かめ、必要なところを直してから、もう一度保存してください。入力した内容は残っています。</p>
    <div class="table-box"><table><thead><tr><th scope="col">項目</th><th scope="col">保存されている内容</th>\
    <th scope="col">入力した内容</th></tr></thead>
    <tbody>\(HTML.each(lines.filter { $0.saved != $0.typed }) { line in
      "<tr><th scope=\"row\">\(line.label)</th><td>\(lines: line.saved)</td><td>\(lines: line.typed)</td></tr>"
    })</tbody></table></div></div>
    """
  }
}
