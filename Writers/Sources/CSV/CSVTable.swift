/// 「表」 A CSV file that has been read: a header and the records below it.
public struct CSVTable: Sendable {
  /// 「見出し」 The cells of the first record, as they are written.
  public let header: [String]
  /// 「行」 Every record after the header, also those with too few or too many cells and those with nothing in them.
  public let rows: [CSVRow]
  /// 「区切り文字」 A comma or a tab.
  public let delimiter: Character
  private let columns: [String: Int]

  /// 「表を作る」 Makes a table of records that are already in memory.
  public init(header: [String], rows: [CSVRow], delimiter: Character = ",") {
    self.header = header
    self.rows = rows
    self.delimiter = delimiter
    let named = header.enumerated().map { (normalisedHeader($0.element), $0.offset) }
    columns = Dictionary(named.filter { !$0.0.isEmpty }, uniquingKeysWith: min)
  }

  /// 「列を見出しで探す」 The place of a column, from 0, for ``CSVRow/subscript(_:)``. Names are compared by ``normalisedHeader(_:)``.
  ///
  /// - Parameter names: the names the column may have, the best one first.
  /// - Returns: the first of the names that the header has, or nil. Of columns with the same name the leftmost.
  public func column(named names: String...) -> Int? {
    names.lazy.compactMap { columns[normalisedHeader($0)] }.first
  }
}

/// 「行」 One record. A record may run over several lines of text, because a quoted cell may hold line breaks.
public struct CSVRow: Sendable, Equatable {
  /// 「何件目か」 The number of the record, from 1 for the first one below the header.
  public let number: Int
  /// 「何行目か」 The line of text in which the record starts, from 1 for the first line of the file.
  public let line: Int
  /// 「セル」 The cells, without their quotes; nothing is trimmed.
  public let cells: [String]

  /// 「行を作る」 Makes a record that is already in memory.
  public init(number: Int, line: Int, cells: [String]) {
    self.number = number
    self.line = line
    self.cells = cells
  }

  /// 「セル」 The cell in a column found by ``CSVTable/column(named:)``; nil if there is no such column or the record is too short.
  public subscript(_ column: Int?) -> String? {
    guard let column, cells.indices.contains(column) else { return nil }
    return cells[column]
  }

  /// 「空の行か」 Whether no cell holds anything but white space.
  public var isBlank: Bool {
    cells.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}

/// 「表の不備」 Something in a CSV file that a person has to look at, and where it is.
public struct CSVFault: Error, Sendable, Equatable {
  /// 「不備の種類」 What kind of thing is wrong.
  public enum Kind: Sendable, CaseIterable {
    /// 「列数の違い」 The record has more or fewer cells than the header.
    case ragged
    /// 「空の行」 No cell of the record holds anything.
    case blank
    /// 「引用符の誤り」 A quote that is not closed, or stands where none may stand.
    case quote
    /// 「見出しの不備」 No header, a column without a name, or two columns of one name.
    case header
    /// 「内容の不備」 What a cell holds is not what the reader of the table needs.
    case value
  }

  /// 「何行目か」 The line of text, from 1.
  public let line: Int
  /// 「何列目か」 The number of the cell in its record, from 1.
  public let column: Int
  /// 「列の見出し」 The header of that column; nil if the header has no such column.
  public let columnName: String?
  /// 「説明」 What is wrong, in Japanese, without the place.
  public let message: String
  /// 「不備の種類」 What kind of thing is wrong.
  public let kind: Kind

  /// 「不備を記す」 Notes something wrong in a cell.
  public init(line: Int, column: Int, columnName: String?, message: String, kind: Kind = .value) {
    self.line = line
    self.column = column
    self.columnName = columnName
    self.message = message
    self.kind = kind
  }
}
