/// 「一字違い」
enum EditDistance {
  /// True when one character was added, left out, mistaken or swapped with its neighbour. Texts of fewer than three characters never.
  static func isOneSlip(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a), Array(b))
    guard x != y, min(x.count, y.count) >= 3, abs(x.count - y.count) <= 1 else { return false }
    let prefix = zip(x, y).prefix { $0 == $1 }.count
    let suffix = zip(x.dropFirst(prefix).reversed(), y.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
    let (restX, restY) = (x.count - prefix - suffix, y.count - prefix - suffix)
    if max(restX, restY) == 1 { return true }
    return restX == 2 && restY == 2 && x[prefix] == y[prefix + 1] && x[prefix + 1] == y[prefix]
  }
}
