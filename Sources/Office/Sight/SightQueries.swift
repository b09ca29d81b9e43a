import Casework
import Store

/// One ground on which an agency sees a case (「根拠」).
struct SightGround: Sendable {
  let agency: String
  let ground: Ground
  let reach: Reach
  /// Seconds since 1970.
  let since: Int
  let until: Int?
  /// From when other agencies' notes may be read; 0 for all of them, far ahead for none.
  let notesSince: Int
}

/// Somebody called to a meeting on whose agenda the case stands (「議題に加わる人」).
struct SightMember: Sendable {
  let name: String
  let meeting: String
  let heldOn: CivilDate
}

/// A 緊急閲覧 of the case.
struct SightEmergency: Sendable {
  let agency: String
  let staff: String
  let reason: EmergencyReason?
  let from: Int
  let until: Int
  let isRunning: Bool
}

/// Everybody who can see a case, and why (「この情報を見られる人と理由」).
struct SightView: Sendable {
  let file: OpenedFile
  let open: [SightGround]
  let ended: [SightGround]
  let members: [SightMember]
  let emergencies: [SightEmergency]
  /// People of the case whom the viewer sees whole, with the number of their 支援措置.
  let people: [(resident: ResidentID, name: String, protection: ProtectionID?)]
}

enum SightQueries {
  static func view(_ desk: Desk, _ file: OpenedFile) throws -> SightView {
    let grounds = try grounds(desk, file)
    return SightView(
      file: file, open: grounds.filter { $0.until == nil }, ended: grounds.filter { $0.until != nil }, members: try members(desk, file),
      emergencies: try emergencies(desk, file),
      people: try ProtectionOfferQueries.people(desk, file).map {
        ($0.resident, $0.name, try ProtectionListQueries.inForce(desk, of: $0.resident))
      })
  }

  /// Who helps a protected person is left out without a gap. Without the team's reach only those are told of whom the viewer's agency knows
  /// anyway: itself, those it has a つなぎ with, who runs 多機関協働 and the town.
  private static func grounds(_ desk: Desk, _ file: OpenedFile) throws -> [SightGround] {
    try desk.reading.rows(
      """
      SELECT a.name, g.ground, g.reach, g.since, g.until, g.notes_since FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(file.id) AND NOT \(sql: file.hidesAgency("g.agency_id"))
        AND (\(file.reach == .team) OR g.agency_id = \(file.agency) OR g.ground IN ('multiReferral', 'programmeSection')
          OR EXISTS (SELECT 1 FROM referral f WHERE f.case_file_id = g.case_file_id AND f.stage <> 'draft'
            AND ((f.from_agency = g.agency_id AND f.to_agency = \(file.agency)) OR (f.to_agency = g.agency_id AND f.from_agency = \(file.agency)))))
      ORDER BY g.until IS NOT NULL, g.until DESC, g.since, g.id
      """
    ) { row in
      SightGround(
        agency: row.text(0), ground: Ground(rawValue: row.text(1)) ?? .acceptedReferral, reach: Reach(rawValue: row.text(2)) ?? .handedOver,
        since: row.int(3), until: row.optionalInt(4), notesSince: row.int(5))
    }
  }

  /// Of a 支援会議 only those may know who convene it or are called to the item themselves and have pledged (R-50).
  private static func members(_ desk: Desk, _ file: OpenedFile) throws -> [SightMember] {
    let first = desk.today.adding(days: -MeetingStage.sightDays).iso
    let known: SQL = """
      (m.kind = 'planning' OR m.convener = \(file.agency) OR (EXISTS (SELECT 1 FROM meeting_item_member x JOIN meeting_member b
          ON b.id = x.member_id WHERE x.item_id = i.id AND b.agency_id = \(file.agency) AND b.invited_at IS NOT NULL)
        AND (m.kind <> 'confidential' OR EXISTS (SELECT 1 FROM meeting_pledge p WHERE p.meeting_id = m.id AND p.staff_id = \(desk.staff.id)))))
      """
    return try desk.reading.rows(
      """
      SELECT DISTINCT coalesce(a.name, ''), y.position, y.name, m.name, m.held_on
      FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id JOIN meeting_item_member z ON z.item_id = i.id
        JOIN meeting_member y ON y.id = z.member_id LEFT JOIN agency a ON a.id = y.agency_id
      WHERE i.case_file_id = \(file.id) AND y.invited_at IS NOT NULL AND \(sql: known) AND NOT coalesce(\(sql: file.hidesAgency("y.agency_id")), 0)
        AND (m.stage = 'invited' OR (m.stage = 'held' AND m.held_on >= \(first)))
      ORDER BY m.held_on, m.id, y.id
      """
    ) { row in
      SightMember(
        name: [row.text(0), row.text(1), row.text(2)].filter { !$0.isEmpty }.joined(separator: "　"), meeting: row.text(3),
        heldOn: CivilDate(iso: row.text(4)) ?? .latest)
    }
  }

  private static func emergencies(_ desk: Desk, _ file: OpenedFile) throws -> [SightEmergency] {
    try desk.reading.rows(
      """
      SELECT a.name, s.name, e.reason_code, e.from_at, coalesce(e.ended_at, e.until_at), e.ended_at IS NULL AND e.until_at > \(desk.now)
      FROM emergency_access e JOIN staff s ON s.id = e.staff_id JOIN agency a ON a.id = e.agency_id
      WHERE e.case_file_id = \(file.id) AND (\(file.reach == .team) OR e.agency_id = \(file.agency))
      ORDER BY e.from_at DESC, e.id DESC LIMIT 50
      """
    ) { row in
      SightEmergency(
        agency: row.text(0), staff: row.text(1), reason: EmergencyReason(rawValue: row.text(2)), from: row.int(3), until: row.int(4),
        isRunning: row.bool(5))
    }
  }
}
