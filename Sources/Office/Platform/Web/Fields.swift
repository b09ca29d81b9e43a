/// Names and values as a browser sent them, in order (「入力値」). A missing name reads as an empty string.
public struct Fields: Sendable, Equatable {
  public private(set) var pairs: [Pair]
  public private(set) var files: [UploadedFile] = []
  /// How much came in bytes where a file was larger than is taken; then no file has any content.
  private(set) var oversized: Int?

  public struct Pair: Sendable, Equatable, Codable {
    public let name: String
    public let value: String
  }

  public init(_ pairs: [(String, String)] = []) {
    self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
  }

  /// The first value under `name`, or an empty string.
  public subscript(name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  /// The first value under `name` without surrounding white space (half- and full-width).
  public func trimmed(_ name: String) -> String { self[name].trimmed }

  /// Every value under `name`, in order.
  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Does any value hold these words?
  func holds(_ words: String) -> Bool { pairs.contains { $0.value.utf8.count >= words.utf8.count && $0.value.contains(words) } }

  public func isOn(_ name: String) -> Bool { !self[name].isEmpty }

  mutating func append(_ name: String, _ value: String) { pairs.append(Pair(name: name, value: value)) }
  mutating func append(_ file: UploadedFile) { files.append(file) }

  /// Files were larger than is taken: of all of them only the names are kept, so that one can still be told which to choose again.
  mutating func letGoFiles(bytes: Int) {
    files = files.map { UploadedFile(field: $0.field, name: $0.name, bytes: []) }
    oversized = bytes
  }

  /// Replaces every value under `name`.
  public mutating func set(_ name: String, _ value: String) {
    pairs.removeAll { $0.name == name }
    append(name, value)
  }

  /// Takes away every value whose name begins like this.
  mutating func remove(prefix: String) { pairs.removeAll { $0.name.hasPrefix(prefix) } }

  /// What a person typed, without the tokens that a page adds.
  public var typed: Fields {
    var copy = self
    copy.pairs.removeAll { Fields.tokens.contains($0.name) }
    copy.files = []
    return copy
  }

  static let tokens: Set<String> = ["csrf", "submission"]

  /// Sent by a browser just now, and not read from a record or a draft.
  var isSent: Bool { isOn("csrf") }
}

/// A file that came with a form.
public struct UploadedFile: Sendable, Equatable {
  public let field: String
  /// As the browser named it; never used as a path.
  public let name: String
  public let bytes: [UInt8]
}

extension StringProtocol {
  /// Without surrounding white space, half- and full-width.
  var trimmed: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}

extension Fields {
  /// Reads `application/x-www-form-urlencoded`. Broken escapes stay as they are; broken UTF-8 becomes U+FFFD; NUL is dropped.
  init(urlEncoded bytes: some Sequence<UInt8>) {
    self.init()
    var name: [UInt8] = []
    var current: [UInt8] = []
    var sawName = false
    func flush(_ fields: inout Fields) {
      if !sawName { swap(&name, &current) }
      if !name.isEmpty { fields.append(Fields.decoded(name), Fields.decoded(current)) }
      name = []
      current = []
      sawName = false
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): flush(&self)
      case UInt8(ascii: "=") where !sawName:
        name = current
        current = []
        sawName = true
      default: current.append(byte)
      }
    }
    flush(&self)
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]) {
        out.append(high << 4 | low)
        index += 3
        continue
      }
      out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
      index += 1
    }
    return clean(out)
  }

  /// Text with Unix line ends and without NUL.
  static func clean(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() where byte != 0 {
      if byte == 0x0D {
        if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { out.append(0x0A) }
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
