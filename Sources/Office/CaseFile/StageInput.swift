import Casework

/// What a browser sends to move a case (「段階の変更」).
struct StageInput: Sendable {
  let kind: ConsultationEvent.Kind?
  let reason: String
  /// The version of the case when the form was made.
  let version: Int

  /// The events a counsellor decides alone; the others follow from a つなぎ.
  static let own: [ConsultationEvent.Kind] = [
    .sort, .support, .collaborate, .closeWithInformation, .linkCameBack, .linkSettled, .interrupt, .close, .reopen,
  ]

  init(_ form: Fields) {
    kind = ConsultationEvent.Kind(rawValue: form["event"]).flatMap { StageInput.own.contains($0) ? $0 : nil }
    reason = form.trimmed("reason")
    version = Digits.number(form["version"]) ?? 0
  }

  /// The acts on offer at a stage: what the transition table allows and what would change something.
  static func choices(at stage: ConsultationStage) -> [ConsultationEvent.Kind] { offered[stage] ?? [] }

  /// Made once: the page of every case asks, and the table is walked with every event that could be.
  private static let offered = Dictionary(uniqueKeysWithValues: ConsultationStage.allCases.map { ($0, listed(at: $0)) })

  private static func listed(at stage: ConsultationStage) -> [ConsultationEvent.Kind] {
    let possible = Set(stage.possibleEvents)
    return own.filter { kind in
      possible.contains(kind) && !(kind == .support && stage == .ongoing) && !(kind == .collaborate && stage == .ongoingCollab)
    }
  }

  /// The event and the stage it leads to. Throws the sentence of the rule that says no.
  func decided(at stage: ConsultationStage, by staff: StaffMember) throws(FieldErrors) -> (event: ConsultationEvent, to: ConsultationStage)
  {
    guard let kind, let event = event(kind) else {
      throw FieldErrors([FieldProblem("event", "どうするかを選んでください。")], staff: staff)
    }
    let isReturn = kind == .reopen || (kind == .sort && stage == .interrupted)
    if isReturn, reason.isEmpty {
      throw FieldErrors([FieldProblem("reason", "「再開」に必要なことが足りません。\(StageRequirement.reason.wayOut)")], staff: staff)
    }
    do {
      return (event, try stage.after(event))
    } catch {
      let field = if case .missing = error { "reason" } else { "event" }
      throw FieldErrors([FieldProblem(field, error.message)], staff: staff)
    }
  }

  private func event(_ kind: ConsultationEvent.Kind) -> ConsultationEvent? {
    switch kind {
    case .sort: .sort
    case .support: .support
    case .collaborate: .collaborate
    case .closeWithInformation: .closeWithInformation(screening: "1")
    case .linkCameBack: .linkCameBack(result: reason)
    case .linkSettled: .linkSettled(result: reason)
    case .interrupt: .interrupt(reason: reason)
    case .close: .close(reason: reason)
    case .reopen: .reopen
    case .link, .referToMulti, .multiReturned, .multiAccepted, .multiHandedBack: nil
    }
  }
}
