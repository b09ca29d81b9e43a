import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// What is tabled for the item of the meeting, and a member from outside who is called for it, with the canary in every word.
  mutating func guest() throws {
    try keep(
      "paper",
      """
      INSERT INTO meeting_paper (item_id, agency_id, staff_id, kind, title, words, collects, copies, tabled_at)
      VALUES (\(numbers["item"]), \(agency(.own)), \(counsellor), 'text', \(canary), \(canary), 1, 3, \(now))
      """)
    try writing.run(
      """
      INSERT INTO meeting_release (item_id, paper_id, ground, words, reason, note_id, staff_id, agency_id, at)
      VALUES (\(numbers["item"]), NULL, 'law', \(canary), \(canary), \(numbers["note"]), \(counsellor), \(agency(.multi)), \(now))
      """)
    try keep(
      "guest",
      "INSERT INTO meeting_member (meeting_id, name, position, invited_at) VALUES (\(numbers["meeting"]), '架空 先生', \(canary), \(now))")
    try writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(numbers["item"]), \(numbers["guest"]))")
    // The doors of guests are asked for by this number.
    numbers["token"] = 90_001
    try keep(
      "pass",
      """
      INSERT INTO guest_pass (meeting_id, member_id, token_hash, code_hash, question, until_on, made_by, made_at)
      VALUES (\(numbers["meeting"]), \(numbers["guest"]), \(SessionToken(text: "90001").hash), 'none', \(canary), \(today), \(counsellor), \(now))
      """)
    try writing.run(
      """
      INSERT INTO guest_answer (item_id, member_id, way, staff_id, words, at)
      VALUES (\(numbers["item"]), \(numbers["guest"]), 'phone', \(counsellor), \(canary), \(now))
      """)
  }
}
