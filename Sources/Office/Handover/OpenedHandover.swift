import Casework
import Store

/// A 引継ぎ書 that has been opened for one person (「開いた引継ぎ」): of the own agency, behind the check of its case.
public struct OpenedHandover: Sendable {
  public let id: HandoverID
  public let file: OpenedFile
  public let label: String
  public let writer: StaffID
  public let writerName: String
  public let taker: StaffID
  public let takerName: String
  public let text: HandoverText
  public let state: HandoverState
  /// Seconds since 1970.
  public let writtenAt: Int
  public let confirmedAt: Int?
  public let takenAt: Int?
  public let takenByName: String
  public let question: String
  public let reply: String
  public let repliedAt: Int?
  public let repliedByName: String
  public let version: Int
  /// The viewer may still change it and confirm it.
  public let mayWrite: Bool
  public let mayTake: Bool

  fileprivate init(_ row: Row, file: OpenedFile) {
    id = row.id(0)
    self.file = file
    label = row.text(1)
    writer = row.id(2)
    writerName = row.text(3)
    taker = row.id(4)
    takerName = row.text(5)
    var text = HandoverText(nextOn: row.optionalText(11).flatMap { CivilDate(iso: $0) })
    for (place, part) in HandoverRecords.parts.enumerated() { text[part] = row.text([6, 7, 8, 9, 10, 12][place]) }
    self.text = text
    writtenAt = row.int(13)
    confirmedAt = row.optionalInt(14)
    takenAt = row.optionalInt(15)
    takenByName = row.text(16)
    question = row.text(17)
    reply = row.text(18)
    repliedAt = row.optionalInt(19)
    repliedByName = row.text(20)
    version = row.int(21)
    let state = HandoverState(isConfirmed: confirmedAt != nil, isTaken: takenAt != nil)
    self.state = state
    mayWrite = state.mayWrite(file.staff, writer: writer)
    mayTake = state.mayTake(file.staff, writer: writer, named: taker, inCharge: row.optionalID(22))
  }

  /// A question that the writer's agency has not answered yet.
  var isAsked: Bool { !question.isEmpty && reply.isEmpty }
}

extension Desk {
  /// Opens a handover that was written in the viewer's agency, where the case is open to it; or answers as if it did not exist.
  func openHandover(_ id: HandoverID) throws -> OpenedHandover {
    let place = try reading.first("SELECT case_file_id, agency_id FROM handover WHERE id = \(id)") { row in
      (file: row.id(0) as CaseFileID, agency: row.id(1) as AgencyID)
    }
    guard let place, place.agency == staff.agencyID else { throw denied("handover \(id)") }
    let file = try open(place.file)
    let found = try reading.first(
      """
      SELECT h.id, c.label, h.writer, w.name, h.taker, t.name, h.situation, h.works, h.avoid, h.promises, h.next, h.next_on, h.first_call,
        h.written_at, h.confirmed_at, h.taken_at, coalesce(b.name, ''), h.question, h.reply, h.replied_at, coalesce(r.name, ''), h.version,
        c.in_charge
      FROM handover h JOIN case_file c ON c.id = h.case_file_id JOIN staff w ON w.id = h.writer JOIN staff t ON t.id = h.taker
        LEFT JOIN staff b ON b.id = h.taken_by LEFT JOIN staff r ON r.id = h.replied_by
      WHERE h.id = \(id)
      """
    ) { OpenedHandover($0, file: file) }
    guard let found else { throw denied("handover \(id)") }
    note("handover \(id)")
    return found
  }
}
