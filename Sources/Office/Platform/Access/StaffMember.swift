import Casework
import Store

/// The signed-in member of staff, as the session found them (「職員」).
public struct StaffMember: Sendable {
  public let id: StaffID
  public let name: String
  public let agencyID: AgencyID
  public let agencyName: String
  /// Roles that hold today.
  public let roles: Set<Role>
  /// The agency is the town's programme section (事業担当課).
  public let isProgrammeSection: Bool
  /// Some case must not exist for this person: he or she, or the agency, is tied to a perpetrator (支援措置).
  let isBarred: Bool
  /// Something about their sign-ins has not been looked at yet.
  var hasNotice = false
}

/// 「サインインの方法」 How a session began.
enum SignInWay: String, Sendable { case password, provider }

/// What a session lookup gives back besides the person.
struct SessionState {
  let staff: StaffMember
  /// Seconds since 1970 of the last request that was noted.
  let seenAt: Int
  let mustChangePassword: Bool
  /// Seconds since 1970 at which the person last showed who they are.
  let provenAt: Int
  let way: SignInWay
  /// A second factor was part of it, ours or the provider's.
  let isFactorProven: Bool
  /// The person has set up a second factor.
  let hasFactor: Bool
}

enum SessionQueries {
  /// Somebody signed in with this once, whether or not it still holds.
  static func isKnown(_ office: Office, tokenHash: [UInt8]) async throws -> Bool {
    try await office.database.read { try $0.exists("SELECT 1 FROM session WHERE token_hash = \(tokenHash)") }
  }

  /// The living session behind a token hash. One indexed read; roles and dates are checked in the same statement.
  static func state(_ reading: Reading, tokenHash: [UInt8], today: String) throws -> SessionState? {
    try reading.first(
      """
      SELECT \(sql: StaffMember.columns(on: today)), s.seen_at, st.must_change_password, s.proven_at, s.way, s.has_factor,
        EXISTS (SELECT 1 FROM second_factor f WHERE f.staff_id = st.id),
        EXISTS (SELECT 1 FROM sign_in_notice n WHERE n.staff_id = st.id AND n.told_at IS NULL
          AND (n.told_there IS NULL OR n.remote <> s.remote))
      FROM session s JOIN staff st ON st.id = s.staff_id JOIN agency a ON a.id = st.agency_id
      WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND \(sql: StaffMember.isActive(on: today))
      """
    ) { row in
      SessionState(
        staff: StaffMember(row, hasNotice: row.bool(13)), seenAt: row.int(7), mustChangePassword: row.bool(8), provenAt: row.int(9),
        way: SignInWay(rawValue: row.text(10)) ?? .password, isFactorProven: row.bool(11), hasFactor: row.bool(12))
    }
  }
}

extension StaffMember {
  /// The first columns of a statement about `staff st JOIN agency a`, as the initialiser below reads them.
  static func columns(on today: String) -> SQL {
    """
    st.id, st.name, st.agency_id, a.name, a.is_programme_section,
      (SELECT group_concat(r.role, ' ') FROM staff_role r
        WHERE r.staff_id = st.id AND r.from_on <= \(today) AND (r.until_on IS NULL OR r.until_on >= \(today))),
      EXISTS (SELECT 1 FROM protection_bar b WHERE b.staff_id = st.id)
        OR EXISTS (SELECT 1 FROM protection_bar b WHERE b.agency_id = st.agency_id)
    """
  }

  /// 「在職」 On that day.
  static func isActive(on today: String) -> SQL {
    "(st.active_from <= \(today) AND (st.active_until IS NULL OR st.active_until >= \(today)))"
  }

  init(_ row: Row, hasNotice: Bool = false) {
    self.init(
      id: row.id(0), name: row.text(1), agencyID: row.id(2), agencyName: row.text(3),
      roles: Set((row.optionalText(5) ?? "").split(separator: " ").compactMap { Role(rawValue: String($0)) }),
      isProgrammeSection: row.bool(4), isBarred: row.bool(6), hasNotice: hasNotice)
  }
}
