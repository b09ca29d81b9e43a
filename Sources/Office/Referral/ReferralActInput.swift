import Casework

/// What a browser sends for a step of a つなぎ → `ReferralAct`, and the fields that are wrong.
struct ReferralActInput: Sendable {
  let act: ReferralAct
  /// Fields that cannot be read; what a rule says comes from `Referral.next`.
  let problems: [FieldProblem]
  /// Words that go with an act that does not ask for any.
  let words: String

  /// Only for the acts on a sent つなぎ; a request is a ``ReferralInput``.
  init?(_ kind: ReferralAct.Kind, _ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    words = form.trimmed("words")
    switch kind {
    case .request: return nil
    case .accept: act = .accept
    case .acceptInPart: act = .acceptInPart(taken: form.trimmed("taken"), notTaken: form.trimmed("not_taken"))
    case .handBack:
      act = .handBack(HandBack(reason: HandBackReason(rawValue: form["reason_code"]), text: words, talk: reader.talk()))
      if form.trimmed("talked_with").isEmpty { reader.problems.append(SenderTalk.withMissing) }
      if form.trimmed("talked_how").isEmpty { reader.problems.append(SenderTalk.howMissing) }
    case .withdraw: act = .withdraw(reason: words)
    case .start: act = .start
    case .report:
      let outcome = ReferralOutcome(rawValue: form["outcome"])
      if outcome == nil { reader.problems.append(.init("outcome", "対応の結果が選ばれていません。一番近いものを選んでください。")) }
      act = .report(outcome: outcome ?? .other, text: words)
    case .confirm: act = .confirm
    }
    problems = reader.problems
  }

  /// An act that another capability decided.
  init(_ act: ReferralAct, words: String) {
    self.act = act
    self.words = words
    problems = []
  }

  private static let order = ["act", "reason_code", "words", "talked_on", "talked_with", "talked_how"]

  /// Where a field stands on its page; what stands nowhere keeps its place at the end.
  private static func place(_ problem: FieldProblem) -> Int { order.firstIndex(of: problem.fieldID) ?? order.count }

  /// The stage this act leads to, or every reason why not.
  func next(_ referral: OpenedReferral, by staff: StaffMember) throws(FieldErrors) -> ReferralStage {
    do {
      let stage = try Referral.next(referral.stage, act, side: referral.side(for: act.kind))
      guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
      return stage
    } catch let refusal as ReferralRefusal {
      let told = Set(problems.map(\.fieldID))
      let all = ReferralWording.problems(refusal).filter { !told.contains($0.fieldID) } + problems
      throw FieldErrors(all.sorted { Self.place($0) < Self.place($1) }, staff: staff)
    } catch let errors as FieldErrors {
      throw errors
    } catch {
      throw FieldErrors(problems, staff: staff)
    }
  }
}

extension OpenedReferral {
  /// The side an act is tried from. Who only looks on is told whose act it is.
  func side(for act: ReferralAct.Kind) -> ReferralSide {
    if let side { return side }
    let owner = ReferralTransition.table.first { $0.act == act }?.side
    return owner == .sender ? .receiver : .sender
  }
}

extension FieldReader {
  /// The talk with the sender. Nothing without a day; an unreadable day is told as such.
  fileprivate mutating func talk() -> SenderTalk? {
    guard let on = past("talked_on", "話した日") else { return nil }
    return SenderTalk(
      on: on, with: form.trimmed("talked_with"), how: form.trimmed("talked_how"), summary: form.trimmed("talked_summary"))
  }
}
