/// Cuts text into records, byte by byte: everything CSV gives a meaning to is ASCII.
struct CSVScanner {
  struct Record {
    var line: Int
    var cells: [String] = []
    var quotes: [Quote] = []
  }

  /// A quote that breaks the rules: in which cell of the record (from 1), and on which line that cell starts.
  struct Quote {
    enum Problem { case unclosed, stray, afterClosing }
    var line: Int
    var cell: Int
    var problem: Problem
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lf: UInt8 = 0x0A
  private static let cr: UInt8 = 0x0D

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index = 0
  private var line = 1

  init(_ text: String) {
    let all = Array(text.utf8)
    bytes = all.starts(with: TextEncoding.utf8WithBOM.mark) ? Array(all.dropFirst(3)) : all
    delimiter = Self.delimiter(of: bytes)
  }

  var isTab: Bool { delimiter == UInt8(ascii: "\t") }

  /// The next record, or nil at the end. A line break at the very end of the text does not begin another record.
  mutating func next() -> Record? {
    guard index < bytes.count else { return nil }
    var record = Record(line: line)
    while true {
      readCell(into: &record)
      guard index < bytes.count else { return record }
      if bytes[index] == delimiter {
        index += 1
      } else {
        takeLineBreak()
        return record
      }
    }
  }

  /// Reads one cell and stops at what ends it: a delimiter, a line break, or the end of the text.
  private mutating func readCell(into record: inout Record) {
    let startLine = line
    let isQuoted = index < bytes.count && bytes[index] == Self.quote
    var cell = isQuoted ? [] : bytes[takePlain()]
    var problem: Quote.Problem? = cell.contains(Self.quote) ? .stray : nil
    if isQuoted {
      if takeQuoted(&cell) {
        let rest = bytes[takePlain()]
        if !rest.isEmpty { problem = .afterClosing }
        cell += rest
      } else {
        problem = .unclosed
      }
    }
    record.cells.append(String(decoding: cell, as: UTF8.self))
    if let problem { record.quotes.append(Quote(line: startLine, cell: record.cells.count, problem: problem)) }
  }

  /// The range up to what ends an unquoted cell.
  private mutating func takePlain() -> Range<Int> {
    let start = index
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != Self.lf, bytes[index] != Self.cr { index += 1 }
    return start..<index
  }

  /// Reads from an opening quote to after the closing one. False if the text ends first.
  private mutating func takeQuoted(_ cell: inout ArraySlice<UInt8>) -> Bool {
    index += 1
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != Self.quote, bytes[index] != Self.lf, bytes[index] != Self.cr { index += 1 }
      cell += bytes[start..<index]
      guard index < bytes.count else { return false }
      if bytes[index] != Self.quote {
        cell += bytes[takeLineBreak()]
      } else if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
        cell.append(Self.quote)
        index += 2
      } else {
        index += 1
        return true
      }
    }
    return false
  }

  /// The range of CR LF, LF or CR, counted as one line.
  @discardableResult
  private mutating func takeLineBreak() -> Range<Int> {
    let start = index
    index += bytes[index] == Self.cr && index + 1 < bytes.count && bytes[index + 1] == Self.lf ? 2 : 1
    line += 1
    return start..<index
  }

  /// A tab if the first record has more tabs than commas outside quotes, otherwise a comma.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    var tabs = 0
    var commas = 0
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lf || byte == cr { break }
      if byte == UInt8(ascii: "\t") { tabs += 1 }
      if byte == UInt8(ascii: ",") { commas += 1 }
    }
    return UInt8(ascii: tabs > commas ? "\t" : ",")
  }
}
