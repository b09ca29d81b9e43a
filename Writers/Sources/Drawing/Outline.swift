/// 「輪郭」 A shape as straight lines and Bézier curves: what both the screen and the paper can draw.
package struct Outline: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var steps: [Step]
}

extension Shape {
  /// The lines of this shape; nil for words and groups. Circles and rectangles have their own elements in SVG and come here only for paper.
  package var outline: Outline? {
    switch self {
    case .line(let a, let b, _, _): Outline(steps: [.move(a), .line(b)])
    case .polyline(let points, let isClosed, _, _, _): Outline(through: points, isClosed: isClosed)
    case .curve(let points, let isClosed, _, _): Outline(smoothly: points, isClosed: isClosed)
    case .circle(let centre, let radius, _, _): Outline(circle: centre, radius: radius)
    case .rect(let corner, let size, let rounding, _, _): Outline(rect: corner, size, rounding: rounding)
    case .text, .group: nil
    }
  }

  package var stroke: Stroke? {
    switch self {
    case .line(_, _, let stroke, _): stroke
    case .polyline(_, _, let stroke, _, _), .curve(_, _, let stroke, _), .circle(_, _, let stroke, _), .rect(_, _, _, let stroke, _): stroke
    case .text, .group: nil
    }
  }

  package var fill: Ink? {
    switch self {
    case .polyline(_, _, _, let fill, _), .curve(_, _, _, let fill), .circle(_, _, _, let fill), .rect(_, _, _, _, let fill): fill
    case .line, .text, .group: nil
    }
  }

  /// The arrow heads of this shape, each a filled triangle.
  package var arrowHeads: [[Point]] {
    let (points, arrows): ([Point], Arrows) =
      switch self {
      case .line(let a, let b, _, let arrows): ([a, b], arrows)
      case .polyline(let points, false, _, _, let arrows): (points, arrows)
      default: ([], .none)
      }
    guard points.count > 1, arrows != .none else { return [] }
    let width = stroke?.width ?? 0
    var heads: [[Point]] = []
    if arrows != .start { heads.append(head(at: points[points.count - 1], from: points[points.count - 2], width)) }
    if arrows != .end { heads.append(head(at: points[0], from: points[1], width)) }
    return heads
  }

  private func head(at tip: Point, from: Point, _ width: Double) -> [Point] {
    let length = 2.2 + width * 1.5
    let distance = max(((tip.x - from.x) * (tip.x - from.x) + (tip.y - from.y) * (tip.y - from.y)).squareRoot(), 0.001)
    let (dx, dy) = ((tip.x - from.x) / distance, (tip.y - from.y) / distance)
    let back = Point(tip.x - dx * length, tip.y - dy * length)
    let half = length * 0.42
    return [tip, Point(back.x - dy * half, back.y + dx * half), Point(back.x + dy * half, back.y - dx * half)]
  }
}

extension Outline {
  fileprivate init(through points: [Point], isClosed: Bool) {
    steps = points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) }
    if isClosed && !points.isEmpty { steps.append(.close) }
  }

  /// A Catmull-Rom curve as Bézier pieces.
  fileprivate init(smoothly points: [Point], isClosed: Bool) {
    guard points.count > 2 else {
      self.init(through: points, isClosed: isClosed)
      return
    }
    let count = points.count
    func at(_ index: Int) -> Point { isClosed ? points[(index + count) % count] : points[min(max(index, 0), count - 1)] }
    var steps = [Step.move(points[0])]
    for index in 0..<(isClosed ? count : count - 1) {
      let (before, from, to, after) = (at(index - 1), at(index), at(index + 1), at(index + 2))
      steps.append(
        .curve(
          Point(from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6),
          Point(to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6), to))
    }
    if isClosed { steps.append(.close) }
    self.init(steps: steps)
  }

  fileprivate init(circle c: Point, radius r: Double) {
    self.init(rect: Point(c.x - r, c.y - r), Size(width: 2 * r, height: 2 * r), rounding: r)
  }

  fileprivate init(rect p: Point, _ size: Size, rounding: Double) {
    let r = min(max(rounding, 0), min(size.width, size.height) / 2)
    let (right, bottom) = (p.x + size.width, p.y + size.height)
    guard r > 0 else {
      self.init(through: [p, Point(right, p.y), Point(right, bottom), Point(p.x, bottom)], isClosed: true)
      return
    }
    let k = r * 0.4477152501692065
    self.init(steps: [
      .move(Point(p.x + r, p.y)), .line(Point(right - r, p.y)),
      .curve(Point(right - k, p.y), Point(right, p.y + k), Point(right, p.y + r)), .line(Point(right, bottom - r)),
      .curve(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)), .line(Point(p.x + r, bottom)),
      .curve(Point(p.x + k, bottom), Point(p.x, bottom - k), Point(p.x, bottom - r)), .line(Point(p.x, p.y + r)),
      .curve(Point(p.x, p.y + k), Point(p.x + k, p.y), Point(p.x + r, p.y)), .close,
    ])
  }
}
