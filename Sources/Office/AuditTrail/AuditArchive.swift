import Casework
import Foundation
import Store

/// 「監査記録の保管」 Moves the older part of the log into a file that can be checked by itself.
///
/// The log is kept for the years of the setting (reference §8.2: at least one, usually three to five). What is moved leaves a checkpoint
/// with its last hash and the file's hash, from which the chain goes on, and an entry that says so.
extension Office {
  public struct ArchivedAudit: Sendable {
    public let count: Int
    public let last: Int
    public let fileHash: String
  }

  /// - Throws: ``CommandRefusal`` when the days are too young, nothing is that old, the chain is broken, or the file is there already.
  public func archiveAudit(before: CivilDate, to path: String, as name: String) async throws -> ArchivedAudit {
    try await finishArchive()
    let youngest = CivilDate.of(epochSeconds: clock()).adding(months: -12 * settings.auditYears)
    guard before <= youngest else {
      throw CommandRefusal("監査記録は\(settings.auditYears)年間保存します。\(youngest.wareki)以前の日付を指定してください。")
    }
    if case .broken(let number, let why) = try await AuditChain.verify(database) {
      throw CommandRefusal("監査記録の\(number)番で途切れているため、保管に移しません：\(why)。")
    }
    let start = AuditTrailQueries.start(of: before)
    let range = try await database.read { try AuditTrailQueries.range($0, before: start) }
    guard let range else { throw CommandRefusal("\(before.wareki)より前の監査記録はありません。") }
    let hash = try await write(range, to: path)
    guard case .whole(let count, let first, let end, let lastHash, gaps: 0, let fileHash) = try AuditFileCheck.verify(path),
      count == range.count, first...max(first, end) == range, fileHash == Hex.text(hash), let last = Hex.bytes(lastHash)
    else { throw CommandRefusal("\(path) を書いたあとの検証で、監査記録と合いませんでした。何も移していません。ディスクを確かめてください。") }
    let checkpoint = AuditCheckpoint(
      first: range.lowerBound, number: range.upperBound, hash: last, fileHash: hash, before: before.iso)
    let now = clock()
    try await operate(as: name, act: AuditCheckpoint.act, subject: checkpoint.subject, detail: checkpoint.detail) { writing in
      try AuditRecords.mark(writing, checkpoint, by: name, at: now)
    }
    try await finishArchive()
    return ArchivedAudit(count: range.count, last: range.upperBound, fileHash: Hex.text(hash))
  }

  /// Takes away what a checkpoint vouches for, a little at a time so that nobody's save waits long; also what an earlier run left behind.
  private func finishArchive() async throws {
    while try await database.write({ try AuditRecords.removeArchived($0, limit: 2_000) }) == 2_000 {}
  }

  private func write(_ range: ClosedRange<Int>, to path: String) async throws -> [UInt8] {
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw CommandRefusal("\(path) はすでにあります。まだない名前を指定してください。") }
    guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CommandRefusal("\(path) に書けません。フォルダの場所と権限を確かめてください。") }
    defer { handle.closeFile() }
    var file = AuditFile()
    try handle.write(contentsOf: file.begin())
    var from = range.lowerBound
    while from <= range.upperBound {
      let part = from...min(from + 4_999, range.upperBound)
      let lines = try await database.read { try AuditTrailQueries.lines($0, numbers: part) }
      try handle.write(contentsOf: file.rows(lines))
      from = part.upperBound + 1
    }
    let end = file.finish()
    try handle.write(contentsOf: end.bytes)
    try handle.synchronize()
    return end.hash
  }
}

extension Office {
  /// Does the log say that this file was made from it? `fileHash` is the one in its last row.
  public func knowsExport(_ fileHash: String) async throws -> Bool {
    try await database.settle()
    return try await database.read { try AuditTrailQueries.knowsExport($0, fileHash) }
  }
}
