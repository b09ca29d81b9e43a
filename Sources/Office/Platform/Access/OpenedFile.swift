import Casework
import Store

/// A case file that has been opened for one person, on a ground (「開いた事例」).
///
/// Only the check below makes one, so whatever takes an `OpenedFile` has been through it.
public struct OpenedFile: Sendable {
  public let id: CaseFileID
  public let number: String
  public let ground: Ground
  public let reach: Reach
  /// Seconds since 1970.
  public let since: Int
  /// Seconds since 1970 from which other agencies' notes may be read; 0 for all of them (R-15).
  public let notesSince: Int
  /// The viewer's agency.
  public let agency: AgencyID
  public let agencyName: String
  /// The viewer.
  let staff: StaffID
  /// Somebody in it is protected (支援措置), so that what may be shown is asked person by person.
  let holdsProtected: Bool
  /// What is kept back from the viewer because of that, and whether he or she is one of those who are told.
  fileprivate(set) var keptBack = KeptBack()

  fileprivate init(
    id: CaseFileID, number: String, ground: Ground, reach: Reach, since: Int, notesSince: Int, holdsProtected: Bool, staff: StaffMember
  ) {
    self.id = id
    self.number = number
    self.ground = ground
    self.reach = reach
    self.since = since
    self.notesSince = notesSince
    self.agency = staff.agencyID
    self.agencyName = staff.agencyName
    self.staff = staff.id
    self.holdsProtected = holdsProtected
  }

  /// 「この情報を見られる理由」, with the way to who else can see it and why.
  var reason: CaseReason {
    CaseReason(
      words: ground.sentence(agency: agencyName, since: CivilDate.of(epochSeconds: since).wareki)
        + (reach == .handedOver ? "。本人の同意が確認されるまで、つなぎで渡された内容と自機関の記録だけを表示しています" : ""),
      sightPath: "/cases/\(id)/sight")
  }

  /// It was not opened for an emergency, so that more than reading and writing notes is on offer.
  var lasts: Bool { ground != .emergency }

  /// The notes of this case that its holder may read, as a condition on alias `n`.
  var readableNotes: SQL { readable(since: "n.recorded_at") }

  /// The files of this case that its holder may read, as a condition on alias `n` of `attachment`: the same rule as for notes, and none that
  /// tells where somebody is who is kept back from the holder.
  var readableAttachments: SQL { "(\(sql: readable(since: "n.added_at")) AND \(sql: shownAttachments))" }

  private func readable(since column: String) -> SQL {
    switch reach {
    case .team where notesSince == 0: "(n.agency_id = \(agency) OR n.visibility = 'team')"
    case .team: "(n.agency_id = \(agency) OR (n.visibility = 'team' AND \(raw: column) >= \(notesSince)))"
    case .handedOver: "n.agency_id = \(agency)"
    }
  }
}

extension Desk {
  /// Opens a case file, or answers as if it did not exist.
  ///
  /// An agency may hold several grounds; the widest, then the oldest, is named. What somebody protected must not show to this viewer is
  /// kept out of everything that is sent from here on (``Veil``).
  public func open(_ id: CaseFileID) throws -> OpenedFile {
    let found = try reading.first(
      """
      SELECT c.number, g.ground, g.reach, g.since, g.notes_since, \(sql: ProtectionQueries.holdsProtected)
      FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
      WHERE g.case_file_id = \(id) AND \(sql: scope.grounds) ORDER BY g.reach DESC, g.notes_since, g.since LIMIT 1
      """
    ) { row in
      opened(id, row, ground: Ground(rawValue: row.text(1)))
    }
    guard var file = try (found ?? nil) ?? openInEmergency(id), Access.mayOpen(ground: file.ground, roles: staff.roles) == .allowed
    else { throw denied("case \(id)") }
    note("case \(id)", caseFile: id)
    if file.holdsProtected {
      file.keptBack = try ProtectionQueries.keptBack(reading, Onlooker(staff: staff.id, agency: staff.agencyID, file: id), in: id)
      visit.veil.add(file.keptBack.terms)
    }
    return file
  }

  /// 「緊急閲覧」 The same for the hours that this person, and nobody else of the agency, was given; for what an emergency is for.
  private func openInEmergency(_ id: CaseFileID) throws -> OpenedFile? {
    let found = try reading.first(
      """
      SELECT c.number, 'emergency', 'team', e.from_at, 0, \(sql: ProtectionQueries.holdsProtected)
      FROM emergency_access e JOIN case_file c ON c.id = e.case_file_id
      WHERE e.case_file_id = \(id) AND e.staff_id = \(staff.id) AND e.agency_id = \(staff.agencyID) AND e.from_at <= \(now)
        AND e.until_at > \(now) AND e.ended_at IS NULL AND \(sql: scope.unbarred(case: "c.id"))
      ORDER BY e.until_at DESC LIMIT 1
      """
    ) { opened(id, $0, ground: .emergency) }
    guard found == nil || visit.act.isPossibleInEmergency else {
      note("case \(id)", caseFile: id)
      throw FieldErrors([FieldProblem("emergency", Act.notInEmergency)], staff: staff)
    }
    return found ?? nil
  }

  private func opened(_ id: CaseFileID, _ row: Row, ground: Ground?) -> OpenedFile? {
    ground.map {
      OpenedFile(
        id: id, number: row.text(0), ground: $0, reach: Reach(rawValue: row.text(2)) ?? .handedOver, since: row.int(3),
        notesSince: row.int(4), holdsProtected: row.bool(5), staff: staff)
    }
  }
}
