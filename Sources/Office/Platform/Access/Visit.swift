import Casework
import Hummingbird
import Store

/// One request by somebody who says they are signed in, for one named act (「来訪」).
///
/// The only way to the database for pages. `read` and `perform` check the session, the role and the idle time in the same
/// transaction as the work, and what was done is in the audit log before anything is sent.
public struct Visit: Sendable {
  public let act: Act
  public let office: Office
  /// What the browser sent, decoded.
  public let request: Incoming
  /// SHA-256 of the session cookie, or nothing without a cookie.
  let tokenHash: [UInt8]?
  /// Seconds since 1970.
  public let now: Int
  /// The date in Japan.
  public let today: CivilDate
  /// The act asks again who sits there when that was last shown too long ago.
  var isSensitive = false
  /// What came with the request to show who sits there; taken out of the form, so that no handler sees a password.
  var proof: IdentityProof?
  /// What must not be in the answer, whoever wrote it where.
  let veil = Veil()

  public var query: Fields { request.query }
  public var form: Fields { request.form }

  /// The number in the path. A path that is no number reads as 0, which is nobody's: so it is turned away where every foreign number is,
  /// behind the check of the session and with an entry in the audit log.
  public func id<Kind>(_ name: String) throws -> Identifier<Kind> {
    Identifier(request.parameters.get(name).flatMap(Int.init).map { max(0, $0) } ?? 0)
  }

  /// Reads for a page, in one snapshot. The answer is returned only when its audit entry is durable.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Desk) throws -> T) async throws -> T {
    let visit = self
    do {
      return try await office.database.read(
        { reading in
          let (state, stale) = try visit.admitted(reading)
          let desk = Desk(reading: reading, staff: state.staff, visit: visit)
          let value = try body(desk)
          return Seen(value: value, entry: desk.entry(.done), isStale: stale)
        },
        recording: { seen in visit.record(seen.entry, isStale: seen.isStale) }
      ).value
    } catch { throw try await noted(error) }
  }

  /// A line of its own, unless the idle clock has to be wound too.
  private func record(_ entry: AuditEntry, isStale: Bool) -> Record {
    guard isStale, let tokenHash else { return entry.record() }
    let now = now
    return entry.record(isLine: false) { try SessionRecords.seen($0, tokenHash: tokenHash, at: now) }
  }

  /// What a read found, and what must be on disk before it may be shown.
  private struct Seen<T: Sendable>: Sendable {
    let value: T
    let entry: AuditEntry
    let isStale: Bool
  }

  /// Does an act once and says where to go next. Sending the same form twice leads to the same place and changes nothing.
  public func perform(_ body: @escaping @Sendable (WritingDesk) throws -> String) async throws -> Answer {
    let visit = self
    let token = form["submission"]
    let path = try await write { desk in
      if !token.isEmpty, let before = try SubmissionRecords.path(desk, token: token) { return before }
      let path = try body(desk)
      if !token.isEmpty { try SubmissionRecords.remember(desk, token: token, path: path, at: visit.now) }
      return path
    }
    return .redirect(path)
  }

  /// Writes without a next page (a draft, a mark). Rolled back as a whole when `body` throws; a refusal is still audited.
  public func write<T: Sendable>(_ body: @escaping @Sendable (WritingDesk) throws -> T) async throws -> T {
    let visit = self
    do {
      return try await office.database.write { writing in
        let (state, stale) = try visit.admitted(writing.reading)
        let desk = WritingDesk(writing: writing, staff: state.staff, visit: visit)
        let value = try body(desk)
        try AuditRecords.append(writing, desk.entry(.done))
        if stale, let hash = visit.tokenHash { try SessionRecords.seen(writing, tokenHash: hash, at: visit.now) }
        return value
      }
    } catch { throw try await noted(error) }
  }

  /// The living session and whether its idle clock should be wound. Throws for a stranger, an idle session or a denied act.
  private func admitted(_ reading: Reading) throws -> (SessionState, stale: Bool) {
    guard let tokenHash, let state = try SessionQueries.state(reading, tokenHash: tokenHash, today: today.iso) else { throw SignedOut() }
    let idle = now - state.seenAt
    guard idle <= office.settings.idleMinutes * 60 else { throw SignedOut() }
    guard office.settings.entrance.admits(request.remote, roles: state.staff.roles) else { throw OutsideNetwork(staff: state.staff) }
    // Who comes in through the municipality's provider never had the first password in hand.
    if state.mustChangePassword, state.way == .password, act != .changePassword, act != .signOut { throw PasswordChangeDue() }
    try checkProof(state)
    return (state, idle >= 30)
  }

  /// Is enough known about who sits there for this act?
  private func checkProof(_ state: SessionState) throws {
    let entrance = office.settings.entrance
    if entrance.needsFactor(state.staff.roles), !state.isFactorProven, !Visit.beforeSecondFactor.contains(act) {
      throw SecondFactorDue(hasFactor: state.hasFactor)
    }
    guard Access.verdict(act, roles: state.staff.roles) == .allowed else { throw Denial(staff: state.staff, subject: request.path) }
    let isOld = now - state.provenAt >= entrance.confirmMinutes * 60
    if isSensitive, isOld || state.hasFactor && !state.isFactorProven { throw ConfirmationDue(hasFactor: state.hasFactor, way: state.way) }
  }

  /// What somebody can do whose second factor is still to be set up.
  private static let beforeSecondFactor: Set<Act> = [.setSecondFactor, .confirmIdentity, .changePassword, .signOut]

  /// Puts a denial or a refusal into the audit log, then hands the error on.
  private func noted(_ error: any Error) async throws -> any Error {
    let entry: AuditEntry
    switch error {
    case let denial as Denial:
      entry = AuditEntry(visit: self, staff: denial.staff, outcome: .denied, subject: denial.subject ?? request.path)
    case let outside as OutsideNetwork:
      entry = AuditEntry(visit: self, staff: outside.staff, outcome: .denied, subject: request.path, detail: "network")
    case let refusal as any Refusal:
      entry = AuditEntry(visit: self, staff: refusal.staff, outcome: .refused, subject: request.path, detail: refusal.auditDetail)
    default:
      return error
    }
    try await office.database.record(entry.record())
    return error
  }
}
