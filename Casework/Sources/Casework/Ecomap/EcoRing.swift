import Foundation

/// Where the circles of an ecomap stand: around the middle in the order in which lines cross least, nearer where more involved.
struct EcoRing {
  let map: Ecomap
  /// Half the width of each system's circle, and of the household's.
  let radii: [SystemKey: Double]
  let middle: Double

  /// Middles around 0, 0; `stretch` points further out than needed for the circles alone.
  func places(stretch: Double) -> [SystemKey: FigurePoint] {
    let order = order
    guard !order.isEmpty else { return [:] }
    var distance = stretch
    for _ in 0..<60 {
      let places = places(order, distance)
      if isClear(places) { return places }
      distance += 10
    }
    return places(order, distance)
  }

  private func places(_ order: [SystemKey], _ distance: Double) -> [SystemKey: FigurePoint] {
    var places: [SystemKey: FigurePoint] = [:]
    for (at, key) in order.enumerated() {
      let angle = (Double(at) / Double(order.count) - 0.25) * 2 * Double.pi
      let ring = Double(3 - (map[key]?.closeness.rawValue ?? 2))
      let radius = middle + (radii[key] ?? 30) + 46 + distance * (1 + ring * 0.25) + ring * 56
      places[key] = FigurePoint((radius * 1.12 * cos(angle)).rounded(), (radius * sin(angle)).rounded())
    }
    return places
  }

  /// No circle touches another, and no line from the middle another circle.
  private func isClear(_ places: [SystemKey: FigurePoint]) -> Bool {
    let all = places.sorted { $0.key < $1.key }
    for (at, one) in all.enumerated() {
      for other in all[(at + 1)...] {
        if (one.value - other.value).length < (radii[one.key] ?? 0) + (radii[other.key] ?? 0) + (isLinked(one.key, other.key) ? 32 : 14) {
          return false
        }
      }
      for other in all where other.key != one.key {
        if EcoRing.distance(other.value, from: FigurePoint(0, 0), to: one.value) < (radii[other.key] ?? 0) + 8 { return false }
      }
    }
    return true
  }

  private func isLinked(_ a: SystemKey, _ b: SystemKey) -> Bool {
    map.links.contains { ($0.from == a && $0.to == b) || ($0.from == b && $0.to == a) }
  }

  static func distance(_ p: FigurePoint, from a: FigurePoint, to b: FigurePoint) -> Double {
    let d = b - a
    let t = d.length == 0 ? 0 : ((p - a).dot(d) / d.dot(d)).clamped(to: 0...1)
    return (p - (a + d * t)).length
  }

  // MARK: Order

  /// By kind, then exchanged by twos until the lines between systems cross least and are short.
  private var order: [SystemKey] {
    func rank(_ system: EcoSystem) -> Int { SystemKind.allCases.firstIndex(of: system.kind) ?? 0 }
    var order = map.systems.sorted { (rank($0), $0.key) < (rank($1), $1.key) }.map(\.key)
    var best = cost(order)
    for _ in 0..<4 {
      let before = best
      for a in order.indices {
        for b in order.indices where b > a {
          order.swapAt(a, b)
          let new = cost(order)
          if new < best { best = new } else { order.swapAt(a, b) }
        }
      }
      if best == before { break }
    }
    return order
  }

  private func cost(_ order: [SystemKey]) -> Int {
    let place = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let chords = map.links.compactMap { link -> (Int, Int)? in
      guard let from = link.from.flatMap({ place[$0] }), let to = place[link.to] else { return nil }
      return (min(from, to), max(from, to))
    }
    var cost = 0
    for (at, one) in chords.enumerated() {
      cost += min(one.1 - one.0, order.count - (one.1 - one.0)) * 10
      for other in chords[(at + 1)...] {
        let isIn = one.0 < other.0 && other.0 < one.1
        let isOut = one.0 < other.1 && other.1 < one.1
        if isIn != isOut, ![one.0, one.1].contains(other.0), ![one.0, one.1].contains(other.1) { cost += 100 }
      }
    }
    // Large circles beside each other force everything outwards.
    for at in order.indices {
      let next = order[(at + 1) % order.count]
      if map[order[at]]?.closeness == map[next]?.closeness { cost += 3 }
    }
    return cost
  }
}
