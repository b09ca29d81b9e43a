import Foundation

/// A form that may bring a file larger than is taken (「大きすぎる添付」), read as it arrives.
///
/// The content of the files is then let go, whatever was typed is kept: the form can come back as it was filled in, and says what to do.
struct OversizedForm {
  let boundary: String
  /// Bytes of the whole form that are kept in memory.
  let limit: Int
  private var bytes: [UInt8] = []
  private var arrived = 0
  private var isOversized = false

  init(boundary: String, limit: Int) {
    self.boundary = boundary
    self.limit = limit
  }

  /// Throws when what was typed alone is too much, or when somebody sends without end.
  mutating func take(_ chunk: some Collection<UInt8>) throws {
    bytes += chunk
    arrived += chunk.count
    guard bytes.count > limit else { return }
    isOversized = true
    bytes = Multipart.withoutFiles(bytes, boundary: boundary)
    guard bytes.count <= limit / 2, arrived <= limit * 6 else { throw TooLargeForm() }
  }

  var fields: Fields {
    var fields = Multipart.fields(bytes, boundary: boundary)
    if isOversized { fields.letGoFiles(bytes: arrived) }
    return fields
  }
}

/// More than is taken, and nothing can be kept of it.
struct TooLargeForm: Error {}

extension Multipart {
  /// The beginning of a form without the content of its files. Of a file that is still arriving the last bytes stay: they may begin the next part.
  static func withoutFiles(_ bytes: [UInt8], boundary: String) -> [UInt8] {
    let data = Data(bytes)
    let delimiter = Data("--\(boundary)".utf8)
    let blank = Data("\r\n\r\n".utf8)
    var kept = Data()
    var start = data.range(of: delimiter)?.lowerBound
    while let from = start {
      start = data.range(of: delimiter, in: data.index(from, offsetBy: delimiter.count)..<data.endIndex)?.lowerBound
      let part = data[from..<(start ?? data.endIndex)]
      guard let gap = part.range(of: blank), isFile(part[..<gap.lowerBound]) else {
        kept += part
        continue
      }
      kept += part[..<gap.upperBound]
      if start == nil { kept += part[gap.upperBound...].suffix(delimiter.count + 4) }
    }
    return Array(kept)
  }

  private static func isFile(_ head: Data) -> Bool { attribute("filename", in: String(decoding: head, as: UTF8.self)) != nil }
}
