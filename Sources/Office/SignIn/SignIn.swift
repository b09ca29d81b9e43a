import Casework
import Store

/// Checks a name and a password, then a code where one has been set up, with a lock-out that grows over both (「サインイン」).
enum SignIn {
  enum Outcome: Sendable {
    case welcome(SessionToken)
    /// The first step was right; the code is still to come.
    case codeDue(ticket: String)
    /// A sentence for the person, the same for a wrong name and a wrong password.
    case refused(String)
  }

  static func attempt(_ office: Office, name: String, password: String, incoming: Incoming) async throws -> Outcome {
    let now = office.clock()
    let today = CivilDate.of(epochSeconds: now).iso
    let account = try await office.database.read { try SignInQueries.account($0, name: name, today: today) }
    if let account, account.lockedUntil > now {
      try await log(office, account, incoming, .denied, "locked")
      return .refused(SignInWording.locked(until: account.lockedUntil, now: now))
    }
    let isRight = try await office.passwords.matches(password, stored: account?.hash)
    guard isRight, let account else {
      try await office.database.write { try failed($0, account, incoming, "wrong", at: now) }
      return .refused(SignInWording.wrongPassword)
    }
    if office.settings.entrance.isLocalForAdministratorsOnly, !account.isAdministrator {
      try await log(office, account, incoming, .denied, "not by password")
      return .refused(SignInWording.notByPassword)
    }
    return try await proceed(office, account, incoming, way: .password, hasProvedFactor: false)
  }

  /// In, or on to the code: whoever has set one up is asked for it, unless the provider has asked for one itself.
  static func proceed(
    _ office: Office, _ account: SignInAccount, _ incoming: Incoming, way: SignInWay, hasProvedFactor: Bool
  ) async throws -> Outcome {
    let now = office.clock()
    if account.hasFactor, !hasProvedFactor {
      let ticket = SignInTicket(staff: account.id, version: account.version, at: now, way: way)
      return .codeDue(ticket: try ticket.sealed(office.doorKey))
    }
    let detail = hasProvedFactor ? "\(way.rawValue) code" : way.rawValue
    return .welcome(
      try await office.database.write {
        try enter($0, account, incoming, way: way, hasFactor: hasProvedFactor, detail: detail, at: now)
      })
  }

  /// Begins a new session, never one whose number the browser brought along; the one it had ends.
  static func enter(
    _ writing: Writing, _ account: SignInAccount, _ incoming: Incoming, way: SignInWay, hasFactor: Bool, detail: String, at now: Int
  ) throws -> SessionToken {
    let token = SessionToken.random()
    try StaffRecords.forgetFailures(writing, of: account.id)
    if try SignInQueries.isNewPlace(writing.reading, account.id, remote: incoming.remote) {
      try SignInNoticeRecords.tell(
        writing, .newPlace, to: account.id, remote: incoming.remote, browser: incoming.browser, at: now)
    }
    if let old = incoming.cookie { try SessionRecords.end(writing, tokenHash: SessionToken(text: old).hash, at: now) }
    try SessionRecords.start(
      writing, tokenHash: token.hash, staff: account.id, at: now, remote: incoming.remote, browser: incoming.browser, way: way,
      hasFactor: hasFactor)
    try AuditRecords.append(writing, entry(account, incoming, .done, detail, now))
    return token
  }

  /// Seconds of rest after the given number of failures in a row: none for the first four, then 1, 2, 4 … 64 minutes.
  static func rest(afterFailures failures: Int) -> Int {
    failures < 5 ? 0 : 60 << min(failures - 5, 6)
  }

  /// Counts a wrong password or code and puts it into the log.
  static func failed(_ writing: Writing, _ account: SignInAccount?, _ incoming: Incoming, _ why: String, at now: Int) throws {
    if let account { try count(writing, account, at: now) }
    try AuditRecords.append(writing, entry(account, incoming, .denied, why, now))
  }

  static func count(_ writing: Writing, _ account: SignInAccount, at now: Int) throws {
    let rest = rest(afterFailures: account.failures + 1)
    try StaffRecords.rememberFailure(writing, of: account.id, lockedUntil: rest == 0 ? nil : now + rest)
  }

  static func log(
    _ office: Office, _ account: SignInAccount?, _ incoming: Incoming, _ outcome: AuditOutcome, _ why: String
  ) async throws {
    let entry = entry(account, incoming, outcome, why, office.clock())
    try await office.database.write { try AuditRecords.append($0, entry) }
  }

  static func entry(_ account: SignInAccount?, _ incoming: Incoming, _ outcome: AuditOutcome, _ why: String, _ now: Int) -> AuditEntry {
    AuditEntry(
      at: now, staff: account?.id, agency: account?.agency, act: "signIn", outcome: outcome, subject: "session", detail: why,
      request: incoming.id, remote: incoming.remote)
  }
}
