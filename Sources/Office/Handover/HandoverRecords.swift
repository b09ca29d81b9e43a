import Casework
import Store

/// The only writer of `handover`. Confirmed it is never changed, taken over it is closed.
enum HandoverRecords {
  /// The questions in the order of the columns.
  static let parts: [HandoverText.Part] = [.situation, .works, .avoid, .promises, .next, .firstCall]

  static func add(_ desk: WritingDesk, _ file: OpenedFile, _ text: HandoverText, to taker: StaffID) throws -> HandoverID {
    let row = try desk.writing.insert(
      """
      INSERT INTO handover (case_file_id, agency_id, writer, taker, transfer_id, situation, works, avoid, promises, next, next_on, first_call,
        written_at)
      VALUES (\(file.id), \(file.agency), \(desk.staff.id), \(taker), \(try HandoverTakerQueries.transfer(desk)), \(text[.situation]),
        \(text[.works]), \(text[.avoid]), \(text[.promises]), \(text[.next]), \(text.nextOn?.iso), \(text[.firstCall]), \(desk.now))
      """)
    desk.note("handover \(row)")
    return HandoverID(Int(row))
  }

  /// Puts what was typed in place of what was there. False when it was saved elsewhere since `version`; nothing is written then.
  static func change(_ desk: WritingDesk, _ opened: OpenedHandover, _ text: HandoverText, to taker: StaffID, version: Int) throws -> Bool {
    try desk.writing.run(
      """
      UPDATE handover SET taker = \(taker), situation = \(text[.situation]), works = \(text[.works]), avoid = \(text[.avoid]),
        promises = \(text[.promises]), next = \(text[.next]), next_on = \(text.nextOn?.iso), first_call = \(text[.firstCall]),
        written_at = \(desk.now), version = version + 1
      WHERE id = \(opened.id) AND version = \(version) AND confirmed_at IS NULL
      """) == 1
  }

  static func confirm(_ desk: WritingDesk, _ opened: OpenedHandover) throws {
    try desk.writing.run(
      "UPDATE handover SET confirmed_at = \(desk.now), version = version + 1 WHERE id = \(opened.id) AND confirmed_at IS NULL")
  }

  static func take(_ desk: WritingDesk, _ opened: OpenedHandover, question: String) throws {
    try desk.writing.run(
      """
      UPDATE handover SET taken_at = \(desk.now), taken_by = \(desk.staff.id), question = \(question), version = version + 1
      WHERE id = \(opened.id) AND taken_at IS NULL
      """)
  }

  static func reply(_ desk: WritingDesk, _ opened: OpenedHandover, _ words: String) throws {
    try desk.writing.run(
      """
      UPDATE handover SET reply = \(words), replied_at = \(desk.now), replied_by = \(desk.staff.id), version = version + 1
      WHERE id = \(opened.id) AND reply = ''
      """)
  }
}
