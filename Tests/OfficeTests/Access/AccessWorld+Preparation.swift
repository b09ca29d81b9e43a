import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// What the own agency was asked before the meeting and answered, minutes and a pack of it, with the canary in every word.
  mutating func preparation() throws {
    try keep(
      "preparation",
      """
      INSERT INTO preparation (item_id, agency_id, due_on, words, asked_by, asked_at, is_involved, household, doing, wanted, asks, way, told_by,
        answered_by, answered_at)
      VALUES (\(numbers["item"]), \(agency(.own)), \(today), \(canary), \(counsellor), \(now), 1, \(canary), \(canary), \(canary), \(canary),
        'phone', \(canary), \(counsellor), \(now))
      """)
    try writing.run(
      """
      INSERT INTO guest_preparation (item_id, member_id, pass_id, is_involved, household, doing, wanted, asks, at)
      VALUES (\(numbers["item"]), \(numbers["guest"]), \(numbers["pass"]), 1, \(canary), \(canary), \(canary), \(canary), \(now))
      """)
    try writing.run(
      "INSERT INTO preparation_reminder (preparation_id, staff_id, at) VALUES (\(numbers["preparation"]), \(counsellor), \(now))")
    try keep(
      "pack",
      """
      INSERT INTO pack (meeting_id, staff_id, agency_id, state, done, total, queued_at, ended_at, size, sha256)
      SELECT \(numbers["meeting"]), \(counsellor), \(agency(.multi)), 'done', 1, 1, \(now), \(now), 1, sha256 FROM attachment
      WHERE id = \(numbers["attachment"])
      """)
    try writing.run("INSERT INTO pack_item (pack_id, item_id) VALUES (\(numbers["pack"]), \(numbers["item"]))")
    let binder = AccessVisitor.staff(.multi, .multiCoordinator).signInName
    try keep(
      "print",
      """
      INSERT INTO pack (fiscal_year, staff_id, agency_id, state, done, total, queued_at, ended_at, size, sha256)
      SELECT 2026, s.id, s.agency_id, 'done', 1, 1, \(now), \(now), 1, t.sha256 FROM staff s, attachment t
      WHERE s.sign_in_name = \(binder) AND t.id = \(numbers["attachment"])
      """)
    try writing.run("INSERT INTO pack_plan (pack_id, plan_id) VALUES (\(numbers["print"]), \(numbers["plan"]))")
    try writing.run("INSERT INTO meeting_minutes_part (item_id, words) VALUES (\(numbers["item"]), \(canary))")
    try writing.run(
      "INSERT INTO meeting_minutes (meeting_id, saved_by, saved_at) VALUES (\(numbers["meeting"]), \(counsellor), \(now))")
  }
}
