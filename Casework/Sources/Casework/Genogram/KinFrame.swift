/// Whose line a segment belongs to: lines of one net may touch, lines of different nets that meet have crossed.
enum KinNet: Hashable, Sendable {
  case couple(Int)
  case lone(Int)
  case bond(Int)
}

/// How a couple's line goes.
enum KinRoute: Hashable, Sendable {
  case straight
  /// Above the symbols in between, or below their words; how far out counted from 0, nearest first.
  case over(Int)
  case under(Int)
}

/// What stands between two neighbours of a row, from left to right: each needs its own place.
enum KinLane: Hashable, Sendable {
  /// A leg of a long line that starts at the left or at the right neighbour.
  case leg(KinNet)
  /// Where a sibship leaves its couple's line.
  case drop(Int)
  /// The strokes of a parting.
  case strokes(Int)
}

/// The order of a family with the routes of its lines: all that can be known before places are given.
struct KinFrame: Sendable {
  let graph: KinGraph
  let rows: [[KinItem]]
  /// Row and place of each person.
  let place: [(row: Int, at: Int)]
  private(set) var routes: [KinNet: KinRoute] = [:]
  /// For each row and each gap between neighbours.
  private(set) var lanes: [[[KinLane]]]
  /// Sibships that leave from a long line below the words: somewhere along it.
  private(set) var free: Set<Int> = []
  /// The couples and siblings joined within one row, short ones first.
  private(set) var nets: [KinNet] = []
  private var leftLegs: [[KinNet]]
  private var rightLegs: [[KinNet]]

  init(_ graph: KinGraph, _ rows: [[KinItem]]) {
    self.graph = graph
    self.rows = rows
    var place = Array(repeating: (row: 0, at: 0), count: graph.persons.count)
    for (row, items) in rows.enumerated() {
      for (at, item) in items.enumerated() { if case .person(let person) = item { place[person] = (row, at) } }
    }
    self.place = place
    lanes = rows.map { Array(repeating: [], count: max(0, $0.count - 1)) }
    leftLegs = Array(repeating: [], count: graph.persons.count)
    rightLegs = leftLegs
    nets = joined
    chooseRoutes()
    for net in nets {
      guard let route = routes[net], route != .straight else { continue }
      rightLegs[ends(net).0].append(net)
      leftLegs[ends(net).1].append(net)
    }
    fillLanes()
  }

  /// Left and right person of a couple or of a pair of siblings.
  func ends(_ net: KinNet) -> (Int, Int) {
    let pair: (Int, Int)
    switch net {
    case .couple(let number): pair = (graph.couples[number].a, graph.couples[number].b)
    case .bond(let number): pair = graph.bonds[number]
    case .lone(let sibship): pair = (graph.sibships[sibship].parents[0], graph.sibships[sibship].parents[0])
    }
    return place[pair.0].at <= place[pair.1].at ? pair : (pair.1, pair.0)
  }

  private var joined: [KinNet] {
    let all = graph.couples.indices.map(KinNet.couple) + graph.bonds.indices.map(KinNet.bond)
    return all.filter { net in
      let (a, b) = ends(net)
      return place[a].row == place[b].row
    }.sorted { span($0) != span($1) ? span($0) < span($1) : ends($0) < ends($1) }
  }

  private func span(_ net: KinNet) -> Int { place[ends(net).1].at - place[ends(net).0].at }

  private func persons(between net: KinNet) -> [Int] {
    let (a, b) = ends(net)
    return rows[place[a].row][(place[a].at + 1)..<place[b].at].compactMap { if case .person(let person) = $0 { person } else { nil } }
  }

  func hasParents(_ person: Int) -> Bool { graph.sibships.contains { $0.children.contains { $0.person == person } } }

  private mutating func chooseRoutes() {
    for net in nets {
      let between = persons(between: net)
      switch net {
      case .couple where between.isEmpty:
        routes[net] = .straight
      case .couple:
        let above = between.count(where: hasParents)
        let below = graph.sibships.count { sibship in sibship.parents.contains(where: between.contains) }
        routes[net] = above <= below ? .over(level(net, isOver: true)) : .under(level(net, isOver: false))
      case .bond: routes[net] = .over(level(net, isOver: true))
      case .lone: continue
      }
    }
  }

  /// One further out than everything of the same side that it spans or meets.
  private func level(_ net: KinNet, isOver: Bool) -> Int {
    let (a, b) = ends(net)
    let met = routes.compactMap { other, route -> Int? in
      let (c, d) = ends(other)
      guard place[c].row == place[a].row, place[c].at <= place[b].at, place[a].at <= place[d].at else { return nil }
      switch route {
      case .over(let level): return isOver ? level : nil
      case .under(let level): return isOver ? nil : level
      case .straight: return nil
      }
    }
    return (met.max() ?? -1) + 1
  }

  /// The long lines that end at one side of a person, nearest first.
  func legs(of person: Int, onRight: Bool) -> [KinNet] { onRight ? rightLegs[person] : leftLegs[person] }

  private mutating func fillLanes() {
    for row in rows.indices {
      for at in lanes[row].indices {
        if case .person(let person) = rows[row][at] { lanes[row][at] += legs(of: person, onRight: true).reversed().map { .leg($0) } }
      }
    }
    for (number, sibship) in graph.sibships.enumerated() {
      guard let couple = sibship.couple, let route = routes[.couple(couple)] else { continue }
      if case .under = route {
        free.insert(number)
      } else {
        let gap = gapForDrop(couple, route)
        lanes[place[graph.couples[couple].a].row][gap].append(.drop(number))
      }
    }
    for (number, couple) in graph.couples.enumerated() where couple.kind.isEnded {
      guard let route = routes[.couple(number)] else { continue }
      if case .under = route { continue }
      insertStrokes(number, row: place[couple.a].row, gap: gapForDrop(number, route))
    }
    for row in rows.indices {
      for at in lanes[row].indices {
        if case .person(let person) = rows[row][at + 1] { lanes[row][at] += legs(of: person, onRight: false).map { .leg($0) } }
      }
    }
  }

  /// 「親権のある側」 The strokes stand so that children hang on the side of the parent with custody; with nobody's custody known, around the drop.
  private mutating func insertStrokes(_ couple: Int, row: Int, gap: Int) {
    let (left, _) = ends(.couple(couple))
    func side(_ lane: KinLane) -> Int? {
      guard case .drop(let number) = lane, graph.sibships[number].couple == couple else { return nil }
      return graph.sibships[number].custody.map { $0 == left ? -1 : 1 } ?? 0
    }
    let own = lanes[row][gap].filter { side($0) != nil }
    let sorted = own.filter { side($0) == -1 } + [.strokes(couple)] + own.filter { side($0) == 0 } + own.filter { side($0) == 1 }
    lanes[row][gap] = lanes[row][gap].filter { side($0) == nil } + sorted
  }

  /// Where the sibship of a couple leaves: a straight line's only gap; of a line over others the first gap no straight line closes.
  private func gapForDrop(_ couple: Int, _ route: KinRoute) -> Int {
    let (a, b) = ends(.couple(couple))
    guard case .over = route else { return place[b].at - 1 }
    let open = (place[a].at..<place[b].at).filter { gap in
      !routes.contains { net, other in
        guard case .couple = net, other == .straight, place[ends(net).0].row == place[a].row else { return false }
        return place[ends(net).0].at <= gap && gap < place[ends(net).1].at
      }
    }
    return open.first ?? place[a].at
  }
}
