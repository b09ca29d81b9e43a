import Casework
import Store

/// What a person does with their own second factor.
enum SecondFactorActs {
  static func page(_ visit: Visit, _ form: FormView = FormView(), ticket: String? = nil) async throws -> SecondFactorPage {
    let (office, fresh) = (visit.office, OneTimeCode.random())
    return try await visit.read { desk in
      let staff = desk.staff.id
      let code = try ticket.flatMap { try secret($0, office.doorKey, staff) } ?? fresh
      desk.note("staff \(staff)")
      return SecondFactorPage(
        chrome: desk.chrome, state: try SecondFactorQueries.state(desk.reading, of: staff),
        isNeeded: office.settings.entrance.needsFactor(desk.staff.roles), code: code,
        ticket: Hex.text(try office.doorKey.seal(code.secret, for: setUp(staff))), signInName: try StaffQueries.signInName(desk, of: staff),
        form: form)
    }
  }

  /// Sets it up once the first code has shown that the app works; every other session of the person ends.
  static func set(_ visit: Visit) async throws -> Answer {
    let (key, ticket, typed) = (visit.office.doorKey, visit.form["ticket"], visit.form["code"])
    do {
      return try await giving(visit) { desk in
        let staff = desk.staff.id
        guard let code = try secret(ticket, key, staff) else {
          throw FieldErrors([FieldProblem("code", "この画面は古くなりました。下の新しい文字か二次元コードで、はじめから設定してください。")], staff: desk.staff)
        }
        guard let step = code.step(of: typed, at: desk.now, after: 0) else {
          throw FieldErrors(
            [FieldProblem("code", "数字が合いません。認証アプリに今出ている6桁を入力してください。続けて合わないときは、端末の時刻が合っているかを確かめてください。")], staff: desk.staff)
        }
        let sealed = try key.seal(code.secret, for: CodeCheck.purpose(of: staff))
        try SecondFactorRecords.set(desk.writing, of: staff, secret: sealed, step: step, at: desk.now)
        try SessionRecords.prove(desk.writing, tokenHash: desk.visit.tokenHash ?? [], at: desk.now, withFactor: true)
        try SessionRecords.endOthers(desk.writing, of: staff, keeping: desk.visit.tokenHash ?? [], at: desk.now)
        desk.note(detail: "set")
      }
    } catch let errors as FieldErrors {
      return .invalid(try await page(visit, FormView(problems: errors.problems), ticket: ticket).html)
    }
  }

  /// Ten new recovery codes; those of before are void.
  static func renew(_ visit: Visit) async throws -> Answer {
    try await giving(visit) { desk in
      guard try SecondFactorQueries.state(desk.reading, of: desk.staff.id) != nil else { throw desk.denied("second factor") }
      desk.note(detail: "recovery codes")
    }
  }

  static func remove(_ visit: Visit) async throws -> Answer {
    try await visit.perform { desk in
      guard !visit.office.settings.entrance.needsFactor(desk.staff.roles) else {
        throw FieldErrors([FieldProblem("", "あなたの役割では確認コードが必要なため、やめることはできません。端末を替えるときは「別の端末に替える」から設定してください。")], staff: desk.staff)
      }
      try SecondFactorRecords.remove(desk.writing, of: desk.staff.id)
      desk.note("staff \(desk.staff.id)")
      desk.note(detail: "removed")
      return "/second-factor"
    }
  }

  /// Takes back a second factor, ends every session, and leaves word for the person.
  static func reset(_ writing: Writing, of staff: StaffID, at now: Int) throws {
    try SecondFactorRecords.remove(writing, of: staff)
    try SessionRecords.endAll(writing, of: staff, at: now)
    try SignInNoticeRecords.tell(writing, .factorReset, to: staff, remote: "", browser: "", at: now)
  }

  /// Gives out recovery codes. They stand on the answer to this one request and nowhere else: sending the form twice does not show them again.
  private static func giving(_ visit: Visit, _ body: @escaping @Sendable (WritingDesk) throws -> Void) async throws -> Answer {
    let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.fresh() }
    let path = "/second-factor?given=\(Hex.fresh())"
    let answer = try await visit.perform { desk in
      try body(desk)
      try SecondFactorRecords.giveCodes(desk.writing, codes, to: desk.staff.id)
      desk.note("staff \(desk.staff.id)")
      return path
    }
    guard case .redirect(path) = answer else { return answer }
    return .page(RecoveryCodesPage(codes: codes).html)
  }

  private static func setUp(_ staff: StaffID) -> String { "second factor set-up \(staff.number)" }

  private static func secret(_ ticket: String, _ key: DoorKey, _ staff: StaffID) throws -> OneTimeCode? {
    guard let sealed = Hex.bytes(ticket) else { return nil }
    do { return OneTimeCode(secret: try key.unseal(sealed, for: setUp(staff))) } catch is DoorKey.Unreadable { return nil }
  }
}
