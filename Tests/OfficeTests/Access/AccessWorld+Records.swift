import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// A request for disclosure about the person of the case, a hold that ended, and a list of disposal of another case.
  mutating func records() throws {
    let official = try writing.first(
      "SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(.programme, .cityStaff).signInName)"
    ) { $0.int(0) }
    try keep(
      "disclosure",
      """
      INSERT INTO disclosure (number, requester_kind, requester_name, requester_basis, identity_code, identity_words, resident_id, kinds,
        received_on, due_on, stage, recorded_by, recorded_at)
      VALUES ('D8-90001', 'authorised', \(canary), \(canary), '01', \(canary), \(numbers["resident"]), 'note,person', \(today), '2027-12-31',
        'drafting', \(official), \(now))
      """)
    try writing.run(
      """
      INSERT INTO disclosure_event (disclosure_id, event, staff_id, at) VALUES (\(numbers["disclosure"]), 'recorded', \(official), \(now))
      """)
    try keep(
      "passage",
      """
      INSERT INTO disclosure_passage (disclosure_id, case_file_id, position, kind, nature, heading, on_day, text, terms)
      VALUES (\(numbers["disclosure"]), \(numbers["case"]), 1, 'note', 'fact', \(canary), \(today), \(canary), \("[\"\(canary)\"]"))
      """)
    try writing.run(
      """
      INSERT INTO records_hold (case_file_id, reason, staff_id, at) VALUES (\(numbers["case"]), \(canary), \(official), \(now))
      """)
    try keep(
      "disposal",
      "INSERT INTO disposal (number, stage, proposed_by, proposed_at) VALUES ('H8-90001', 'proposed', \(official), \(now))")
    try writing.run(
      """
      INSERT INTO disposal_line (disposal_id, case_file_id, case_number, record, years, opened_on, closed_on, begins_on, ends_on)
      VALUES (\(numbers["disposal"]), 999999, 'R1-90001', 'consultation', 5, '2019-05-01', '2020-05-01', '2021-04-01', '2026-03-31')
      """)
  }
}
