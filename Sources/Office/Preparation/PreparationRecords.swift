import Casework
import Store

/// The only writer of `preparation` and `preparation_reminder`.
enum PreparationRecords {
  /// Puts the four questions to an agency. Asked again before it answered, it gets the new day.
  static func ask(_ desk: WritingDesk, _ item: OpenedMeetingItem, _ agency: AgencyID, due: CivilDate, words: String) throws {
    try desk.writing.run(
      """
      INSERT INTO preparation (item_id, agency_id, due_on, words, asked_by, asked_at)
      VALUES (\(item.id), \(agency), \(due.iso), \(words), \(desk.staff.id), \(desk.now))
      ON CONFLICT (item_id, agency_id) DO UPDATE SET due_on = excluded.due_on, words = excluded.words, version = version + 1
        WHERE answered_at IS NULL
      """)
    desk.note("item \(item.id)", caseFile: item.caseFile)
  }

  /// Takes in an answer; the last one counts. Throws ``EditConflict`` when somebody else answered in between.
  static func answer(_ desk: WritingDesk, _ preparation: OpenedPreparation, _ input: PreparationInput, version: Int?) throws {
    let answer = input.answer
    let changed = try desk.writing.run(
      """
      UPDATE preparation SET is_involved = \(answer.isInvolved), household = \(answer[.household]), doing = \(answer[.doing]),
        wanted = \(answer[.wanted]), asks = \(answer[.asks]), way = \(input.way.rawValue), told_by = \(input.toldBy),
        answered_by = \(desk.staff.id), answered_at = \(desk.now), version = version + 1
      WHERE id = \(preparation.id) AND version = \(version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// 「促した」 Who was reminded outside of this program.
  static func remind(_ desk: WritingDesk, _ preparation: OpenedPreparation) throws {
    try desk.writing.run(
      "INSERT INTO preparation_reminder (preparation_id, staff_id, at) VALUES (\(preparation.id), \(desk.staff.id), \(desk.now))")
  }

  /// Takes back what nobody has answered, when the item is taken off the agenda.
  static func clear(_ desk: WritingDesk, _ item: OpenedMeetingItem) throws {
    try desk.writing.run(
      "DELETE FROM preparation_reminder WHERE preparation_id IN (SELECT p.id FROM preparation p WHERE p.item_id = \(item.id))")
    try desk.writing.run("DELETE FROM preparation WHERE item_id = \(item.id)")
  }
}
