import Casework
import Store

@testable import Office

extension AccessWorld {
  /// A 重層的支援会議 to which the own agency is called, with the case on its agenda.
  static func meet(_ writing: Writing, _ numbers: inout [String: Int], now: Int, today: String) throws {
    func agency(_ standing: Standing) throws -> Int {
      try writing.first("SELECT id FROM agency WHERE name = \("架空機関 \(standing.rawValue)")") { $0.int(0) } ?? 0
    }
    let (file, staff) = (numbers["case"] ?? 0, numbers["counsellor"] ?? 0)
    let meeting = try writing.insert(
      """
      INSERT INTO meeting (number, kind, name, held_on, place, mode, convener, minutes, stage, created_by, created_at)
      VALUES ('R8-M90001', 'planning', '重層的支援会議', \(today), \(canary), 'written', \(try agency(.multi)), \(canary), 'invited', \(staff), \(now))
      """)
    let item = try writing.insert(
      """
      INSERT INTO meeting_item (meeting_id, position, case_file_id, legal_basis, consent_state, points, discussion)
      VALUES (\(meeting), 1, \(file), 'communityCare', 'given', \(canary), \(canary))
      """)
    for standing in [Standing.own, .multi, .programme] {
      let member = try writing.insert(
        "INSERT INTO meeting_member (meeting_id, agency_id, name, invited_at) VALUES (\(meeting), \(try agency(standing)), \(canary), \(now))"
      )
      try writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(item), \(member))")
    }
    numbers["meeting"] = Int(meeting)
    numbers["item"] = Int(item)
  }
}
