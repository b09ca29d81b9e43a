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
  /// Seconds since 1970 from which other agencies' notes may be read; 0 for all of them.
  public let notesSince: Int
  /// The viewer's agency.
  public let agency: AgencyID
  public let agencyName: String

  fileprivate init(id: CaseFileID, number: String, ground: Ground, reach: Reach, since: Int, notesSince: Int, staff: StaffMember) {
    self.id = id
    self.number = number
    self.ground = ground
    self.reach = reach
    self.since = since
    self.notesSince = notesSince
    self.agency = staff.agencyID
    self.agencyName = staff.agencyName
  }

  /// 「この情報を見られる理由」
  public var reason: String {
    ground.sentence(agency: agencyName, since: CivilDate.of(epochSeconds: since).wareki)
      + (reach == .handedOver ? "。本人の同意が確認されるまで、つなぎで渡された内容と自機関の記録だけを表示しています" : "")
  }

  /// The notes of this case that its holder may read, as a condition on alias `n`.
  var readableNotes: SQL {
    switch reach {
    case .team where notesSince == 0: "(n.agency_id = \(agency) OR n.visibility = 'team')"
    case .team: "(n.agency_id = \(agency) OR (n.visibility = 'team' AND n.recorded_at >= \(notesSince)))"
    case .handedOver: "n.agency_id = \(agency)"
    }
  }
}

extension Desk {
  /// Opens a case file, or answers as if it did not exist.
  ///
  /// An agency may hold several grounds; the widest, then the oldest, is named.
  public func open(_ id: CaseFileID) throws -> OpenedFile {
    let found = try reading.first(
      """
      SELECT c.number, g.ground, g.reach, g.since, g.notes_since FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
      WHERE g.case_file_id = \(id) AND g.agency_id = \(staff.agencyID) AND g.is_open = 1
      ORDER BY g.reach DESC, g.notes_since, g.since LIMIT 1
      """
    ) { row in
      (row.text(0), Ground(rawValue: row.text(1)), Reach(rawValue: row.text(2)) ?? .handedOver, row.int(3), row.int(4))
    }
    guard let found, let ground = found.1, Access.mayOpen(ground: ground, roles: staff.roles) == .allowed else {
      throw denied("case \(id)")
    }
    note("case \(id)", caseFile: id)
    return OpenedFile(id: id, number: found.0, ground: ground, reach: found.2, since: found.3, notesSince: found.4, staff: staff)
  }
}
