import HTML

/// 「二次元コード」 A text as squares that a telephone's camera reads: model 2, byte mode, error correction M, versions 1–10 (JIS X 0510).
///
/// Drawn here, so that no secret goes to somebody else's page to become a picture.
struct QRCode {
  let size: Int
  var dark: [[Bool]]
  /// Squares that belong to the frame and carry no data.
  var fixed: [[Bool]]

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
