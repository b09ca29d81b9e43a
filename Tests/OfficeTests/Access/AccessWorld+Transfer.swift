import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// A planned transfer of the counsellor in charge, and a handover of the case with the canary in every word of it.
  mutating func transfer() throws {
    let (planner, taker) = (try staff(.own, .sectionSupervisor), try staff(.own, .outreachStaff))
    try keep(
      "transfer",
      """
      INSERT INTO transfer (effective_on, planned_by, agency_id, planned_at) VALUES ('2027-04-01', \(planner), \(agency(.own)), \(now))
      """)
    try keep(
      "mover",
      """
      INSERT INTO mover (transfer_id, staff_id, kind, from_agency, successor)
      VALUES (\(numbers["transfer"]), \(counsellor), 'leaves', \(agency(.own)), \(taker))
      """)
    try writing.run(
      """
      INSERT INTO mover_choice (mover_id, matter, target_id, successor)
      VALUES (\(numbers["mover"]), 'charge', \(numbers["case"]), \(taker))
      """)
    try keep(
      "handover",
      """
      INSERT INTO handover (case_file_id, agency_id, writer, taker, transfer_id, situation, works, avoid, promises, next, first_call, written_at,
        confirmed_at, taken_at, taken_by, question)
      VALUES (\(numbers["case"]), \(agency(.own)), \(counsellor), \(taker), \(numbers["transfer"]), \(canary), \(canary), \(canary), \(canary),
        \(canary), \(canary), \(now), \(now), \(now), \(taker), \(canary))
      """)
  }

  private func staff(_ standing: Standing, _ role: Role) throws -> Int {
    try writing.first("SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(standing, role).signInName)") { $0.int(0) } ?? 0
  }
}
