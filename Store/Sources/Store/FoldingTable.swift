import Foundation

/// One look-up for each character of the BMP: what it becomes when folded, and whether it can be folded without NFKC.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// What a character becomes after NFKC; 0: it is dropped. Never longer in UTF-8 than the character itself.
  private var target = [UInt16](unsafeUninitializedCapacity: 0x10000) { buffer, count in
    for code in 0..<0x10000 { buffer.initializeElement(at: code, to: UInt16(code)) }
    count = 0x10000
  }
  /// True: leave it and its neighbours to Foundation's NFKC first.
  private var needsNFKC = [Bool](repeating: true, count: 0x10000)
  /// Name kanji beyond the BMP.
  private var beyond: [UInt32: UInt16] = [:]

  private init() {
    setPlain()
    setCase()
    setKana()
    setKanji()
    set(
      0x2D,
      [
        0x2D...0x2D, 0x2010...0x2015, 0x2043...0x2043, 0x2212...0x2212, 0x2500...0x2500, 0x2501...0x2501, 0x30A0...0x30A0, 0x30FC...0x30FC,
        0x02D7...0x02D7,
      ])
    set(0x7E, [0x7E...0x7E, 0x301C...0x301C, 0x223C...0x223C, 0x3030...0x3030, 0xFF5E...0xFF5E])
    set(0x27, [0x27...0x27, 0x2018...0x2019, 0x201B...0x201B])
    set(0x22, [0x22...0x22, 0x201C...0x201D, 0x201F...0x201F])
    set(0xB7, [0xB7...0xB7, 0x2022...0x2022, 0x2027...0x2027, 0x30FB...0x30FB])
    // Controls, joiners, direction marks and variation selectors carry no meaning here.
    set(
      0,
      [
        0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F,
        0xFEFF...0xFEFF,
      ])
    set(
      0x20,
      [
        0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2028, 0x2029...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
      ])
  }

  /// Folds UTF-8 text.
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let text = map(bytes, isNormalized: false) else {
      var normalized = Self.normalize(bytes)
      return normalized.withUTF8 { map($0, isNormalized: true) ?? "" }
    }
    return text
  }

  /// - Returns: nil when the text has to be normalized first.
  private func map(_ bytes: UnsafeBufferPointer<UInt8>, isNormalized: Bool) -> String? {
    var isPlain = true
    let text = String(unsafeUninitializedCapacity: bytes.count) { output in
      var writer = UTF8Writer(output: output)
      var index = 0
      while index < bytes.count {
        let code = Self.decode(bytes, &index)
        if !isNormalized, !isInert(code) {
          isPlain = false
          return 0
        }
        let folded = code < 0x10000 ? UInt32(target[Int(code)]) : foldedBeyond(code)
        if folded != 0 { writer.append(folded) }
      }
      return writer.count
    }
    return isPlain ? text : nil
  }

  private func isInert(_ code: UInt32) -> Bool {
    if code < 0x10000 { return !needsNFKC[Int(code)] }
    switch code {
    case 0x1F300...0x1FAFF, 0x20000...0x2F7FF, 0x30000...0x3FFFF, 0xE0000...0xE01EF: return true
    default: return false
    }
  }

  private func foldedBeyond(_ code: UInt32) -> UInt32 {
    if 0xE0000...0xE01EF ~= code { return 0 }
    return beyond[code].map(UInt32.init) ?? code
  }

  /// NFKC, after removing what must not keep a mark from its letter.
  private static func normalize(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0: continue  // Foundation may take it for the end
      case 0xAD, 0x180B...0x180E, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE01EF: continue
      case 0x309B, 0xFF9E: scalars.append("\u{3099}")
      case 0x309C, 0xFF9F: scalars.append("\u{309A}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).precomposedStringWithCompatibilityMapping
  }

  /// The text is valid UTF-8: it comes from a String.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let lead = UInt32(bytes[index])
    if lead < 0x80 {
      index += 1
      return lead
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var code = lead & (0x7F >> UInt32(length))
    for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
    index += length
    return code
  }
}

extension FoldingTable {
  /// Characters NFKC leaves alone whatever stands beside them, as long as that is one of these too.
  private mutating func setPlain() {
    let plain: [ClosedRange<Int>] = [
      0x00...0x7F, 0xA0...0xA0, 0xAD...0xAD, 0xB7...0xB7, 0x2000...0x2016, 0x2018...0x2023, 0x2027...0x202F, 0x203B...0x203B,
      0x205F...0x2064, 0x2190...0x21FF, 0x2212...0x2212, 0x2500...0x26FF, 0x3000...0x3029, 0x3030...0x3035, 0x3041...0x3096,
      0x309D...0x309E, 0x30A0...0x30FE, 0x3400...0x9FFF, 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFF01...0xFF5E,
    ]
    for range in plain { for code in range { needsNFKC[code] = false } }
    for code in 0xFF01...0xFF5E { target[code] = UInt16(code - 0xFEE0) }
  }

  private mutating func setCase() {
    for code in 0x41...0x5A {
      target[code] = UInt16(code + 0x20)
      target[code + 0xFEE0] = UInt16(code + 0x20)
    }
    for code in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF].joined() {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard let first = lower.first, lower.count == 1, first.utf8.count <= scalar.utf8.count else { continue }
      target[code] = UInt16(first.value)
    }
  }

  /// Katakana to hiragana; ヷ ヸ ヹ ヺ have no hiragana.
  private mutating func setKana() {
    for code in [0x30A1...0x30F6, 0x30FD...0x30FE].joined() { target[code] = UInt16(code - 0x60) }
  }

  private mutating func setKanji() {
    for group in KanjiForms.groups.split(whereSeparator: \.isWhitespace) {
      let forms = group.unicodeScalars.map(\.value)
      guard let common = forms.first, common < 0x10000 else { continue }
      for form in forms.dropFirst() {
        if form < 0x10000 { target[Int(form)] = UInt16(common) } else { beyond[form] = UInt16(common) }
      }
    }
  }

  private mutating func set(_ to: UInt16, _ codes: [ClosedRange<Int>]) {
    for code in codes.joined() { target[code] = to }
  }
}

/// Writes UTF-8 and joins runs of spaces.
private struct UTF8Writer {
  let output: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func append(_ code: UInt32) {
    switch code {
    case 0x20:
      if count == 0 || output[count - 1] != 0x20 { put(code) }
    case ..<0x80:
      put(code)
    case ..<0x800:
      put(0xC0 | code >> 6)
      put(0x80 | code & 0x3F)
    case ..<0x10000:
      put(0xE0 | code >> 12)
      put(0x80 | code >> 6 & 0x3F)
      put(0x80 | code & 0x3F)
    default:
      put(0xF0 | code >> 18)
      put(0x80 | code >> 12 & 0x3F)
      put(0x80 | code >> 6 & 0x3F)
      put(0x80 | code & 0x3F)
    }
  }

  private mutating func put(_ byte: UInt32) {
    output[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}
