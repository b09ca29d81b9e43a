import Casework
import Drawing
import HTML

extension Figure {
  /// 「図を描く」 The figure in mm, for a page of paper or the screen.
  ///
  /// - Parameter linksTo: the address of what a part is about, by its key; nothing on paper.
  func drawing(title: String, summary: String, linksTo: (String) -> String? = { _ in nil }) -> Drawing {
    Drawing(
      size: Size(width: width * Self.mm, height: height * Self.mm), title: title, summary: summary,
      shapes: parts.flatMap { $0.shapes(linksTo: linksTo) })
  }

  /// 「画面の図」 Reached by keyboard: whoever is drawn leads to the line of the table that says the same.
  func svg(id: String, title: String, summary: String) -> HTML {
    drawing(title: title, summary: summary, linksTo: { "#\(FigureTablePart.anchor($0))" }).svg(id: id)
  }

  /// One point in mm.
  fileprivate static let mm = 25.4 / 72
}

extension FigurePart {
  fileprivate func shapes(linksTo: (String) -> String?) -> [Shape] {
    let shapes = marks.flatMap(\.shapes) + texts.map(\.shape)
    guard let words else { return shapes }
    let isOfOne = role == .person || role == .system
    return [.group(label: words, link: isOfOne ? keys.first.flatMap(linksTo) : nil, shapes)]
  }
}

extension FigureMark {
  fileprivate var shapes: [Shape] {
    let line = stroke.map { Stroke(width: width * Figure.mm, ink: $0.ink, dashes: dash.map { $0 * Figure.mm }) }
    let isClosed = path.steps.last == .close
    return path.polylines(pieces: 10).map { points in
      .polyline(points.map { Point($0.x * Figure.mm, $0.y * Figure.mm) }, isClosed: isClosed, stroke: line, fill: fill?.ink)
    }
  }
}

extension FigureText {
  fileprivate var shape: Shape {
    .text(Point(anchor.x * Figure.mm, anchor.y * Figure.mm), words, size: size * Figure.mm, isBold: isBold, ink: tone.ink)
  }
}

extension FigureTone {
  fileprivate var ink: Ink {
    switch self {
    case .ink: Ink(red: 0x1A, green: 0x1A, blue: 0x1A)
    case .faint: Ink(red: 0x66, green: 0x66, blue: 0x66)
    case .paper: .white
    case .household: Ink(red: 0x00, green: 0x17, blue: 0xC1)
    case .institution: Ink(red: 0x19, green: 0x7A, blue: 0x4B)
    case .strain: Ink(red: 0xCE, green: 0x00, blue: 0x00)
    }
  }
}

/// 「図の字の幅」 As wide as the words will be at most, on the screen and on paper.
let figureWidth: TextWidth = { Drawing.width(of: $0, size: $1) }

extension FamilyDrawing {
  func svg(id: String) -> HTML { drawing.figure.svg(id: id, title: Self.title, summary: summary) }
}
