import Foundation

/// Reads `multipart/form-data` (RFC 7578): text parts and files. One walk over the bytes, however they are cut up.
enum Multipart {
  /// More parts than any of our forms has.
  static let mostParts = 5_000

  /// The boundary named in a content type, or nothing when it is no multipart form (RFC 2046: 1 to 70 characters).
  static func boundary(_ contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    for part in contentType.split(separator: ";") {
      let pair = part.trimmed.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].lowercased() == "boundary" {
        let boundary = pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        return 1...70 ~= boundary.utf8.count ? boundary : nil
      }
    }
    return nil
  }

  /// Throws ``TooLargeForm`` for more parts than are taken. A part that did not arrive whole is left out.
  static func fields(_ bytes: [UInt8], boundary: String) throws -> Fields {
    var fields = Fields()
    try walk(bytes, boundary: boundary) { part in
      guard part.isWhole, let head = part.head, let name = attribute("name", in: head) else { return }
      if let fileName = attribute("filename", in: head) {
        if !fileName.isEmpty || !part.body.isEmpty {
          fields.append(UploadedFile(field: name, name: fileName, bytes: Array(bytes[part.body])))
        }
      } else {
        fields.append(name, Fields.clean(Array(bytes[part.body])))
      }
    }
    return fields
  }

  /// The beginning of a form without the content of its files. Of a file that is still arriving the last bytes stay: they may begin the next part.
  static func withoutFiles(_ bytes: [UInt8], boundary: String) throws -> [UInt8] {
    var kept: [UInt8] = []
    try walk(bytes, boundary: boundary) { part in
      if !kept.isEmpty { kept += lineEnd }
      guard let head = part.head, attribute("filename", in: head) != nil else {
        kept += bytes[part.whole]
        return
      }
      kept += bytes[part.whole.lowerBound..<part.body.lowerBound]
      if !part.isWhole { kept += bytes[part.body].suffix(boundary.utf8.count + 4) }
    }
    return kept
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let blankLine: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  /// What stands between two delimiters.
  private struct Part {
    /// From the delimiter on, without the line end before the next one.
    let whole: Range<Int>
    /// Nothing for the end mark, and while the head is still arriving.
    let head: String?
    let body: Range<Int>
    /// The next delimiter has arrived.
    let isWhole: Bool
  }

  private static func walk(_ bytes: [UInt8], boundary: String, _ take: (Part) -> Void) throws {
    let delimiter = Array("--\(boundary)".utf8)
    var count = 0
    var start = first(delimiter, in: bytes)
    while let from = start {
      count += 1
      guard count <= mostParts else { throw TooLargeForm() }
      let next = following(delimiter, in: bytes, from: from + delimiter.count)
      start = next
      let whole = from..<(next.map { $0 - 2 } ?? bytes.count)
      let gap = place(of: blankLine, in: bytes, from: from + delimiter.count, to: whole.upperBound)
      let head = gap.map { String(decoding: bytes[from + delimiter.count..<$0], as: UTF8.self) }
      take(
        Part(
          whole: whole, head: head, body: gap.map { $0 + 4..<whole.upperBound } ?? whole.upperBound..<whole.upperBound, isWhole: next != nil
        ))
    }
  }

  private static func first(_ delimiter: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.starts(with: delimiter) && isDelimiter(bytes, endingAt: delimiter.count) ? 0 : following(delimiter, in: bytes, from: 0)
  }

  /// The next delimiter at the start of a line. The same letters within a line, or with more behind them, are content.
  private static func following(_ delimiter: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    var from = from
    while let found = place(of: lineEnd + delimiter, in: bytes, from: from, to: bytes.count) {
      if isDelimiter(bytes, endingAt: found + 2 + delimiter.count) { return found + 2 }
      from = found + 2
    }
    return nil
  }

  private static func isDelimiter(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    let rest = bytes[min(end, bytes.count)...].prefix(2)
    return rest.count < 2 || rest.elementsEqual(lineEnd) || rest.elementsEqual([0x2D, 0x2D])
  }

  /// The needle begins with a line end or is short: from one carriage return to the next.
  private static func place(of needle: [UInt8], in bytes: [UInt8], from: Int, to end: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let first = needle.first else { return nil }
      var from = from
      while from + needle.count <= end, let hit = memchr(base + from, CInt(first), end - needle.count - from + 1) {
        let place = UnsafeRawPointer(hit) - base
        if memcmp(base + place, needle, needle.count) == 0 { return place }
        from = place + 1
      }
      return nil
    }
  }

  /// `name="…"` in a part's head, with the escapes browsers use.
  static func attribute(_ name: String, in head: String) -> String? {
    guard let start = head.range(of: "; \(name)=\"") else { return nil }
    let rest = head[start.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return rest[..<end].replacingOccurrences(of: "%22", with: "\"")
  }
}
