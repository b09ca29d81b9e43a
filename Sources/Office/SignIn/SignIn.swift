import Casework
import Store

/// Checks a name and a password, with a lock-out that grows (「サインイン」).
enum SignIn {
  enum Outcome: Sendable {
    case welcome(SessionToken)
    /// A sentence for the person, the same for a wrong name and a wrong password.
    case refused(String)
  }

  private struct Account: Sendable {
    let id: StaffID
    let agency: AgencyID
    let hash: String
    let failures: Int
    let lockedUntil: Int
  }

  static func attempt(_ office: Office, name: String, password: String, incoming: Incoming) async throws -> Outcome {
    let now = office.clock()
    let today = CivilDate.of(epochSeconds: now).iso
    let account = try await office.database.read { try find($0, name: name, today: today) }
    if let account, account.lockedUntil > now {
      try await log(office, account, incoming, .denied, "locked")
      let minutes = (account.lockedUntil - now + 59) / 60
      return .refused("続けて間違えたため、サインインを止めています。約\(minutes)分後にもう一度お試しください。急ぐときは管理者に連絡してください。")
    }
    let isRight = try await office.passwords.matches(password, stored: account?.hash)
    guard isRight, let account else {
      try await failed(office, account, incoming, now)
      return .refused("サインイン名またはパスワードが違います。半角・全角と大文字・小文字を確かめて、もう一度入力してください。")
    }
    let token = SessionToken.random()
    try await office.database.write { writing in
      try StaffRecords.forgetFailures(writing, of: account.id)
      try SessionRecords.start(
        writing, tokenHash: token.hash, staff: account.id, at: now, remote: incoming.remote, browser: incoming.browser)
      try AuditRecords.append(writing, entry(account, incoming, .done, "", now))
    }
    return .welcome(token)
  }

  /// Seconds of rest after the given number of failures in a row: none for the first four, then 1, 2, 4 … 64 minutes.
  static func rest(afterFailures failures: Int) -> Int {
    failures < 5 ? 0 : 60 << min(failures - 5, 6)
  }

  private static func find(_ reading: Reading, name: String, today: String) throws -> Account? {
    try reading.first(
      """
      SELECT id, agency_id, password_hash, failed_attempts, coalesce(locked_until, 0) FROM staff
      WHERE sign_in_name = \(name) AND active_from <= \(today) AND (active_until IS NULL OR active_until >= \(today))
      """
    ) { Account(id: $0.id(0), agency: $0.id(1), hash: $0.text(2), failures: $0.int(3), lockedUntil: $0.int(4)) }
  }

  private static func failed(_ office: Office, _ account: Account?, _ incoming: Incoming, _ now: Int) async throws {
    try await office.database.write { writing in
      if let account {
        let rest = rest(afterFailures: account.failures + 1)
        try StaffRecords.rememberFailure(writing, of: account.id, lockedUntil: rest == 0 ? nil : now + rest)
      }
      try AuditRecords.append(writing, entry(account, incoming, .denied, "wrong", now))
    }
  }

  private static func log(_ office: Office, _ account: Account, _ incoming: Incoming, _ outcome: AuditOutcome, _ why: String) async throws {
    let entry = entry(account, incoming, outcome, why, office.clock())
    try await office.database.write { try AuditRecords.append($0, entry) }
  }

  private static func entry(_ account: Account?, _ incoming: Incoming, _ outcome: AuditOutcome, _ why: String, _ now: Int) -> AuditEntry {
    AuditEntry(
      at: now, staff: account?.id, agency: account?.agency, act: "signIn", outcome: outcome, subject: "session", detail: why,
      request: incoming.id, remote: incoming.remote)
  }
}
