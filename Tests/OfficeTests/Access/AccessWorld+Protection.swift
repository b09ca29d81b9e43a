import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// A ground that has ended, somebody tied to a perpetrator, somebody called to the meeting, and emergencies, one of them over.
  mutating func protect() throws {
    try ground(.ended, until: now)
    try ground(.barred, until: nil)
    try keep(
      "protection",
      """
      INSERT INTO protection (resident_id, kind, level, basis, words, perpetrator_words, from_on, until_on, staff_id, agency_id, registered_at)
      VALUES (\(numbers["resident"]), 'other', 'contacts', \(canary), \(canary), \(canary), \(today), '2099-03-31', \(counsellor),
        \(agency(.own)), \(now))
      """)
    for standing in [Standing.own, .accepted, .multi, .programme, .emergency] {
      try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) VALUES (\(numbers["protection"]), \(agency(standing)))")
    }
    try writing.run("INSERT INTO protection_bar (protection_id, agency_id) VALUES (\(numbers["protection"]), \(agency(.barred)))")
    try writing.run(
      """
      INSERT INTO protection_event (protection_id, event, content, staff_id, agency_id, at)
      VALUES (\(numbers["protection"]), 'registered', \(canary), \(counsellor), \(agency(.own)), \(now))
      """)
    let member = try writing.insert(
      "INSERT INTO meeting_member (meeting_id, agency_id, name, invited_at) VALUES (\(numbers["meeting"]), \(agency(.called)), '架空 構成員', \(now))"
    )
    try writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(numbers["item"]), \(Int(member)))")
    for role in Standing.emergency.roles {
      try keep("running", emergency(.staff(.emergency, role), from: now, until: now + 4 * 3_600))
    }
    // `AccessWorld` takes the s off the end of a path's word.
    try keep("emergencie", emergency(.staff(.unrelated, .consultStaff), from: now - 7_200, until: now - 3_600))
  }

  private func emergency(_ visitor: AccessVisitor, from: Int, until: Int) -> SQL {
    """
    INSERT INTO emergency_access (case_file_id, staff_id, agency_id, reason_code, words, from_at, until_at)
    SELECT \(numbers["case"]), s.id, s.agency_id, 'life', '架空の通報', \(from), \(until) FROM staff s WHERE s.sign_in_name = \(visitor.signInName)
    """
  }

  private func ground(_ standing: Standing, until: Int?) throws {
    try writing.run(
      """
      INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, until, touched_at)
      VALUES (\(numbers["case"]), \(agency(standing)), 'acceptedReferral', 'team', \(now - 86_400), \(until), \(now))
      """)
  }
}
