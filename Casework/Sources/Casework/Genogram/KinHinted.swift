/// Rows in which people stand as they were put by hand; the others keep beside the one to whom they stood nearest.
enum KinHinted {
  static func rows(_ rows: [[KinItem]], _ places: [Int: Double]) -> [[KinItem]] {
    rows.map { row in
      let hinted = row.indices.filter { place(row[$0], places) != nil }
      guard !hinted.isEmpty else { return row }
      var left: [Int: [KinItem]] = [:]
      var right: [Int: [KinItem]] = [:]
      for at in row.indices where place(row[at], places) == nil {
        guard let near = hinted.min(by: { (abs($0 - at), $0) < (abs($1 - at), $1) }) else { continue }
        if at < near { left[near, default: []].append(row[at]) } else { right[near, default: []].append(row[at]) }
      }
      let sorted = hinted.sorted { (place(row[$0], places) ?? 0, $0) < (place(row[$1], places) ?? 0, $1) }
      return sorted.flatMap { (left[$0] ?? []) + [row[$0]] + (right[$0] ?? []) }
    }
  }

  private static func place(_ item: KinItem, _ places: [Int: Double]) -> Double? {
    if case .person(let person) = item { places[person] } else { nil }
  }
}
