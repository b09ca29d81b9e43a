import Drawing
import Paper

/// A block that is laid out and waits for its place.
struct SetBlock {
  /// What must stand on one page with the block before, at least.
  var lead: Double
  var place: (Flow) -> Void
}

/// Lays out blocks and puts them on pages.
struct BlockSetter {
  let cells: CellSetter

  private var typesetter: Typesetter { cells.typesetter }
  private var style: Style { cells.style }
  private var gap: Double { style.size * 0.55 }

  func place(_ blocks: [Block], on flow: Flow) {
    for block in set(blocks, width: flow.width) { block.place(flow) }
  }

  private func set(_ blocks: [Block], width: Double) -> [SetBlock] {
    var result: [SetBlock] = []
    // From the end, because a heading asks how much of what follows must stand with it.
    for block in blocks.reversed() { result.append(set(block, width: width, next: result.last?.lead ?? 0)) }
    return result.reversed()
  }

  private func set(_ block: Block, width: Double, next: Double) -> SetBlock {
    switch block {
    case .title(let words, let number): title(words, number, width, next)
    case .heading(let words): heading(words, width, next)
    case .table(let table): set(table, width)
    case .paragraph(let words, let align): paragraph(typesetter.set(words, cells.text, width: width, align: align))
    case .items(let items, let marker): list(items, width, marker)
    case .checks(let checks, let columns): paragraph(cells.options(checks, columns: columns, width: width))
    case .notes(let notes): hanging(notes.map { ("※", $0) }, width, style.size * 0.85)
    case .signatures(let signatures): paragraph(signatures.map { signature($0, width) })
    case .columns(let parts): columns(parts, width)
    case .drawing(let drawing, let caption): picture(drawing, caption, width)
    case .gap(let height): SetBlock(lead: 0) { $0.y = $0.isAtTop ? $0.y : $0.y + height.mm }
    case .pageBreak: SetBlock(lead: 0) { if !$0.isAtTop { $0.breakPage() } }
    case .together(let blocks): together(blocks, width)
    }
  }

  private func title(_ words: Text, _ number: String?, _ width: Double, _ next: Double) -> SetBlock {
    var pieces: [Piece] = []
    if let number {
      pieces += typesetter.set(Text(number), Lettering(face: style.labelFace, size: style.size * 0.9, pitch: 1.3), width: width)
    }
    pieces += typesetter.set(
      words, Lettering(face: .gothic, size: style.size * 1.55, pitch: 1.5, isBold: true), width: width, align: .centre)
    return kept(pieces, above: 0, below: gap, next)
  }

  private func heading(_ words: Text, _ width: Double, _ next: Double) -> SetBlock {
    let pieces = typesetter.set(words, Lettering(face: .gothic, size: style.size * 1.1, pitch: 1.4, isBold: true), width: width)
    return kept(pieces, above: gap, below: gap * 0.3, next)
  }

  private func kept(_ pieces: [Piece], above: Double, below: Double, _ next: Double) -> SetBlock {
    let height = pieces.height + above + below
    return SetBlock(lead: height + next) { flow in
      flow.make(room: min(height + next, flow.height))
      if !flow.isAtTop { flow.y += above }
      flow.add(pieces)
      flow.y += below
    }
  }

  private func paragraph(_ pieces: [Piece]) -> SetBlock {
    let first = pieces.prefix(2).reduce(0) { $0 + $1.height }
    return SetBlock(lead: first) { flow in
      flow.make(room: first)
      flow.add(pieces)
      flow.y += gap
    }
  }

  private func list(_ items: [Text], _ width: Double, _ marker: Block.Marker) -> SetBlock {
    hanging(
      items.enumerated().map { (marker == .dot ? "・" : "\($0.offset + 1)．", $0.element) }, width, style.size,
      hang: marker == .dot ? 1.1 : items.count > 9 ? 2.2 : 1.7)
  }

  private func hanging(_ items: [(sign: String, words: Text)], _ width: Double, _ size: Double, hang: Double = 1.2) -> SetBlock {
    var lettering = cells.text
    lettering.size = size
    let indent = size * hang
    return paragraph(
      items.flatMap { sign, words in
        var lines = typesetter.set(words, lettering, width: width - indent).map { line in
          Piece(height: line.height, marks: line.marks.map { $0.moved(indent, 0) })
        }
        let mark = typesetter.set(Text(sign), lettering, width: indent * 2)[0]
        lines[0].marks = mark.marks.map { $0.moved(0, lines[0].height - mark.height) } + lines[0].marks
        return lines
      })
  }

  private func set(_ table: Table, _ width: Double) -> SetBlock {
    let head = table.head.isEmpty ? nil : SetTable(table.head, shares: table.shares, width: width, cells: cells)
    let body = SetTable(table.rows, shares: table.shares, width: width, cells: cells)
    let first = body.groups.first.map { body.heights[$0].reduce(0, +) } ?? 0
    let headHeight = head?.heights.reduce(0, +) ?? 0
    let isFlowing = body.groups.first.map { $0.count == 1 && body.rows[$0.lowerBound].contains { $0.placed.cell.flows } } ?? false
    let lead = headHeight + (isFlowing ? min(first, style.size * style.pitch * 6) : first)
    return SetBlock(lead: lead) { flow in
      // Headings that fill half a page are not worth repeating.
      let isRepeated = headHeight <= flow.height / 2
      let whole = isRepeated ? body : SetTable(table.head + table.rows, shares: table.shares, width: width, cells: cells)
      var placing = TableFlow(whole, head: isRepeated ? head : nil, width: width, on: flow, cells: cells)
      placing.place()
      flow.y += gap
    }
  }

  private func signature(_ signature: Block.Signature, _ width: Double) -> Piece {
    let height = max(style.size * 2.6, 9.0.mm)
    let baseline = height - style.size * 0.6
    let label = typesetter.line(signature.label, cells.text)
    let after = typesetter.line(signature.after, cells.text)
    let from = label.width + 2.0.mm
    let to = max(from + 10.0.mm, min(width - after.width - (after.width > 0 ? 2.0.mm : 0), from + 85.0.mm))
    var marks: [Mark] = [
      .text(label, Point(0, baseline), .black),
      .rule(Point(from, baseline + style.size * 0.3), Point(to, baseline + style.size * 0.3), width: 0.5),
    ]
    if !signature.name.isEmpty, !cells.isBlank {
      marks.append(.text(typesetter.line(signature.name, cells.text), Point(from + 2.0.mm, baseline), .black))
    }
    if !signature.after.isEmpty { marks.append(.text(after, Point(to + 2.0.mm, baseline), .black)) }
    return Piece(height: height, marks: marks)
  }

  private func columns(_ parts: [Block.Part], _ width: Double) -> SetBlock {
    let between = 4.0.mm
    let free = width - between * Double(max(0, parts.count - 1))
    let sum = max(0.001, parts.reduce(0) { $0 + $1.width })
    var (x, height) = (0.0, 0.0)
    var marks: [Mark] = []
    for part in parts {
      let alone = Flow(width: free * part.width / sum)
      place(part.blocks, on: alone)
      marks += alone.pages[0].map { $0.moved(x, 0) }
      x += alone.width + between
      height = max(height, alone.y)
    }
    let piece = Piece(height: height, marks: marks)
    return SetBlock(lead: height) { flow in
      guard height > flow.height else { return flow.add([piece]) }
      for part in parts { place(part.blocks, on: flow) }
    }
  }

  private func picture(_ drawing: Drawing, _ caption: Text, _ width: Double) -> SetBlock {
    let words = caption.isEmpty ? [] : typesetter.set(caption, cells.label, width: width, align: .centre)
    return SetBlock(lead: min(drawing.size.height, drawing.size.height * width / max(drawing.size.width.mm, 1)).mm + words.height) { flow in
      var piece = cells.picture(drawing, width: width, height: flow.height - words.height)
      // A blank form keeps the room, to draw by hand.
      if cells.isBlank { piece.marks = [] }
      flow.make(room: piece.height + words.height)
      flow.add([piece] + words)
      flow.y += gap
    }
  }

  private func together(_ blocks: [Block], _ width: Double) -> SetBlock {
    let alone = Flow(width: width)
    place(blocks, on: alone)
    let piece = Piece(height: alone.y, marks: alone.pages[0])
    return SetBlock(lead: alone.y) { flow in
      guard piece.height > flow.height else { return flow.add([piece]) }
      place(blocks, on: flow)
    }
  }
}
