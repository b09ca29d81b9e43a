import Casework
import Store

/// The only writer of `life_event`. What was told is taken back and never rewritten.
enum LifeEventRecords {
  static func tell(
    _ desk: WritingDesk, _ file: OpenedFile, about resident: ResidentID?, on date: PartialDate, until: PartialDate?, words: String
  ) throws {
    let id = try desk.writing.insert(
      """
      INSERT INTO life_event (case_file_id, resident_id, on_day, until_on, words, recorded_by, agency_id, recorded_at)
      VALUES (\(file.id), \(resident), \(date.stored), \(until?.stored), \(words), \(desk.staff.id), \(file.agency), \(desk.now))
      """)
    desk.note("life event \(id)")
  }

  /// 「取り消す」 Throws ``EditConflict`` when it was taken back already.
  static func end(_ desk: WritingDesk, _ file: OpenedFile, _ event: Int) throws {
    let rows = try desk.writing.run(
      """
      UPDATE life_event SET ended_at = \(desk.now), ended_by = \(desk.staff.id)
      WHERE id = \(event) AND case_file_id = \(file.id) AND ended_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    desk.note("life event \(event)")
  }
}
