/// 「CSVの読み取り」 Reads a table by RFC 4180: quoted cells may hold commas, quotes and line breaks.
///
/// Also taken: LF or CR alone as line end, tabs instead of commas (when the first record has more of them), a byte order mark. Nothing is
/// dropped or repaired in silence: a record of the wrong length, an empty record and a misplaced quote stay in the table and are reported.
public func parseCSV(_ text: String) -> (table: CSVTable, faults: [CSVFault]) {
  var scanner = CSVScanner(text)
  var records: [CSVScanner.Record] = []
  while let record = scanner.next() { records.append(record) }
  let header = records.first?.cells ?? []
  let rows = records.dropFirst().enumerated().map { CSVRow(number: $0.offset + 1, line: $0.element.line, cells: $0.element.cells) }
  var faults = headerFaults(header)
  for (row, record) in zip(rows, records.dropFirst()) {
    if let fault = shapeFault(row, header, isLast: row.number == rows.count) { faults.append(fault) }
    faults += quoteFaults(record, header)
  }
  if let first = records.first { faults += quoteFaults(first, header) }
  faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  return (CSVTable(header: header, rows: rows, delimiter: scanner.isTab ? "\t" : ","), faults)
}

private func headerFaults(_ header: [String]) -> [CSVFault] {
  if header.allSatisfy({ normalisedHeader($0).isEmpty }) {
    return [CSVFault(line: 1, column: 1, columnName: nil, message: "見出しの行がありません。", kind: .header)]
  }
  var seen: [String: Int] = [:]
  var faults: [CSVFault] = []
  for (index, name) in header.enumerated() {
    let key = normalisedHeader(name)
    if key.isEmpty {
      faults.append(CSVFault(line: 1, column: index + 1, columnName: name, message: "見出しのない列です。", kind: .header))
    } else if let other = seen[key] {
      let message = "見出しが\(other)列目と同じです。"
      faults.append(CSVFault(line: 1, column: index + 1, columnName: name, message: message, kind: .header))
    } else {
      seen[key] = index + 1
    }
  }
  return faults
}

private func shapeFault(_ row: CSVRow, _ header: [String], isLast: Bool) -> CSVFault? {
  if row.isBlank {
    let message = isLast ? "最後の行が空です。" : "空の行です。"
    return CSVFault(line: row.line, column: 1, columnName: header.first, message: message, kind: .blank)
  }
  guard row.cells.count != header.count else { return nil }
  let column = min(row.cells.count, header.count) + 1
  let name = header.indices.contains(column - 1) ? header[column - 1] : nil
  let message = "見出しは\(header.count)列ですが、この行は\(row.cells.count)列です。"
  return CSVFault(line: row.line, column: column, columnName: name, message: message, kind: .ragged)
}

private func quoteFaults(_ record: CSVScanner.Record, _ header: [String]) -> [CSVFault] {
  record.quotes.map { quote in
    let name = header.indices.contains(quote.cell - 1) ? header[quote.cell - 1] : nil
    let message =
      switch quote.problem {
      case .unclosed: "引用符（\"）で始まるセルが閉じられていません。"
      case .stray: "セルの途中に引用符（\"）があります。"
      case .afterClosing: "閉じた引用符（\"）のあとに文字があります。"
      }
    return CSVFault(line: quote.line, column: quote.cell, columnName: name, message: message, kind: .quote)
  }
}
