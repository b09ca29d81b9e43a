import Foundation

/// 「CP932への変換」 Writes text in CP932 (Shift_JIS of Windows).
///
/// A letter followed by a combining mark is written as one composed character if there is one. A variation selector (字形の指定) is left
/// out, and a compatibility ideograph that CP932 lacks is written in its ordinary shape; both are among the lost, because the shape is. Any
/// other character that CP932 lacks becomes 〓.
///
/// - Returns: the bytes, and each character that did not come through whole, once, in order of first appearance.
public func encodeCP932(_ s: String) -> (bytes: [UInt8], lost: [Character]) {
  var bytes: [UInt8] = []
  var lost: [Character] = []
  appendCP932(s, to: &bytes, lost: &lost)
  return (bytes, lost)
}

func appendCP932(_ text: String, to bytes: inout [UInt8], lost: inout [Character]) {
  let start = bytes.count
  if append(text.unicodeScalars, to: &bytes) { return }
  bytes.removeSubrange(start...)
  var known = Set(lost)
  for character in text where !appendCharacter(character, to: &bytes) && known.insert(character).inserted {
    lost.append(character)
  }
}

/// Whether the character came through whole.
private func appendCharacter(_ character: Character, to bytes: inout [UInt8]) -> Bool {
  let start = bytes.count
  if append(character.unicodeScalars, to: &bytes) { return true }
  bytes.removeSubrange(start...)
  let composed = String(character).precomposedStringWithCanonicalMapping.unicodeScalars
  let plain = composed.filter { !$0.properties.isVariationSelector }
  if plain.isEmpty || !append(plain, to: &bytes) {
    bytes.removeSubrange(start...)
    append(CP932.lostCode, to: &bytes)
    return false
  }
  // Of a single code point, what Unicode composes it to is another shape of the character (U+FA43 for 暑).
  return plain.count == composed.count && character.unicodeScalars.count > 1
}

/// Whether CP932 has all of the characters. If not, some of them may have been appended.
private func append(_ scalars: some Sequence<Unicode.Scalar>, to bytes: inout [UInt8]) -> Bool {
  let table = CP932.table
  for scalar in scalars {
    guard let code = table.code(of: scalar) else { return false }
    append(code, to: &bytes)
  }
  return true
}

private func append(_ code: UInt16, to bytes: inout [UInt8]) {
  if code > 0xFF { bytes.append(UInt8(code >> 8)) }
  bytes.append(UInt8(code & 0xFF))
}

func appendUTF16(_ text: String, bigEndian: Bool, to bytes: inout [UInt8]) {
  for unit in text.utf16 {
    let high = UInt8(unit >> 8)
    let low = UInt8(unit & 0xFF)
    bytes.append(bigEndian ? high : low)
    bytes.append(bigEndian ? low : high)
  }
}
