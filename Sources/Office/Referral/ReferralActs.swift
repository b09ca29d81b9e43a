import Casework

/// A つなぎ that may be sent but had better wait for a word with the other side first (「事前連絡の確認」). Never blocks: sent again, it goes.
struct ReferralUnconfirmed: Refusal {
  let staff: StaffMember?
  let warnings: [FieldProblem]
  var auditDetail: String { "unconfirmed: " + warnings.map(\.fieldID).joined(separator: ",") }
}

extension WritingDesk {
  /// 「下書きを残す」 Keeps what was typed as a draft that the whole agency sees.
  @discardableResult @_spi(SampleTown)
  public func draftReferral(of id: CaseFileID, _ form: Fields) throws -> ReferralID {
    let file = try open(id)
    let draft = try ReferralRecords.begin(self, file, to: try draftTarget(form), typed: form)
    _ = try openReferral(draft)
    try DraftRecords.discard(self, id: form.draftID)
    return draft
  }

  func keepReferralDraft(_ id: ReferralID, _ form: Fields) throws {
    let draft = try ownReferral(id)
    _ = try open(draft.caseFile)
    guard form.version == draft.version else { throw EditConflict(staff: staff) }
    try ReferralRecords.keep(self, draft, to: try draftTarget(form), typed: form, version: form.version)
    try DraftRecords.discard(self, id: form.draftID)
  }

  func discardReferralDraft(_ id: ReferralID, _ form: Fields) throws {
    try ReferralRecords.discard(self, try ownReferral(id), version: form.version)
  }

  /// 「依頼する」 from a case file that is open to the sender.
  @discardableResult @_spi(SampleTown)
  public func requestReferral(of id: CaseFileID, _ form: Fields) throws -> ReferralID {
    let file = try open(id)
    let input = try readyInput(form, file)
    guard let target = input.target else { throw FieldErrors(input.problems, staff: staff) }
    let referral = try openReferral(try ReferralRecords.begin(self, file, to: target, typed: form))
    try send(referral, file, input, to: target, version: referral.version)
    return referral.id
  }

  /// 「依頼する」 from a draft.
  func requestReferral(_ id: ReferralID, _ form: Fields) throws {
    let draft = try ownReferral(id)
    let file = try open(draft.caseFile)
    guard form.version == draft.version else { throw EditConflict(staff: staff) }
    let input = try readyInput(form, file, draft: id)
    guard let target = input.target else { throw FieldErrors(input.problems, staff: staff) }
    try send(draft, file, input, to: target, version: draft.version)
  }

  /// Any later step, by the side whose step it is.
  @_spi(SampleTown)
  public func stepReferral(_ id: ReferralID, _ kind: ReferralAct.Kind, _ form: Fields) throws {
    let referral = try openReferral(id)
    if let version = form.version, version != referral.version { throw EditConflict(staff: staff) }
    guard let input = ReferralActInput(kind, form, today: today) else { throw denied("referral \(id)") }
    try refuseBesideCoordination(referral, kind)
    let stage = try input.next(referral, by: staff)
    try ReferralRecords.step(self, referral, input, to: stage, version: form.version)
    try ReferralEffectRecords(desk: self, referral: referral).stepped(input.act)
  }

  /// What was accepted as 多機関協働 is answered by what becomes of it there; ended here, the two would contradict each other.
  private func refuseBesideCoordination(_ referral: OpenedReferral, _ kind: ReferralAct.Kind) throws {
    guard [.start, .report].contains(kind), referral.side == .receiver, try ReferralQueries.view(self, referral).coordination != nil else {
      return
    }
    throw FieldErrors([FieldProblem("act", "このつなぎは、多機関協働として進めています。多機関協働の画面で進めてください。")], staff: staff)
  }

  /// 「確認した」 What the other agency did not take up has been seen by the sender. Sent twice, it stays as it was first.
  func noteReferralRest(_ id: ReferralID) throws {
    let referral = try ownReferral(id)
    let isPartly = try ReferralQueries.view(self, referral).isPartly
    guard isPartly else { throw denied("rest of referral \(id)") }
    try ReferralRecords.noteRest(self, referral)
  }

  private func send(_ draft: OpenedReferral, _ file: OpenedFile, _ input: ReferralInput, to target: TargetChoice, version: Int) throws {
    if target.isMulti, let running = try ReferralQueries.runningMulti(self, file) {
      throw FieldErrors(
        [FieldProblem("to", "この事例は、すでに多機関協働事業へつないでいます（つなぎ \(running)）。その返事を待つか、取り下げてから依頼してください。")], staff: staff)
    }
    let handing = try HandedOverQueries(desk: self, file: file).compile(input, to: target)
    do {
      try ReferralRecords.request(self, draft, input, to: target, handing: handing, version: version)
    } catch let refusal as ReferralRefusal {
      throw FieldErrors(ReferralWording.problems(refusal), staff: staff)
    }
    try ReferralEffectRecords(desk: self, referral: draft).requested(input.request, to: target)
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  /// A つなぎ of the own agency: what only its sender writes is nobody else's.
  private func ownReferral(_ id: ReferralID) throws -> OpenedReferral {
    let referral = try openReferral(id)
    guard referral.side == .sender else { throw denied("referral \(id)") }
    return referral
  }

  private func readyInput(_ form: Fields, _ file: OpenedFile, draft: ReferralID? = nil) throws -> ReferralInput {
    let input = ReferralInput(form, by: staff, offers: try ReferralTargetQueries.groups(self), today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    let warnings = try ReferralWarningQueries.warnings(self, file, input, draft: draft) + input.request.warnings()
    guard warnings.isEmpty || form.isOn("confirmed") else { throw ReferralUnconfirmed(staff: staff, warnings: warnings) }
    return input
  }

  private func draftTarget(_ form: Fields) throws -> TargetChoice {
    let offers = try ReferralTargetQueries.groups(self).flatMap(\.choices)
    if let target = offers.first(where: { $0.code == form["to"] }) { return target }
    throw FieldErrors(
      [FieldProblem("to", "下書きを残すには、つなぎ先を選んでください。まだ決まらないときは「書きかけとして保存する」を使ってください。")], staff: staff)
  }
}

extension Fields {
  /// The version of the record that the page showed.
  var version: Int? { Int(self["version"]) }
}
