import Casework
import Store

/// One item that a member from outside is called for (「招かれた議題」): what is tabled, never the case behind it, and no other item.
struct GuestItem: Sendable {
  let id: MeetingItemID
  /// Counted among the own items: how many others there are is nobody's business.
  let number: Int
  let caseFile: CaseFileID
  let caseLabel: String
  let timing: MeetingTiming?
  let basis: MeetingLegalBasis?
  let points: String
  let plan: PlanID?
  let result: MeetingResult?
  let resultWords: String
  let holdsProtected: Bool

  fileprivate init(_ row: Row, number: Int) {
    id = row.id(0)
    self.number = number
    caseFile = row.id(1)
    caseLabel = row.text(2)
    timing = MeetingTiming(rawValue: row.text(3))
    basis = MeetingLegalBasis(rawValue: row.text(4))
    points = row.text(5)
    plan = row.optionalID(6)
    result = MeetingResult(rawValue: row.text(7))
    resultWords = row.text(8)
    holdsProtected = row.bool(9)
  }
}

extension GuestDesk {
  /// The items this member is called for, once the duty of secrecy is confirmed. An item that rests on consent only while that holds.
  ///
  /// Whatever a protected person must not show is kept out of the answer from here on: nobody from outside is cleared.
  func items() throws -> [GuestItem] {
    guard hasPledged else { return [] }
    var number = 0
    let items = try reading.rows(
      """
      SELECT i.id, i.case_file_id, c.label, i.timing, i.legal_basis, i.points, i.plan_id, i.result, i.result_words,
        \(sql: ProtectionQueries.holdsProtected)
      FROM meeting_item i JOIN meeting_item_member x ON x.item_id = i.id JOIN case_file c ON c.id = i.case_file_id
      WHERE i.meeting_id = \(pass.meeting) AND x.member_id = \(pass.member)
        AND (i.legal_basis NOT IN ('consent', '') OR \(sql: OpenedMeeting.isAgreed(nil, on: today))) ORDER BY i.position
      """
    ) { row in
      number += 1
      return GuestItem(row, number: number)
    }
    for item in items where item.holdsProtected {
      visit.veil.add(try ProtectionQueries.keptBack(reading, .outside(item.caseFile), in: item.caseFile).terms)
    }
    return items
  }

  /// The same, with an entry in the audit log for each case that is looked at.
  func seenItems() throws -> [GuestItem] {
    let items = try items()
    for item in items { note("item \(item.id)", caseFile: item.caseFile) }
    return items
  }

  /// What this member answered last about each item, as the form shows it.
  func given() throws -> Fields {
    let rows = try reading.rows(
      """
      SELECT g.item_id, g.answer, g.words FROM guest_answer g WHERE g.member_id = \(pass.member)
        AND g.id = (SELECT max(l.id) FROM guest_answer l WHERE l.item_id = g.item_id AND l.member_id = g.member_id)
      """
    ) { [("answer_\($0.int(0))", $0.text(1)), ("words_\($0.int(0))", $0.text(2))] }
    return Fields([("reply", pass.reply?.rawValue ?? "")] + rows.flatMap(\.self))
  }
}

extension Onlooker {
  /// Somebody without an account: of no agency, cleared for nothing.
  fileprivate static func outside(_ file: CaseFileID) -> Onlooker { Onlooker(staff: nil, agency: AgencyID(0), file: file) }
}
