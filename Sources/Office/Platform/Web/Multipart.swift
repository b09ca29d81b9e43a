import Foundation

/// Reads `multipart/form-data` (RFC 7578): text parts and files.
enum Multipart {
  /// The boundary named in a content type, or nothing when it is no multipart form.
  static func boundary(_ contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    for part in contentType.split(separator: ";") {
      let pair = part.trimmed.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].lowercased() == "boundary" {
        return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
    return nil
  }

  static func fields(_ bytes: [UInt8], boundary: String) -> Fields {
    var fields = Fields()
    let data = Data(bytes)
    let delimiter = Data("--\(boundary)".utf8)
    let blank = Data("\r\n\r\n".utf8)
    var cursor = data.startIndex
    while let start = data.range(of: delimiter, in: cursor..<data.endIndex) {
      guard let next = data.range(of: delimiter, in: start.upperBound..<data.endIndex) else { break }
      cursor = next.lowerBound
      let part = data[start.upperBound..<next.lowerBound]
      guard let gap = part.range(of: blank) else { continue }
      let head = String(decoding: part[part.startIndex..<gap.lowerBound], as: UTF8.self)
      var body = part[gap.upperBound..<part.endIndex]
      if body.suffix(2) == Data([13, 10]) { body = body.dropLast(2) }
      guard let name = attribute("name", in: head) else { continue }
      if let fileName = attribute("filename", in: head) {
        if !fileName.isEmpty || !body.isEmpty { fields.append(UploadedFile(field: name, name: fileName, bytes: Array(body))) }
      } else {
        fields.append(name, Fields.clean(Array(body)))
      }
    }
    return fields
  }

  /// `name="…"` in a part's head, with the escapes browsers use.
  static func attribute(_ name: String, in head: String) -> String? {
    guard let start = head.range(of: "; \(name)=\"") else { return nil }
    let rest = head[start.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return rest[..<end].replacingOccurrences(of: "%22", with: "\"")
  }
}
