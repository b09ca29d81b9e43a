/// 「CSVの書き出し」 Writes a table by RFC 4180: commas, CR LF after every record, quotes where they are needed. The header is the first
/// row the caller writes.
///
/// A file for people (`forHumans`) is opened in a spreadsheet: UTF-8 gets a byte order mark, and a cell that the spreadsheet would run as a
/// formula gets a leading apostrophe. A file for machines holds exactly what the cells hold.
public struct CSVWriter: Sendable {
  /// 「書き出したバイト列」 The file so far.
  public private(set) var bytes: [UInt8]
  /// 「書けなかった文字」 Characters that CP932 lacks, each once, in order of first appearance. See ``encodeCP932(_:)``.
  public private(set) var lost: [Character] = []
  private let encoding: TextEncoding
  private let forHumans: Bool

  /// 「書き出しを始める」 Begins a file. UTF-16 always gets a byte order mark.
  public init(encoding: TextEncoding, forHumans: Bool) {
    self.encoding = forHumans && encoding == .utf8 ? .utf8WithBOM : encoding
    self.forHumans = forHumans
    bytes = self.encoding.mark
  }

  /// 「1行を書く」 Writes a record.
  public mutating func row(_ cells: [String]) {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += quoted(forHumans ? neutralised(cell) : cell)
    }
    // A single empty cell would otherwise be an empty line, which is no record to many readers.
    if text.isEmpty { text = "\"\"" }
    text += "\r\n"
    switch encoding {
    case .utf8, .utf8WithBOM: bytes.append(contentsOf: text.utf8)
    case .cp932: appendCP932(text, to: &bytes, lost: &lost)
    case .utf16LE: appendUTF16(text, bigEndian: false, to: &bytes)
    case .utf16BE: appendUTF16(text, bigEndian: true, to: &bytes)
    }
  }
}

private func quoted(_ cell: String) -> String {
  let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  guard needsQuotes else { return cell }
  var result = "\""
  for scalar in cell.unicodeScalars {
    if scalar == "\"" { result.unicodeScalars.append(scalar) }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
