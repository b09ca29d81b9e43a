import Casework
import Store

/// The only writer of `guest_pass`, `guest_session`, `guest_submission`, `guest_pledge`, `guest_answer` and `guest_preparation`.
enum GuestRecords {
  /// A new link for a member; an older one of the same member opens no more. Only the hashes of link and code are kept.
  static func invite(
    _ desk: WritingDesk, _ meeting: MeetingID, _ member: MeetingMemberID, linkHash: [UInt8], codeHash: String, question: String,
    until: CivilDate
  ) throws -> GuestPassID {
    try revoke(desk, member)
    let row = try desk.writing.insert(
      """
      INSERT INTO guest_pass (meeting_id, member_id, token_hash, code_hash, question, until_on, made_by, made_at)
      VALUES (\(meeting), \(member), \(linkHash), \(codeHash), \(question), \(until.iso), \(desk.staff.id), \(desk.now))
      """)
    let id = GuestPassID(Int(row))
    desk.note("guest \(id) meeting \(meeting)")
    return id
  }

  /// 「取り消す」 At once, in every browser.
  static func revoke(_ desk: WritingDesk, _ member: MeetingMemberID) throws {
    try desk.writing.run(
      """
      UPDATE guest_session SET ended_at = \(desk.now) WHERE ended_at IS NULL AND pass_id IN (SELECT id FROM guest_pass
        WHERE member_id = \(member) AND revoked_at IS NULL)
      """)
    try desk.writing.run(
      "UPDATE guest_pass SET revoked_at = \(desk.now), revoked_by = \(desk.staff.id) WHERE member_id = \(member) AND revoked_at IS NULL")
  }

  /// The code was right: the wrong ones before it are forgotten, and an older session in another browser ends.
  static func begin(_ writing: Writing, _ pass: GuestPassID, tokenHash: [UInt8], at now: Int, remote: String, browser: String) throws {
    try writing.run("UPDATE guest_pass SET failures = 0, opened_at = coalesce(opened_at, \(now)) WHERE id = \(pass)")
    try end(writing, pass, at: now)
    try writing.run(
      """
      INSERT INTO guest_session (token_hash, pass_id, started_at, seen_at, remote, browser)
      VALUES (\(tokenHash), \(pass), \(now), \(now), \(remote), \(browser))
      """)
  }

  static func rememberFailure(_ writing: Writing, _ pass: GuestPassID) throws {
    try writing.run("UPDATE guest_pass SET failures = failures + 1 WHERE id = \(pass)")
  }

  static func seen(_ writing: Writing, _ tokenHash: [UInt8], at now: Int) throws {
    try writing.run("UPDATE guest_session SET seen_at = \(now) WHERE token_hash = \(tokenHash) AND seen_at < \(now)")
  }

  static func end(_ writing: Writing, _ pass: GuestPassID, at now: Int) throws {
    try writing.run("UPDATE guest_session SET ended_at = \(now) WHERE pass_id = \(pass) AND ended_at IS NULL")
  }

  static func remember(_ writing: Writing, _ token: String, _ pass: GuestPassID, path: String, at now: Int) throws {
    try writing.run("INSERT INTO guest_submission (token, pass_id, path, at) VALUES (\(token), \(pass), \(path), \(now))")
  }

  /// 「守秘の確認」 Confirmed once; a second time changes nothing.
  static func pledge(_ desk: GuestWritingDesk, words: String) throws {
    try desk.writing.run(
      "INSERT OR IGNORE INTO guest_pledge (pass_id, words, at) VALUES (\(desk.pass.id), \(words), \(desk.now))")
  }

  /// 「外部の構成員の回答」 At the screen.
  static func answer(_ desk: GuestWritingDesk, _ item: GuestItem, _ answer: MeetingAnswer?, words: String) throws {
    try desk.writing.run(
      """
      INSERT INTO guest_answer (item_id, member_id, way, pass_id, answer, words, at)
      VALUES (\(item.id), \(desk.pass.member), 'link', \(desk.pass.id), \(answer?.rawValue ?? ""), \(words), \(desk.now))
      """)
    desk.note("item \(item.id)", caseFile: item.caseFile)
  }

  /// 「外部の構成員の準備の回答」 At the screen, to the four questions about one item.
  static func prepare(_ desk: GuestWritingDesk, _ item: GuestItem, _ answer: PreparationAnswer) throws {
    try desk.writing.run(
      """
      INSERT INTO guest_preparation (item_id, member_id, pass_id, is_involved, household, doing, wanted, asks, at)
      VALUES (\(item.id), \(desk.pass.member), \(desk.pass.id), \(answer.isInvolved), \(answer[.household]), \(answer[.doing]),
        \(answer[.wanted]), \(answer[.asks]), \(desk.now))
      """)
    desk.note("item \(item.id)", caseFile: item.caseFile)
  }

  /// 「代わりに記録する」 What came by telephone, FAX or on paper, written down by the convener.
  static func answer(
    _ desk: WritingDesk, _ item: OpenedMeetingItem, of member: MeetingMemberID, _ way: GuestAnswerWay, _ answer: MeetingAnswer?,
    words: String
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO guest_answer (item_id, member_id, way, staff_id, answer, words, at)
      VALUES (\(item.id), \(member), \(way.rawValue), \(desk.staff.id), \(answer?.rawValue ?? ""), \(words), \(desk.now))
      """)
  }
}

extension GuestRecords {
  /// What members from outside were asked about a case that is disposed of goes with it; that they were called stays with the meeting.
  static func forgetWords(_ writing: Writing, of file: CaseFileID) throws {
    try writing.run(
      """
      UPDATE guest_pass SET question = '' WHERE question <> '' AND member_id IN (SELECT x.member_id FROM meeting_item_member x
        JOIN meeting_item i ON i.id = x.item_id WHERE i.case_file_id = \(file))
      """)
  }
}
