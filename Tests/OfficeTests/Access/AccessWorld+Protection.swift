import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// A 支援措置 of the person of the case, of which every agency at work on it is told, and a 緊急閲覧 that is over.
  mutating func protection() throws {
    try keep(
      "protection",
      """
      INSERT INTO protection (resident_id, kind, level, basis, words, perpetrator_words, from_on, until_on, staff_id, agency_id, registered_at)
      VALUES (\(numbers["resident"]), 'other', 'contacts', \(canary), \(canary), \(canary), \(today), '2099-03-31', \(counsellor),
        \(agency(.own)), \(now))
      """)
    for standing in [Standing.own, .accepted, .multi, .programme] {
      try writing.run(
        "INSERT INTO protection_clearance (protection_id, agency_id) VALUES (\(numbers["protection"]), \(agency(standing)))")
    }
    try writing.run(
      """
      INSERT INTO protection_event (protection_id, event, content, staff_id, agency_id, at)
      VALUES (\(numbers["protection"]), 'registered', \(canary), \(counsellor), \(agency(.own)), \(now))
      """)
    // `AccessWorld` takes the s off the end of a path's word.
    try keep(
      "emergencie",
      """
      INSERT INTO emergency_access (case_file_id, staff_id, agency_id, reason_code, words, from_at, until_at)
      SELECT \(numbers["case"]), s.id, s.agency_id, 'life', '架空の通報', \(now - 7_200), \(now - 3_600) FROM staff s
      WHERE s.sign_in_name = \(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
      """)
  }
}
