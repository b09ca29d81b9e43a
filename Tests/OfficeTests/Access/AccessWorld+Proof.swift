import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// What auditors keep: a pattern, an answer, an incident. None of it may hold a word of the case, so the canary is not in it.
  mutating func proof() throws {
    try keep(
      "pattern",
      """
      INSERT INTO access_pattern (kind, staff_id, agency_id, case_file_id, period, count, first_entry, last_entry, found_at)
      VALUES ('export', \(numbers["staff"]), \(agency(.unrelated)), \(numbers["case"]), '2020-04-01', 1, 1, 1, \(now))
      """)
    try keep(
      "answer",
      """
      INSERT INTO access_answer (case_file_id, case_number, requested_on, from_on, until_on, names_staff, names_agencies, lines, staff_id, at)
      VALUES (\(numbers["case"]), 'R8-90001', \(today), \(today), \(today), 0, 1, '[]', \(counsellor), \(now))
      """)
    try keep(
      "incident",
      """
      INSERT INTO incident (number, known_on, outline, persons, is_sensitive, is_money, is_bad_purpose, case_numbers, staff_id, registered_at)
      VALUES ('I2-90001', \(today), '架空の紙の置き忘れ', 1, 1, 0, 0, 'R8-90001', \(counsellor), \(now))
      """)
  }
}
