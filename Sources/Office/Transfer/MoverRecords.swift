import Casework
import Store

/// The only writer of `mover` and `mover_choice`: who leaves, moves or arrives, and who takes over.
enum MoverRecords {
  struct Entry: Sendable {
    let staff: StaffID
    let kind: TransferKind
    var from: AgencyID?
    var to: AgencyID?
    var template: RoleTemplate?
  }

  /// - Parameter isConfirmed: an administrator who is not the person answers for the new rights.
  static func add(_ desk: WritingDesk, _ opened: OpenedTransfer, _ entry: Entry, isConfirmed: Bool) throws {
    let row = try desk.writing.insert(
      """
      INSERT INTO mover (transfer_id, staff_id, kind, from_agency, to_agency, template, roles, confirmed_by, confirmed_at)
      VALUES (\(opened.id), \(entry.staff), \(entry.kind.rawValue), \(entry.from), \(entry.to), \(entry.template?.name ?? ""),
        \(entry.template?.roles.map(\.rawValue).joined(separator: " ") ?? ""), \(isConfirmed ? desk.staff.id : nil),
        \(isConfirmed ? desk.now : nil))
      """)
    desk.note("mover \(row) staff \(entry.staff)")
  }

  static func remove(_ desk: WritingDesk, _ mover: MoverView) throws {
    try desk.writing.run("DELETE FROM mover_choice WHERE mover_id = \(mover.id)")
    try desk.writing.run("DELETE FROM mover WHERE id = \(mover.id)")
  }

  static func confirm(_ desk: WritingDesk, _ mover: MoverView) throws {
    try desk.writing.run(
      "UPDATE mover SET confirmed_by = \(desk.staff.id), confirmed_at = \(desk.now), version = version + 1 WHERE id = \(mover.id)")
  }

  /// Puts the chosen successors in place of the old ones. False when somebody else chose since `version`; nothing is written then.
  static func choose(_ desk: WritingDesk, _ mover: MoverView, _ choice: SuccessorInput) throws -> Bool {
    let changed = try desk.writing.run(
      """
      UPDATE mover SET successor = \(choice.successor), version = version + 1 WHERE id = \(mover.id) AND version = \(choice.version)
      """)
    guard changed == 1 else { return false }
    // What the viewer does not see keeps the choice that somebody else made for it.
    for line in mover.desk.lines where line.matter.hasSuccessor {
      try desk.writing.run(
        "DELETE FROM mover_choice WHERE mover_id = \(mover.id) AND matter = \(line.matter.rawValue) AND target_id = \(line.target)")
    }
    for (line, staff) in choice.single {
      try desk.writing.run(
        """
        INSERT INTO mover_choice (mover_id, matter, target_id, successor)
        VALUES (\(mover.id), \(line.matter.rawValue), \(line.target), \(staff))
        """)
    }
    return true
  }
}
