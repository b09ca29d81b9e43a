import Casework
import HTML

/// エコマップ: one dated version, or two side by side with what changed in words.
struct EcomapPage {
  let chrome: Chrome
  let file: OpenedFile
  let view: EcomapView
  /// The version that is shown.
  let version: EcomapVersion?
  /// The earlier one it is laid beside.
  let earlier: EcomapVersion?
  /// The drawings: of the earlier one if any, then of the shown one.
  let drawn: [(version: EcomapVersion, drawing: EcomapDrawing, svg: HTML)]
  let mayEdit: Bool

  private var path: String { "/cases/\(file.id)/ecomap" }

  var html: HTML {
    Page(
      title: "エコマップ", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason,
      content: """
        <h1>エコマップ <small>\(file.number)</small></h1>\(FigureTabsPart(chrome: chrome, file: file, current: "ecomap").html)
        \(HTML.when(mayEdit && file.reach == .team, "<p class=\"no-print\"><a class=\"button\" href=\"\(href: path)/new\">いまの状況を描く</a></p>"))
        \(version == nil ? "<p>エコマップはまだありません。</p>" : shown)
        """
    ).html
  }

  private var shown: HTML {
    """
    \(HTML.when(view.versions.count > 1, choice))\(actions)\(difference)
    \(HTML.each(drawn) { one in
      """
      <h2>\(one.version.title) <small>\(one.version.map.drawnOn.wareki)</small></h2>
      \(HTML.when(!one.version.remark.isEmpty, "<p>\(lines: one.version.remark)</p>"))
      <p class="quiet">\(Wording.shortMoment(one.version.at))　\(one.version.agency)　\(one.version.staff)</p>
      \(FigureBlock(svg: one.svg, label: "エコマップ", table: one.drawing.table, heading: "どこ・どなた").html)
      """ as HTML
    })
    """
  }

  private var actions: HTML {
    let copy = version.map { "&copy=\($0.id)" } ?? ""
    let with = earlier.map { "&with=\($0.id)" } ?? ""
    let print = "/cases/\(file.id)/print/ecomap"
    return """
      <div class="actions no-print"><a class="button outline" href="\(href: "\(print)?as=pdf\(copy)\(with)")">PDF（印刷用）</a>
      <a class="button text" href="\(href: "\(print)?as=xlsx\(copy)\(with)")">Excel</a>
      <a class="button text" href="\(href: "\(print)?as=pdf\(copy)\(with)&initials=on")">頭文字だけのPDF（外へ出す用）</a></div>
      """
  }

  private var choice: HTML {
    let form = FormView(Fields([("version", version.map { "\($0.id)" } ?? ""), ("with", earlier.map { "\($0.id)" } ?? "")]))
    let versions = view.versions.map { (code: "\($0.id)", label: "\($0.title)（\($0.map.drawnOn.warekiShort)）") }
    return """
      <form class="no-print" action="\(href: path)" method="get"><div class="columns">
      \(form.select("version", "見る版", options: versions, blank: nil))\(form.select("with", "くらべる版", options: versions, blank: "くらべない"))
      <div class="item submit"><button class="button outline">表示する</button></div></div></form>
      """
  }

  private var difference: HTML {
    guard let version, let earlier else { return .empty }
    let sentences = EcomapDifference(from: earlier.map, to: version.map).sentences
    return """
      <section aria-labelledby="changes"><h2 id="changes">\(earlier.title)から\(version.title)までに変わったこと</h2>
      \(sentences.isEmpty ? "<p>変わったところはありません。</p>" : "<ul>\(HTML.each(sentences) { "<li>\($0)</li>" })</ul>" as HTML)</section>
      """
  }
}
