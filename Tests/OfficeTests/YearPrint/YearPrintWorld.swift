import Casework
import Foundation
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Three cases of 多機関協働 with a confirmed plan each.
struct YearPrintWorld {
  static let address = "見本市秘密町9-8-7"

  let meeting: MeetingWorld
  /// Of the cases, in their order.
  let numbers: [String]

  var town: Town { meeting.town }
  var coordinator: Visitor { meeting.coordinator }

  /// - Parameter days: on which the plans were confirmed.
  static func open(days: [String] = ["2026-06-01", "2026-11-20", "2026-04-01"]) async throws -> YearPrintWorld {
    let meeting = try await MeetingWorld.open()
    let all = [meeting.id, try await meeting.another(2), try await meeting.another(1)]
    try await meeting.town.office.database.write { writing in
      for (id, day) in zip(all, days) { try writing.run("UPDATE plan SET confirmed_on = \(day) WHERE coordination_id = \(id)") }
    }
    let numbers = try await meeting.town.office.database.read { reading in
      try reading.rows("SELECT c.number FROM coordination k JOIN case_file c ON c.id = k.case_file_id ORDER BY c.number") { $0.text(0) }
    }
    return YearPrintWorld(meeting: meeting, numbers: numbers)
  }

  func order(_ year: Int = 2026) async throws -> Reply { try await coordinator.post("/prints/year", [("year", "\(year)")]) }

  /// The address of the file that was made last.
  func file() async throws -> String { "/prints/year/\(try await town.number("SELECT max(id) FROM pack"))/file" }

  /// What a worker binds now, for whatever could be ordered.
  func bound() async throws -> BoundPack {
    let (office, now) = (town.office, town.now)
    let staff = StaffID(try await town.number("SELECT id FROM staff WHERE sign_in_name = 'takikan'"))
    let job = try await office.database.write { writing in
      let desk = try office.seat(writing, staff: staff, act: .buildPack, at: now)
      try PackRecords.queue(desk, year: 2026, try YearPrintQueries.plans(desk, desk.scope, year: 2026))
      return try #require(try PackRecords.take(writing, at: now))
    }
    guard case .year(let year, let plans) = job.content else { throw StoryProblem() }
    let bound = try #require(try await office.bindYear(job, year, plans))
    try await office.database.write { try $0.run("DELETE FROM pack_plan WHERE pack_id = \(job.id)") }
    try await office.database.write { try $0.run("DELETE FROM pack WHERE id = \(job.id)") }
    return bound
  }

  struct StoryProblem: Error {}

  /// Ends every ground of a case.
  func lose(_ place: Int) async throws {
    let (number, now) = (numbers[place], town.now)
    try await town.office.database.write {
      try $0.run(
        "UPDATE case_ground SET until = \(now) WHERE case_file_id = (SELECT id FROM case_file WHERE number = \(number)) AND until IS NULL")
    }
  }

  /// The address of the person of every case, in what was typed into a plan too.
  func tellAddress() async throws {
    let file = meeting.world.caseFile
    try await town.office.database.write { writing in
      try writing.run(
        "UPDATE resident SET address = \(Self.address) WHERE id = (SELECT resident_id FROM case_file WHERE id = \(file))")
      let plans = try writing.rows("SELECT id, confirmed_on FROM plan") { ($0.int(0), $0.text(1)) }
      for (plan, day) in plans {
        // A confirmed plan is never changed, so it is confirmed once more in a new one of the next round.
        let next = try writing.insert(
          """
          INSERT INTO plan (coordination_id, round, form_version, drafted_on, author, agency_id, issues, notes, confirmed_on, saved_at)
          SELECT coordination_id, round + 1, form_version, drafted_on, author, agency_id, '架空の課題', \("住まい：\(Self.address)"), NULL, saved_at
          FROM plan WHERE id = \(plan)
          """)
        try writing.run("UPDATE plan SET confirmed_on = \(day) WHERE id = \(next)")
      }
    }
  }

  /// 支援措置 of the person, known to 包括東 alone.
  func protect() async throws {
    let (file, now) = (meeting.world.caseFile, town.now)
    try await town.office.database.write { writing in
      let id = try writing.insert(
        """
        INSERT INTO protection (resident_id, kind, level, basis, from_on, staff_id, agency_id, registered_at)
        SELECT c.resident_id, 'partnerViolence', 'contacts', '架空', '2026-01-01', s.id, s.agency_id, \(now) FROM case_file c, staff s
        WHERE c.id = \(file) AND s.sign_in_name = 'houkatsu'
        """)
      try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) SELECT id, agency_id FROM protection WHERE id = \(id)")
    }
  }

  /// The protected person lives elsewhere now: as many words are kept back as before, and other ones.
  func move() async throws {
    let file = meeting.world.caseFile
    try await town.office.database.write { writing in
      try writing.run(
        "UPDATE resident SET address = '見本市別の町1-2-3' WHERE id = (SELECT resident_id FROM case_file WHERE id = \(file))")
    }
  }
}
