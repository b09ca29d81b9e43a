/// How a line between two things is drawn: made into plain strokes here, so that a surface needs to know dashes and nothing else.
struct FigureLine: Hashable, Sendable {
  var width = 1.5
  var dash: [Double] = []
  /// Side by side.
  var parallels = 1
  var isZigzag = false
  /// Short strokes across.
  var isHatched = false
  /// 「切れている」 A gap in the middle with two bars.
  var isCut = false
  var tone = FigureTone.ink

  static let dashed: [Double] = [6, 4]
  static let dotted: [Double] = [1.5, 4]

  /// The strokes of the line along straight pieces.
  func marks(along points: [FigurePoint]) -> [FigureMark] {
    var marks: [FigureMark] = []
    let offsets = (0..<parallels).map { (Double($0) - Double(parallels - 1) / 2) * 4 }
    if isCut {
      for half in Self.halves(points) { marks += offsets.map { mark(.line(Self.shifted(half, by: $0))) } }
      let (middle, along) = Self.place(points, at: Self.length(points) / 2)
      for side in [-6.0, 6.0] {
        let foot = middle + along * side
        marks.append(mark(.line([foot + along.turned * 7, foot - along.turned * 7])))
      }
    } else if !isZigzag || parallels > 1 {
      marks += offsets.map { mark(.line(Self.shifted(points, by: $0))) }
    }
    if isZigzag { marks.append(mark(.line(Self.zigzag(points)))) }
    if isHatched {
      let total = Self.length(points)
      var at = 12.0
      while at < total - 8 {
        let (foot, along) = Self.place(points, at: at)
        marks.append(mark(.line([foot + along.turned * 5, foot - along.turned * 5])))
        at += 12
      }
    }
    return marks
  }

  private func mark(_ path: FigurePath) -> FigureMark { FigureMark(path, stroke: tone, width: width, dash: dash) }

  /// 「矢印」 The head of an arrow at the end of the pieces.
  func head(at points: [FigurePoint]) -> FigureMark {
    let (tip, along) = Self.place(points, at: Self.length(points))
    let (back, side) = (tip - along * 10, along.turned * 4.5)
    return FigureMark(.line([tip, back + side, back - side], closed: true), stroke: tone, width: 1, fill: tone)
  }

  static func length(_ points: [FigurePoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
  }

  /// Where one is after so much of the way, and in which direction one then looks.
  static func place(_ points: [FigurePoint], at distance: Double) -> (FigurePoint, FigurePoint) {
    var rest = distance
    var last = (points.first ?? FigurePoint(0, 0), FigurePoint(1, 0))
    for (a, b) in zip(points, points.dropFirst()) where a != b {
      let piece = (b - a).length
      if rest <= piece { return (a + (b - a).unit * rest, (b - a).unit) }
      rest -= piece
      last = (b, (b - a).unit)
    }
    return last
  }

  private static func shifted(_ points: [FigurePoint], by offset: Double) -> [FigurePoint] {
    guard offset != 0 else { return points }
    return points.indices.map { index in
      let before = points[max(0, index - 1)]
      let after = points[min(points.count - 1, index + 1)]
      return points[index] + (after - before).unit.turned * offset
    }
  }

  private static func zigzag(_ points: [FigurePoint]) -> [FigurePoint] {
    let total = length(points)
    let count = max(2, Int(total / 6))
    let inner = (1..<count).map { step in
      let (foot, along) = place(points, at: total * Double(step) / Double(count))
      return foot + along.turned * (step.isMultiple(of: 2) ? 4 : -4)
    }
    return Array(points.prefix(1)) + inner + Array(points.suffix(1))
  }

  private static func halves(_ points: [FigurePoint]) -> [[FigurePoint]] {
    let total = length(points)
    func part(_ from: Double, _ to: Double) -> [FigurePoint] {
      (0...8).map { place(points, at: from + (to - from) * Double($0) / 8).0 }
    }
    return [part(0, total / 2 - 6), part(total / 2 + 6, total)]
  }
}
