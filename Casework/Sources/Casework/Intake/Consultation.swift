/// 「相談受付」 A consultation as it was received at a window.
///
/// Any window takes any consultation, whatever the person's attribute, age or trouble; the person may be anonymous and somebody else may bring it.
/// Source: seed 003 ch. 6 1)(2)① (包括的な相談の受け止め); seed 000 (断らない相談).
public struct Consultation: Hashable, Sendable, Codable {
  public let receivedOn: CivilDate
  public let receivedAt: ClockTime?
  public let receivedBy: ActingStaff
  public let channel: String?
  public let caller: Caller
  public let resident: ResidentID?
  public let person: PersonFacts
  public let anonymous: Bool
  public let description: String
  public let concerns: Concerns
  public let concernText: String
  public let consent: ConsentChoice
  public let urgency: Urgency?
  public let referrer: AgencyID?
  public let referrerPerson: String
  public let answers: Answers

  /// 「受付」 The consultation that a draft describes. `staff` receives it, `today` is the day of the visit.
  ///
  /// A missing date is today. Throws every problem at once, each with what to do: a date in the future, no or several ◎, nothing by which
  /// the person can be told and not marked anonymous, nobody named as caller, and gaps in the consent or in the reason why there is none.
  public static func received(_ draft: ConsultationDraft, by staff: ActingStaff, on today: CivilDate) throws(IntakeRefusal) -> Consultation
  {
    let receivedOn = draft.receivedOn ?? today
    let problems =
      dateProblems(receivedOn, today) + personProblems(draft) + draft.concerns.problems() + consentProblems(draft.consent, today)
    guard let caller = draft.caller, problems.isEmpty else {
      throw IntakeRefusal(problems + (draft.caller == nil ? [noCaller] : []))
    }
    return Consultation(draft, caller: caller, receivedOn: receivedOn, by: staff)
  }

  private init(_ draft: ConsultationDraft, caller: Caller, receivedOn: CivilDate, by staff: ActingStaff) {
    self.receivedOn = receivedOn
    receivedAt = draft.receivedAt
    receivedBy = staff
    channel = draft.channel
    self.caller = caller
    resident = draft.resident
    person = draft.person
    anonymous = draft.anonymous
    description = draft.description
    concerns = draft.concerns
    concernText = draft.concernText
    consent = draft.consent
    urgency = draft.urgency
    referrer = draft.referrer
    referrerPerson = draft.referrerPerson
    answers = draft.answers
  }

  private static let noCaller = FieldProblem("caller_relation", "どなたからの相談かが入っていません。本人・家族・匿名などから選んでください。")

  private static func dateProblems(_ receivedOn: CivilDate, _ today: CivilDate) -> [FieldProblem] {
    receivedOn > today ? [.init("received_on", "受付日が今日より先の日付です。今日までの日付に直してください。")] : []
  }

  private static func personProblems(_ draft: ConsultationDraft) -> [FieldProblem] {
    if draft.resident != nil || draft.anonymous || !draft.person.isBlank || !draft.description.isBlank { return [] }
    return [.init("name", "本人のことが何も入っていません。氏名か、分かること（例：A町の80代の方）を入れるか、「匿名」を選んでください。")]
  }

  private static func consentProblems(_ consent: ConsentChoice, _ today: CivilDate) -> [FieldProblem] {
    switch consent {
    case .undecided: []
    case .applied(let application): application.problems(on: today)
    case .notObtained(let reason): reason.problems()
    }
  }
}

/// 「受け付けられない理由」 All problems at once; what was typed stays in the draft.
public struct IntakeRefusal: Error, Hashable, Sendable {
  /// At least one.
  public let problems: [FieldProblem]

  public init(_ problems: [FieldProblem]) { self.problems = problems }
}
