/// A piece of the main line of a case, as it was filled in.
enum SampleCoordination: Sendable {
  /// 「受付」 with the route.
  case accept(TypedForm)
  /// 「同意なしで支援会議に諮る」 The code of C-11 and the circumstances.
  case withoutConsent(code: String, words: String)
  /// 様式1-1, signed.
  case consent
  /// 様式1-2: what is typed beside what the reception told already, by sheet from 1.
  case assessment([TypedForm])
  /// 様式2-1; agencies are named by a sign-in name of somebody there, as in ("role.1.agency", "@konkyuu").
  case plan(TypedForm)
  /// 重層的支援会議 for the plan, with its result.
  case meeting(words: String)
  /// 支援会議, called by the town, with a paper on the table and somebody from outside.
  case confidentialMeeting(SampleConfidentialMeeting)
  /// 支援決定
  case decision(title: String, name: String)
}

/// What is tabled at a 支援会議, and who answered from outside.
struct SampleConfidentialMeeting: Sendable {
  let points: String
  let paper: (title: String, words: String)
  let guest: (name: String, position: String, words: String)
  /// Who is asked the four questions.
  let asked: [SamplePreparation]
}

/// One agency that is asked before a meeting.
struct SamplePreparation: Sendable {
  /// The sign-in name of somebody there.
  let of: String
  /// By field; nothing while it has not answered.
  var answer: TypedForm = []
  /// Written down by who convenes.
  var isByPhone = false
}
