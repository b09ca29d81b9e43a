import Store

@testable import Office

extension AccessWorldBuilder {
  /// A ground that has ended, somebody tied to a perpetrator, somebody called to the meeting, and an emergency.
  mutating func protect() throws {
    try ground(.ended, until: now)
    try ground(.barred, until: nil)
    try keep(
      "protection",
      """
      INSERT INTO protection (resident_id, kind, level, perpetrator_words, basis, words, from_on, staff_id, agency_id, registered_at)
      VALUES (\(numbers["resident"]), 'partnerViolence', 'contacts', \(canary), \(canary), \(canary), \(today), \(counsellor), \(agency(.own)), \(now))
      """)
    for standing in [Standing.own, .accepted, .multi, .programme, .emergency] {
      try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) VALUES (\(numbers["protection"]), \(agency(standing)))")
    }
    try writing.run("INSERT INTO protection_bar (protection_id, agency_id) VALUES (\(numbers["protection"]), \(agency(.barred)))")
    let member = try writing.insert(
      "INSERT INTO meeting_member (meeting_id, agency_id, name, invited_at) VALUES (\(numbers["meeting"]), \(agency(.called)), '架空 構成員', \(now))"
    )
    try writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(numbers["item"]), \(Int(member)))")
    for role in Standing.emergency.roles {
      try keep(
        "emergency",
        """
        INSERT INTO emergency_access (case_file_id, staff_id, agency_id, reason_code, words, from_at, until_at)
        SELECT \(numbers["case"]), id, agency_id, '01', \(canary), \(now), \(now + 4 * 3_600) FROM staff
        WHERE sign_in_name = \(AccessVisitor.staff(.emergency, role).signInName)
        """)
    }
  }

  private func ground(_ standing: Standing, until: Int?) throws {
    try writing.run(
      """
      INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, until, touched_at)
      VALUES (\(numbers["case"]), \(agency(standing)), 'acceptedReferral', 'team', \(now - 86_400), \(until), \(now))
      """)
  }
}
