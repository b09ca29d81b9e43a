import Casework
import Store

/// 「開いているサインイン」 One browser in which somebody is signed in.
struct OpenSession: Sendable {
  /// Names it in a form. Says nothing about the cookie.
  let mark: String
  let staff: StaffID
  let name: String
  let agencyName: String
  /// Seconds since 1970.
  let startedAt: Int
  let seenAt: Int
  let remote: String
  let browser: String
  let way: SignInWay
  let hasFactor: Bool
  /// The one that asks.
  let isThis: Bool
}

/// One thing a person is to look at.
struct SignInNoticeLine: Sendable {
  let notice: SignInNotice
  let remote: String
  let browser: String
  let at: Int
}

enum SessionListQueries {
  /// The living sessions of the person at the desk, the latest first.
  static func own(_ desk: Desk) throws -> [OpenSession] { try list(desk, "s.staff_id = \(desk.staff.id)") }

  /// Everybody's living sessions, for administrators.
  static func all(_ desk: Desk) throws -> [OpenSession] { try list(desk, "1 = 1") }

  static func notices(_ desk: Desk) throws -> [SignInNoticeLine] {
    let remote = desk.visit.request.remote
    return try desk.reading.rows(
      """
      SELECT kind, remote, browser, at FROM sign_in_notice
      WHERE staff_id = \(desk.staff.id) AND told_at IS NULL AND (told_there IS NULL OR remote <> \(remote)) ORDER BY at DESC
      """
    ) { row in
      SignInNoticeLine(
        notice: SignInNotice(rawValue: row.text(0)) ?? .newPlace, remote: row.text(1), browser: row.text(2), at: row.int(3))
    }
  }

  static func way(_ desk: Desk) throws -> SignInWay {
    let way = try desk.reading.first("SELECT way FROM session WHERE token_hash = \(desk.visit.tokenHash ?? [])") {
      SignInWay(rawValue: $0.text(0))
    }
    return (way ?? nil) ?? .password
  }

  static func provenAt(_ desk: Desk) throws -> Int {
    try desk.reading.first("SELECT proven_at FROM session WHERE token_hash = \(desk.visit.tokenHash ?? [])") { $0.int(0) } ?? 0
  }

  private static func list(_ desk: Desk, _ condition: SQL) throws -> [OpenSession] {
    let (idleSince, today) = (desk.now - desk.visit.office.settings.idleMinutes * 60, desk.today.iso)
    return try desk.reading.rows(
      """
      SELECT hex(substr(s.token_hash, 1, 8)), s.staff_id, st.name, a.name, s.started_at, s.seen_at, s.remote, s.browser, s.way, s.has_factor,
        s.token_hash = \(desk.visit.tokenHash ?? [])
      FROM session s JOIN staff st ON st.id = s.staff_id JOIN agency a ON a.id = st.agency_id
      WHERE s.ended_at IS NULL AND s.seen_at >= \(idleSince) AND st.active_from <= \(today)
        AND (st.active_until IS NULL OR st.active_until >= \(today)) AND \(sql: condition)
      ORDER BY s.seen_at DESC, s.started_at DESC
      """
    ) { row in
      OpenSession(
        mark: row.text(0), staff: row.id(1), name: row.text(2), agencyName: row.text(3), startedAt: row.int(4), seenAt: row.int(5),
        remote: row.text(6), browser: row.text(7), way: SignInWay(rawValue: row.text(8)) ?? .password, hasFactor: row.bool(9),
        isThis: row.bool(10))
    }
  }
}
