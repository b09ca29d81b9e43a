import Casework
import Store

/// A pack as the page of a meeting lists it (「会議資料一式の一行」).
struct PackLine: Sendable {
  let id: MeetingPackID
  /// Empty for the convener's own.
  let memberName: String
  let copy: Int
  let staff: StaffID
  let staffName: String
  let standing: PackStanding
  let queuedAt: Int
  let endedAt: Int?
  let sha256: String
  /// ``Veil/mark(of:)`` of what was kept back from who made it.
  let veil: String
  /// Every item that is in it, of those still on the agenda.
  let items: Set<MeetingItemID>

  /// 「部数番号 3」
  var copyWords: String { copy == 0 ? "招集者控え" : "部数番号 \(copy)" }
}

/// For whom a pack is (「渡す相手」).
struct PackRecipient: Sendable {
  let member: MeetingMemberLine
  /// 「部数番号」 From 1, in the order in which members were called.
  let copy: Int
}

enum PackQueries {
  static func lines(_ desk: Desk, _ meeting: OpenedMeeting) throws -> [PackLine] {
    let items = Dictionary(
      grouping: try desk.reading.rows(
        "SELECT x.pack_id, x.item_id FROM pack p JOIN pack_item x ON x.pack_id = p.id WHERE p.meeting_id = \(meeting.id)"
      ) { ($0.id(0) as MeetingPackID, $0.id(1) as MeetingItemID) }, by: \.0)
    return try desk.reading.rows(
      """
      SELECT p.id, coalesce(a.name, ''), coalesce(b.position, ''), coalesce(b.name, ''), p.copy, p.staff_id, s.name, p.state, p.done, p.total,
        p.queued_at, p.ended_at, p.size, p.sha256, p.veil
      FROM pack p JOIN staff s ON s.id = p.staff_id LEFT JOIN meeting_member b ON b.id = p.member_id LEFT JOIN agency a ON a.id = b.agency_id
      WHERE p.meeting_id = \(meeting.id) AND p.agency_id = \(desk.staff.agencyID) ORDER BY p.id DESC LIMIT 200
      """
    ) { row in
      let id: MeetingPackID = row.id(0)
      return PackLine(
        id: id, memberName: [row.text(1), row.text(2), row.text(3)].filter { !$0.isEmpty }.joined(separator: "　"), copy: row.int(4),
        staff: row.id(5), staffName: row.text(6),
        standing: PackStanding(state: PackState(rawValue: row.text(7)) ?? .failed, done: row.int(8), total: row.int(9), size: row.int(12)),
        queuedAt: row.int(10), endedAt: row.optionalInt(11), sha256: row.text(13), veil: row.text(14),
        items: Set((items[id] ?? []).map(\.1)))
    }
  }

  /// Every member with the number of the own copy.
  static func recipients(_ desk: Desk, _ meeting: OpenedMeeting) throws -> [PackRecipient] {
    try MeetingQueries.members(desk, meeting).enumerated().map { PackRecipient(member: $0.element, copy: $0.offset + 1) }
  }

  /// The items of a copy: those tabled for the member, as far as the person agreed; for the convener all that he or she may see.
  static func items(_ desk: Desk, _ meeting: OpenedMeeting, for member: MeetingMemberLine?) throws -> [OpenedMeetingItem] {
    let all = try desk.items(of: meeting)
    guard let member else { return all }
    let isHost = member.agency == meeting.convener || (member.isTown && meeting.kind == .planning)
    let tabled = Set(
      try desk.reading.rows(
        """
        SELECT i.id FROM meeting_item_member x JOIN meeting_item i ON i.id = x.item_id WHERE x.member_id = \(member.id)
          AND (\(isHost) OR i.legal_basis <> 'consent' OR \(sql: OpenedMeeting.isAgreed(member.agency, on: desk.today)))
        """
      ) { $0.id(0) as MeetingItemID })
    return all.filter { tabled.contains($0.id) }
  }

  /// From when on an agency may read the notes of a case with the team's reach; nothing where it may not open it.
  static func notesSince(_ desk: Desk, _ file: CaseFileID, _ agency: AgencyID?) throws -> Int? {
    guard let agency else { return nil }
    return try desk.reading.first(
      """
      SELECT min(notes_since) FROM case_ground WHERE case_file_id = \(file) AND agency_id = \(agency) AND is_open = 1 AND reach = 'team'
      HAVING count(*) > 0
      """
    ) { $0.int(0) }
  }

  /// Tasks that a 支援会議 decided on: no other paper may tell of them.
  static func confidentialTasks(_ desk: Desk, _ file: CaseFileID, but meeting: MeetingID) throws -> Set<TaskID> {
    Set(
      try desk.reading.rows(
        """
        SELECT r.task_id FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id JOIN meeting_role r ON r.item_id = i.id
        WHERE i.case_file_id = \(file) AND m.kind = 'confidential' AND m.id <> \(meeting) AND r.task_id IS NOT NULL
        """
      ) { $0.id(0) })
  }

  /// Finished or cancelled ones whose file lies on the disk longer than it should.
  static func over(_ reading: Reading, now: Int) throws -> [(id: MeetingPackID, sha256: String)] {
    try reading.rows(
      """
      SELECT id, sha256 FROM pack WHERE sha256 <> '' AND (state <> 'done' OR ended_at <= \(now - PackState.keptDays * 86_400)) ORDER BY id
      """
    ) { ($0.id(0), $0.text(1)) }
  }
}

extension Desk {
  /// A pack of the own agency's meeting, to see how far it is, or as if it did not exist.
  func openPack(_ meeting: OpenedMeeting, _ id: MeetingPackID) throws -> PackLine {
    guard let pack = try PackQueries.lines(self, meeting).first(where: { $0.id == id }) else { throw denied("pack \(id)") }
    note("pack \(id)")
    return pack
  }

  /// May the viewer take this file? Every item in it has to be there for the viewer now, and no more may be kept back from the viewer than was
  /// kept back when it was made.
  func mayTake(_ pack: PackLine, _ items: [OpenedMeetingItem]) -> Bool {
    guard pack.standing.state.isTakeable(endedAt: pack.endedAt, now: now), pack.items.count == pack.standing.total else { return false }
    guard pack.items.isSubset(of: Set(items.map(\.id))) else { return false }
    let kept = Veil.mark(of: visit.veil.all)
    return kept.isEmpty || (pack.staff == staff.id && pack.veil == kept)
  }
}
