import Casework
import Store

/// One line of the list of transfers.
struct TransferLine: Sendable {
  let id: TransferID
  let transfer: Transfer
  let plannedBy: String
  /// People of the plan whom the viewer sees.
  let movers: Int
  /// What nobody has taken over yet, after it was carried out.
  let leftOver: Int
}

/// One person of a plan, with what lies at the desk.
struct MoverView: Sendable {
  let id: Int
  let staff: StaffID
  let name: String
  let kind: TransferKind
  let from: AgencyID?
  let fromName: String
  let to: AgencyID?
  let toName: String
  let template: String
  let roles: [Role]
  let successor: StaffID?
  let isConfirmed: Bool
  let version: Int
  /// The viewer plans for this person: administrators for everybody, supervisors for their own people.
  let isOwn: Bool
  var desk = OpenDesk.empty
  /// Successors chosen case by case, by the name of the field.
  var choices: [String: StaffID] = [:]
  var offers: [SuccessorChoice] = []
}

enum TransferQueries {
  static let linesShown = 100

  static func list(_ desk: Desk) throws -> [TransferLine] {
    let seen: SQL =
      desk.staff.roles.contains(.systemAdministrator)
      ? "1" : "(m.from_agency = \(desk.staff.agencyID) OR m.to_agency = \(desk.staff.agencyID))"
    return try desk.reading.rows(
      """
      SELECT t.id, t.effective_on, t.applied_at, t.cancelled_at, s.name,
        (SELECT count(*) FROM mover m WHERE m.transfer_id = t.id AND \(sql: seen)),
        (SELECT count(*) FROM transfer_outcome o JOIN mover m ON m.id = o.mover_id WHERE m.transfer_id = t.id AND \(sql: seen)
          AND o.hindrance <> '' AND (o.case_file_id IS NULL OR \(sql: desk.scope.unbarred(case: "o.case_file_id"))))
      FROM transfer t JOIN staff s ON s.id = t.planned_by WHERE \(sql: desk.transfers)
      ORDER BY t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL, t.effective_on DESC, t.id DESC LIMIT \(linesShown)
      """
    ) { row in
      TransferLine(
        id: row.id(0),
        transfer: Transfer(
          effectiveOn: CivilDate(iso: row.text(1)) ?? .latest,
          state: row.isNull(2) ? (row.isNull(3) ? .planned : .cancelled) : .applied), plannedBy: row.text(4), movers: row.int(5),
        leftOver: row.int(6))
    }
  }

  /// The plans whose day has come and that nobody need start by hand.
  static func due(_ reading: Reading, today: CivilDate) throws -> [TransferID] {
    try reading.rows(
      """
      SELECT id, effective_on, planned_at FROM transfer
      WHERE applied_at IS NULL AND cancelled_at IS NULL AND effective_on <= \(today.iso) ORDER BY effective_on, id
      """
    ) { row in
      (
        id: row.id(0) as TransferID, transfer: Transfer(effectiveOn: CivilDate(iso: row.text(1)) ?? .latest, state: .planned),
        plannedOn: CivilDate.of(epochSeconds: row.int(2))
      )
    }.filter { $0.transfer.runsByItself(plannedOn: $0.plannedOn) }.map(\.id)
  }

  static func effectiveDay(_ reading: Reading, _ id: TransferID) throws -> CivilDate? {
    try reading.first("SELECT effective_on FROM transfer WHERE id = \(id)") { CivilDate(iso: $0.text(0)) } ?? nil
  }

  /// The people of a plan as the viewer sees them; the desk only of who is the viewer's to plan for.
  static func movers(_ desk: Desk, _ opened: OpenedTransfer) throws -> [MoverView] {
    try rows(desk.reading, "\(sql: opened.visibleMovers)") { opened.isAdministrator || $0 == opened.supervises }.map { mover in
      guard mover.isOwn, mover.kind.clearsDesk, let from = mover.from, opened.transfer.isOpen else { return mover }
      var mover = mover
      mover.desk = try DeskMatterQueries.desk(desk.reading, of: mover.staff, at: from, desk.scope)
      mover.choices = try choices(desk.reading, mover.id)
      mover.offers = try SuccessorQueries.choices(
        desk.reading, at: from, on: opened.transfer.effectiveOn, without: mover.staff)
      return mover
    }
  }

  /// One person of the plan, for who plans for him or her; anybody else is nobody's.
  static func mover(_ desk: Desk, _ opened: OpenedTransfer, _ id: Int) throws -> MoverView {
    guard let mover = try movers(desk, opened).first(where: { $0.id == id && $0.isOwn }) else { throw desk.denied("mover \(id)") }
    return mover
  }

  /// Everybody of a plan, for carrying it out.
  static func all(_ reading: Reading, _ id: TransferID) throws -> [MoverView] {
    try rows(reading, "m.transfer_id = \(id)") { _ in true }.map { mover in
      var mover = mover
      mover.choices = try choices(reading, mover.id)
      return mover
    }
  }

  private static func rows(_ reading: Reading, _ which: SQL, isOwn: (AgencyID?) -> Bool) throws -> [MoverView] {
    try reading.rows(
      """
      SELECT m.id, m.staff_id, s.name, m.kind, m.from_agency, coalesce(f.name, ''), m.to_agency, coalesce(a.name, ''), m.template, m.roles,
        m.successor, m.confirmed_at IS NOT NULL, m.version
      FROM mover m JOIN staff s ON s.id = m.staff_id LEFT JOIN agency f ON f.id = m.from_agency LEFT JOIN agency a ON a.id = m.to_agency
      WHERE \(sql: which) ORDER BY m.id
      """
    ) { row in
      let from: AgencyID? = row.optionalID(4)
      return MoverView(
        id: row.int(0), staff: row.id(1), name: row.text(2), kind: TransferKind(rawValue: row.text(3)) ?? .leaves, from: from,
        fromName: row.text(5), to: row.optionalID(6), toName: row.text(7), template: row.text(8),
        roles: row.text(9).split(separator: " ").compactMap { Role(rawValue: String($0)) }, successor: row.optionalID(10),
        isConfirmed: row.bool(11), version: row.int(12), isOwn: isOwn(from))
    }
  }

  private static func choices(_ reading: Reading, _ mover: Int) throws -> [String: StaffID] {
    let pairs = try reading.rows("SELECT matter, target_id, successor FROM mover_choice WHERE mover_id = \(mover)") { row in
      ("to-\(row.text(0))-\(row.int(1))", row.id(2) as StaffID)
    }
    return Dictionary(pairs) { _, last in last }
  }
}
