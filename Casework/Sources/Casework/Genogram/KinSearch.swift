/// Finds the plan with the least that disturbs: lines that cross, broken customs of notation, households torn apart, and width.
///
/// One decision after the other is tried in all its ways while the rest stays, until nothing gets better: deterministic, and small families are
/// tried nearly completely.
struct KinSearch {
  let graph: KinGraph
  let cells: [KinCell]
  let style: GenogramStyle

  /// The best order of all rows.
  func best() -> [[KinItem]] {
    var plan = start
    var cost = cost(plan)
    for _ in 0..<3 {
      let before = cost
      for change in changes(plan) {
        var tried = plan
        change(&tried)
        guard tried != plan else { continue }
        let new = self.cost(tried)
        if new < cost { (plan, cost) = (tried, new) }
      }
      if cost == before { break }
    }
    return KinOrder.items(graph, plan)
  }

  private typealias Change = (inout KinPlan) -> Void

  private var start: KinPlan {
    let clusters = KinOrder.clusters(graph, cut: [])
    var plan = KinPlan(roots: roots(clusters))
    for (cluster, members) in settled(clusters) where members.count > 1 { plan.anchor[cluster] = members.first }
    return plan
  }

  /// The clusters nobody of which has parents here; for each the person who has most partners.
  private func roots(_ clusters: [Int]) -> [Int] {
    var found: [Int] = []
    for cluster in Set(clusters).sorted() {
      let members = graph.persons.indices.filter { clusters[$0] == cluster }
      guard !members.contains(where: { graph.home[$0] != nil }) else { continue }
      if let root = members.max(by: { (graph.partners(of: $0).count, -$0) < (graph.partners(of: $1).count, -$1) }) { found.append(root) }
    }
    return found.sorted { (isLoose($0) ? 1 : 0, graph.rows[$0], $0) < (isLoose($1) ? 1 : 0, graph.rows[$1], $1) }
  }

  /// Somebody whom no line joins stands at the end.
  private func isLoose(_ person: Int) -> Bool {
    graph.partners(of: person).isEmpty && !graph.sibships.contains { $0.parents.contains(person) }
  }

  /// The members of each cluster whose parents are in the drawing, men first.
  private func settled(_ clusters: [Int]) -> [(Int, [Int])] {
    Set(clusters).sorted().map { cluster in
      (cluster, graph.persons.indices.filter { clusters[$0] == cluster && graph.home[$0] != nil }.sorted { graph.standsLeft($0, of: $1) })
    }
  }

  private func changes(_ plan: KinPlan) -> [Change] {
    var changes: [Change] = []
    if plan.roots.count > 1, plan.roots.count <= 8 {
      for root in plan.roots {
        for to in plan.roots.indices {
          changes.append { tried in
            tried.roots.removeAll { $0 == root }
            tried.roots.insert(root, at: to)
          }
        }
      }
    }
    let clusters = KinOrder.clusters(graph, cut: [])
    for (cluster, members) in settled(clusters) where members.count > 1 {
      for member in members { changes.append { $0.anchor[cluster] = member } }
      for number in graph.couples.indices where members.contains(graph.couples[number].a) && members.contains(graph.couples[number].b) {
        changes.append { $0.toggle(cut: number, early: false, graph) }
        changes.append { $0.toggle(cut: number, early: true, graph) }
      }
    }
    for person in graph.persons.indices where graph.partners(of: person).count > 1 {
      for pivot in 0...graph.partners(of: person).count { changes.append { $0.pivot[person] = pivot } }
    }
    for (item, row) in KinOrder.passes(graph) {
      for slot in 0...graph.rows.count(where: { $0 == row }) { changes.append { $0.slot[item] = slot } }
    }
    return changes
  }

  private func cost(_ plan: KinPlan) -> Double {
    let frame = KinFrame(graph, KinOrder.items(graph, plan))
    let columns = KinColumns(frame, cells)
    let lines = KinLines(KinHeights(columns), style)
    let length = lines.lines.reduce(0) { $0 + FigureLine.length($1.points) }
    return Double(lines.crossings) * 100 + Double(customs(frame)) + Double(torn(frame)) * 12 + length / 60
  }

  /// Broken customs: 男性が左 with the latest partner, older children left, long lines of couples.
  private func customs(_ frame: KinFrame) -> Int {
    var cost = 0
    for number in graph.couples.indices {
      guard let route = frame.routes[.couple(number)] else { continue }
      let (a, b) = frame.ends(.couple(number))
      let isLatest = graph.partners(of: a).last == b && graph.partners(of: b).last == a
      if !graph.standsLeft(a, of: b) { cost += isLatest ? 35 : 4 }
      if route != .straight { cost += 25 + 4 * (frame.place[b].at - frame.place[a].at) }
    }
    for person in graph.persons.indices {
      let places = graph.partners(of: person).map { frame.place[$0].at }
      cost += zip(places, places.dropFirst()).count { $0 > $1 } * 30
    }
    for family in graph.sibships {
      let places = KinOrder.inOrder(family.children.filter { graph.home[$0.person].map { graph.sibships[$0].parents } == family.parents })
        .map { frame.place[$0.person].at }
      cost += zip(places, places.dropFirst()).count { $0 > $1 } * 45
    }
    return cost
  }

  /// How many others stand among people who live together.
  private func torn(_ frame: KinFrame) -> Int {
    var count = 0
    for row in frame.rows {
      let groups = row.map { item in if case .person(let person) = item { graph.group[person] } else { Int?.none } }
      for group in Set(groups.compactMap { $0 }) {
        guard let first = groups.firstIndex(of: group), let last = groups.lastIndex(of: group) else { continue }
        count += groups[first...last].count { $0 != group }
      }
    }
    return count
  }
}

extension KinPlan {
  fileprivate mutating func toggle(cut number: Int, early: Bool, _ graph: KinGraph) {
    if cut.contains(number), self.early.contains(number) == early {
      cut.remove(number)
    } else {
      cut.insert(number)
    }
    if early, cut.contains(number) { self.early.insert(number) } else { self.early.remove(number) }
    // With a couple apart, each of both is met with the own siblings.
    let clusters = KinOrder.clusters(graph, cut: cut)
    anchor = anchor.filter { clusters[$0.value] == $0.key || cut.isEmpty }
    for person in graph.persons.indices where graph.home[person] != nil && anchor[clusters[person]] == nil {
      anchor[clusters[person]] = person
    }
  }
}
