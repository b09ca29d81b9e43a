import Casework
import HTML

/// 事例検討用の資料 of a case: those there are, and the making of one.
struct StudyPackListPage {
  let chrome: Chrome
  let file: OpenedFile
  let lines: [StudyPackLine]

  var html: HTML {
    Page(
      title: "事例検討用の資料", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason,
      content: """
        <h1>事例検討用の資料 <small>\(file.number)</small></h1>
        <p>氏名・場所・機関の名前・日付を置き換えた資料をつくります。印刷できるのは、人が読んで確かめたあとです。</p>
        <form action="\(href: "/cases/\(file.id)/study-pack")" method="post">\(FormView.tokens(chrome))
        <div class="actions"><button class="button">資料をつくる</button></div></form>
        \(lines.isEmpty ? "<p>資料はまだありません。</p>" : "<ul class=\"plain\">\(HTML.each(lines, line))</ul>" as HTML)
        """
    ).html
  }

  private func line(_ line: StudyPackLine) -> HTML {
    """
    <li><a href="\(href: "/study-packs/\(line.id)")">\(Wording.moment(line.at))　\(line.staff)</a>　\
    <span class="chip">\(line.isConfirmed ? "確かめた" : "確かめていない")</span></li>
    """
  }
}

/// One pack: to be looked through and corrected, or as it was confirmed.
struct StudyPackPage {
  let chrome: Chrome
  let opened: OpenedStudyPack
  let genogram: HTML
  let ecomap: HTML?
  let form: FormView
  var isConflict = false

  private var path: String { "/study-packs/\(opened.id)" }
  private var file: OpenedFile { opened.file }

  var html: HTML {
    Page(
      title: "事例検討用の資料", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)"), ("資料の一覧", "/cases/\(file.id)/study-pack")], reason: file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>事例検討用の資料</h1>\(form.errorSummary)
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に保存しました</h2><p>下は保存されている内容です。確かめて、必要ならもう一度直してください。</p></div>"))
        \(opened.isConfirmed ? confirmed : preview)
        <h2>ジェノグラム</h2><div class="drawing-box" tabindex="0" role="region" aria-label="ジェノグラム（図）">\(genogram)</div>
        \(ecomap.map { "<h2>エコマップ</h2><div class=\"drawing-box\" tabindex=\"0\" role=\"region\" aria-label=\"エコマップ（図）\">\($0)</div>" as HTML })
        """
    ).html
  }

  private var confirmed: HTML {
    """
    <p>\(opened.confirmedAt.map { Wording.moment($0) })　\(opened.confirmedBy)が確かめました。内容は変わりません。</p>
    <div class="actions no-print"><a class="button" href="\(href: path)/print?as=pdf">PDF（印刷用）</a>
    <a class="button text" href="\(href: path)/print?as=xlsx">Excel</a></div>
    \(HTML.each(StudyPack.Part.allCases) { part in
      "<h2>\(part.label)</h2><p>\(lines: opened.pack.texts[part] ?? "")</p>" as HTML
    })
    """
  }

  private var preview: HTML {
    """
    <p>印刷する前に、読んで直してください。下の表は、何を何に置き換えたかです。この表は印刷されず、確かめたあとは残りません。</p>
    \(replaced)\(suspicious)
    <form action="\(href: path)" method="post">\(FormView.tokens(chrome))\(form.hidden("version"))
    \(HTML.each(StudyPack.Part.allCases) { form.area($0.rawValue, $0.label, rows: $0 == .points ? 3 : 12) })
    \(form.flag("looked", "本文と図を読み、だれのことか分からないことを確かめた"))
    \(HTML.when(form.problems.contains { $0.fieldID == "harmless" }, form.flag("harmless", "残っていることばは、この事例の人や場所のことではない")))
    <div class="actions"><button class="button outline">途中で保存する</button>
    <button class="button" formaction="\(href: path)/confirmation">確かめた（印刷できるようにする）</button></div></form>
    """
  }

  private var replaced: HTML {
    """
    <h2>置き換えたもの（\(opened.pack.replaced.count)件）</h2>
    <div class="table-box" tabindex="0" role="region" aria-label="置き換えたものの一覧"><table>
    <thead><tr><th scope="col">もとのことば</th><th scope="col">置き換えたことば</th><th scope="col">回数</th></tr></thead>
    <tbody>\(HTML.each(opened.pack.replaced) { one in
      "<tr><th scope=\"row\">\(one.from)</th><td>\(one.to)</td><td>\(one.count)</td></tr>"
    })</tbody></table></div>
    """
  }

  private var suspicious: HTML {
    let found = Anonymisation.suspicious(in: opened.pack.words)
    return """
      <h2>目で確かめるところ</h2>\(found.isEmpty
        ? "<p>場所や施設らしいことばは見つかりませんでした。それでも、本文を読んで確かめてください。</p>"
        : "<p>だれか・どこかが分かるかもしれないことばです。</p><ul>\(HTML.each(found) { "<li>\($0)</li>" })</ul>" as HTML)
      """
  }
}
