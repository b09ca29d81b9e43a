import Casework
import Hummingbird
import Store

/// One request through a guest door, for one named act (「外部からの来訪」).
///
/// As ``Visit`` is for staff: `read` and `perform` check the link, the session behind the code and the idle time in the transaction of the
/// work, and what was seen, answered or refused is in the audit log before anything is sent.
struct GuestVisit: Sendable {
  let act: GuestAct
  let office: Office
  let request: Incoming
  /// SHA-256 of the link.
  let linkHash: [UInt8]
  /// The secret behind the code, or nothing where it was not entered.
  let cookie: String?
  /// Seconds since 1970.
  let now: Int
  let today: CivilDate
  /// What must not be in the answer: nobody from outside is cleared.
  var veil = Veil()

  /// SHA-256 of the cookie.
  private var sessionHash: [UInt8]? { cookie.map { SessionToken(text: $0).hash } }
  var form: Fields { request.form }
  /// The path of the link; forms and redirects stay below it.
  var link: String { "/guest/\(request.parameters.get("token") ?? "")" }
  var formToken: String { cookie.map { SessionToken(text: $0).formToken } ?? "" }

  /// Before the code: does the link open, and is the code behind it entered already?
  func knock(_ outcome: AuditOutcome = .done) async throws -> (pass: OpenedPass, isIn: Bool) {
    let visit = self
    do {
      let found = try await office.database.read(
        { reading in
          let pass = try OpenedPass.behind(visit.linkHash, reading, today: visit.today)
          return Knock(pass: pass, isIn: try visit.session(reading, pass) != nil)
        },
        recording: { visit.entry(outcome, $0.pass.subject).record() })
      return (found.pass, found.isIn)
    } catch { throw try await noted(error) }
  }

  private struct Knock: Sendable {
    let pass: OpenedPass
    let isIn: Bool
  }

  /// Reads for a page, in one snapshot.
  func read<T: Sendable>(_ body: @escaping @Sendable (GuestDesk) throws -> T) async throws -> T {
    let visit = self
    do {
      return try await office.database.read(
        { reading in
          let (pass, isStale) = try visit.admitted(reading)
          let desk = GuestDesk(reading: reading, pass: pass, visit: visit)
          let value = try body(desk)
          return Seen(value: value, entries: desk.entries, isStale: isStale)
        },
        noting: { writing, seen in
          for entry in seen.entries { try AuditRecords.append(writing, entry) }
          if seen.isStale, let hash = visit.sessionHash { try GuestRecords.seen(writing, hash, at: visit.now) }
        }
      ).value
    } catch { throw try await noted(error) }
  }

  private struct Seen<T: Sendable>: Sendable {
    let value: T
    let entries: [AuditEntry]
    let isStale: Bool
  }

  /// Does an act once and says where to go next. Sending the same form twice leads to the same place and changes nothing.
  func perform(_ body: @escaping @Sendable (GuestWritingDesk) throws -> String) async throws -> Answer {
    let visit = self
    let token = form["submission"]
    do {
      return .redirect(
        try await office.database.write { writing in
          let (pass, isStale) = try visit.admitted(writing.reading)
          let desk = GuestWritingDesk(writing: writing, pass: pass, visit: visit)
          let before = token.isEmpty ? nil : try GuestQueries.path(writing.reading, token, pass.id)
          let path = try before ?? body(desk)
          if before == nil, !token.isEmpty { try GuestRecords.remember(writing, token, pass.id, path: path, at: visit.now) }
          for entry in desk.entries { try AuditRecords.append(writing, entry) }
          if isStale, let hash = visit.sessionHash { try GuestRecords.seen(writing, hash, at: visit.now) }
          return path
        })
    } catch { throw try await noted(error) }
  }

  /// The pass, when the link opens, the code was entered in this browser for this very link, and not too long ago.
  fileprivate func admitted(_ reading: Reading) throws -> (OpenedPass, isStale: Bool) {
    let pass = try OpenedPass.behind(linkHash, reading, today: today)
    guard let idle = try session(reading, pass) else { throw GuestOutside() }
    return (pass, idle >= 30)
  }

  /// Seconds since the session's last request; nothing without a living one.
  private func session(_ reading: Reading, _ pass: OpenedPass) throws -> Int? {
    guard let sessionHash, let seen = try GuestQueries.lastSeen(reading, sessionHash, pass.id) else { return nil }
    let idle = now - seen
    return idle <= GuestPass.idleMinutes * 60 ? idle : nil
  }

  /// Puts what was denied or refused into the audit log, then hands the error on.
  func noted(_ error: any Error) async throws -> any Error {
    let entry: AuditEntry
    switch error {
    case let closed as GuestClosed: entry = self.entry(.denied, closed.subject)
    case let denial as GuestDenial: entry = self.entry(.denied, "\(denial.pass.subject) \(denial.subject)")
    case let refusal as any Refusal:
      let subject = try await office.database.read { try OpenedPass.subject(behind: linkHash, $0) }
      entry = self.entry(.refused, subject, detail: refusal.auditDetail)
    default: return error
    }
    try await office.database.record(entry.record())
    return error
  }

  /// Numbers and kinds only; neither the link nor the code is ever in it.
  func entry(_ outcome: AuditOutcome, _ subject: String, caseFile: CaseFileID? = nil, detail: String = "") -> AuditEntry {
    AuditEntry(
      at: now, staff: nil, agency: nil, act: act.rawValue, outcome: outcome, caseFile: caseFile, subject: subject, detail: detail,
      request: request.id, remote: request.remote)
  }
}

extension GuestVisit {
  /// What came of a code.
  enum Entry: Sendable {
    case right(SessionToken)
    case wrong
    /// The last of the wrong ones: from now on the link is as closed as any other.
    case closed
  }

  /// 「番号の入力」 The code that was told on another channel, once for each browser.
  ///
  /// Wrong ones are counted where they are written, one after the other, so that many at once are no way around the limit.
  func enter(_ code: String) async throws -> Entry {
    let visit = self
    do {
      let pass = try await office.database.read { try OpenedPass.behind(visit.linkHash, $0, today: visit.today) }
      let isRight = try await office.passwords.matches(code, stored: pass.codeHash)
      let token = SessionToken.random()
      return try await office.database.write { writing in
        let pass = try OpenedPass.behind(visit.linkHash, writing.reading, today: visit.today)
        if isRight {
          try GuestRecords.begin(
            writing, pass.id, tokenHash: token.hash, at: visit.now, remote: visit.request.remote, browser: visit.request.browser)
        } else {
          try GuestRecords.rememberFailure(writing, pass.id)
        }
        try AuditRecords.append(writing, visit.entry(isRight ? .done : .denied, pass.subject, detail: isRight ? "" : "code"))
        return isRight ? .right(token) : pass.rule.failures + 1 < GuestPass.wrongCodes ? .wrong : .closed
      }
    } catch { throw try await noted(error) }
  }

  /// The same visit after the code was entered.
  func entered(_ token: SessionToken) -> GuestVisit {
    GuestVisit(
      act: act, office: office, request: request, linkHash: linkHash, cookie: token.text, now: now, today: today, veil: veil)
  }

  /// Refuses a form that this session's pages did not make.
  func checkForm() async throws {
    guard cookie != nil else { throw GuestOutside() }
    // An ended session asks for the code again, so that typed text comes back; only a living one is told off.
    guard request.isSameSite, form["csrf"] == formToken else { return try await refuse(ForgedForm(staff: nil)) }
    guard !form.holds(PersonSight.mask) else { return try await refuse(FieldErrors([FieldProblem("", Veil.notKept)])) }
  }

  private func refuse(_ refusal: any Refusal) async throws {
    let visit = self
    do { _ = try await office.database.read { try visit.admitted($0).isStale } } catch { throw try await noted(error) }
    throw try await noted(refusal)
  }
}
