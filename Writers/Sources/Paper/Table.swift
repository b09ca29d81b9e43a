/// 「行」 Cells from left to right. A place that a cell of a row above covers is skipped.
public struct Row: Sendable, Equatable, ExpressibleByArrayLiteral {
  /// 「ます」 From left to right.
  public var cells: [Cell]

  /// 「行を作る」 A row of these cells.
  public init(_ cells: [Cell]) {
    self.cells = cells
  }

  /// 「行を作る」 A row of these cells.
  public init(arrayLiteral elements: Cell...) {
    self.init(elements)
  }
}

/// 「表」 A ruled table: the boxes of a form as well as a list with a row of headings.
public struct Table: Sendable, Equatable {
  /// 「列の幅」 Relative to each other; together they fill the width of the paper.
  public var widths: [Double]
  /// 「見出しの行」 Repeated at the top of each page.
  public var head: [Row]
  /// 「行」 A row is never cut silently: it moves to the next page whole, or goes on there under 「（続き）」.
  public var rows: [Row]

  /// 「表を作る」 A table from rows of cells.
  public init(widths: [Double], head: [Row] = [], rows: [Row]) {
    self.widths = widths
    self.head = head
    self.rows = rows
  }

  /// 「一覧」 A list: a heading for each column, repeated on each page, and rows of cells that stand as their columns say.
  public init(columns: [Column], rows: [[Cell]]) {
    self.init(
      widths: columns.map(\.width), head: [Row(columns.map { .label($0.title, align: .centre) })],
      rows: rows.map { row in
        Row(
          zip(row, columns).map { cell, column in
            var cell = cell
            if cell.align == .left { cell.align = column.align }
            return cell
          })
      })
  }

  /// 「項目の表」 Two columns: labels and values.
  public init(labelWidth: Double = 0.25, items: [(label: Text, value: Text)]) {
    self.init(
      widths: [labelWidth, 1 - labelWidth],
      rows: items.map { [.label($0.label), Cell(.value, .text($0.value), blankHeight: 8, flows: true)] })
  }

  /// 「列」 A column of a list.
  public struct Column: Sendable, Equatable {
    /// 「列の見出し」
    public var title: Text
    /// 「列の幅」 Relative to the others.
    public var width: Double
    /// 「そろえ方」 Of the values.
    public var align: Cell.Align

    /// 「列を作る」 A column.
    public init(_ title: Text, width: Double = 1, align: Cell.Align = .left) {
      self.title = title
      self.width = width
      self.align = align
    }
  }
}

/// A cell with the place it takes in the grid of its table.
package struct PlacedCell: Sendable {
  package let cell: Cell
  package let row: Int
  package let column: Int
  package let span: Int
  package let rows: Int
}

extension Table {
  /// The width of each column as a part of the whole; equal ones if nothing else was said. At least one.
  package var shares: [Double] {
    let sum = widths.reduce(0) { $0 + max($1, 0) }
    guard sum > 0 else { return Array(repeating: 1 / Double(max(1, widths.count)), count: max(1, widths.count)) }
    return widths.map { max($0, 0) / sum }
  }

  /// Puts the cells of these rows into the grid. What finds no room in its row is put into more rows below, never left out.
  package static func placed(_ rows: [Row], columns: Int) -> [[PlacedCell]] {
    var queue = rows.map(\.cells)
    var taken: [[Bool]] = []
    var result: [[PlacedCell]] = []
    var index = 0
    while index < queue.count || index < taken.count {
      if index == queue.count { queue.append([]) }
      while taken.count <= index { taken.append(Array(repeating: false, count: columns)) }
      var line: [PlacedCell] = []
      for (position, cell) in queue[index].enumerated() {
        guard let column = taken[index].firstIndex(of: false) else {
          queue.insert(Array(queue[index][position...]), at: index + 1)
          break
        }
        let free = taken[index][column...].prefix { !$0 }.count
        let span = cell.span == 0 ? free : min(cell.span, free)
        let rows = min(cell.rows, queue.count - index)
        for row in index..<(index + rows) {
          while taken.count <= row { taken.append(Array(repeating: false, count: columns)) }
          for place in column..<(column + span) { taken[row][place] = true }
        }
        line.append(PlacedCell(cell: cell, row: index, column: column, span: span, rows: rows))
      }
      // A row with too few cells is ruled to its end.
      while let column = taken[index].firstIndex(of: false) {
        let free = taken[index][column...].prefix { !$0 }.count
        for place in column..<(column + free) { taken[index][place] = true }
        line.append(PlacedCell(cell: Cell(.value, .text("")), row: index, column: column, span: free, rows: 1))
      }
      result.append(line)
      index += 1
    }
    return result
  }
}
