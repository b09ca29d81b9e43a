import Drawing
import Paper

/// Puts a table on pages: headings repeated, rows whole, and what is higher than a page cut between lines under 「（続き）」.
struct TableFlow {
  private let flow: Flow
  private let setter: CellSetter
  private let table: SetTable
  private let head: [Mark]
  private let headHeight: Double
  private let width: Double
  /// Where the table begins on this page.
  private var frameTop = 0.0
  private var isOpen = false
  /// Cells that cover rows of which some are still to come.
  private var spanning: [Spanning] = []
  private var frames: [Mark] = []

  private struct Spanning {
    let cell: SetCell
    var queue: [Piece]
    var top: Double
    /// Where among the marks of the page it is read: before what stands beside it.
    var position: Int
  }

  /// From here on a long text begins rather on this page than on the next.
  private var worthStarting: Double { setter.style.size * setter.style.pitch * 5 + 2 * table.padding }
  private var full: Double { flow.height - headHeight }

  init(_ table: SetTable, head: SetTable?, width: Double, on flow: Flow, cells setter: CellSetter) {
    self.table = table
    self.flow = flow
    self.setter = setter
    self.width = width
    guard let head else {
      (self.head, headHeight) = ([], 0)
      return
    }
    let alone = Flow(width: width)
    var heading = TableFlow(head, head: nil, width: width, on: alone, cells: setter)
    heading.place()
    self.head = alone.pages[0]
    headHeight = alone.y
  }

  mutating func place() {
    for group in table.groups {
      let height = table.heights[group].reduce(0, +)
      if height > room + 0.01, !mayStartHere(group, height) { breakPage() }
      open()
      for row in group { place(row) }
    }
    close()
  }

  private var room: Double { isOpen ? flow.remaining : flow.remaining - headHeight }
  private var isFresh: Bool { isOpen ? flow.y <= flow.top + headHeight + 0.01 : flow.isAtTop }

  private func mayStartHere(_ group: Range<Int>, _ height: Double) -> Bool {
    if isFresh { return true }
    // Without a page that could hold it whole there is nothing to gain by moving it.
    if height > full { return room >= min(worthStarting, table.heights[group.lowerBound]) }
    return group.count == 1 && flows(group.lowerBound) && room >= worthStarting
  }

  private func flows(_ row: Int) -> Bool { table.rows[row].contains { $0.placed.cell.flows } }

  // MARK: Frames

  private mutating func open() {
    guard !isOpen else { return }
    frameTop = flow.y
    flow.add(head.map { $0.moved(flow.x, flow.y) })
    flow.y += headHeight
    isOpen = true
  }

  private mutating func close() {
    guard isOpen else { return }
    if flow.y > frameTop {
      flow.add([.box(Point(flow.x, frameTop), Size(width: width, height: flow.y - frameTop), fill: nil, line: 0.9)] + frames)
    }
    frames = []
    isOpen = false
  }

  private mutating func breakPage() {
    for index in spanning.indices { spanning[index].queue = cut(index) }
    close()
    flow.breakPage()
    open()
    for index in spanning.indices {
      spanning[index].top = flow.y
      spanning[index].position = flow.count
    }
  }

  /// Draws what a covering cell shows on this page; the rest is for the next.
  private mutating func cut(_ index: Int) -> [Piece] {
    let span = spanning[index]
    let height = flow.y - span.top
    guard height > 0.01 else { return span.queue }
    var rest = span.queue
    let shown = rest.take(upTo: height - 2 * table.padding)
    draw(index, shown, height: height, isCut: true)
    // A label is said again on the next page; one that is longer than the page goes on first.
    guard span.cell.isLabel, rest.isEmpty else { return rest }
    return setter.continued(span.cell.placed.cell, width: span.cell.width - 2 * table.padding)
  }

  private mutating func draw(_ index: Int, _ pieces: [Piece], height: Double, isCut: Bool) {
    let span = spanning[index]
    let marks = marks(span.cell, pieces, top: span.top, height: height, isCut: isCut)
    flow.insert(marks, at: span.position)
    for other in spanning.indices where other > index { spanning[other].position += marks.count }
  }

  private mutating func marks(_ cell: SetCell, _ pieces: [Piece], top: Double, height: Double, isCut: Bool) -> [Mark] {
    let place = Point(flow.x + cell.x, top)
    let size = Size(width: cell.width, height: height)
    let free = height - pieces.height
    let isCentred = !isCut && !cell.placed.cell.flows
    let inset = isCentred ? max(free / 2, 0) : min(table.padding, max(free, 0))
    if cell.placed.cell.isFramed { frames.append(.box(place, size, fill: nil, line: 1.8)) }
    return [.box(place, size, fill: cell.isLabel ? 0.91 : nil, line: 0.4)]
      + pieces.marks(at: Point(place.x + table.padding, place.y + inset))
  }

  // MARK: Rows

  private mutating func place(_ row: Int) {
    spanning += table.rows[row].filter { $0.placed.rows > 1 }.map {
      Spanning(cell: $0, queue: $0.pieces, top: flow.y, position: flow.count)
    }
    var own = table.rows[row].filter { $0.placed.rows == 1 }
    var isCut = false
    while true {
      let height = needed(own, row, isCut: isCut)
      // With nothing left to cut there is nothing to be gained by another page.
      if height <= flow.remaining + 0.01 || isCut && isFresh && isEmpty(own, row) {
        finish(own, row, height: height, isCut: isCut)
        return
      }
      let mayMove = !isCut && !isFresh && height <= full
      if mayMove && !(flows(row) && flow.remaining >= worthStarting) || !isFresh && flow.remaining < min(worthStarting, height) {
        breakPage()
        continue
      }
      startHere(&own, row)
      isCut = true
    }
  }

  private func isEmpty(_ own: [SetCell], _ row: Int) -> Bool {
    own.allSatisfy { $0.isSaidAgain || $0.pieces.isEmpty }
      && spanning.allSatisfy { $0.cell.lastRow != row || $0.cell.isLabel || $0.queue.isEmpty }
  }

  /// The height that the rest of a row takes.
  private func needed(_ own: [SetCell], _ row: Int, isCut: Bool) -> Double {
    let cells = own.map { isCut ? $0.pieces.height + 2 * table.padding : table.height($0) }.max() ?? 0
    let ending = spanning.filter { $0.cell.lastRow == row }
    let spans = ending.map { $0.queue.height + 2 * table.padding - (flow.y - $0.top) }.max() ?? 0
    // Measured heights hold what a covering cell asked of its last row, as long as no page came between.
    return max(cells, spans, isCut ? 0 : spanning.isEmpty || !ending.isEmpty ? min(table.heights[row], full) : table.heights[row])
  }

  private mutating func finish(_ own: [SetCell], _ row: Int, height: Double, isCut: Bool) {
    for cell in own { flow.add(marks(cell, cell.pieces, top: flow.y, height: height, isCut: isCut)) }
    flow.y += height
    for (index, span) in spanning.enumerated() where span.cell.lastRow == row || row == table.rows.count - 1 {
      draw(index, span.queue, height: flow.y - span.top, isCut: false)
    }
    spanning.removeAll { $0.cell.lastRow == row || row == table.rows.count - 1 }
  }

  /// Puts as much of a row here as fits, and goes on on a new page.
  private mutating func startHere(_ own: inout [SetCell], _ row: Int) {
    let space = flow.remaining - 2 * table.padding
    var shown = own.indices.map { own[$0].pieces.take(upTo: space) }
    if isFresh, shown.allSatisfy(\.isEmpty) {
      // Higher than an empty page and not to be cut: better over the edge than left out or for ever on the next page.
      for index in own.indices where !own[index].pieces.isEmpty { shown[index] = [own[index].pieces.removeFirst()] }
    }
    // A covering cell that ends here with words left takes the page to its end.
    let isWaiting = spanning.contains { $0.cell.lastRow == row && !$0.cell.isLabel && !$0.queue.isEmpty }
    let used = own.isEmpty || isWaiting ? flow.remaining : (shown.map(\.height).max() ?? 0) + 2 * table.padding
    for (cell, pieces) in zip(own, shown) { flow.add(marks(cell, pieces, top: flow.y, height: used, isCut: true)) }
    flow.y += used
    breakPage()
    let isNamed = own.contains { $0.isLabel }
    for index in own.indices {
      let width = own[index].width - 2 * table.padding
      if own[index].isLabel, own[index].pieces.isEmpty {
        own[index].isSaidAgain = true
        own[index].pieces = setter.continued(own[index].placed.cell, width: width)
      } else if !isNamed, !own[index].pieces.isEmpty {
        own[index].pieces.insert(setter.continuation(width: width), at: 0)
      }
    }
  }
}
