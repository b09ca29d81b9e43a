/// Where the squares of a code stand.
extension QRCode {
  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    dark[y][x] = isDark
    fixed[y][x] = true
  }

  mutating func drawFrame(_ version: Int) {
    for index in 0..<size {
      set(6, index, index.isMultiple(of: 2))
      set(index, 6, index.isMultiple(of: 2))
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawCorner(x, y) }
    let places = QRCode.marks(version, size)
    for (row, y) in places.enumerated() {
      for (column, x) in places.enumerated() {
        let isCorner = [(0, 0), (0, places.count - 1), (places.count - 1, 0)].contains { $0 == (row, column) }
        if !isCorner { for dy in -2...2 { for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } } }
      }
    }
    drawFormat(0)
    guard version >= 7 else { return }
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for index in 0..<18 {
      let (far, near) = (size - 11 + index % 3, index / 3)
      set(far, near, bits >> index & 1 == 1)
      set(near, far, bits >> index & 1 == 1)
    }
  }

  private mutating func drawCorner(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 where (0..<size).contains(x + dx) && (0..<size).contains(y + dy) {
        let distance = max(abs(dx), abs(dy))
        set(x + dx, y + dy, distance != 2 && distance != 4)
      }
    }
  }

  private static func marks(_ version: Int, _ size: Int) -> [Int] {
    guard version >= 2 else { return [] }
    let count = version / 7 + 2
    let step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  /// Level M and the mask, twice.
  private mutating func drawFormat(_ mask: Int) {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { set(8, index, bit(index)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for index in 9..<15 { set(14 - index, 8, bit(index)) }
    for index in 0..<8 { set(size - 1 - index, 8, bit(index)) }
    for index in 8..<15 { set(8, size - 15 + index, bit(index)) }
    set(8, size - 8, true)
  }

  /// Up and down in columns of two, from the right.
  mutating func drawData(_ data: [UInt8]) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for x in [right, right - 1] {
          let y = (right + 1) & 2 == 0 ? size - 1 - step : step
          guard !fixed[y][x], index < data.count * 8 else { continue }
          dark[y][x] = data[index >> 3] >> UInt8(7 - index & 7) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  /// Takes the mask that leaves the fewest long runs and blocks, which a camera would stumble over.
  mutating func choose() {
    let masked = (0..<8).map { mask in
      var copy = self
      copy.apply(mask)
      copy.drawFormat(mask)
      return copy
    }
    if let best = masked.min(by: { $0.roughness < $1.roughness }) { self = best }
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !fixed[y][x] && QRCode.isTurned(mask, x, y) { dark[y][x].toggle() }
    }
  }

  private static func isTurned(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }

  private var roughness: Int {
    var sum = 0
    for line in 0..<size {
      for isRow in [true, false] {
        var run = 0
        for place in 0..<size {
          let isSame = place > 0 && at(line, place, isRow) == at(line, place - 1, isRow)
          run = isSame ? run + 1 : 1
          if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
        }
      }
    }
    for y in 1..<size {
      for x in 1..<size where Set([dark[y][x], dark[y - 1][x], dark[y][x - 1], dark[y - 1][x - 1]]).count == 1 { sum += 3 }
    }
    return sum
  }

  private func at(_ line: Int, _ place: Int, _ isRow: Bool) -> Bool { isRow ? dark[line][place] : dark[place][line] }
}
