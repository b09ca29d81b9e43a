/// The characters below U+0040 that may not be copied as they are: the five of markup, and control characters other than tab, LF and CR.
private let specialBits: UInt64 = {
  var bits: UInt64 = 0
  for byte in UInt64(0)..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D { bits |= 1 << byte }
  for byte in "&<>\"'".utf8 { bits |= 1 << UInt64(byte) }
  return bits
}()

@inline(__always)
private func isSpecial(_ byte: UInt8, _ bits: UInt64) -> Bool {
  byte < 0x40 ? (bits >> UInt64(byte)) & 1 != 0 : byte == 0x7F
}

/// What stands for a special character: a reference, or U+FFFD for a control character that HTML does not allow.
private func appendReplacement(of byte: UInt8, to bytes: inout [UInt8]) {
  let text: StaticString =
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  text.withUTF8Buffer { bytes.append(contentsOf: $0) }
}

/// Whether any of eight bytes is below U+0040 or is U+007F: only among those are special ones, and Japanese text has few of them.
@inline(__always)
private func mayHoldSpecial(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let deleted = word ^ (ones &* 0x7F)
  return ((word &- ones &* 0x40) & ~word | (deleted &- ones) & ~deleted) & highs != 0
}

/// - Parameter breaksLines: LF, CR LF and CR become `<br>`.
@inline(__always)
private func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, breaksLines: Bool, to bytes: inout [UInt8]) {
  let bits = breaksLines ? specialBits | 1 << 0x0A | 1 << 0x0D : specialBits
  let raw = UnsafeRawBufferPointer(text)
  var start = 0
  var index = 0
  while index < raw.count {
    while index + 8 <= raw.count, !mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { index += 8 }
    let end = min(index + 8, raw.count)
    while index < end {
      let byte = raw[index]
      index += 1
      guard isSpecial(byte, bits) else { continue }
      bytes.append(contentsOf: raw[start..<(index - 1)])
      if breaksLines && (byte == 0x0A || byte == 0x0D) {
        bytes.append(contentsOf: "<br>".utf8)
        if byte == 0x0D && index < raw.count && raw[index] == 0x0A { index += 1 }
      } else {
        appendReplacement(of: byte, to: &bytes)
      }
      start = index
    }
  }
  if start < raw.count { bytes.append(contentsOf: raw[start...]) }
}

func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, breaksLines: false, to: &bytes) }
}

func appendEscaped(_ text: Substring, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, breaksLines: false, to: &bytes) }
}

func appendEscapedLines(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, breaksLines: true, to: &bytes) }
}

func appendDecimal(_ number: Int, to bytes: inout [UInt8]) {
  if number >= 0 && number < 10 {
    bytes.append(0x30 + UInt8(number))
  } else {
    bytes.append(contentsOf: String(number).utf8)
  }
}

/// Whether an address may stand in a link: a path, query or fragment of this site, or http, https, mailto or tel.
///
/// Control characters are refused because browsers remove tabs and line breaks before they look for a scheme. `//host` and `/\host`
/// are refused because they look like a path and lead to another site.
func isSafeAddress(_ address: String) -> Bool {
  var address = address
  return address.withUTF8(isSafeAddress)
}

private func isSafeAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) || bytes.first == 0x20 { return false }
  let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
  if bytes.count > 1 && isSlash(bytes[0]) && isSlash(bytes[1]) { return false }
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
  let head = bytes[..<colon]
  if head.contains(where: { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { return true }
  return ["http", "https", "mailto", "tel"].contains(String(decoding: head, as: UTF8.self).lowercased())
}
