/// 「添付できるファイルの種類」
public enum FileKind: String, CaseIterable, Sendable, Hashable, Codable {
  case pdf, png, jpeg, webp, docx, xlsx, csv, txt

  /// Endings a name of that kind may have, the usual one first.
  public var extensions: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue] }

  public var label: String {
    switch self {
    case .pdf: "PDF"
    case .png: "画像（PNG）"
    case .jpeg: "画像（JPEG）"
    case .webp: "画像（WebP）"
    case .docx: "Word文書"
    case .xlsx: "Excelブック"
    case .csv: "CSV"
    case .txt: "テキスト"
    }
  }

  /// The media type to answer a download with.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .webp: "image/webp"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv"
    case .txt: "text/plain"
    }
  }

  init?(ending: String) {
    guard let kind = Self.allCases.first(where: { $0.extensions.contains(ending) }) else { return nil }
    self = kind
  }

  /// Does a file that begins with these bytes hold what its ending says?
  func matches(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .pdf: bytes.starts(with: Array("%PDF-".utf8))
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .webp: bytes.count >= 12 && bytes.starts(with: Array("RIFF".utf8)) && bytes[8..<12].elementsEqual("WEBP".utf8)
    case .docx, .xlsx: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    case .csv, .txt: PlainText.looksPlain(bytes)
    }
  }
}

/// Text in UTF-8 or CP932, as far as its first bytes show; the last character may be cut off.
enum PlainText {
  static func looksPlain(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }), !bytes.contains(0x7F) else { return false }
    return (isUTF8(bytes[...]) || isCP932(bytes)) && !isMarkup(bytes)
  }

  /// A page or a drawing that a browser would run, under the name of a text.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = String(decoding: body.drop { $0 <= 0x20 }.prefix(512), as: UTF8.self).lowercased()
    return start.hasPrefix("<?xml") || start.hasPrefix("<!")
      || ["<html", "<svg", "<script", "<body", "<iframe"].contains { start.contains($0) }
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    let cut = bytes.suffix(3).lastIndex { $0 >= 0xC0 } ?? bytes.endIndex
    return [bytes, bytes[..<cut]].contains { part in String(validating: part, as: UTF8.self) != nil }
  }

  private static func isCP932(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case ...0x7F, 0xA1...0xDF: index += 1
      case 0x81...0x9F, 0xE0...0xFC:
        if index + 1 < bytes.count, !(0x40...0xFC).contains(bytes[index + 1]) || bytes[index + 1] == 0x7F { return false }
        index += 2
      default: return false
      }
    }
    return true
  }
}
