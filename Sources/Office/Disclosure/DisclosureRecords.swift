import Casework
import Foundation
import Store

/// The only writer of `disclosure`, `disclosure_passage` and `disclosure_event`.
enum DisclosureRecords {
  enum Event: String, Sendable {
    case recorded, decided, extended, asked, sentBack, finished, withdrawn
  }

  static func add(_ desk: WritingDesk, _ request: DisclosureRequest, of resident: ResidentID) throws -> DisclosureID {
    guard let received = request.receivedOn, let requester = request.requester else { throw FieldErrors([], staff: desk.staff) }
    let kinds = request.kinds.map(\.rawValue).sorted().joined(separator: ",")
    let id = DisclosureID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO disclosure (number, requester_kind, requester_name, requester_basis, identity_code, identity_words, resident_id,
            period_from, period_to, kinds, received_on, due_on, stage, recorded_by, recorded_at)
          VALUES (\(try nextNumber(desk)), \(requester.rawValue), \(request.name), \(request.basis), \(request.identity),
            \(request.identityWords), \(resident), \(request.from?.iso ?? ""), \(request.until?.iso ?? ""), \(kinds), \(received.iso),
            \(DisclosureDeadline.due(receivedOn: received).iso), 'drafting', \(desk.staff.id), \(desk.now))
          """)))
    try event(desk, id, .recorded)
    desk.note("disclosure \(id)")
    return id
  }

  /// Keeps what was found, with the words of other people marked for masking.
  static func collect(
    _ desk: WritingDesk, _ id: DisclosureID, _ passages: [CollectedPassage], masking redaction: Redaction,
    isAboutOthers: (CollectedPassage) -> Bool
  ) throws {
    for (position, passage) in passages.enumerated() {
      let terms = String(decoding: try JSONEncoder().encode(redaction.found(in: passage.text)), as: UTF8.self)
      let isClosed = passage.nature == .closedByLaw
      try desk.writing.run(
        """
        INSERT INTO disclosure_passage (disclosure_id, case_file_id, position, kind, nature, heading, on_day, agency, text, is_about_others,
          terms, decision, reason_code)
        VALUES (\(id), \(passage.file), \(position + 1), \(passage.kind.rawValue), \(passage.nature.rawValue), \(passage.heading),
          \(passage.day), \(passage.agency), \(isClosed ? "" : passage.text), \(isAboutOthers(passage)), \(terms),
          \(isClosed ? PassageDecision.withheld.rawValue : ""), \(isClosed ? DisclosureWording.closedByLaw : ""))
        """)
    }
    for file in Set(passages.map(\.file)) { desk.note("disclosure of case \(file)", caseFile: file) }
    desk.note(detail: "passages \(passages.count)")
  }

  /// Throws ``EditConflict`` when somebody decided about the same passage in between.
  static func decide(_ desk: WritingDesk, _ opened: OpenedDisclosure, _ passage: DisclosurePassage, _ review: PassageReview, version: Int)
    throws
  {
    let terms = String(decoding: try JSONEncoder().encode(review.terms), as: UTF8.self)
    let changed = try desk.writing.run(
      """
      UPDATE disclosure_passage SET decision = \(review.decision?.rawValue ?? ""), terms = \(terms), reason_code = \(review.reason),
        reason_words = \(review.words), decided_by = \(desk.staff.id), decided_at = \(desk.now), version = version + 1
      WHERE id = \(passage.id) AND disclosure_id = \(opened.id) AND version = \(version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    try event(desk, opened.id, .decided)
    desk.note("passage \(passage.id)")
    desk.note(detail: review.decision?.rawValue ?? "")
  }

  static func extend(_ desk: WritingDesk, _ opened: OpenedDisclosure, reason: String) throws {
    let due = DisclosureDeadline.due(receivedOn: opened.receivedOn, isExtended: true)
    try desk.writing.run(
      """
      UPDATE disclosure SET due_on = \(due.iso), extended_on = \(desk.today.iso), extension_reason = \(reason), version = version + 1
      WHERE id = \(opened.id)
      """)
    try event(desk, opened.id, .extended, reason)
  }

  /// Moves the request on. Throws ``EditConflict`` when it moved in between.
  static func move(_ desk: WritingDesk, _ opened: OpenedDisclosure, to stage: DisclosureStage, _ event: Event, words: String = "") throws {
    let isFinished = stage == .finished
    let changed = try desk.writing.run(
      """
      UPDATE disclosure SET stage = \(stage.rawValue), words = \(words), version = version + 1,
        finished_by = \(isFinished ? desk.staff.id : nil), finished_at = \(isFinished || stage == .withdrawn ? desk.now : nil)
      WHERE id = \(opened.id) AND stage = \(opened.stage.rawValue) AND version = \(opened.version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    try self.event(desk, opened.id, event, words)
  }

  private static func event(_ desk: WritingDesk, _ id: DisclosureID, _ event: Event, _ words: String = "") throws {
    try desk.writing.run(
      """
      INSERT INTO disclosure_event (disclosure_id, event, words, staff_id, at)
      VALUES (\(id), \(event.rawValue), \(words), \(desk.staff.id), \(desk.now))
      """)
    if event != .decided { desk.note(detail: event.rawValue) }
  }

  /// 「D8-00001」
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "D\(FiscalYearMark.of(desk.today).dropFirst())-"
    let last = try desk.reading.first("SELECT max(number) FROM disclosure WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    return year + FiscalYearMark.padded(((last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) }) ?? 0) + 1)
  }
}
