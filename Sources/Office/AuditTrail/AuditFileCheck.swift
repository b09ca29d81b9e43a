import Crypto
import Foundation
import Store

/// Checks an exported file by itself, without an office (「出力した監査記録の検証」).
public enum AuditFileCheck {
  public enum Finding: Sendable, Equatable {
    /// Every row is the one whose hash it carries, and nothing was taken away or put in.
    ///
    /// - gaps: how many times numbers are skipped, because only a part of the log was exported.
    case whole(count: Int, first: Int, last: Int, lastHash: String, gaps: Int, fileHash: String)
    /// The first row that does not hold, counted from the heading as 1.
    case broken(row: Int, why: String)
  }

  /// - Throws: ``CommandRefusal`` when the file cannot be read.
  public static func verify(_ path: String) throws -> Finding {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CommandRefusal("\(path) を読めません。ファイルの場所と権限を確かめてください。")
    }
    defer { file.closeFile() }
    return try verify { try file.read(upToCount: 1 << 20).map { Array($0) } }
  }

  static func verify(_ more: @escaping () throws -> [UInt8]?) throws -> Finding {
    var records = AuditFileRecords(more: more)
    var check = AuditRowCheck()
    guard let heading = try records.next(), heading.texts == AuditFile.header.map({ Optional($0) }) else {
      return .broken(row: 1, why: "見出しが、この監査記録の出力のものではありません")
    }
    check.take(heading.bytes)
    var row = 1
    while let record = try records.next() {
      row += 1
      if record.texts.first == AuditFile.closing {
        if let why = check.closing(record.texts) { return .broken(row: row, why: why) }
        if try records.next() != nil { return .broken(row: row + 1, why: "最後の行のあとに、行が書き足されています") }
        return check.finding
      }
      if let why = check.step(record) { return .broken(row: row, why: why) }
    }
    return .broken(row: row + 1, why: "最後の行がありません。途中で切れています")
  }
}

/// Goes from row to row.
private struct AuditRowCheck {
  private var sum = SHA256()
  private var fileHash = ""
  private var count = 0
  private var gaps = 0
  private var first: JournalRules.End?
  private var last: JournalRules.End?

  mutating func take(_ bytes: [UInt8]) { sum.update(data: bytes) }

  mutating func step(_ record: AuditFileRecords.Record) -> String? {
    let cells = record.texts
    guard cells.count == AuditFile.header.count, let number = cells[0].flatMap({ Int($0) }),
      let draft = cells[11].flatMap({ Data(base64Encoded: $0) }), let previous = cells[12].flatMap(Hex.bytes),
      let hash = cells[13].flatMap(Hex.bytes)
    else { return "行の形が違います" }
    if let last {
      guard number > last.number else { return "番号の順が違います" }
      if number > last.number + 1 { gaps += 1 }
      guard number > last.number + 1 || previous == last.mark else { return "前の行とのつながりが切れています" }
    }
    let sealed = AuditEntry.sealed(Array(draft), after: JournalRules.End(number: number - 1, mark: previous)).end
    guard sealed.mark == hash else { return "内容が書き換えられています" }
    if first == nil { first = sealed }
    last = sealed
    count += 1
    take(record.bytes)
    return nil
  }

  mutating func closing(_ cells: [String?]) -> String? {
    fileHash = Hex.text(sum.finalize())
    let told = [
      AuditFile.closing, String(count), first.map { String($0.number) } ?? "", first.map { Hex.text($0.mark) } ?? "",
      last.map { String($0.number) } ?? "", last.map { Hex.text($0.mark) } ?? "",
    ]
    guard cells.count == AuditFile.header.count, Array(cells[..<6]) == told.map({ Optional($0) }) else {
      return "最後の行の件数か印が、行と合いません。行が消されたか、書き足されています"
    }
    return cells[6] == fileHash && cells[7...].allSatisfy { $0 == "" } ? nil : "ファイルの印が合いません。職員の名前など、どこかが書き換えられています"
  }

  var finding: AuditFileCheck.Finding {
    .whole(
      count: count, first: first?.number ?? 0, last: last?.number ?? 0, lastHash: last.map { Hex.text($0.mark) } ?? "", gaps: gaps,
      fileHash: fileHash)
  }
}

/// Cuts a file of ours into records without holding more than one of them.
private struct AuditFileRecords {
  struct Record {
    let bytes: [UInt8]
    /// Nil for a cell that is no UTF-8.
    let texts: [String?]
  }

  let more: () throws -> [UInt8]?
  private var buffer: [UInt8] = []
  private var index = 0

  init(more: @escaping () throws -> [UInt8]?) { self.more = more }

  mutating func next() throws -> Record? {
    var bytes: [UInt8] = []
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    while let byte = try byte() {
      bytes.append(byte)
      switch byte {
      case UInt8(ascii: "\""):
        // Within quotes a doubled one stands for itself: it closes and opens again.
        if !isQuoted, bytes.dropLast().last == byte { cells[cells.count - 1].append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: cells.append([])
      case 0x0D where !isQuoted: break
      case 0x0A where !isQuoted: return Record(bytes: bytes, texts: AuditFileRecords.texts(cells))
      default: cells[cells.count - 1].append(byte)
      }
    }
    return bytes.isEmpty ? nil : Record(bytes: bytes, texts: AuditFileRecords.texts(cells))
  }

  private mutating func byte() throws -> UInt8? {
    if index == buffer.count {
      guard let chunk = try more(), !chunk.isEmpty else { return nil }
      buffer = chunk
      index = 0
    }
    index += 1
    return buffer[index - 1]
  }

  /// Without the byte order mark.
  private static func texts(_ cells: [[UInt8]]) -> [String?] {
    cells.map { cell in String(validating: cell.starts(with: [0xEF, 0xBB, 0xBF]) ? cell.dropFirst(3) : cell[...], as: UTF8.self) }
  }
}

extension Hex {
  /// The bytes of lower-case hexadecimal; nothing for anything else.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var out: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      out.append(high << 4 | low)
    }
    return out
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
