/// 「文字の読み取り」 Reads bytes as text. A sequence that cannot be read becomes 〓 and is reported; nothing else is lost.
///
/// - Parameter encoding: the encoding to read in, or nil to find it out: by a byte order mark; UTF-16 without one by the zero bytes of its
///   commas and line breaks; UTF-8 if all of it is valid; then CP932. If neither of these two fits, the one with fewer faults. A byte order
///   mark of the encoding is never part of the text.
public func decodeText(_ bytes: [UInt8], as encoding: TextEncoding? = nil) -> DecodedText {
  guard let encoding else { return detectAndDecode(bytes) }
  let start = bytes.starts(with: markToDrop(encoding)) ? markToDrop(encoding).count : 0
  switch encoding {
  case .utf8, .utf8WithBOM: return decodeUTF8(bytes, from: start, encoding)
  case .cp932: return decodeCP932(bytes)
  case .utf16LE, .utf16BE: return decodeUTF16(bytes, from: start, encoding)
  }
}

private func markToDrop(_ encoding: TextEncoding) -> [UInt8] {
  encoding == .utf8 ? TextEncoding.utf8WithBOM.mark : encoding.mark
}

private func detectAndDecode(_ bytes: [UInt8]) -> DecodedText {
  for encoding in [TextEncoding.utf8WithBOM, .utf16LE, .utf16BE] where bytes.starts(with: encoding.mark) {
    return decodeText(bytes, as: encoding)
  }
  let utf8 = decodeText(bytes, as: .utf8)
  // Text that is valid UTF-8 and UTF-16 at once is all ASCII, so half of its bytes are zero in UTF-16. A stray zero byte is something else.
  if let encoding = likelyUTF16(bytes, zerosPerHundred: utf8.faults.isEmpty ? 25 : 1) { return decodeText(bytes, as: encoding) }
  if utf8.faults.isEmpty { return utf8 }
  let cp932 = decodeText(bytes, as: .cp932)
  return cp932.faults.count < utf8.faults.count ? cp932 : utf8
}

/// UTF-16 without a byte order mark, told by its zero bytes. Text in UTF-8 or CP932 has none, and every comma, digit and line break in
/// UTF-16 has one.
private func likelyUTF16(_ bytes: [UInt8], zerosPerHundred: Int) -> TextEncoding? {
  var even = 0
  var odd = 0
  for (index, byte) in bytes.enumerated() where byte == 0 {
    if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
  }
  guard (even + odd) > 0, (even + odd) * 100 >= bytes.count * zerosPerHundred else { return nil }
  // The ideographic space (U+3000) has a zero byte on the other side, so it is the majority that counts.
  return odd >= even ? .utf16LE : .utf16BE
}

private func decodeUTF8(_ bytes: [UInt8], from start: Int, _ encoding: TextEncoding) -> DecodedText {
  if let text = String(validating: bytes[start...], as: UTF8.self) {
    return DecodedText(text: text, encoding: encoding, faults: [])
  }
  var builder = TextBuilder(capacity: bytes.count)
  var input = bytes[start...].makeIterator()
  var parser = Unicode.UTF8.ForwardParser()
  var offset = start
  while true {
    switch parser.parseScalar(from: &input) {
    case .valid(let encoded):
      builder.append(Unicode.UTF8.decode(encoded).value)
      offset += encoded.count
    case .error(let length):
      builder.appendFault(at: offset, bytes[offset..<offset + length])
      offset += length
    case .emptyInput:
      return builder.finished(encoding)
    }
  }
}

private func decodeUTF16(_ bytes: [UInt8], from start: Int, _ encoding: TextEncoding) -> DecodedText {
  var builder = TextBuilder(capacity: bytes.count * 3 / 2)
  let high = encoding == .utf16LE ? 1 : 0
  func unit(_ offset: Int) -> UInt32 { UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high]) }
  var offset = start
  while offset + 1 < bytes.count {
    let first = unit(offset)
    if !(0xD800...0xDFFF).contains(first) {
      builder.append(first)
      offset += 2
    } else if first < 0xDC00, offset + 3 < bytes.count, (0xDC00...0xDFFF).contains(unit(offset + 2)) {
      builder.append(0x10000 + (first - 0xD800) << 10 + (unit(offset + 2) - 0xDC00))
      offset += 4
    } else {
      builder.appendFault(at: offset, bytes[offset..<offset + 2])
      offset += 2
    }
  }
  if offset < bytes.count { builder.appendFault(at: offset, bytes[offset...]) }
  return builder.finished(encoding)
}

private func decodeCP932(_ bytes: [UInt8]) -> DecodedText {
  let table = CP932.table
  var builder = TextBuilder(capacity: bytes.count * 3 / 2)
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if let scalar = CP932.single(byte) {
      builder.append(scalar)
      offset += 1
      continue
    }
    let trail = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let scalar = table.scalar(lead: byte, trail: trail)
    if scalar != 0 {
      builder.append(UInt32(scalar))
      offset += 2
    } else {
      // A trail byte that is ASCII may be a comma or a quote: it is kept, as WHATWG Encoding does.
      let length = CP932.isLead(byte) && trail >= 0x80 ? 2 : 1
      builder.appendFault(at: offset, bytes[offset..<offset + length])
      offset += length
    }
  }
  return builder.finished(.cp932)
}
