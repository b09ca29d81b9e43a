import CSV

/// A CSV file as bytes → rows with named columns, whatever it was written in (「取り込む表」).
struct ImportSheet: Sendable {
  let header: [String]
  /// Rows that hold something and have as many cells as the header.
  let rows: [Row]
  let faults: [ImportFault]
  /// 「UTF-8」「CP932」
  let encoding: String

  struct Row: Sendable {
    /// Line of text in which the row starts, from 1.
    let line: Int
    let cells: [String]

    /// The cell without surrounding white space; empty where there is no such column.
    subscript(column: Column?) -> String { column.map { cells[$0.index].trimmed } ?? "" }

    func fault(_ weight: ImportFault.Weight, _ column: Column?, _ message: String) -> ImportFault {
      ImportFault(weight: weight, line: line, column: (column?.index ?? 0) + 1, columnName: column?.name ?? "", message: message)
    }
  }

  struct Column: Sendable {
    /// From 0.
    let index: Int
    let name: String
  }

  private let table: CSVTable

  init(_ bytes: [UInt8]) {
    let decoded = decodeText(bytes)
    let (table, faults) = parseCSV(decoded.text)
    self.table = table
    header = table.header
    encoding = ImportSheet.name(decoded.encoding)
    rows = table.rows.filter { !$0.isBlank && $0.cells.count == table.header.count }.map { Row(line: $0.line, cells: $0.cells) }
    var found = faults.map { ImportSheet.fault($0) }
    if !decoded.faults.isEmpty { found += ImportSheet.unreadable(table) }
    self.faults = found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The first of the names that the header has; spelling differences of width, dashes and blanks do not matter.
  func column(_ names: [String]) -> Column? {
    for name in names {
      if let index = table.column(named: name) { return Column(index: index, name: header[index]) }
    }
    return nil
  }

  private static func fault(_ fault: CSVFault) -> ImportFault {
    let weight: ImportFault.Weight
    var message = fault.message
    switch fault.kind {
    case .ragged, .quote, .value:
      weight = .error
      message += "元の表を直してから、もう一度取り込んでください。"
    case .blank:
      weight = .repaired
      message += "読み飛ばします。"
    case .header where fault.columnName == nil:
      weight = .error
      message += "1行目に見出しのあるファイルを選んでください。"
    case .header:
      weight = .caution
      message += "この列は使いません。"
    }
    return ImportFault(weight: weight, line: fault.line, column: fault.column, columnName: fault.columnName ?? "", message: message)
  }

  /// Cells in which a character could not be read.
  private static func unreadable(_ table: CSVTable) -> [ImportFault] {
    let all = [CSVRow(number: 0, line: 1, cells: table.header)] + table.rows
    return all.flatMap { row in
      row.cells.enumerated().filter { $0.element.contains("〓") }.map { cell in
        ImportFault(
          weight: .error, line: row.line, column: cell.offset + 1,
          columnName: table.header.indices.contains(cell.offset) ? table.header[cell.offset] : "",
          message: "読めない文字があります。文字コードをUTF-8かShift_JIS（CP932）にして保存し直してください。")
      }
    }
  }

  private static func name(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf8WithBOM: "UTF-8（BOM付き）"
    case .cp932: "CP932（Shift_JIS）"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    }
  }
}
