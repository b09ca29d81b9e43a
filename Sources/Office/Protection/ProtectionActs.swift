import Casework

/// What is done about 支援措置.
extension WritingDesk {
  /// 「支援措置を登録する」 For a person whom the writer sees whole. A person has one at a time.
  func registerProtection() throws -> ProtectionID {
    let subject = try protectionSubject(visit.form)
    if let held = try ProtectionListQueries.inForce(self, of: subject.resident) {
      throw FieldErrors([FieldProblem("kind", "この方の支援措置は、すでに登録されています（支援措置の一覧の番号 \(held)）。変えるときは、その画面から変更してください。")], staff: staff)
    }
    let input = try protectionInput(try ProtectionOfferQueries.offer(self, subject), of: subject.first)
    let id = try ProtectionRecords.register(
      self, of: subject.first, input.draft, content: lines(try protectionFacts(input.draft)))
    try DraftRecords.discard(self, id: visit.form.draftID)
    return id
  }

  /// 「支援措置を変える」
  func changeProtection(_ opened: OpenedProtection) throws {
    guard opened.mayChange else { throw denied("protection \(opened.id)") }
    let input = try protectionInput(try ProtectionOfferQueries.offer(self, opened), of: opened.resident)
    let changes = ProtectionWording.changes(try protectionFacts(opened.draft), try protectionFacts(input.draft))
    guard input.version == opened.version else { throw EditConflict(staff: staff) }
    guard !changes.isEmpty else { return }
    try ProtectionRecords.change(self, opened, to: input.draft, version: input.version, content: changes)
  }

  /// 「支援措置を終える」 With the reason; from then on nothing is hidden any more.
  func endProtection(_ opened: OpenedProtection) throws {
    guard opened.mayChange else { throw denied("protection \(opened.id)") }
    let reason = visit.form.trimmed("end_reason")
    guard !reason.isEmpty else {
      throw FieldErrors([FieldProblem("end_reason", "終える理由が書かれていません。終えると住所などが見えるようになります。理由を書いてください。")], staff: staff)
    }
    try ProtectionRecords.end(self, opened, reason: reason, version: Digits.number(visit.form["version"]) ?? 0)
  }

  private func protectionInput(_ offer: ProtectionOffer, of person: ResidentID) throws -> ProtectionInput {
    let number = visit.form.trimmed("perpetrator_case")
    let input = ProtectionInput(
      visit.form, offer: offer, person: person,
      perpetrator: number.isEmpty ? nil : try ProtectionOfferQueries.principal(self, ofCase: number), by: staff, today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    return input
  }

  private func protectionFacts(_ draft: ProtectionDraft) throws -> [(label: String, words: String)] {
    let known = try draft.perpetrator.flatMap { try ResidentQueries.registration(reading, $0)?.person.name } ?? ""
    return ProtectionWording.facts(
      draft, perpetrator: known.isEmpty ? draft.perpetratorWords : known, names: try ProtectionOfferQueries.names(self, draft))
  }

  private func lines(_ facts: [(label: String, words: String)]) -> String {
    facts.filter { !$0.words.isEmpty }.map { "\($0.label)　\($0.words)" }.joined(separator: "\n")
  }
}

extension Desk {
  /// The person that an address or a form names, behind the check of the case.
  func protectionSubject(_ fields: Fields) throws -> ProtectionSubject {
    let file = try open(CaseFileID(Digits.number(fields["case"]) ?? 0))
    return try ProtectionOfferQueries.subject(self, file, ResidentID(Digits.number(fields["resident"]) ?? 0))
  }
}
