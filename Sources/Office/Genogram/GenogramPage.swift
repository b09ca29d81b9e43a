import Casework
import HTML

/// ジェノグラム: the drawing, the table that says the same, what is left to ask, what was told.
struct GenogramPage {
  let chrome: Chrome
  let file: OpenedFile
  let family: FamilyView
  let drawn: FamilyDrawing
  let choice: GenogramChoice
  let svg: HTML
  var mayEdit = false
  var form = FormView()
  /// Somebody else told something before this form arrived.
  var isConflict = false

  private var path: String { "/cases/\(file.id)/genogram" }
  private var household: String { "/cases/\(file.id)/household" }

  var html: HTML {
    Page(
      title: "ジェノグラム", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>ジェノグラム <small>\(file.number)</small></h1>\(FigureTabsPart(chrome: chrome, file: file, current: "genogram").html)\(form.errorSummary)\(HTML.when(isConflict, Self.conflict))
        \(family.people.isEmpty ? empty : picture)
        \(HTML.when(mayEdit && !family.people.isEmpty, FamilyFactPart(
          chrome: chrome, path: path, family: family, form: form).html))
        """
    ).html
  }

  static let conflict: HTML = """
    <div class="banner warning" role="alert"><h2>ほかの人が先に記録しました</h2>\
    <p>いまの図と表が最新の内容です。確かめてから、必要ならもう一度記録してください。</p></div>
    """

  private var empty: HTML {
    guard file.reach == .team else { return "<p>家族の図は、本人の同意が確認されて、世帯の記録を見られるようになってから描けます。</p>" }
    return """
      <p>図に描ける世帯の記録がありません。<a href="\(href: household)">世帯を記録する</a>と、ここに図ができます。</p>
      """
  }

  private var picture: HTML {
    """
    <div class="actions no-print"><a class="button outline" href="\(href: printPath("pdf"))">PDF（印刷用）</a>
    <a class="button text" href="\(href: printPath("xlsx"))">Excel</a>
    <a class="button text" href="\(href: printPath("pdf", initials: true))">頭文字だけのPDF（外へ出す用）</a>
    \(HTML.when(mayEdit, "<a class=\"button text\" href=\"\(href: path)/positions\">並びを直す</a>"))
    <a href="\(href: household)">世帯の記録</a></div>
    \(GenogramChoicePart(path: path, choice: choice).html)\(HTML.when(!choice.style.showsTies && !family.genogram.ties.isEmpty, """
      <p class="no-print">気持ちのつながりは描いていません。<a href="\(href: path)?ties=on">描いて見る</a></p>
      """))
    \(FigureBlock(svg: svg, label: "ジェノグラム", table: drawn.drawing.table, heading: "どなた").html)
    \(HTML.when(!questions.isEmpty, """
      <h2>聞けていないこと</h2><p>記録にないことは線にしていません。わかったら、下の「聞いたことを記録する」から加えてください。</p>
      <ul>\(HTML.each(questions) { "<li>\($0)</li>" })</ul>
      """))
    """
  }

  private var questions: [String] {
    guard !choice.isInitialled else { return [] }
    return family.derived.questions.map(\.words)
  }

  private func printPath(_ format: String, initials: Bool = false) -> String {
    "/cases/\(file.id)/print/genogram?as=\(format)\(choice.query)\(initials && !choice.isInitialled ? "&initials=on" : "")"
  }
}

/// The choice of symbols; a form that works without a script.
struct GenogramChoicePart {
  let path: String
  let choice: GenogramChoice

  var html: HTML {
    let form = FormView(choice.fields)
    return """
      <details class="no-print"><summary>描き方を変える</summary><form action="\(href: path)" method="get"><div class="columns">
      \(form.select("symbols", "記号のきまり", options: [("", "日本の福祉の現場の記号"), ("mcgoldrick", "マクゴールドリックの記号")], blank: nil))
      \(form.select("dead", "亡くなった人", options: [("filled", "黒くぬる"), ("crossed", "×をつける")], blank: "きまりのとおり"))
      \(form.select("unknown", "性別がわからない人", options: [("diamond", "ひし形"), ("triangle", "三角形")], blank: "きまりのとおり"))
      \(form.select("marriage", "結婚の線", options: [("single", "一本"), ("double", "二本")], blank: "きまりのとおり"))
      \(form.select("loop", "同居の囲み", options: [("solid", "実線"), ("dashed", "破線")], blank: "きまりのとおり"))
      \(form.select("age", "年齢を書く所", options: [("inside", "記号の中"), ("below", "記号の下")], blank: "きまりのとおり"))
      \(form.select("size", "文字の大きさ", options: [("", "ふつう"), ("large", "大きい")], blank: nil))</div>
      \(form.flag("initials", "氏名を頭文字にする"))\(form.flag("ties", "気持ちのつながりも描く"))
      <button class="button outline">この描き方で見る</button></form></details>
      """
  }
}
