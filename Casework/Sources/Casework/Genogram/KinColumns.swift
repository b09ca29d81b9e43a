/// Where everybody stands from left to right: children in the middle under their couple, couples over their children, nothing too near.
///
/// Rows are moved by turns towards what they wish; the nearest places that keep the distances are found exactly (isotonic regression).
struct KinColumns: Sendable {
  let frame: KinFrame
  let cells: [KinCell]
  /// Centres, for each row and place.
  private(set) var x: [[Double]]
  private let apart: [[Double]]
  private let hints: [Int: Double]

  init(_ frame: KinFrame, _ cells: [KinCell], hints: [Int: Double] = [:], closesGaps: Bool = true) {
    self.frame = frame
    self.cells = cells
    self.hints = hints
    var apart: [[Double]] = []
    for (row, items) in frame.rows.enumerated() {
      apart.append(
        zip(items, items.dropFirst()).enumerated().map { at, pair in
          (Self.right(pair.0, cells) + Self.gap(frame.lanes[row][at]) + Self.left(pair.1, cells)).rounded(.up)
        })
    }
    self.apart = apart
    x = apart.enumerated().map { row, apart in
      frame.rows[row].isEmpty ? [] : apart.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
    for _ in 0..<6 {
      for row in x.indices.reversed() { settle(row, towards: upwards(row)) }
      for row in x.indices { settle(row, towards: downwards(row)) }
    }
    for row in x.indices.reversed() { settle(row, towards: upwards(row)) }
    snap()
    if closesGaps { closeGaps() }
  }

  private static func right(_ item: KinItem, _ cells: [KinCell]) -> Double {
    if case .person(let person) = item { cells[person].right } else { 3 }
  }

  private static func left(_ item: KinItem, _ cells: [KinCell]) -> Double {
    if case .person(let person) = item { cells[person].left } else { 3 }
  }

  private static func gap(_ lanes: [KinLane]) -> Double {
    lanes.reduce(16) { sum, lane in
      switch lane {
      case .leg, .drop: sum + 12
      case .strokes: sum + 18
      }
    }.clamped(to: 28...)
  }

  func x(of person: Int) -> Double { x[frame.place[person].row][frame.place[person].at] }

  private func x(of item: KinItem, row: Int) -> Double? { frame.rows[row].firstIndex(of: item).map { x[row][$0] } }

  /// The room between two neighbours that words leave.
  func room(_ row: Int, _ gap: Int) -> ClosedRange<Double> {
    let low = x[row][gap] + Self.right(frame.rows[row][gap], cells)
    return low...max(low, x[row][gap + 1] - Self.left(frame.rows[row][gap + 1], cells))
  }

  /// Where a lane of a gap lies: legs near their person, the rest in the middle between the symbols as far as words allow.
  func lane(_ lane: KinLane, row: Int, gap: Int, wished: Double? = nil, isRight: Bool = false) -> Double {
    let (lanes, room) = (frame.lanes[row][gap], room(row, gap))
    let firstLegs = legs(at: row, gap, onRight: true)
    let lastLegs = legs(at: row, gap + 1, onRight: false)
    // A line over a single passing line has both its legs in neighbouring gaps, or even in one.
    guard let at = isRight ? lanes.lastIndex(of: lane) : lanes.firstIndex(of: lane) else { return (room.lowerBound + room.upperBound) / 2 }
    if case .leg = lane {
      let step = min(10, (room.upperBound - room.lowerBound) / Double(lanes.count + 1))
      return !isRight ? room.lowerBound + step * Double(at + 1) : room.upperBound - step * Double(lanes.count - at)
    }
    let inner =
      room.lowerBound + 10 * Double(firstLegs)...max(room.lowerBound + 10 * Double(firstLegs), room.upperBound - 10 * Double(lastLegs))
    let count = lanes.count - firstLegs - lastLegs
    let middle = wished ?? (x[row][gap] + x[row][gap + 1]) / 2
    if count == 1 { return middle.clamped(to: inner.lowerBound + 6...max(inner.lowerBound + 6, inner.upperBound - 6)) }
    let step = min(16, (inner.upperBound - inner.lowerBound) / Double(count + 1))
    let half = step * Double(count - 1) / 2
    let center = middle.clamped(
      to: inner.lowerBound + step / 2 + half...max(inner.lowerBound + step / 2 + half, inner.upperBound - step / 2 - half))
    return center - half + step * Double(at - firstLegs)
  }

  private func legs(at row: Int, _ at: Int, onRight: Bool) -> Int {
    if case .person(let person) = frame.rows[row][at] { frame.legs(of: person, onRight: onRight).count } else { 0 }
  }

  /// Where a sibship leaves its parents.
  func drop(_ sibship: Int) -> Double {
    let family = frame.graph.sibships[sibship]
    guard let couple = family.couple, let route = frame.routes[.couple(couple)] else { return x(of: family.parents[0]) }
    let (a, b) = frame.ends(.couple(couple))
    let row = frame.place[a].row
    if frame.free.contains(sibship) {
      let low = lane(.leg(.couple(couple)), row: row, gap: frame.place[a].at) + 8
      let high = lane(.leg(.couple(couple)), row: row, gap: frame.place[b].at - 1, isRight: true) - 8
      return (middle(of: sibship) ?? (low + high) / 2).clamped(to: low...max(low, high))
    }
    guard let gap = frame.lanes[row].firstIndex(where: { $0.contains(.drop(sibship)) }) else { return (x(of: a) + x(of: b)) / 2 }
    return lane(.drop(sibship), row: row, gap: gap, wished: route == .straight ? nil : middle(of: sibship))
  }

  /// The items of the next row to which a sibship leads, at home there or not.
  func targets(_ sibship: Int) -> [KinItem] {
    let family = frame.graph.sibships[sibship]
    let row = frame.graph.rows[family.parents[0]] + 1
    return family.children.map { frame.graph.rows[$0.person] == row ? .person($0.person) : .pass(sibship: sibship, child: $0.person) }
  }

  private func middle(of sibship: Int) -> Double? {
    let row = frame.graph.rows[frame.graph.sibships[sibship].parents[0]] + 1
    let all = targets(sibship)
    let own = all.filter { item in if case .person(let person) = item { frame.graph.home[person] == sibship } else { false } }
    let places = (own.isEmpty ? all : own).compactMap { x(of: $0, row: row) }
    guard let low = places.min(), let high = places.max() else { return nil }
    return (low + high) / 2
  }

  // MARK: Wishes

  /// Children wish to be in the middle under their parents, and bring their partners along.
  private func downwards(_ row: Int) -> [Double?] {
    var shifts: [Int: [Double]] = [:]
    var passes: [KinItem: Double] = [:]
    for (number, family) in frame.graph.sibships.enumerated() {
      for item in targets(number) where item.isPass { passes[item] = drop(number) }
      guard frame.graph.rows[family.parents[0]] + 1 == row, let middle = middle(of: number) else { continue }
      for child in family.children where frame.graph.home[child.person] == number { shifts[child.person] = [drop(number) - middle] }
    }
    for (person, shift) in shifts.sorted(by: { $0.key < $1.key }) {
      for partner in frame.graph.partners(of: person) where shifts[partner] == nil { shifts[partner] = shift }
    }
    return wishes(row, shifts, passes)
  }

  /// Parents wish to be in the middle over their children.
  private func upwards(_ row: Int) -> [Double?] {
    var shifts: [Int: [Double]] = [:]
    var passes: [KinItem: Double] = [:]
    for (number, family) in frame.graph.sibships.enumerated() where frame.graph.rows[family.parents[0]] == row {
      guard let middle = middle(of: number) else { continue }
      for parent in family.parents { shifts[parent, default: []].append(middle - drop(number)) }
    }
    for item in frame.rows[row] {
      if case .pass(_, let child) = item { passes[item] = x(of: child) }
    }
    return wishes(row, shifts, passes)
  }

  private func wishes(_ row: Int, _ shifts: [Int: [Double]], _ passes: [KinItem: Double]) -> [Double?] {
    frame.rows[row].enumerated().map { at, item in
      switch item {
      case .pass: return passes[item]
      case .person(let person):
        if let hint = hints[person] { return hint }
        guard let shift = shifts[person], !shift.isEmpty else { return nil }
        return x[row][at] + shift.reduce(0, +) / Double(shift.count)
      }
    }
  }

  // MARK: Places

  /// The nearest places to the wishes that keep the distances. Without a wish one stays, but gives way.
  private mutating func settle(_ row: Int, towards wishes: [Double?]) {
    var blocks: [(sum: Double, weight: Double, count: Int)] = []
    var offset = 0.0
    for at in x[row].indices {
      if at > 0 { offset += apart[row][at - 1] }
      let weight = isHinted(row, at) ? 1000 : wishes[at] == nil ? 0.05 : 1
      blocks.append((((wishes[at] ?? x[row][at]) - offset) * weight, weight, 1))
      while blocks.count > 1 {
        let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard a.sum / a.weight > b.sum / b.weight else { break }
        blocks.removeLast(2)
        blocks.append((a.sum + b.sum, a.weight + b.weight, a.count + b.count))
      }
    }
    let places = blocks.flatMap { Array(repeating: $0.sum / $0.weight, count: $0.count) }
    offset = 0
    for at in x[row].indices {
      if at > 0 { offset += apart[row][at - 1] }
      x[row][at] = places[at] + offset
    }
  }

  private func isHinted(_ row: Int, _ at: Int) -> Bool {
    if case .person(let person) = frame.rows[row][at] { hints[person] != nil } else { false }
  }

  /// Whole points, so that the same family is the same drawing everywhere.
  private mutating func snap() {
    let least = x.compactMap(\.first).min() ?? 0
    for row in x.indices {
      for at in x[row].indices {
        let place = (x[row][at] - least).rounded()
        x[row][at] = at == 0 ? place : max(place, x[row][at - 1] + apart[row][at - 1])
      }
    }
  }

  /// 「すき間を詰める」 A strip from top to bottom in which nobody stands is made narrow: who is taken out leaves no gap.
  private mutating func closeGaps() {
    var spans: [(Double, Double)] = []
    for row in x.indices {
      for at in x[row].indices {
        let item = frame.rows[row][at]
        spans.append((x[row][at] - Self.left(item, cells), x[row][at] + Self.right(item, cells)))
      }
    }
    spans.sort { $0.0 < $1.0 }
    guard var end = spans.first?.1 else { return }
    var cuts: [(from: Double, by: Double)] = []
    for span in spans.dropFirst() {
      if span.0 - end > 60 { cuts.append((end, (span.0 - end - 60).rounded(.down))) }
      end = max(end, span.1)
    }
    for row in x.indices {
      for at in x[row].indices { x[row][at] -= cuts.filter { $0.from < x[row][at] }.reduce(0) { $0 + $1.by } }
    }
  }
}

extension KinItem {
  fileprivate var isPass: Bool { if case .pass = self { true } else { false } }
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double { min(max(self, range.lowerBound), range.upperBound) }
  func clamped(to range: PartialRangeFrom<Double>) -> Double { max(self, range.lowerBound) }
}
