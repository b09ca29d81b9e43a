import Casework
import Store

/// To whom a case may be handed over within the own agency.
enum HandoverTakerQueries {
  /// Colleagues of today and those whom a planned transfer brings, without oneself and without whom this case must not exist for.
  static func takers(_ desk: Desk, _ file: OpenedFile) throws -> [(code: String, label: String)] {
    let today = try ColleagueQueries.all(desk).map { (id: $0.id, label: $0.name) }
    let coming = try SuccessorQueries.choices(desk.reading, at: file.agency, on: desk.today.adding(days: 366), without: desk.staff.id)
      .filter { $0.isComing && $0.successor.refusal(of: .charge, at: file.agency) == nil }.map { (id: $0.successor.staff, label: $0.label) }
    var seen: Set<StaffID> = [desk.staff.id]
    return try (today + coming).filter { seen.insert($0.id).inserted }
      .filter { try !SuccessorQueries.isBarred(desk.reading, $0.id, file.id) }.map { (String($0.id.number), $0.label) }
  }

  /// Whom the writer's planned transfer names for this case, or who is in charge already.
  static func proposed(_ desk: Desk, _ file: OpenedFile) throws -> StaffID? {
    let named = try desk.reading.first(
      """
      SELECT coalesce((SELECT c.successor FROM mover_choice c WHERE c.mover_id = m.id AND c.matter = 'charge' AND c.target_id = \(file.id)),
        m.successor)
      FROM mover m JOIN transfer t ON t.id = m.transfer_id
      WHERE m.staff_id = \(desk.staff.id) AND m.from_agency = \(file.agency) AND t.applied_at IS NULL AND t.cancelled_at IS NULL
      """
    ) { $0.optionalID(0) as StaffID? }
    return try (named ?? nil) ?? CaseFileQueries.standing(desk, file).inCharge
  }

  /// The transfer that a handover of the writer belongs to; nothing for a change of charge or a leave.
  static func transfer(_ desk: Desk) throws -> TransferID? {
    try desk.reading.first(
      """
      SELECT t.id FROM mover m JOIN transfer t ON t.id = m.transfer_id
      WHERE m.staff_id = \(desk.staff.id) AND m.kind <> 'arrives' AND t.applied_at IS NULL AND t.cancelled_at IS NULL ORDER BY t.effective_on
      """
    ) { $0.id(0) }
  }
}
