/// What a document says as rows of plain text, for a CSV file.
extension Document {
  /// 「行としての書類」 A row for each row of a table and for each line of text, in order; each section begins with its name. Options that are
  /// not marked are left out, and so are drawings, beside which a table says the same.
  public var lines: [[String]] {
    sections.flatMap { section in
      [["【\(section.name)】"]] + section.blocks.flatMap(\.lines) + [[]]
    }
  }
}

extension Block {
  var lines: [[String]] {
    switch self {
    case .title(let text, let number): [[number, text.string].compactMap { $0 }]
    case .heading(let text): [["■ " + text.string]]
    case .paragraph(let text, _): text.isEmpty ? [] : [[text.string]]
    case .items(let items, _), .notes(let items): items.map { [$0.string] }
    case .checks(let checks, _): [[Check.marked(checks)]]
    case .table(let table): (table.head + table.rows).map { $0.cells.map(\.plain) }
    case .signatures(let lines): lines.map { [$0.label.string, $0.name.string, $0.after.string] }
    case .columns(let parts): parts.flatMap { $0.blocks.flatMap(\.lines) }
    case .drawing(_, let caption): caption.isEmpty ? [] : [[caption.string]]
    case .together(let blocks): blocks.flatMap(\.lines)
    case .gap, .pageBreak: []
    }
  }
}

extension Check {
  static func marked(_ checks: [Check]) -> String {
    checks.filter { $0.mark != .empty }.map { ($0.mark == .first ? "◎" : "") + $0.label.string }.joined(separator: "、")
  }
}

extension Cell {
  /// What it says.
  var plain: String {
    switch content {
    case .text(let text): text.string
    case .day(let shown, _, _, _): shown
    case .number(let shown, _): shown
    case .checks(let checks, _): Check.marked(checks)
    case .drawing: ""
    }
  }
}
