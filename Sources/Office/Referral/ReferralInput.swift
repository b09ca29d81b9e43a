import Casework

/// 「本人の同意」 as a つなぎ records it. Raw values are stored.
enum Agreement: String, CaseIterable, Sendable {
  case undecided, agreed, notObtained
}

/// What a browser sends for a つなぎ → `ReferralRequest` with what goes along, and the fields that are wrong.
struct ReferralInput: Sendable {
  let target: TargetChoice?
  let request: ReferralRequest
  let wishes: String
  let agreement: Agreement
  let noConsentNote: String
  let consultation: ConsultationID?
  let notes: [NoteID]
  /// What keeps it from being sent, in the order of the page: unreadable fields and the rules.
  let problems: [FieldProblem]

  init(_ form: Fields, by staff: StaffMember, offers: [TargetGroup], today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    let agreement = Agreement(rawValue: form["agreement"]) ?? .undecided
    let target = offers.flatMap(\.choices).first { $0.code == form["to"] }
    let contact = reader.priorContact()
    let explanation = reader.explanation(agreement)
    let due = reader.answerDue()
    request = ReferralRequest(
      to: target?.target, asked: form.trimmed("asked"), reason: form.trimmed("referral_reason"), referrer: staff.id,
      priorContact: contact, accompany: ReferralInput.accompany(form["accompany"]), explanation: explanation,
      noConsentReason: agreement == .notObtained ? form["no_consent_reason"] : "", answerDue: due)
    self.target = target
    self.agreement = agreement
    wishes = form.trimmed("wishes")
    noConsentNote = form.trimmed("no_consent_note")
    consultation = Int(form["consultation"]).map { ConsultationID($0) }
    notes = form.all("note").compactMap { Int($0).map { NoteID($0) } }
    if agreement == .notObtained, form["no_consent_reason"] == "99", noConsentNote.isEmpty {
      reader.problems.append(.init("no_consent_note", "理由で「その他」を選んだときは、事情を短く書いてください。"))
    }
    problems = ReferralInput.ordered(reader.problems, ruled: request.problems(), agreement)
  }

  private static func accompany(_ code: String) -> Bool? { code == "yes" ? true : code == "no" ? false : nil }

  private static let order = [
    "to", "referral_reason", "asked", "prior_on", "prior_at", "prior_with", "agreement", "explained_on", "explained_by",
    "no_consent_reason", "no_consent_note", "answer_due",
  ]

  /// Unreadable fields and ruled ones together, each field once.
  private static func ordered(_ read: [FieldProblem], ruled: [FieldProblem], _ agreement: Agreement) -> [FieldProblem] {
    let unread = Set(read.map(\.fieldID))
    var all = read
    for problem in ruled {
      let field = problem.fieldID == "explained_on" ? explanationField(agreement) : problem.fieldID
      if !unread.contains(field) { all.append(FieldProblem(field, problem.sentence)) }
    }
    return all.sorted { (order.firstIndex(of: $0.fieldID) ?? 0) < (order.firstIndex(of: $1.fieldID) ?? 0) }
  }

  private static func explanationField(_ agreement: Agreement) -> String {
    switch agreement {
    case .undecided: "agreement"
    case .agreed: "explained_on"
    case .notObtained: "no_consent_reason"
    }
  }
}

extension FieldReader {
  fileprivate mutating func priorContact() -> PriorContact? {
    let with = form.trimmed("prior_with")
    let on = past("prior_on", "事前連絡の日")
    let at = time("prior_at")
    if on == nil, !with.isEmpty, form.trimmed("prior_on").isEmpty {
      problems.append(.init("prior_on", "事前連絡の日が入っていません。連絡した日を入れてください。まだのときは相手も空にしてください。"))
    }
    guard let on else { return nil }
    if with.isEmpty { problems.append(.init("prior_with", "事前連絡の相手が入っていません。話した人の名前か係を書いてください。")) }
    return PriorContact(on: on, at: at, with: with)
  }

  fileprivate mutating func explanation(_ agreement: Agreement) -> Explanation? {
    guard let on = past("explained_on", "説明した日") else { return nil }
    return Explanation(on: on, by: form.trimmed("explained_by"), agreed: agreement == .agreed, anxious: form.isOn("anxious"))
  }

  fileprivate mutating func answerDue() -> CivilDate? {
    guard let due = day("answer_due") else {
      if form.trimmed("answer_due").isEmpty { problems.append(.init("answer_due", "回答期限が入っていません。いつまでに返事がほしいかを入れてください。")) }
      return nil
    }
    if due < today { problems.append(.init("answer_due", "回答期限が今日より前の日付です。今日以降の日付に直してください。")) }
    return due
  }
}
