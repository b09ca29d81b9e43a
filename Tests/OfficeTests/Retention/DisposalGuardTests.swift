import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 廃棄の守り: everything about a case is covered, and nothing but an approved disposal gets through.
struct DisposalGuardTests {
  /// Tables that a disposal leaves, and why.
  private static let kept: [String: String] = [
    "agency": "機関", "agency_area": "機関", "agency_field": "機関", "agency_programme": "機関", "office": "事務所", "staff": "職員",
    "staff_role": "職員", "session": "職員", "schema_version": "版", "audit_entry": "番号だけ", "meeting": "会議そのもの", "meeting_member": "会議そのもの",
    "meeting_pledge": "会議そのもの", "disposal": "台帳", "disposal_line": "台帳", "disposal_file": "台帳", "disposal_never": "空",
    "disposal_in_hand": "実施のあいだだけ", "guest_pass": "会議そのもの", "guest_session": "会議そのもの", "guest_submission": "会議そのもの",
    "guest_pledge": "会議そのもの", "audit_checkpoint": "監査", "access_pattern_cursor": "監査", "access_pattern": "番号だけ",
    "access_pattern_review": "監査", "access_answer": "番号だけ", "incident": "漏えい等の台帳", "incident_version": "漏えい等の台帳",
    "incident_step": "漏えい等の台帳",
    "second_factor": "職員", "recovery_code": "職員", "sign_in_notice": "職員", "transfer": "職員", "mover": "職員", "mover_choice": "職員",
    "pack": "30日で消える", "meeting_minutes": "会議そのもの", "questionnaire": "会議そのもの",
    "questionnaire_sent": "会議そのもの", "questionnaire_answer": "会議そのもの",
  ]
  /// Tables without a key to the case, taken care of by name in ``CaseErasure`` or by triggers.
  private static let byName: Set<String> = ["draft", "submission", "note_reader", "resident_reader"]

  @Test func `個人情報のある表は、どれも廃棄の対象である`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    let (tables, map) = try await database.read { reading in
      (
        try reading.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") { $0.text(0) },
        try ErasureMap(reading)
      )
    }
    let covered = ["case_file", "resident", "household"].reduce(into: Set<String>()) { $0.formUnion(map.tables(from: $1)) }
    #expect(covered.count > 40)
    for table in tables where !covered.contains(table) && Self.kept[table] == nil && !Self.byName.contains(table) {
      let isIndex = ["note_text", "resident_text"].contains { table == $0 || table.hasPrefix("\($0)_") }
      if !isIndex { Issue.record("\(table)は、事例・人・世帯につながる鍵がなく、廃棄で消えません。鍵を付けるか、残すわけをここに書いてください") }
    }
    for table in Self.kept.keys { #expect(!covered.contains(table), "\(table)は残すはずなのに、廃棄で消えます") }
    try await database.close()
  }

  @Test func `消すことを拒む引き金は、廃棄だけを通す`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    let (guards, map) = try await database.read { reading in
      (
        try reading.rows("SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'") {
          (table: $0.text(0), name: $0.text(1), sql: $0.text(2))
        }, try ErasureMap(reading)
      )
    }
    let covered = ["case_file", "resident", "household"].reduce(into: Set<String>()) { $0.formUnion(map.tables(from: $1)) }
    for line in guards where covered.contains(line.table) {
      #expect(line.sql.contains("disposal_in_hand"), "\(line.name)が廃棄を止めます。schema 013で作り直してください")
    }
    #expect(guards.count > 15)
    try await database.close()
  }

  @Test func `廃棄でないときは、どの引き金もいままでどおり拒む`() async throws {
    let world = try await DisposalWorld.open()
    let now = world.town.now
    try await world.town.office.database.write { writing in
      let plan = try writing.count("SELECT max(id) FROM plan")
      let (staff, agency) = (try writing.count("SELECT min(id) FROM staff"), try writing.count("SELECT min(id) FROM agency"))
      try writing.run(
        """
        INSERT INTO support_decision (plan_id, result, number, decided_on, decider_title, decider_name, staff_id, at)
        VALUES (\(plan), 'granted', '架空-1', '2026-11-21', '課長', '架空', \(staff), \(now))
        """)
      try writing.run("INSERT INTO plan_history (plan_id, version, content, staff_id, at) VALUES (\(plan), 1, '{}', \(staff), \(now))")
      try writing.run(
        """
        INSERT INTO consent_event (case_file_id, event, on_day, staff_id, agency_id, at)
        VALUES (\(world.caseFile), 'asked', '2026-11-21', \(staff), \(agency), \(now))
        """)
      try writing.run("INSERT INTO meeting_role (item_id, agency_id, what) SELECT max(id), \(agency), '架空の役割' FROM meeting_item")
      try writing.run("UPDATE meeting_item SET result = 'mayClose' WHERE id = (SELECT max(id) FROM meeting_item)")
    }
    let guarded = [
      "consent", "consent_event", "coordination_event", "meeting_item", "meeting_role", "note", "plan", "plan_comment", "plan_history",
      "plan_item", "plan_role", "support_decision", "referral_event", "audit_entry",
    ]
    for table in guarded {
      #expect(try await world.town.number("SELECT count(*) FROM \(raw: table)") > 0, "\(table)")
      await #expect(throws: ConstraintViolation.self, "\(table)") {
        try await world.town.office.database.write { try $0.run("DELETE FROM \(raw: table)") }
      }
    }
    // With everything in it, the case still goes when it was approved.
    let id = try await world.propose()
    try await world.approve(id)
    _ = try await world.town.signedIn(DisposalWorld.manager).post("/retention/disposals/\(id)/execution")
    #expect(try await world.town.number("SELECT count(*) FROM plan_history") == 0)
    #expect(try await world.town.number("SELECT count(*) FROM case_file WHERE id = \(world.caseFile)") == 0)
  }

  @Test func `承認のない事例は手に取れず、手に取ったままでは保存されない`() async throws {
    let world = try await DisposalWorld.open()
    let file = world.caseFile
    let take: SQL = "INSERT INTO disposal_in_hand (case_file_id) VALUES (\(file))"
    await #expect(throws: ConstraintViolation.self) { try await world.town.office.database.write { try $0.run(take) } }
    let id = try await world.propose()
    await #expect(throws: ConstraintViolation.self) { try await world.town.office.database.write { try $0.run(take) } }
    try await world.approve(id)
    // Approved: it may be taken in hand, but the transaction cannot end like that, and another case still refuses.
    await #expect(throws: ConstraintViolation.self) { try await world.town.office.database.write { try $0.run(take) } }
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { writing in
        try writing.run(take)
        try writing.run("DELETE FROM note WHERE case_file_id <> \(file)")
        try writing.run("DELETE FROM disposal_in_hand")
      }
    }
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { try $0.run("INSERT INTO disposal_in_hand (resident_id) VALUES (1)") }
    }
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { try $0.run("UPDATE disposal SET stage = 'approved', answered_by = proposed_by") }
    }
    #expect(try await world.town.number("SELECT count(*) FROM note WHERE case_file_id = \(file)") == 2)
  }
}
