import Casework
import Store

/// 「本人の再確認」 Asks again who sits there before a sensitive act, when that was last shown too long ago.
enum Confirmation {
  /// Checks a proof for the session of a visit; the session counts as fresh from then on.
  ///
  /// Wrong passwords and codes count to the same lock-out as at sign-in.
  /// - Returns: what is wrong and what to do, or nothing.
  static func prove(_ visit: Visit, _ proof: IdentityProof) async throws -> String? {
    let (office, now, today) = (visit.office, visit.now, visit.today.iso)
    let asked = try await visit.read { desk in
      desk.note("session")
      desk.note(detail: "asked")
      return (desk.staff, try SignInQueries.account(desk.reading, id: desk.staff.id, today: today))
    }
    guard let known = asked.1, let tokenHash = visit.tokenHash else { return SignInWording.wrongPassword }
    guard known.lockedUntil <= now else { return SignInWording.locked(until: known.lockedUntil, now: now) }
    let isRight = try await office.passwords.matches(proof.password, stored: known.hash)
    return try await office.database.write { writing in
      guard let account = try SignInQueries.account(writing.reading, id: known.id, today: today) else { return SignInWording.wrongPassword }
      guard account.lockedUntil <= now else { return SignInWording.locked(until: account.lockedUntil, now: now) }
      let finding: CodeCheck.Finding? =
        !isRight
        ? nil : account.hasFactor ? try CodeCheck.use(writing, office.doorKey, staff: account.id, typed: proof.code, at: now) : .code
      guard let problem = problem(finding) else {
        try SessionRecords.prove(writing, tokenHash: tokenHash, at: now, withFactor: account.hasFactor)
        try StaffRecords.forgetFailures(writing, of: account.id)
        try AuditRecords.append(writing, entry(visit, asked.0, .done, account.hasFactor ? "password code" : "password"))
        return nil
      }
      try SignIn.count(writing, account, at: now)
      try AuditRecords.append(writing, entry(visit, asked.0, .denied, isRight ? "wrong code" : "wrong"))
      return problem
    }
  }

  private static func problem(_ finding: CodeCheck.Finding?) -> String? {
    switch finding {
    case .none: "パスワードが違います。サインインのときと同じパスワードを入力してください。"
    case .wrong: SignInWording.wrongCode
    case .unreadable: SignInWording.unreadableCode
    case .code, .recoveryCode: nil
    }
  }

  private static func entry(_ visit: Visit, _ staff: StaffMember, _ outcome: AuditOutcome, _ detail: String) -> AuditEntry {
    AuditEntry(visit: visit, staff: staff, outcome: outcome, subject: "session", detail: detail)
  }
}

extension Visit {
  /// Takes the proof that came with a sensitive form, if one did; without a right one nothing goes on.
  func takeProof() async throws {
    guard let proof else { return }
    let state = try await asking { desk in
      (try SecondFactorQueries.state(desk.reading, of: desk.staff.id) != nil, try SessionListQueries.way(desk))
    }
    if let problem = try await Confirmation.prove(confirming, proof) {
      throw ConfirmationDue(hasFactor: state.0, way: state.1, problem: problem)
    }
  }

  /// The same visit for the act of showing who one is.
  private var confirming: Visit {
    Visit(act: .confirmIdentity, office: office, request: request, tokenHash: tokenHash, now: now, today: today)
  }

  private func asking<T: Sendable>(_ body: @escaping @Sendable (Desk) throws -> T) async throws -> T { try await confirming.read(body) }
}
