import CSV
import Casework
import Crypto
import Foundation
import Store

/// 「監査記録の出力」 The audit log as a file: for people in a spreadsheet, and with everything a machine needs to check it without the office.
///
/// Each row carries number, hash and previous hash exactly as in the log, and the bytes the hash is made of. The last row tells how many
/// there are, the first and the last hash, and the SHA-256 of everything before that row.
struct AuditFile {
  static let header =
    ["番号", "日時", "職員", "所属", "行為", "結果", "事例番号", "対象", "詳細", "要求番号", "接続元"] + ["原文（検証用）", "前の印", "印"]
  static let closing = "末尾"

  private var sum = SHA256()
  private(set) var count = 0
  private(set) var first: JournalRules.End?
  private(set) var last: JournalRules.End?

  /// The heading.
  mutating func begin() -> [UInt8] { taken([AuditFile.header], isFirst: true) }

  /// The rows of some lines, in rising order.
  mutating func rows(_ lines: [AuditLine]) -> [UInt8] {
    guard let oldest = lines.first, let newest = lines.last else { return [] }
    if first == nil { first = JournalRules.End(number: oldest.id, mark: oldest.hash) }
    last = JournalRules.End(number: newest.id, mark: newest.hash)
    count += lines.count
    return taken(
      lines.map { line in
        AuditTrailSheet.cells(line) + [Data(line.draft).base64EncodedString(), Hex.text(line.previous), Hex.text(line.hash)]
      })
  }

  /// The last row, and the hash that stands in it.
  mutating func finish() -> (bytes: [UInt8], hash: [UInt8]) {
    let hash = Array(sum.finalize())
    let cells = [
      AuditFile.closing, String(count), first.map { String($0.number) } ?? "", first.map { Hex.text($0.mark) } ?? "",
      last.map { String($0.number) } ?? "", last.map { Hex.text($0.mark) } ?? "", Hex.text(hash),
    ]
    return (bytes([cells + [String](repeating: "", count: AuditFile.header.count - cells.count)], isFirst: false), hash)
  }

  private mutating func taken(_ rows: [[String]], isFirst: Bool = false) -> [UInt8] {
    let bytes = bytes(rows, isFirst: isFirst)
    sum.update(data: bytes)
    return bytes
  }

  private func bytes(_ rows: [[String]], isFirst: Bool) -> [UInt8] {
    var writer = CSVWriter(encoding: .utf8, forHumans: true)
    let mark = writer.bytes.count
    for row in rows { writer.row(row) }
    return isFirst ? writer.bytes : Array(writer.bytes.dropFirst(mark))
  }
}

extension AuditFile {
  /// A whole file of lines that fit into memory.
  static func whole(_ lines: [AuditLine]) -> (bytes: [UInt8], hash: [UInt8]) {
    var file = AuditFile()
    let body = file.begin() + file.rows(lines)
    let end = file.finish()
    return (body + end.bytes, end.hash)
  }
}
