/// 「世代の段」 On which height each person stands: a generation on one height, the oldest on top (reference §11.2).
struct KinRows {
  let persons: [GenogramPerson]
  let couples: [(Int, Int)]
  let bonds: [(Int, Int)]
  /// From parent to child.
  let lines: [(Int, Int)]

  /// 0 is the oldest generation.
  var rows: [Int] {
    let classes = sameHeight()
    var rows = classes.map { depth(of: $0, classes) }
    settleRoots(&rows, classes)
    joinParts(&rows)
    let top = rows.min() ?? 0
    return rows.map { $0 - top }
  }

  /// Couples and siblings stand on one height, unless somebody would then be his own ancestor.
  private func sameHeight() -> [Int] {
    var classes = Array(persons.indices)
    for (a, b) in couples + bonds where classes[a] != classes[b] {
      let (kept, gone) = (min(classes[a], classes[b]), max(classes[a], classes[b]))
      let merged = classes.map { $0 == gone ? kept : $0 }
      if !hasCircle(merged) { classes = merged }
    }
    return classes
  }

  private func hasCircle(_ classes: [Int]) -> Bool {
    persons.indices.contains { ancestors(of: classes[$0], classes).contains(classes[$0]) }
  }

  private func ancestors(of one: Int, _ classes: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var open = [one]
    while let next = open.popLast() {
      for (parent, child) in lines where classes[child] == next && found.insert(classes[parent]).inserted { open.append(classes[parent]) }
    }
    return found
  }

  /// The longest way up. Lines that make a circle by themselves end after as many steps as there are persons.
  private func depth(of one: Int, _ classes: [Int], steps: Int = 0) -> Int {
    guard steps <= persons.count else { return steps }
    let parents = Set(lines.filter { classes[$0.1] == one }.map { classes[$0.0] })
    return parents.map { depth(of: $0, classes, steps: steps + 1) + 1 }.max() ?? 0
  }

  /// Who has no parents in the drawing stands just above the eldest child.
  private func settleRoots(_ rows: inout [Int], _ classes: [Int]) {
    for one in Set(classes).sorted() where !lines.contains(where: { classes[$0.1] == one }) {
      let below = lines.filter { classes[$0.0] == one }.map { rows[$0.1] }
      guard let first = below.min() else { continue }
      for person in persons.indices where classes[person] == one { rows[person] = first - 1 }
    }
  }

  /// Parts without a line to 本人 take the height that the relation tells.
  private func joinParts(_ rows: inout [Int]) {
    let parts = linked()
    guard let subject = persons.firstIndex(where: { $0.marks.contains(.subject) }) ?? persons.indices.first else { return }
    for part in Set(parts).sorted() where part != parts[subject] {
      let members = persons.indices.filter { parts[$0] == part }
      let told = members.first { persons[$0].generation != nil } ?? members[0]
      let shift = rows[subject] - (persons[told].generation ?? 0) - rows[told]
      for member in members { rows[member] += shift }
    }
  }

  private func linked() -> [Int] {
    var parts = Array(persons.indices)
    for (a, b) in couples + bonds + lines where parts[a] != parts[b] {
      let (kept, gone) = (min(parts[a], parts[b]), max(parts[a], parts[b]))
      parts = parts.map { $0 == gone ? kept : $0 }
    }
    return parts
  }
}
