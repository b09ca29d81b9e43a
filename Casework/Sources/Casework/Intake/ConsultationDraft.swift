/// 「相談受付の書きかけ」 Everything is optional: a draft is saved whatever is missing.
public struct ConsultationDraft: Hashable, Sendable, Codable {
  public var receivedOn: CivilDate?
  public var receivedAt: ClockTime?
  /// Code of C-02 相談経路.
  public var channel: String?
  public var caller: Caller?
  /// When the person is already known to the office.
  public var resident: ResidentID?
  public var person: PersonFacts
  /// 「匿名」 The person does not give a name.
  public var anonymous: Bool
  /// 「A町の80代と50代」: how the person can be told when there is no name.
  public var description: String
  public var concerns: Concerns
  /// 「具体的内容・希望」
  public var concernText: String
  public var consent: ConsentChoice
  public var urgency: Urgency?
  /// 「紹介元機関」
  public var referrer: AgencyID?
  public var referrerPerson: String
  /// Answers to the questions that no rule depends on.
  public var answers: Answers

  public init() {
    person = PersonFacts()
    anonymous = false
    description = ""
    concerns = Concerns()
    concernText = ""
    consent = .undecided
    referrerPerson = ""
    answers = Answers()
  }
}
