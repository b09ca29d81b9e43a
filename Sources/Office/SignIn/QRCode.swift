import HTML

/// 「二次元コード」 A text as squares that a telephone's camera reads: model 2, byte mode, error correction M, versions 1–10 (JIS X 0510).
///
/// Drawn here, so that no secret goes to somebody else's page to become a picture.
struct QRCode {
  let size: Int
  private(set) var dark: [[Bool]]
  /// Squares that belong to the frame and carry no data.
  private var fixed: [[Bool]]

  /// Correction bytes a block, and blocks, of versions 1–10 at level M.
  private static let correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
  private static let blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

  /// Nothing for a text of more than 213 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = (1...10).first(where: { bytes.count + ($0 < 10 ? 2 : 3) <= QRCode.dataBytes($0) }) else { return nil }
    size = version * 4 + 17
    dark = Array(repeating: Array(repeating: false, count: size), count: size)
    fixed = dark
    drawFrame(version)
    drawData(QRCode.interleaved(QRCode.padded(bytes, version), version))
    choose()
  }

  var svg: HTML {
    let whole = size + 8
    var path = ""
    for y in 0..<size {
      for x in 0..<size where dark[y][x] { path += "M\(x + 4) \(y + 4)h1v1h-1z" }
    }
    return """
      <svg viewBox="0 0 \(whole) \(whole)" width="240" height="240" role="img" aria-label="認証アプリで読み取る二次元コード" shape-rendering="crispEdges">\
      <rect width="\(whole)" height="\(whole)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
      """
  }
}

extension QRCode {
  private static func rawBytes(_ version: Int) -> Int {
    var bits = (16 * version + 128) * version + 64
    if version >= 2 {
      let marks = version / 7 + 2
      bits -= (25 * marks - 10) * marks - 55
      if version >= 7 { bits -= 36 }
    }
    return bits / 8
  }

  private static func dataBytes(_ version: Int) -> Int { rawBytes(version) - correction[version - 1] * blocks[version - 1] }

  /// Mode, length, the bytes themselves, and filling up to the size of the version.
  private static func padded(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) { for index in (0..<count).reversed() { bits.append(value >> index & 1 == 1) } }
    add(4, 4)
    add(bytes.count, version < 10 ? 8 : 16)
    for byte in bytes { add(Int(byte), 8) }
    add(0, 4)
    var out = stride(from: 0, to: bits.count, by: 8).map { start in bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) } }
    for index in 0..<max(0, dataBytes(version) - out.count) { out.append(index.isMultiple(of: 2) ? 0xEC : 0x11) }
    return out
  }

  /// Cuts the data into blocks, adds the correction of each, and takes a byte of each in turn.
  private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
    let (count, degree, raw) = (blocks[version - 1], correction[version - 1], rawBytes(version))
    let (short, shortCount) = (raw / count - degree, count - raw % count)
    var (parts, ends): ([[UInt8]], [[UInt8]]) = ([], [])
    var start = 0
    for index in 0..<count {
      let length = short + (index < shortCount ? 0 : 1)
      parts.append(Array(data[start..<start + length]))
      ends.append(remainder(parts[index], degree))
      start += length
    }
    let body = (0...short).flatMap { place in parts.compactMap { place < $0.count ? $0[place] : nil } }
    return body + (0..<degree).flatMap { place in ends.map { $0[place] } }
  }

  /// Reed–Solomon over GF(256) with the polynomial 0x11D.
  private static func remainder(_ data: [UInt8], _ degree: Int) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        divisor[index] = multiplied(divisor[index], root) ^ (index + 1 < degree ? divisor[index + 1] : 0)
      }
      root = multiplied(root, 2)
    }
    var rest = [UInt8](repeating: 0, count: degree)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in 0..<degree { rest[index] ^= multiplied(divisor[index], factor) }
    }
    return rest
  }

  private static func multiplied(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product = 0
    for index in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) * 0x11D
      product ^= Int(right >> UInt8(index) & 1) * Int(left)
    }
    return UInt8(truncatingIfNeeded: product)
  }
}

extension QRCode {
  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    dark[y][x] = isDark
    fixed[y][x] = true
  }

  private mutating func drawFrame(_ version: Int) {
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
  private mutating func drawData(_ data: [UInt8]) {
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
  private mutating func choose() {
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
