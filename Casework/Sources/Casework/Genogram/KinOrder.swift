/// Something that takes room in a row: a person, or a line that only passes through to a later generation.
enum KinItem: Hashable, Sendable {
  case person(Int)
  /// The way of a sibship to one child further below.
  case pass(sibship: Int, child: Int)
}

/// What may be decided otherwise in ordering a family; the best plan is searched for (`KinSearch`).
struct KinPlan: Hashable, Sendable {
  /// In which order the eldest are taken: persons.
  var roots: [Int]
  /// Couples that stand apart, each with the own siblings, joined by a long line.
  var cut: Set<Int> = []
  /// Of couples that stand apart: the children come with the partner who is met first.
  var early: Set<Int> = []
  /// Which of several people with parents in the drawing takes the others along. By the smallest number of the cluster.
  var anchor: [Int: Int] = [:]
  /// How many of somebody's partners stand on the left.
  var pivot: [Int: Int] = [:]
  /// Where lines pass a row: the place counted from the left.
  var slot: [KinItem: Int] = [:]
}

/// 「左からの並び」 Who stands where in each row, by walking down from the eldest, couples and children in their order (reference §11.2).
struct KinOrder {
  private let graph: KinGraph
  private let plan: KinPlan
  private let cluster: [Int]
  private var rows: [[Int]]
  private var seen: Set<Int> = []
  private var done: Set<Int> = []

  static func items(_ graph: KinGraph, _ plan: KinPlan) -> [[KinItem]] {
    var order = KinOrder(graph, plan)
    for root in plan.roots { order.visit(root, insist: false) }
    for person in graph.persons.indices.sorted(by: { graph.rows[$0] < graph.rows[$1] }) { order.visit(person, insist: true) }
    return order.withPasses()
  }

  private init(_ graph: KinGraph, _ plan: KinPlan) {
    self.graph = graph
    self.plan = plan
    cluster = Self.clusters(graph, cut: plan.cut)
    rows = Array(repeating: [], count: (graph.rows.max() ?? -1) + 1)
  }

  static func clusters(_ graph: KinGraph, cut: Set<Int>) -> [Int] {
    var cluster = Array(graph.persons.indices)
    for (number, couple) in graph.couples.enumerated() where !cut.contains(number) && graph.rows[couple.a] == graph.rows[couple.b] {
      let (kept, gone) = (min(cluster[couple.a], cluster[couple.b]), max(cluster[couple.a], cluster[couple.b]))
      cluster = cluster.map { $0 == gone ? kept : $0 }
    }
    return cluster
  }

  /// Puts somebody with partners into the row, and everybody below.
  private mutating func visit(_ person: Int, insist: Bool) {
    guard !seen.contains(person) else { return }
    if !insist, let anchor = plan.anchor[cluster[person]], anchor != person, !seen.contains(anchor) { return }
    let chain = chain(of: person)
    rows[graph.rows[person]] += chain
    visitChildren(of: chain)
    visitBonds(of: chain)
  }

  private mutating func visitChildren(of chain: [Int]) {
    let row = graph.rows[chain[0]]
    let place = Dictionary(rows[row].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let sibships = graph.sibships.indices.filter { number in
      let sibship = graph.sibships[number]
      guard !done.contains(number), sibship.parents.contains(where: chain.contains) else { return false }
      return sibship.parents.allSatisfy { place[$0] != nil } || sibship.couple.map(plan.early.contains) == true
    }
    func rank(_ number: Int) -> [Int] {
      let places = graph.sibships[number].parents.compactMap { place[$0] }.sorted()
      let (first, last) = (places.first ?? 0, places.last ?? 0)
      // Without custody told, the children hang in the middle.
      return [first, last, graph.sibships[number].custody.flatMap { place[$0] }.map { $0 * 2 } ?? first + last]
    }
    done.formUnion(sibships)
    for number in sibships.sorted(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) {
      let children = graph.sibships[number].children.filter { graph.home[$0.person] == number }
      for child in Self.inOrder(children) { visit(child.person, insist: false) }
    }
  }

  /// Twins side by side.
  static func inOrder(_ children: [KinGraph.Child]) -> [KinGraph.Child] {
    var sorted: [KinGraph.Child] = []
    for child in children where !sorted.contains(child) {
      sorted += child.twins == nil ? [child] : children.filter { $0.twins == child.twins }
    }
    return sorted
  }

  private mutating func visitBonds(of chain: [Int]) {
    for (a, b) in graph.bonds where chain.contains(a) || chain.contains(b) {
      let other = chain.contains(a) ? b : a
      if graph.home[other] == nil { visit(other, insist: true) }
    }
  }

  // MARK: Couples

  /// The person with partners, from left to right in the order of time, and their other partners further out.
  private mutating func chain(of person: Int) -> [Int] {
    seen.insert(person)
    let partners = newPartners(of: person)
    let left = pivot(person, partners)
    seen.formUnion(partners)
    var chain: [Int] = []
    for partner in partners.prefix(left) { chain += outward(from: partner) + [partner] }
    chain.append(person)
    for partner in partners.dropFirst(left) { chain += [partner] + outward(from: partner) }
    return chain
  }

  private mutating func outward(from person: Int) -> [Int] {
    let partners = newPartners(of: person)
    seen.formUnion(partners)
    var chain: [Int] = []
    for partner in partners { chain += [partner] + outward(from: partner) }
    return chain
  }

  private func newPartners(of person: Int) -> [Int] {
    graph.partners(of: person).filter { !seen.contains($0) && cluster[$0] == cluster[person] }
  }

  private func pivot(_ person: Int, _ partners: [Int]) -> Int {
    guard partners.count > 1 else { return partners.contains { graph.standsLeft($0, of: person) } ? 1 : 0 }
    return min(plan.pivot[person] ?? Self.usualPivot(graph, person), partners.count)
  }

  /// The latest partner on the right, the earlier ones on the left in the order of time; other ways are tried by the search.
  static func usualPivot(_ graph: KinGraph, _ person: Int) -> Int {
    let partners = graph.partners(of: person)
    return partners.count - 1
  }

  // MARK: Lines that pass

  private func withPasses() -> [[KinItem]] {
    var items = rows.map { $0.map(KinItem.person) }
    for (item, row) in Self.passes(graph) {
      let wished = plan.slot[item] ?? items[row].count
      items[row].insert(item, at: min(wished, items[row].count))
    }
    return items
  }

  /// Every row that a line passes on its way to a child further down.
  static func passes(_ graph: KinGraph) -> [(KinItem, Int)] {
    graph.sibships.enumerated().flatMap { number, sibship in
      sibship.children.flatMap { child in
        (graph.rows[sibship.parents[0]] + 1..<max(graph.rows[child.person], graph.rows[sibship.parents[0]] + 1)).map {
          (KinItem.pass(sibship: number, child: child.person), $0)
        }
      }
    }
  }
}
