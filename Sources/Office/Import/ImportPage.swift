import HTML

/// Where the file is chosen.
struct ImportUploadPage {
  let chrome: Chrome
  let form: FormView

  var html: HTML {
    Page(
      title: "機関の取込み", chrome: chrome, place: "/agencies", crumbs: [("機関", "/agencies")], hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>機関の取込み</h1>\(form.errorSummary)
        <p>自治体が公開している施設や事業所の一覧（CSV）を、機関の一覧に取り込みます。この画面ではまだ何も変わりません。次の画面で内容を確かめてから取り込みます。</p>
        <form action="/agencies/import" method="post" enctype="multipart/form-data">\(FormView.tokens(chrome))
        <div class="item"><label for="f-file">CSVファイル <span class="need">※必須</span></label>
        <p class="help" id="f-file-help">推奨データセットか自治体標準オープンデータセットの形式。文字コードはUTF-8、Shift_JIS（CP932）、UTF-16のどれでも読めます。</p>
        <input class="field" id="f-file"\(flag: "aria-invalid", !form.problems.isEmpty) name="file" type="file" accept=".csv,text/csv" aria-describedby="f-file-help"></div>
        <div class="actions"><button class="button">内容を確かめる</button><a href="/agencies">やめる</a></div></form></div>
        """
    ).html
  }
}

/// What taking the file in would do; nothing has changed yet.
struct ImportReportPage {
  let chrome: Chrome
  /// The hash under which the file is held.
  let file: String
  let summary: ImportSummary
  let form: FormView

  /// A page of faults is enough to start with; the rest shows after these are mended.
  private static let shown = 300

  var html: HTML {
    Page(
      title: "取込み前の確認", chrome: chrome, place: "/agencies", crumbs: [("機関", "/agencies"), ("機関の取込み", "/agencies/import")],
      content: """
        <h1>取込み前の確認</h1>
        <p>\(summary.title)　文字コード：\(summary.encoding)　\(summary.records)件</p>
        <dl class="facts"><dt>新しく登録</dt><dd>\(summary.new)件</dd><dt>変更</dt><dd>\(summary.changed)件</dd>
        <dt>変わりなし</dt><dd>\(summary.unchanged)件</dd><dt>終了の可能性</dt><dd>\(summary.missing)件（前に取り込んだ機関で、このファイルにないもの）</dd></dl>
        \(summary.hasErrors ? refusal : apply)
        \(missing)\(faults)
        """
    ).html
  }

  private var refusal: HTML {
    """
    <div class="banner error" role="alert"><h2>このファイルは取り込めません</h2>
    <p>誤りが\(summary.count(.error))件あります。下の表の行と列を元の表で直してから、<a href="/agencies/import">ファイルを選び直してください</a>。</p></div>
    """
  }

  private var apply: HTML {
    """
    <form class="narrow" action="/agencies/import/\(file)" method="post">\(FormView.tokens(chrome))
    \(form.text("source_note", "出典とライセンス", help: "機関の画面に表示します。例）市川市 公共施設一覧 CC BY 4.0"))
    <p>機関ごとに登録した「頼み方」「つなぎを受ける」「種別」「分野」「最終確認」は変わりません。</p>
    <div class="actions"><button class="button">この内容で取り込む</button><a href="/agencies">やめる</a></div></form>
    """
  }

  private var missing: HTML {
    guard !summary.missingNames.isEmpty else { return .empty }
    return """
      <h2>終了の可能性がある機関</h2><p>取り込むと「終了の可能性」の印が付きます。消えることはありません。</p>
      <ul>\(HTML.each(summary.missingNames.prefix(100)) { "<li>\($0)</li>" })</ul>
      """
  }

  private var faults: HTML {
    guard !summary.faults.isEmpty else { return "<h2>指摘</h2><p>誤りや注意はありません。</p>" }
    let ordered = ImportFault.Weight.allCases.flatMap { weight in summary.faults.filter { $0.weight == weight } }
    return """
      <h2>指摘（誤り\(summary.count(.error))件、注意\(summary.count(.caution))件、直したこと\(summary.count(.repaired))件）</h2>
      <div class="table-box" tabindex="0" role="region" aria-label="指摘の一覧"><table>
      <thead><tr><th scope="col">種類</th><th scope="col">場所</th><th scope="col">内容</th></tr></thead>
      <tbody>\(HTML.each(ordered.prefix(Self.shown)) { fault in
        "<tr><td><span class=\"chip\(fault.weight == .error ? " late" : "")\">\(fault.weight.label)</span></td><td>\(fault.place)</td><td>\(fault.message)</td></tr>"
      })</tbody></table></div>\(HTML.when(ordered.count > Self.shown, "<p>ほか\(ordered.count - Self.shown)件</p>"))
      """
  }
}
