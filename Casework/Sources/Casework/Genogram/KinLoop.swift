/// 「同居の囲み」 The outline around exactly the members: their boxes, joined by bands that go around everybody else; where none can, several
/// outlines with the same label (reference §11.2).
struct KinLoop {
  private let members: [FigureBox]
  private let others: [FigureBox]
  /// Where the outline must not be: everybody else, and other loops.
  private let blocked: [FigureBox]
  private let pad: Double

  /// Symbol and words of the members, and of everybody else; bands and outlines of other loops; from the words of a member to the line.
  init(members: [FigureBox], others: [FigureBox], taken: [FigureBox], pad: Double) {
    self.members = members
    self.others = others
    self.pad = pad
    blocked = others.map { $0.padded(5) } + taken
  }

  /// Closed outlines by their corners, and the boxes of which they are made.
  func outlines() -> [(corners: [FigurePoint], boxes: [FigureBox])] {
    var pieces = members.map { [$0.padded(pad)] }
    joinNeighbours(&pieces)
    joinOverlapping(&pieces)
    while pieces.count > 1, let (a, b, joined) = nextBand(pieces) {
      pieces[a] = joined
      pieces.remove(at: b)
    }
    return pieces.map(withoutNotches).flatMap { boxes in BoxUnion(boxes).outlines.map { ($0, boxes) } }
  }

  /// Narrow bays between members are filled where nobody else stands.
  private func withoutNotches(_ boxes: [FigureBox]) -> [FigureBox] {
    var filled = boxes
    for (at, one) in boxes.enumerated() {
      for other in boxes[(at + 1)...] {
        let common = one.union(other)
        if !filled.contains(common), isFree(common), isWhole(filled + [common]) { filled.append(common) }
      }
    }
    return filled
  }

  private func isFree(_ box: FigureBox) -> Bool { !blocked.contains { $0.overlaps(box) } }

  /// Boxes whose common box holds nobody else become that box: mostly the whole household at once.
  private func joinNeighbours(_ pieces: inout [[FigureBox]]) {
    var changed = true
    while changed {
      changed = false
      search: for a in pieces.indices {
        for b in pieces.indices where b > a {
          let common = pieces[a][0].union(pieces[b][0])
          guard isFree(common) else { continue }
          pieces[a] = [common]
          pieces.remove(at: b)
          changed = true
          break search
        }
      }
    }
  }

  private func joinOverlapping(_ pieces: inout [[FigureBox]]) {
    for a in pieces.indices.reversed() {
      for b in pieces.indices where b > a && pieces[b].contains(where: { box in pieces[a].contains { $0.overlaps(box) } }) {
        pieces[a] += pieces[b]
        pieces[b] = []
      }
    }
    pieces.removeAll(where: \.isEmpty)
  }

  /// The two pieces with the shortest free band between them, made into one.
  private func nextBand(_ pieces: [[FigureBox]]) -> (Int, Int, [FigureBox])? {
    var best: (Int, Int, [FigureBox], Double)?
    for a in pieces.indices {
      for b in pieces.indices where b > a {
        for p in pieces[a] {
          for q in pieces[b] {
            guard let (band, length) = band(from: p, to: q, below: best?.3 ?? 900), isWhole(pieces[a] + band + pieces[b]) else { continue }
            best = (a, b, pieces[a] + band + pieces[b], length)
          }
        }
      }
    }
    return best.map { ($0.0, $0.1, $0.2) }
  }

  /// Straight across where both face each other, otherwise with one or two bends along free places.
  private func band(from p: FigureBox, to q: FigureBox, below limit: Double) -> ([FigureBox], Double)? {
    var best: ([FigureBox], Double)?
    func offer(_ points: [FigurePoint], _ half: Double) {
      let length = FigureLine.length(points) + Double(points.count) * 12 - half
      guard length < min(best?.1 ?? .infinity, limit) else { return }
      let boxes = zip(points, points.dropFirst()).compactMap { FigureBox(around: [$0, $1])?.padded(half) }
      if boxes.allSatisfy(isFree) { best = (boxes, length) }
    }
    for half in [14.0, 9.0] {
      let (ys, xs) = (free(\.minY, \.maxY, half), free(\.minX, \.maxX, half))
      for x in spots(\.minX, \.maxX, p, q, half) {
        if q.minX + half <= x, x <= q.maxX - half { offer([FigurePoint(x, p.center.y), FigurePoint(x, q.center.y)], half) }
        for y in ys {
          for x2 in spots(\.minX, \.maxX, q, q, half) {
            let points = [FigurePoint(x, p.center.y), FigurePoint(x, y), FigurePoint(x2, y), FigurePoint(x2, q.center.y)]
            if p.minX + half <= x, x <= p.maxX - half { offer(points, half) }
          }
        }
      }
      for y in spots(\.minY, \.maxY, p, q, half) {
        if q.minY + half <= y, y <= q.maxY - half { offer([FigurePoint(p.center.x, y), FigurePoint(q.center.x, y)], half) }
        for x in xs where p.minY + half <= y && y <= p.maxY - half {
          for y2 in spots(\.minY, \.maxY, q, q, half) {
            offer([FigurePoint(p.center.x, y), FigurePoint(x, y), FigurePoint(x, y2), FigurePoint(q.center.x, y2)], half)
          }
        }
      }
    }
    return best
  }

  /// Places within both spans, or within the first one when they do not meet.
  private func spots(
    _ low: KeyPath<FigureBox, Double>, _ high: KeyPath<FigureBox, Double>, _ p: FigureBox, _ q: FigureBox, _ half: Double
  ) -> [Double] {
    let span = (max(p[keyPath: low], q[keyPath: low]) + half, min(p[keyPath: high], q[keyPath: high]) - half)
    let own = (p[keyPath: low] + half, p[keyPath: high] - half)
    let (from, to) = span.0 <= span.1 ? span : own
    return from <= to ? [(from + to) / 2, from, to] : []
  }

  /// Just beside everybody else.
  private func free(_ low: KeyPath<FigureBox, Double>, _ high: KeyPath<FigureBox, Double>, _ half: Double) -> [Double] {
    let edges = others.flatMap { [$0[keyPath: low] - half - 6, $0[keyPath: high] + half + 6] }
    return Set(edges).sorted()
  }

  /// One outline without a hole in which somebody else would stand.
  private func isWhole(_ boxes: [FigureBox]) -> Bool { BoxUnion(boxes).outlines.count == 1 }
}
