import Casework
import Store

extension SignIn {
  /// What came of a code, decided inside the transaction that counts it.
  private enum Step: Sendable {
    case entered(SessionToken)
    case expired, wrong, unreadable
    case locked(until: Int)
  }

  /// The second step: the code from the app, or a recovery code.
  static func finish(_ office: Office, ticket: String, code: String, incoming: Incoming) async throws -> Outcome {
    let now = office.clock()
    let today = CivilDate.of(epochSeconds: now).iso
    guard let ticket = try SignInTicket.read(ticket, office.doorKey, now: now) else { throw StepExpired() }
    let step: Step = try await office.database.write { writing in
      guard let account = try SignInQueries.account(writing.reading, id: ticket.staff, today: today), account.version == ticket.version,
        account.hasFactor
      else { return .expired }
      guard account.lockedUntil <= now else {
        try AuditRecords.append(writing, entry(account, incoming, .denied, "locked", now))
        return .locked(until: account.lockedUntil)
      }
      return try take(writing, office.doorKey, code, account, ticket, incoming, now)
    }
    switch step {
    case .entered(let token): return .welcome(token)
    case .expired: throw StepExpired()
    case .wrong: return .refused(SignInWording.wrongCode)
    case .unreadable:
      office.noteForeignKey(of: ticket.staff)
      return .refused(SignInWording.unreadableCode)
    case .locked(let until): return .refused(SignInWording.locked(until: until, now: now))
    }
  }

  /// The first step is too long ago, or no longer true.
  struct StepExpired: Error {}

  private static func take(
    _ writing: Writing, _ key: DoorKey, _ code: String, _ account: SignInAccount, _ ticket: SignInTicket, _ incoming: Incoming, _ now: Int
  ) throws -> Step {
    let finding = try CodeCheck.use(writing, key, staff: account.id, typed: code, at: now)
    switch finding {
    case .wrong, .unreadable:
      try failed(writing, account, incoming, "wrong code", at: now)
      if case .unreadable = finding { return .unreadable }
      return .wrong
    case .code, .recoveryCode:
      let isRecovery = if case .recoveryCode = finding { true } else { false }
      let token = try enter(
        writing, account, incoming, way: ticket.way, hasFactor: true,
        detail: "\(ticket.way.rawValue) \(isRecovery ? "recovery code" : "code")", at: now)
      if isRecovery {
        try SignInNoticeRecords.tell(
          writing, .recoveryCodeUsed, to: account.id, remote: incoming.remote, browser: incoming.browser, at: now)
      }
      return .entered(token)
    }
  }
}
