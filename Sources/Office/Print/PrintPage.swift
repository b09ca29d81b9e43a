import Casework
import HTML

/// 事例の書類.
struct PrintPage {
  let chrome: Chrome
  let file: OpenedFile
  let papers: [(form: PrintedForm, copies: [PrintedCopy])]

  private var path: String { "/cases/\(file.id)" }

  var html: HTML {
    Page(
      title: "書類", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, path)], reason: file.reason,
      content: """
        <h1>書類 <small>\(file.number)</small></h1>
        <p>この事例に記録されている内容で作ります。見られる範囲だけが印刷されます。出力したことは監査記録に残ります。</p>
        <table class="list"><thead><tr><th scope="col">書類</th><th scope="col">出力する</th></tr></thead>
        <tbody>\(HTML.each(papers) { paper in HTML.each(paper.copies) { row(paper.form, $0) } })</tbody></table>
        <p><a href="/blanks">手書き用の用紙</a></p>
        """
    ).html
  }

  private func row(_ form: PrintedForm, _ copy: PrintedCopy) -> HTML {
    let copyPart = copy.number == 0 ? "" : "&copy=\(copy.number)"
    let name = form.title + (copy.words.isEmpty ? "" : "（\(copy.words)）")
    return """
      <tr><th scope="row">\(HTML.when(!form.number.isEmpty, "<span class=\"quiet\">\(form.number)</span> "))\(form.title)\
      \(HTML.when(!copy.words.isEmpty, "<br><span class=\"quiet\">\(copy.words)</span>"))</th>
      <td><div class="actions">\(PaperLinks(name: name, path: "\(path)/print/\(form.id)", query: copyPart).html)\
      \(HTML.when(form.withRuby, """
        <a class="button text" aria-label="\(name)をふりがな付きで出力" href="\(href: "\(path)/print/\(form.id)?as=pdf&ruby=on\(copyPart)")">ふりがな付き</a>
        """))</div></td></tr>
      """
  }
}

/// 手書き用の用紙.
struct BlankListPage {
  let chrome: Chrome
  let forms: [PrintedForm]

  var html: HTML {
    Page(
      title: "手書き用の用紙", chrome: chrome, place: "/blanks",
      content: """
        <h1>手書き用の用紙</h1><p>停電のときや、訪問先・窓口で紙に書いてもらうときに使います。あとで画面から入力してください。</p>
        <ul class="plain">\(HTML.each(forms) { form in
          """
          <li><a href="\(href: "/blanks/\(form.id)")">\(form.number.isEmpty ? form.title : "\(form.number) \(form.title)")</a>　\
          <a class="quiet" href="\(href: "/blanks/\(form.id)?as=xlsx")" aria-label="\(form.title)をExcelで">Excel</a></li>
          """
        })</ul>
        """
    ).html
  }
}
