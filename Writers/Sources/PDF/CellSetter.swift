import Drawing
import Paper

/// Sets what stands in a cell as pieces.
struct CellSetter {
  let typesetter: Typesetter
  let style: Style
  let isBlank: Bool
  /// A drawing in a cell is at most so high, in points: on a page of its own.
  var highest = Double.infinity

  var text: Lettering { Lettering(face: style.face, size: style.size, pitch: style.pitch) }
  var label: Lettering { Lettering(face: style.labelFace, size: style.size * 0.95, pitch: style.pitch * 0.95) }

  /// The pieces of a cell whose text may be so wide.
  func pieces(_ cell: Cell, width: Double) -> [Piece] {
    let isLeftOut = isBlank && cell.role == .value
    let lettering = cell.role == .label ? label : text
    switch cell.content {
    case .text(let words): return typesetter.set(isLeftOut ? cell.blank : words, lettering, width: width, align: cell.align)
    case .day(let shown, _, _, _), .number(let shown, _):
      return oneLine(isLeftOut ? cell.blank : Text(shown), lettering, width: width, align: cell.align)
    case .checks(let checks, let columns): return options(checks, columns: columns, width: width)
    case .drawing(let drawing): return isLeftOut ? [] : [picture(drawing, width: width, height: highest, align: cell.align)]
    }
  }

  /// A date or a number: rather smaller than broken in two.
  private func oneLine(_ words: Text, _ lettering: Lettering, width: Double, align: Cell.Align) -> [Piece] {
    let natural = typesetter.line(words, lettering).width
    var fitting = lettering
    if natural > width, natural * 0.7 < width { fitting.size = lettering.size * width / natural * 0.995 }
    fitting.pitch = lettering.pitch * lettering.size / fitting.size
    return typesetter.set(words, fitting, width: width, align: align)
  }

  /// The label of a cell that goes on on a new page.
  func continued(_ cell: Cell, width: Double) -> [Piece] {
    guard case .text(let words) = cell.content else { return [continuation(width: width)] }
    return typesetter.set(words + "\n（続き）", label, width: width, align: cell.align)
  }

  func continuation(width: Double) -> Piece {
    typesetter.set("（続き）", Lettering(face: style.labelFace, size: style.size * 0.85, pitch: 1.4), width: width)[0]
  }

  /// Options with their signs: in columns of equal width, or one after the other.
  func options(_ checks: [Check], columns: Int?, width: Double) -> [Piece] {
    let hang = style.size * 1.3
    let gap = style.size
    let column = columns.map { (width - gap * Double(max(1, $0) - 1)) / Double(max(1, $0)) }
    let atoms = checks.map { check in
      let mark: Check.Mark = isBlank ? .empty : check.mark
      return (mark: mark, label: typesetter.set(check.label, text, width: max(style.size * 2, (column ?? width) - hang)))
    }
    var result: [Piece] = []
    var row: [(x: Double, atom: (mark: Check.Mark, label: [Piece]))] = []
    var x = 0.0
    for (index, atom) in atoms.enumerated() {
      let needed = column ?? hang + (atom.label.count > 1 ? width : extent(atom.label))
      let begins = columns.map { index % max(1, $0) == 0 } ?? (x + needed > width + 0.01)
      if begins, !row.isEmpty {
        result += joined(row, hang)
        (row, x) = ([], 0)
      }
      row.append((x, atom))
      x += needed + gap
    }
    return result + joined(row, hang)
  }

  private func joined(_ row: [(x: Double, atom: (mark: Check.Mark, label: [Piece]))], _ hang: Double) -> [Piece] {
    (0..<(row.map(\.atom.label.count).max() ?? 0)).map { line in
      var piece = Piece(height: 0)
      for (x, atom) in row where line < atom.label.count {
        piece.height = max(piece.height, atom.label[line].height)
        if line == 0 {
          let baseline = atom.label[0].height - style.size * (style.pitch / 2 - 0.38)
          let sign = typesetter.sign(atom.mark, text)
          piece.marks.append(.sign(sign, reads: atom.mark.sign, isChecked: atom.mark == .checked, Point(x, baseline)))
        }
        piece.marks += atom.label[line].marks.map { $0.moved(x + hang, 0) }
      }
      return piece
    }
  }

  private func extent(_ label: [Piece]) -> Double {
    label.flatMap(\.marks).reduce(0) { widest, mark in
      if case .text(let line, let place, _) = mark { max(widest, place.x + line.width) } else { widest }
    }
  }

  /// A drawing, smaller if it is too wide or too high.
  func picture(_ drawing: Drawing, width: Double, height: Double, align: Cell.Align = .centre) -> Piece {
    let (wide, high) = (drawing.size.width.mm, drawing.size.height.mm)
    let factor = min(1, width / max(wide, 0.1), height / max(high, 0.1))
    let free = width - wide * factor
    let origin = Point(align == .left ? 0 : align == .right ? free : free / 2, 0)
    return Piece(height: high * factor, marks: marks(drawing.shapes, origin, factor.mm))
  }

  private func marks(_ shapes: [Shape], _ origin: Point, _ scale: Double) -> [Mark] {
    shapes.flatMap { shape -> [Mark] in
      switch shape {
      case .group(_, _, let inner): return marks(inner, origin, scale)
      case .text(let place, let words, let size, let align, let isBold, let ink):
        let line = typesetter.line(Text(words), Lettering(face: .gothic, size: size * scale, isBold: isBold))
        let shift = align == .start ? 0 : align == .middle ? line.width / 2 : line.width
        return [.text(line, Point(origin.x + place.x * scale - shift, origin.y + place.y * scale), ink)]
      default: return [.shape(shape, origin, scale)]
      }
    }
  }
}
