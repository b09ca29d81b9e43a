import Casework
import Store

/// A link from outside that has been found to hold (「開いた入場」): whose it is, at which meeting. It opens nothing of a case by itself.
///
/// Only the check below makes one, in the transaction in which it is used.
struct OpenedPass: Sendable {
  let id: GuestPassID
  let meeting: MeetingID
  let member: MeetingMemberID
  let kind: MeetingKind
  let meetingName: String
  let heldOn: CivilDate
  /// "14:00", or empty.
  let startsAt: String
  let place: String
  let mode: MeetingMode
  let stage: MeetingStage
  let convenerName: String
  let convenerPhone: String
  /// 「見本中学校　担任　架空 先生」
  let memberLabel: String
  let question: String
  let codeHash: String
  let reply: MeetingReply?
  let rule: GuestPass
  /// The duty of secrecy was confirmed through this pass.
  let hasPledged: Bool

  fileprivate init(_ row: Row) {
    id = row.id(0)
    meeting = row.id(1)
    member = row.id(2)
    kind = MeetingKind(rawValue: row.text(3)) ?? .confidential
    meetingName = row.text(4)
    heldOn = CivilDate(iso: row.text(5)) ?? .earliest
    startsAt = row.text(6)
    place = row.text(7)
    mode = MeetingMode(rawValue: row.text(8)) ?? .inPerson
    stage = MeetingStage(rawValue: row.text(9)) ?? .planned
    convenerName = row.text(10)
    convenerPhone = row.text(11)
    memberLabel = [row.text(12), row.text(13), row.text(14)].filter { !$0.isEmpty }.joined(separator: "　")
    question = row.text(15)
    codeHash = row.text(16)
    reply = MeetingReply(rawValue: row.text(17))
    rule = GuestPass(lastDay: CivilDate(iso: row.text(18)) ?? .earliest, failures: row.int(19), isRevoked: row.bool(20))
    hasPledged = row.bool(21)
  }

  /// Never nil for nobody's name: 「guest 3 meeting 7」, for the audit log.
  var subject: String { "guest \(id) meeting \(meeting)" }
  var isPledgeDue: Bool { kind.needsPledge && !hasPledged }
  /// Still to be said whether one comes, and still to be answered.
  var takesReply: Bool { stage.isAhead }

  /// 「この情報を見られる理由」
  var reason: String {
    "\(convenerName)が招集するこの会議に、構成員として招かれているため（\(min(rule.lastDay, GuestPass.latestDay(heldOn: heldOn)).wareki)まで）"
  }
}

extension OpenedPass {
  /// The pass behind a link, if it lets in today. Throws the one answer that unknown, expired, locked and revoked links get.
  static func behind(_ linkHash: [UInt8], _ reading: Reading, today: CivilDate) throws -> OpenedPass {
    let found = try reading.first(
      """
      SELECT g.id, g.meeting_id, g.member_id, m.kind, m.name, m.held_on, m.starts_at, m.place, m.mode, m.stage, c.name, c.phone,
        coalesce(a.name, ''), b.position, b.name, g.question, g.code_hash, b.reply, g.until_on, g.failures, g.revoked_at IS NOT NULL,
        EXISTS (SELECT 1 FROM guest_pledge q WHERE q.pass_id = g.id)
      FROM guest_pass g JOIN meeting m ON m.id = g.meeting_id JOIN agency c ON c.id = m.convener
        JOIN meeting_member b ON b.id = g.member_id LEFT JOIN agency a ON a.id = b.agency_id
      WHERE g.token_hash = \(linkHash)
      """
    ) { OpenedPass($0) }
    guard let pass = found else { throw GuestClosed(subject: "guest link") }
    guard pass.rule.holds(stage: pass.stage, heldOn: pass.heldOn, today: today) else { throw GuestClosed(subject: pass.subject) }
    return pass
  }

  /// Whose link it is, for the audit log, whether or not it opens.
  static func subject(behind linkHash: [UInt8], _ reading: Reading) throws -> String {
    try reading.first("SELECT id, meeting_id FROM guest_pass WHERE token_hash = \(linkHash)") { "guest \($0.int(0)) meeting \($0.int(1))" }
      ?? "guest link"
  }
}
