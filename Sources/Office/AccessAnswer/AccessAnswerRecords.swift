import Casework
import Foundation
import Store

/// The only writer of `access_answer`: what a resident was told, word for word.
enum AccessAnswerRecords {
  static func add(
    _ desk: WritingDesk, _ caseFile: (id: CaseFileID, number: String), _ request: AccessAnswerRequest
  ) throws -> AccessAnswerID {
    let lines = try AccessAnswerQueries.lines(desk, caseFile.id, request)
    let text = String(decoding: try JSONEncoder().encode(lines), as: UTF8.self)
    let id = try desk.writing.insert(
      """
      INSERT INTO access_answer (case_file_id, case_number, requested_on, from_on, until_on, names_staff, names_agencies, kept_from, lines,
        staff_id, at)
      VALUES (\(caseFile.id), \(caseFile.number), \(request.requestedOn.iso), \(request.from.iso), \(request.until.iso),
        \(request.namesStaff), \(request.namesAgencies), \(try AccessAnswerQueries.keptFrom(desk)?.iso ?? ""), \(text), \(desk.staff.id),
        \(desk.now))
      """)
    desk.note("answer \(id) of case \(caseFile.id)")
    desk.note(detail: "\(request.from.iso) \(request.until.iso) \(lines.count)件")
    return AccessAnswerID(Int(id))
  }
}
