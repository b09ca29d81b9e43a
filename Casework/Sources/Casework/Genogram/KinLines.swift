/// One drawn line of a family with all that is needed to style and to measure it.
struct KinLine: Sendable {
  let net: KinNet
  let role: FigureRole
  /// Whom it joins.
  let persons: [Int]
  var points: [FigurePoint]
  var line: FigureLine
}

/// The lines of a family as straight pieces, when all places are known.
struct KinLines: Sendable {
  let heights: KinHeights
  let style: GenogramStyle
  private(set) var lines: [KinLine] = []
  private(set) var signs: [(couple: Int, mark: FigureMark)] = []

  private var columns: KinColumns { heights.columns }
  private var frame: KinFrame { columns.frame }
  private var graph: KinGraph { frame.graph }

  init(_ heights: KinHeights, _ style: GenogramStyle) {
    self.heights = heights
    self.style = style
    for net in frame.nets { addPair(net) }
    for number in graph.couples.indices where frame.routes[.couple(number)] == nil { addFar(number) }
    for (row, buses) in heights.buses.enumerated() { for bus in buses { add(bus, row) } }
  }

  func center(_ person: Int) -> FigurePoint { FigurePoint(columns.x(of: person), heights.center[frame.place[person].row]) }

  /// How often lines that have nothing to do with each other meet.
  var crossings: Int {
    let pieces = lines.flatMap { line in zip(line.points, line.points.dropFirst()).map { (line.net, $0, $1) } }
    var count = 0
    for (at, one) in pieces.enumerated() {
      for other in pieces[(at + 1)...] where one.0 != other.0 && Self.meet(one.1, one.2, other.1, other.2) { count += 1 }
    }
    return count
  }

  /// Strictly crossing; pieces that lie upon each other count as well.
  static func meet(_ a: FigurePoint, _ b: FigurePoint, _ c: FigurePoint, _ d: FigurePoint) -> Bool {
    let near = 0.5
    if max(a.x, b.x) + near < min(c.x, d.x) || max(c.x, d.x) + near < min(a.x, b.x) { return false }
    if max(a.y, b.y) + near < min(c.y, d.y) || max(c.y, d.y) + near < min(a.y, b.y) { return false }
    let (s, t) = ((b - a).cross(c - a), (b - a).cross(d - a))
    let (u, v) = ((d - c).cross(a - c), (d - c).cross(b - c))
    if s == 0, t == 0 { return a != d && b != c && a != c && b != d && (b - a).length > 0 && (d - c).length > 0 }
    return s * t <= 0 && u * v <= 0
  }

  // MARK: Couples

  static func kindLine(_ kind: UnionKind, _ style: GenogramStyle) -> FigureLine {
    switch kind {
    case .marriage, .separation, .divorce: FigureLine(parallels: kind == .marriage && style.symbols.marriage == .double ? 2 : 1)
    case .engagement: FigureLine()
    case .commonLaw, .endedCohabitation: FigureLine(dash: FigureLine.dashed)
    case .unspecified: FigureLine(width: 1.2, dash: FigureLine.dotted)
    }
  }

  private mutating func addPair(_ net: KinNet) {
    guard let route = frame.routes[net] else { return }
    let (a, b) = frame.ends(net)
    let row = frame.place[a].row
    let path: [FigurePoint]
    switch route {
    case .straight: path = [edge(a, 0, 1), edge(b, 0, -1)]
    case .over(let level): path = long(net, at: heights.over(row, level), -1)
    case .under(let level): path = long(net, at: heights.under(row, level), 1)
    }
    switch net {
    case .couple(let number):
      lines.append(KinLine(net: net, role: .union, persons: [a, b], points: path, line: Self.kindLine(graph.couples[number].kind, style)))
      addSigns(number, route, row)
    case .bond:
      lines.append(
        KinLine(net: net, role: .siblings, persons: [a, b], points: path, line: FigureLine(width: 1.2, dash: FigureLine.dashed)))
    case .lone: break
    }
  }

  private func edge(_ person: Int, _ dy: Double, _ side: Double) -> FigurePoint {
    let center = center(person)
    return FigurePoint(center.x + side * columns.cells[person].shape.reach(at: dy), center.y + dy)
  }

  /// Out of the side, along outside of all that stands between, and back in.
  private func long(_ net: KinNet, at y: Double, _ direction: Double) -> [FigurePoint] {
    let (a, b) = frame.ends(net)
    let row = frame.place[a].row
    func port(_ person: Int, _ onRight: Bool) -> Double {
      let at = frame.legs(of: person, onRight: onRight).firstIndex(of: net) ?? 0
      return direction * min(15, 5 * Double(at + 1)) * columns.cells[person].shape.radius / 20
    }
    let (from, to) = (edge(a, port(a, true), 1), edge(b, port(b, false), -1))
    let left = columns.lane(.leg(net), row: row, gap: frame.place[a].at)
    let right = columns.lane(.leg(net), row: row, gap: frame.place[b].at - 1, isRight: true)
    return [from, FigurePoint(left, from.y), FigurePoint(left, y), FigurePoint(right, y), FigurePoint(right, to.y), to]
  }

  /// Two who do not stand in one row: a bow.
  private mutating func addFar(_ number: Int) {
    let couple = graph.couples[number]
    let (a, b) = (center(couple.a), center(couple.b))
    let bow = FigurePath.bow(a + (b - a).unit * 22, b + (a - b).unit * 22, bend: 30).polylines().first ?? []
    lines.append(
      KinLine(net: .couple(number), role: .union, persons: [couple.a, couple.b], points: bow, line: Self.kindLine(couple.kind, style)))
  }

  /// 「／」「／／」「◇」 on a couple's line.
  private mutating func addSigns(_ number: Int, _ route: KinRoute, _ row: Int) {
    let (a, b) = frame.ends(.couple(number))
    let y: Double
    switch route {
    case .straight: y = heights.center[row]
    case .over(let level): y = heights.over(row, level)
    case .under(let level): y = heights.under(row, level)
    }
    let families = graph.sibships.indices.filter { graph.sibships[$0].couple == number }
    let middle = families.first { graph.sibships[$0].custody == nil }.map(columns.drop)
    let lane = frame.lanes[row].firstIndex { $0.contains(.strokes(number)) }.map { columns.lane(.strokes(number), row: row, gap: $0) }
    // Below the words there is room: beside the drop, on the side of the parent without custody.
    let beside = families.first.map { columns.drop($0) + (graph.sibships[$0].custody == a ? 12 : -12) }
    let x = middle ?? lane ?? beside ?? (columns.x(of: a) + columns.x(of: b)) / 2
    let gap = middle == nil ? 3.0 : 6.0
    switch graph.couples[number].kind {
    case .divorce: for side in [-gap, gap] { signs.append((number, Self.stroke(x + side, y))) }
    case .separation, .endedCohabitation: signs.append((number, Self.stroke(middle == nil ? x : x - 8, y)))
    case .engagement:
      let place = FigurePoint(middle.map { ($0 + edge(a, 0, 1).x) / 2 } ?? x, y)
      signs.append((number, FigureMark(KinShape.diamond.outline(place, 6), width: 1.2, fill: .paper)))
    case .marriage, .commonLaw, .unspecified: break
    }
  }

  static func stroke(_ x: Double, _ y: Double) -> FigureMark {
    FigureMark(.line([FigurePoint(x - 3.5, y + 8), FigurePoint(x + 3.5, y - 8)]), width: 1.5)
  }

  // MARK: Children

  static func kindLine(_ kind: ParentageKind) -> FigureLine {
    switch kind {
    case .birth: FigureLine()
    case .adopted: FigureLine(dash: FigureLine.dashed)
    case .foster: FigureLine(dash: FigureLine.dotted)
    case .guardian: FigureLine(dash: [1.5, 8])
    }
  }

  private mutating func add(_ bus: KinBus, _ row: Int) {
    let family = graph.sibships[bus.sibship]
    let y = heights.bus(row, bus.level)
    let trunk = bus.targets.contains { $0.kind == .birth } ? ParentageKind.birth : bus.targets.first?.kind ?? .birth
    func add(_ points: [FigurePoint], _ kind: ParentageKind, _ persons: [Int]) {
      lines.append(KinLine(net: bus.net, role: .parentage, persons: persons, points: points, line: Self.kindLine(kind)))
    }
    let top = FigurePoint(bus.source, start(bus, row))
    let all = family.children.map(\.person)
    if !bus.isPlumb {
      add([top, FigurePoint(bus.source, y)], trunk, family.parents + all)
      add([FigurePoint(bus.low, y), FigurePoint(bus.high, y)], trunk, family.parents + all)
    }
    var apexes: Set<Double> = []
    for target in bus.targets {
      let from = FigurePoint(target.x, bus.isPlumb ? top.y : y)
      guard target.twins != nil, case .person(let person) = target.item else {
        add([from, end(target, row + 1)], target.kind, family.parents + target.item.persons)
        continue
      }
      let apex = FigurePoint(target.x, heights.apex(row))
      if apexes.insert(target.x).inserted { add([from, apex], target.kind, family.parents + all) }
      let tip = FigurePoint(center(person).x, center(person).y - columns.cells[person].shape.radius)
      add([apex, tip], target.kind, family.parents + [person])
    }
    addTwinBars(bus, row)
  }

  private mutating func addTwinBars(_ bus: KinBus, _ row: Int) {
    for twins in Set(bus.targets.compactMap(\.twins)).sorted() {
      let persons = bus.targets.filter { $0.twins == twins && $0.twinKind == .identical }.flatMap(\.item.persons)
      guard persons.count > 1, let apex = bus.targets.first(where: { $0.twins == twins })?.x else { continue }
      let tips = persons.map { center($0) }.sorted { $0.x < $1.x }
      let (top, y) = (heights.apex(row), heights.apex(row) * 0.45 + (tips[0].y - 20) * 0.55)
      func at(_ tip: FigurePoint) -> FigurePoint { FigurePoint(apex + (tip.x - apex) * (y - top) / (tip.y - 20 - top), y) }
      lines.append(
        KinLine(net: bus.net, role: .parentage, persons: persons, points: [at(tips[0]), at(tips[tips.count - 1])], line: FigureLine()))
    }
  }

  private func start(_ bus: KinBus, _ row: Int) -> Double {
    let family = graph.sibships[bus.sibship]
    guard graph.rows[family.parents[0]] == row else { return heights.center[row] }
    guard let couple = family.couple, let route = frame.routes[.couple(couple)] else {
      return heights.center[row] + columns.cells[family.parents[0]].shape.radius
    }
    switch route {
    case .straight: return heights.center[row]
    case .over(let level): return heights.over(row, level)
    case .under(let level): return heights.under(row, level)
    }
  }

  private func end(_ target: KinBus.Target, _ row: Int) -> FigurePoint {
    guard case .person(let person) = target.item else { return FigurePoint(target.x, heights.center[row]) }
    let shape = columns.cells[person].shape
    let off = abs(target.x - columns.x(of: person))
    let up: Double
    switch shape {
    case .circle, .smallCircle: up = (shape.radius * shape.radius - off * off).squareRoot()
    case .diamond: up = shape.radius - off
    case .triangle, .smallTriangle: up = shape.radius - 2 * off
    case .square, .smallSquare, .smallCross, .smallBarredCross: up = shape.radius
    }
    return FigurePoint(target.x, heights.center[row] - up)
  }
}

extension KinItem {
  /// The person, or the one to whom the line leads.
  var persons: [Int] {
    switch self {
    case .person(let person): [person]
    case .pass(_, let child): [child]
    }
  }
}
