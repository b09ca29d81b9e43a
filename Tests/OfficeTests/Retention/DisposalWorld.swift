import Casework
import Foundation
import Store
import Testing

@testable import Office

/// The access world seven years on: the case with the canary in every word of it has been closed, and its time is over.
struct DisposalWorld {
  let world: AccessWorld
  var town: Town { world.town }
  var caseFile: Int { world.caseFile }

  static let official = AccessVisitor.staff(.programme, .cityStaff).signInName
  static let manager = AccessVisitor.staff(.programme, .cityManager).signInName

  static func open(years: Int = 7) async throws -> DisposalWorld {
    let opened = DisposalWorld(world: try await AccessWorld.open())
    try await opened.close()
    opened.town.pass(days: 366 * years)
    return opened
  }

  /// Closes every thread, and takes the canary out of what is not the case's: the meeting itself and its members.
  private func close() async throws {
    let (file, now) = (caseFile, town.now)
    try await town.office.database.write { writing in
      try writing.run(
        """
        INSERT INTO case_event (case_file_id, event, stage, reason, staff_id, agency_id, at)
        SELECT id, 'close', 'CLOSED', \(AccessWorld.canary), in_charge, opened_by, \(now) FROM case_file WHERE id = \(file)
        """)
      try writing.run("UPDATE case_file SET stage = 'CLOSED' WHERE id = \(file)")
      try writing.run("UPDATE coordination SET stage = 'closed' WHERE case_file_id = \(file)")
      // What still holds in the access world is over by then: the hold, the protection, the request for disclosure.
      try writing.run("UPDATE records_hold SET ended_at = \(now), end_reason = '架空'")
      try writing.run("UPDATE protection SET ended_at = \(now), end_reason = '架空'")
      try writing.run("UPDATE disclosure SET stage = 'withdrawn', words = '架空'")
      try writing.run("UPDATE follow_up SET done_on = '2026-11-21'")
      try writing.run("UPDATE records_hold SET ended_at = \(now), end_reason = '終わった' WHERE case_file_id = \(file)")
      try writing.run("UPDATE disclosure SET stage = 'withdrawn' WHERE stage = 'drafting'")
      try writing.run("UPDATE meeting SET place = '', minutes = ''")
      try writing.run("UPDATE meeting_member SET name = '' || id, position = ''")
    }
  }

  func propose() async throws -> Int {
    let official = try await town.signedIn(Self.official)
    let reply = try await official.post("/retention/disposals", [("case", String(caseFile)), ("words", "期間満了のため")])
    try #require(reply.status == 303, "\(reply.text)")
    return reply.number
  }

  func approve(_ id: Int) async throws {
    let reply = try await town.signedIn(Self.manager).post("/retention/disposals/\(id)/answer", [("answer", "approve")])
    try #require(reply.status == 303, "\(reply.text)")
  }

  /// Attachments are left alone for ten minutes after they were brought; here years have gone by.
  func age() throws {
    let folder = town.office.settings.dataFolder.appending(path: "attachments")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: folder.appending(path: name).path)
    }
  }

  /// Every byte that the office keeps.
  /// The tables in which a text still holds these words, to say where something was forgotten.
  func tables(holding words: String) async throws -> [String] {
    try await town.office.database.read { reading in
      let columns = try reading.rows(
        """
        SELECT m.name, i.name FROM sqlite_schema m JOIN pragma_table_info(m.name) i
        WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%' AND i.type = 'TEXT'
        """
      ) { ($0.text(0), $0.text(1)) }
      return try columns.filter { table, column in
        try reading.exists("SELECT 1 FROM \(raw: "\"\(table)\"") WHERE instr(\(raw: "\"\(column)\""), \(words)) > 0")
      }.map { "\($0.0).\($0.1)" }
    }
  }

  func bytesOnDisk() throws -> [String: Data] {
    let folder = town.office.settings.dataFolder
    var found: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      let place = folder.appending(path: name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      found[name] = try Data(contentsOf: place)
    }
    return found
  }
}
