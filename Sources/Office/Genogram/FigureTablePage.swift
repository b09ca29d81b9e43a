import Casework
import HTML

/// 図と同じことを言う表, for the page: every line can be reached from the drawing.
struct FigureTablePart {
  let table: FigureTable
  /// What stands in the first column.
  let heading: String

  static func anchor(_ key: String) -> String { "row-\(key)" }

  var html: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="図と同じ内容の表"><table>
    <thead><tr><th scope="col">\(heading)</th><th scope="col">図に書いてあること</th></tr></thead>
    <tbody>\(HTML.each(table.rows) { row in
      """
      <tr\(attribute: "id", row.key.map(FigureTablePart.anchor))\(attribute: "tabindex", row.key == nil ? nil : "-1")>\
      <th scope="row">\(row.heading)</th><td>\(row.sentences.joined(separator: "。"))</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// A drawing in its frame, wide ones to be scrolled, with the table that says the same beside it.
struct FigureBlock {
  let svg: HTML
  let label: String
  let table: FigureTable
  let heading: String

  var html: HTML {
    """
    <div class="drawing-box" tabindex="0" role="region" aria-label="\(label)（図）">\(svg)</div>
    <h2>図と同じ内容の表</h2>\(FigureTablePart(table: table, heading: heading).html)
    """
  }
}
