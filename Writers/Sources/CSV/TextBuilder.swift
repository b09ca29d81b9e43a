/// Text under construction: UTF-8 bytes, and the line and column that a fault needs.
struct TextBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var faults: [TextFault] = []
  private var line = 1
  private var afterCR = false
  /// Where counting of characters in this line has got to, and how many there were before it.
  private var countedTo = 0
  private var counted = 0

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      if scalar == 0x0A || scalar == 0x0D || afterCR { endLine(scalar) }
      return
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    case ..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 12 & 0x3F)))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar & 0x3F)))
    afterCR = false
  }

  /// Puts 〓 for bytes that could not be read, and notes where.
  mutating func appendFault(at offset: Int, _ bad: some Sequence<UInt8>) {
    if faults.count < DecodedText.faultLimit {
      counted += String(decoding: bytes[countedTo...], as: UTF8.self).count
      countedTo = bytes.count
      faults.append(TextFault(line: line, column: counted + 1, offset: offset, bytes: Array(bad)))
    }
    append(0x3013)
  }

  func finished(_ encoding: TextEncoding) -> DecodedText {
    DecodedText(text: String(decoding: bytes, as: UTF8.self), encoding: encoding, faults: faults)
  }

  /// After an ASCII character that ends a line, or that follows CR: LF there belongs to the same line break.
  private mutating func endLine(_ scalar: UInt32) {
    if scalar == 0x0D || (scalar == 0x0A && !afterCR) { line += 1 }
    if scalar == 0x0A || scalar == 0x0D {
      countedTo = bytes.count
      counted = 0
    }
    afterCR = scalar == 0x0D
  }
}
