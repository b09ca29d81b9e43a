import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 包括東 on the way to 1 April: a counsellor with twelve cases moves, somebody new arrives, the supervisor stays.
struct TransferWorld {
  static let day = "R9.4.1"
  let town: Town
  let id: Int
  /// The cases of the counsellor, the first of which comes from the sample town.
  let cases: [Int]

  /// - Parameter planned: the counsellor's move to 障害 is in the plan and confirmed by the administrator, with somebody new who arrives.
  static func open(planned: Bool = true) async throws -> TransferWorld {
    let town = try await Town.open()
    for index in 1...11 {
      let id = try await town.openCase(name: "架空 事例\(index)")
      if index < 4 {
        _ = try await town.work(as: "houkatsu") { desk in
          try TaskRecords.add(
            desk, try desk.open(id),
            FollowUpTask(what: "架空の約束\(index)", due: desk.today.adding(days: 200), assignee: desk.staff.id, done: nil))
        }
      }
    }
    let cases = try await town.numbers(
      "SELECT c.id FROM case_file c JOIN staff s ON s.id = c.in_charge WHERE s.sign_in_name = 'houkatsu' ORDER BY c.id")
    let made = try await town.signedIn("kakari").post("/transfers", [("effective_on", day)])
    try #require(made.status == 303, "\(made.text)")
    let world = TransferWorld(town: town, id: made.number, cases: cases)
    if planned { try await world.plan() }
    return world
  }

  var path: String { "/transfers/\(id)" }

  func plan() async throws {
    try #require(try await move("houkatsu", by: "kakari").status == 303)
    let administrator = try await town.signedIn("kanri")
    try #require(try await administrator.post("\(path)/movers/\(try await mover("houkatsu"))/confirmation").status == 303)
    let arrival = try await administrator.post(
      "\(path)/arrivals",
      [
        ("new_name", "架空 新子"), ("new_sign_in", "shinko"), ("new_agency", "\(try await town.agency(of: "kakari"))"),
        ("new_template", "counsellor"),
      ])
    try #require(arrival.status == 303, "\(arrival.text)")
  }

  func move(_ name: String, by planner: String, template: String = "counsellor") async throws -> Reply {
    try await town.signedIn(planner).post(
      "\(path)/movers",
      [
        ("staff", "\(try await town.staff(name))"), ("kind", "moves"), ("to_agency", "\(try await town.agency(of: "shougai"))"),
        ("template", template),
      ])
  }

  func mover(_ name: String) async throws -> Int {
    try await town.number(
      "SELECT m.id FROM mover m JOIN staff s ON s.id = m.staff_id WHERE m.transfer_id = \(id) AND s.sign_in_name = \(name)")
  }

  /// The supervisor names who takes over.
  @discardableResult
  func choose(_ successor: String?, _ single: [String: String] = [:], by planner: String = "kakari", version: Int? = nil) async throws
    -> Reply
  {
    let mover = try await mover("houkatsu")
    let saved = try await town.number("SELECT version FROM mover WHERE id = \(mover)")
    var fields = [("version", "\(version ?? saved)")]
    if let successor { fields.append(("successor", "\(try await town.staff(successor))")) }
    for (field, name) in single { fields.append((field, "\(try await town.staff(name))")) }
    return try await town.signedIn(planner).post("\(path)/movers/\(mover)/successors", fields)
  }

  /// The morning of 1 April 2027.
  func passToApril() { town.pass(days: 131) }

  func inCharge(_ name: String) async throws -> Int {
    try await town.number("SELECT count(*) FROM case_file c JOIN staff s ON s.id = c.in_charge WHERE s.sign_in_name = \(name)")
  }
}

extension Town {
  func numbers(_ sql: SQL) async throws -> [Int] { try await office.database.read { try $0.rows(sql) { $0.int(0) } } }
}
