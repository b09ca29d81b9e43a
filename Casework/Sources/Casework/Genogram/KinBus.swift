/// The line from which children hang, in the room between two rows.
struct KinBus: Sendable {
  struct Target: Sendable {
    let item: KinItem
    /// Where its line goes down; of twins the common point.
    var x: Double
    let kind: ParentageKind
    let twins: Int?
    let twinKind: TwinKind
  }

  let net: KinNet
  let sibship: Int
  /// Where it comes down from.
  let source: Double
  var targets: [Target]
  var level = 0

  /// Nothing runs across: the one child stands straight below.
  var isPlumb: Bool { targets.allSatisfy { $0.x == source } }
  var low: Double { targets.map(\.x).reduce(source, min) }
  var high: Double { targets.map(\.x).reduce(source, max) }

  /// How much crosses when this one runs above the other.
  private func costAbove(_ other: KinBus) -> Int {
    var cost = other.source > low && other.source < high ? 1 : 0
    for target in targets {
      cost += target.x > other.low && target.x < other.high ? 1 : 0
      // One coming down where the other goes down would lie upon it.
      if abs(target.x - other.source) < 6 { cost += 20 }
    }
    return cost
  }

  private func meets(_ other: KinBus) -> Bool {
    net != other.net && (low - 8 < other.high && other.low < high + 8)
  }

  /// Levels from the top, so that as little crosses as possible.
  static func levelled(_ buses: [KinBus]) -> [KinBus] {
    var order = Array(buses.indices).sorted { (buses[$0].high - buses[$0].low, $0) < (buses[$1].high - buses[$1].low, $1) }
    for _ in order {
      var changed = false
      for at in order.indices.dropLast() {
        let (a, b) = (buses[order[at]], buses[order[at + 1]])
        if b.costAbove(a) < a.costAbove(b) {
          order.swapAt(at, at + 1)
          changed = true
        }
      }
      if !changed { break }
    }
    var levelled = buses
    var placed: [Int] = []
    for one in order {
      levelled[one].level = placed.filter { levelled[$0].meets(levelled[one]) || $0 == one }.map { levelled[$0].level + 1 }.max() ?? 0
      placed.append(one)
    }
    return levelled
  }
}

/// The buses of every gap between rows, and how high everything lies.
struct KinHeights: Sendable {
  let columns: KinColumns
  private(set) var buses: [[KinBus]] = []
  /// Middle of the symbols of each row.
  private(set) var center: [Double] = []
  /// Below the words of each row.
  private(set) var textEnd: [Double] = []

  private var frame: KinFrame { columns.frame }

  init(_ columns: KinColumns) {
    self.columns = columns
    for row in columns.frame.rows.indices { buses.append(KinBus.levelled(gather(row))) }
    var y = 0.0
    for row in columns.frame.rows.indices {
      y += 46 + Double(depth(row, isOver: true)) * 12
      center.append(y)
      let words = frame.rows[row].compactMap { item in if case .person(let person) = item { columns.cells[person].textHeight } else { nil }
      }
      let height = words.max() ?? 0
      textEnd.append(y + 20 + (height > 0 ? KinCell.gap + height : 0))
      y = (textEnd.last ?? y) + Double(depth(row, isOver: false)) * 12 + 14
      y += Double((buses[row].map(\.level).max() ?? 0)) * 14
    }
  }

  /// How many levels of long lines a row has.
  private func depth(_ row: Int, isOver: Bool) -> Int {
    frame.nets.compactMap { net -> Int? in
      guard frame.place[frame.ends(net).0].row == row else { return nil }
      switch frame.routes[net] {
      case .over(let level): return isOver ? level + 1 : nil
      case .under(let level): return isOver ? nil : level + 1
      case .straight, nil: return nil
      }
    }.max() ?? 0
  }

  func over(_ row: Int, _ level: Int) -> Double { center[row] - 30 - Double(level) * 12 }
  func under(_ row: Int, _ level: Int) -> Double { textEnd[row] + 8 + Double(level) * 12 }
  func bus(_ row: Int, _ level: Int) -> Double { textEnd[row] + Double(depth(row, isOver: false)) * 12 + 14 + Double(level) * 14 }
  /// Where the lines of twins part: below every bus.
  func apex(_ row: Int) -> Double { bus(row, buses[row].map(\.level).max() ?? 0) + 4 }

  // MARK: Buses

  private func gather(_ row: Int) -> [KinBus] {
    var found: [KinBus] = []
    for (number, family) in frame.graph.sibships.enumerated() {
      let net = family.couple.map(KinNet.couple) ?? .lone(number)
      if frame.graph.rows[family.parents[0]] == row {
        let targets = zip(columns.targets(number), family.children).compactMap { item, child in target(item, child, row: row + 1) }
        found.append(KinBus(net: net, sibship: number, source: columns.drop(number), targets: Self.joined(targets)))
      }
      for child in family.children where frame.graph.rows[family.parents[0]] < row && row < frame.graph.rows[child.person] {
        let here = KinItem.pass(sibship: number, child: child.person)
        guard let at = frame.rows[row].firstIndex(of: here) else { continue }
        let next = frame.graph.rows[child.person] == row + 1 ? KinItem.person(child.person) : here
        found.append(
          KinBus(net: net, sibship: number, source: columns.x[row][at], targets: [target(next, child, row: row + 1)].compactMap { $0 }))
      }
    }
    return found.map(straightened)
  }

  private func target(_ item: KinItem, _ child: KinGraph.Child, row: Int) -> KinBus.Target? {
    guard let at = frame.rows[row].firstIndex(of: item) else { return nil }
    return KinBus.Target(
      item: item, x: columns.x[row][at] + port(item, child), kind: child.kind, twins: child.twins, twinKind: child.twinKind)
  }

  /// Several lines to one person end side by side.
  private func port(_ item: KinItem, _ child: KinGraph.Child) -> Double {
    guard case .person(let person) = item else { return 0 }
    let lines = frame.graph.sibships.indices.filter { number in frame.graph.sibships[number].children.contains { $0.person == person } }
    guard lines.count > 1 else { return 0 }
    let sorted = lines.sorted { (columns.drop($0), $0) < (columns.drop($1), $1) }
    let at = sorted.firstIndex { frame.graph.sibships[$0].children.contains(child) } ?? 0
    return (Double(at) - Double(sorted.count - 1) / 2) * 12
  }

  private static func joined(_ targets: [KinBus.Target]) -> [KinBus.Target] {
    targets.map { target in
      guard let twins = target.twins else { return target }
      let together = targets.filter { $0.twins == twins }.map(\.x)
      var copy = target
      copy.x = (together.reduce(0, +) / Double(together.count)).rounded()
      return copy
    }
  }

  /// A bend too small to be seen as one is taken out: the line then ends a little beside the middle of the symbol.
  private func straightened(_ bus: KinBus) -> KinBus {
    guard bus.targets.count == 1, case .person = bus.targets[0].item, abs(bus.targets[0].x - bus.source) <= 7 else { return bus }
    var copy = bus
    copy.targets[0].x = bus.source
    return copy
  }
}
