import Casework
import Store

/// By which way an answer came that somebody wrote down (「届いた方法」).
enum GuestAnswerWay: String, CaseIterable, Sendable {
  case phone, fax, paper
}

/// The link of one member from outside, as its convener sees it.
struct GuestPassLine: Sendable {
  let id: GuestPassID
  let member: MeetingMemberID
  let rule: GuestPass
  let question: String
  let madeAt: Int
  let openedAt: Int?
  let pledgedAt: Int?
}

enum GuestQueries {
  /// Where a form that was already taken in led to.
  static func path(_ reading: Reading, _ token: String, _ pass: GuestPassID) throws -> String? {
    try reading.first("SELECT path FROM guest_submission WHERE pass_id = \(pass) AND token = \(token)") { $0.text(0) }
  }

  /// When the living session of this very link was last seen.
  static func lastSeen(_ reading: Reading, _ tokenHash: [UInt8], _ pass: GuestPassID) throws -> Int? {
    try reading.first(
      "SELECT seen_at FROM guest_session WHERE token_hash = \(tokenHash) AND pass_id = \(pass) AND ended_at IS NULL"
    ) { $0.int(0) }
  }

  /// The latest link of every member from outside.
  static func passes(_ desk: Desk, _ meeting: OpenedMeeting) throws -> [GuestPassLine] {
    try desk.reading.rows(
      """
      SELECT g.id, g.member_id, g.until_on, g.failures, g.revoked_at IS NOT NULL, g.question, g.made_at, g.opened_at,
        (SELECT q.at FROM guest_pledge q WHERE q.pass_id = g.id)
      FROM guest_pass g WHERE g.meeting_id = \(meeting.id) AND g.id = (SELECT max(l.id) FROM guest_pass l WHERE l.member_id = g.member_id)
      ORDER BY g.id
      """
    ) { row in
      GuestPassLine(
        id: row.id(0), member: row.id(1),
        rule: GuestPass(lastDay: CivilDate(iso: row.text(2)) ?? .earliest, failures: row.int(3), isRevoked: row.bool(4)),
        question: row.text(5), madeAt: row.int(6), openedAt: row.optionalInt(7), pledgedAt: row.optionalInt(8))
    }
  }

  /// The items of the meeting that a member is called for.
  static func called(_ desk: Desk, _ member: MeetingMemberID) throws -> Set<MeetingItemID> {
    Set(try desk.reading.rows("SELECT item_id FROM meeting_item_member WHERE member_id = \(member)") { $0.id(0) as MeetingItemID })
  }

  /// What a member answered last about each item, as the convener's form shows it.
  static func given(_ desk: Desk, _ member: MeetingMemberLine) throws -> Fields {
    let rows = try desk.reading.rows(
      """
      SELECT g.item_id, g.answer, g.words FROM guest_answer g WHERE g.member_id = \(member.id)
        AND g.id = (SELECT max(l.id) FROM guest_answer l WHERE l.item_id = g.item_id AND l.member_id = g.member_id)
      """
    ) { [("answer_\($0.int(0))", $0.text(1)), ("words_\($0.int(0))", $0.text(2))] }
    return Fields([("reply", member.reply?.rawValue ?? ""), ("pledged", member.hasPledged ? "1" : "")] + rows.flatMap(\.self))
  }

  /// May somebody of no agency be shown this item? Where it rests on consent only if that is for the whole team.
  static func mayBeShown(_ desk: Desk, _ item: OpenedMeetingItem) throws -> Bool {
    guard item.basis == .consent || item.basis == nil else { return true }
    return try ConsentCoverQueries.cover(desk, item.caseFile)?.scope == .team
  }
}
