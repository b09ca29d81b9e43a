import Drawing
import Paper

/// A cell of a sheet before the columns of the sheet are known: its edges in mm from the left of the paper.
struct SheetCell {
  var from: Double
  var to: Double
  /// How many rows it covers.
  var rows = 1
  var content: Cell.Content
  var look = SheetLook()
  /// Set when the sheet is a blank form and this is a value.
  var blank: Text?

  /// Days and numbers are never broken in two: they become smaller, as on paper.
  var isOneLine: Bool {
    switch content {
    case .day, .number: blank == nil
    case .text, .checks, .drawing: false
    }
  }

  /// The words of the cell; furigana follows its word in brackets, because a cell of a workbook has no room above.
  var words: String {
    Legible.cleaned(raw)
  }

  private var raw: String {
    if let blank {
      if case .checks(let checks, let columns) = content { return SheetCell.line(checks.map { Check($0.label, .empty) }, columns) }
      return SheetCell.line(blank)
    }
    return switch content {
    case .text(let text): SheetCell.line(text)
    case .day(let shown, _, _, _), .number(let shown, _): shown
    case .checks(let checks, let columns): SheetCell.line(checks, columns)
    case .drawing(let drawing): drawing.title
    }
  }

  private static func line(_ text: Text) -> String {
    text.runs.map { run in run.ruby.map { "\(run.text)（\($0)）" } ?? run.text }.joined()
  }

  private static func line(_ checks: [Check], _ columns: Int?) -> String {
    checks.enumerated().map { index, check in
      let between = index == 0 ? "" : columns.map { index % max(1, $0) == 0 } == true ? "\n" : "　"
      return between + check.mark.sign + line(check.label)
    }.joined()
  }
}

/// How a cell looks. Cells that look the same share one format.
struct SheetLook: Hashable {
  var isLabel = false
  var isRuled = false
  var isFramed = false
  var isBold = false
  var align = Cell.Align.left
  var isTop = false
  var size = 10.0
  var isUnderlined = false
  var isOneLine = false
  /// A number format of the workbook.
  var format = ""
}

/// Rows of a sheet, from top to bottom.
struct SheetRow {
  var cells: [SheetCell]
  /// At least so many mm.
  var height = 0.0
  var isHead = false
  var breaksPage = false
}

/// Turns the blocks of a section into rows.
struct SheetPlan {
  let section: Section
  let width: Double
  private(set) var rows: [SheetRow] = []

  private var size: Double { section.style.size + 0.5 }

  init(_ section: Section) {
    self.section = section
    width = (section.isLandscape ? 297 : 210) - section.style.left - section.style.right
    add(section.blocks, 0, width)
  }

  private mutating func add(_ blocks: [Block], _ from: Double, _ to: Double) {
    for block in blocks { add(block, from, to) }
  }

  private mutating func add(_ block: Block, _ from: Double, _ to: Double) {
    switch block {
    case .title(let words, let number):
      if let number { line(Text(number), from, to, SheetLook(size: size - 1)) }
      line(words, from, to, SheetLook(isBold: true, align: .centre, size: size * 1.5))
    case .heading(let words): line(words, from, to, SheetLook(isBold: true, size: size * 1.1))
    case .table(let table): add(table, from, to)
    case .paragraph(let words, let align): line(words, from, to, SheetLook(align: align, isTop: true, size: size))
    case .items(let items, let marker):
      for (index, item) in items.enumerated() {
        line((marker == .dot ? "・" : "\(index + 1)．") + item, from, to, SheetLook(isTop: true, size: size))
      }
    case .checks(let checks, let columns):
      let content = Cell.Content.checks(section.isBlank ? checks.map { Check($0.label, .empty) } : checks, columns: columns)
      rows.append(SheetRow(cells: [SheetCell(from: from, to: to, content: content, look: SheetLook(isTop: true, size: size))]))
    case .notes(let notes): for note in notes { line("※" + note, from, to, SheetLook(isTop: true, size: size - 1)) }
    case .signatures(let signatures): for signature in signatures { add(signature, from, to) }
    case .columns(let parts): add(parts, from, to)
    case .drawing(let drawing, let caption):
      let room = section.isBlank ? drawing.size.height * min(1, (to - from) / max(drawing.size.width, 1)) : 0
      rows.append(
        SheetRow(cells: [SheetCell(from: from, to: to, content: .drawing(drawing), blank: section.isBlank ? "" : nil)], height: room))
      if !caption.isEmpty { line(caption, from, to, SheetLook(align: .centre, size: size)) }
    case .gap(let height): rows.append(SheetRow(cells: [], height: height))
    case .pageBreak: rows.append(SheetRow(cells: [], height: 1, breaksPage: true))
    case .together(let blocks): add(blocks, from, to)
    }
  }

  private mutating func line(_ words: Text, _ from: Double, _ to: Double, _ look: SheetLook) {
    for part in Continuation.parts(words) {
      rows.append(SheetRow(cells: [SheetCell(from: from, to: to, content: .text(part), look: look)]))
    }
  }

  private mutating func add(_ signature: Block.Signature, _ from: Double, _ to: Double) {
    let edge = { (part: Double) in from + (to - from) * part }
    rows.append(
      SheetRow(
        cells: [
          SheetCell(from: from, to: edge(0.25), content: .text(signature.label), look: SheetLook(align: .right, size: size)),
          SheetCell(
            from: edge(0.25), to: edge(0.7), content: .text(section.isBlank ? "" : signature.name),
            look: SheetLook(size: size, isUnderlined: true)),
          SheetCell(from: edge(0.7), to: to, content: .text(signature.after), look: SheetLook(size: size)),
        ], height: 9))
  }

  /// Parts side by side share their rows: the first row of each is one row of the sheet, and so on.
  private mutating func add(_ parts: [Block.Part], _ from: Double, _ to: Double) {
    let sum = max(0.001, parts.reduce(0) { $0 + $1.width })
    var x = from
    let start = rows.count
    for part in parts {
      let end = x + (to - from) * part.width / sum
      var alone = self
      alone.rows = []
      alone.add(part.blocks, x, end)
      for (index, row) in alone.rows.enumerated() {
        if start + index == rows.count { rows.append(SheetRow(cells: [])) }
        rows[start + index].cells += row.cells
        rows[start + index].height = max(rows[start + index].height, row.height)
      }
      x = end
    }
  }

  private mutating func add(_ table: Table, _ from: Double, _ to: Double) {
    let edges = table.shares.reduce(into: [from]) { $0.append($0[$0.count - 1] + $1 * (to - from)) }
    for (part, isHead) in [(table.head, true), (Continuation.split(table.rows), false)] {
      for line in Table.placed(part, columns: table.shares.count) {
        rows.append(
          SheetRow(
            cells: line.map { placed in cell(placed, edges[placed.column], edges[placed.column + placed.span]) },
            height: line.map { height($0.cell) }.max() ?? 0, isHead: isHead))
      }
    }
    rows.append(SheetRow(cells: [], height: 2))
  }

  private func height(_ cell: Cell) -> Double {
    section.isBlank && cell.isWritten ? max(cell.height, cell.blankHeight, 8.5) : cell.height
  }

  private func cell(_ placed: PlacedCell, _ from: Double, _ to: Double) -> SheetCell {
    let cell = placed.cell
    return SheetCell(
      from: from, to: to, rows: placed.rows, content: cell.content,
      look: SheetLook(
        isLabel: cell.role == .label, isRuled: true, isFramed: cell.isFramed, align: cell.align, isTop: cell.flows, size: size),
      blank: section.isBlank && cell.role == .value ? cell.blank : nil)
  }
}

/// A cell of a workbook holds 32,767 characters; what is longer goes on in rows below, never away.
enum Continuation {
  static let most = 32_000

  static func split(_ rows: [Row]) -> [Row] {
    var result: [Row] = []
    for row in rows {
      let parts = row.cells.map { contents($0) }
      let count = parts.map(\.count).max() ?? 1
      if count > 1 {
        for earlier in result.indices {
          for index in result[earlier].cells.indices where earlier + result[earlier].cells[index].rows > result.count {
            result[earlier].cells[index].rows += count - 1
          }
        }
      }
      for number in 0..<max(1, count) {
        result.append(Row(zip(row.cells, parts).compactMap { part(number, of: count, $0, $1) }))
      }
    }
    return result
  }

  private static func part(_ number: Int, of count: Int, _ cell: Cell, _ parts: [Cell.Content]) -> Cell? {
    var cell = cell
    if cell.rows > 1 {
      // A cell that covers rows also covers the new ones.
      guard number == 0 else { return nil }
      cell.rows += count - 1
    }
    cell.content = number < parts.count ? parts[number] : .text(cell.role == .label ? "（続き）" : "")
    return cell
  }

  private static func contents(_ cell: Cell) -> [Cell.Content] {
    guard cell.rows == 1, case .text(let text) = cell.content else { return [cell.content] }
    return parts(text).map { .text($0) }
  }

  /// A text in parts that each fit into a cell.
  static func parts(_ text: Text) -> [Text] {
    guard text.string.utf16.count > most else { return [text] }
    var (parts, part, length) = ([Text](), "", 0)
    for character in text.string {
      let size = character.utf16.count
      if length + size > most {
        parts.append(Text(part))
        (part, length) = ("", 0)
      }
      part.append(character)
      length += size
    }
    return parts + [Text(part)]
  }
}
