import Casework
import Office

/// A つなぎ as its sender filled it in.
struct SampleReferral: Sendable {
  /// The sign-in name of somebody at the agency that is asked.
  let to: String
  /// 「多機関協働事業」 is asked, not just the agency that carries it.
  var isMulti = false
  let reason: String
  let asked: String
  var wishes = ""
  /// 「事前連絡」 the time of day and whom.
  let prior: (at: String, with: String)
  var accompanies = false
  /// 「同意が得られない理由」 A code of C-11 and the circumstances; nil when the person agreed.
  var noConsent: (code: String, note: String)?
  var answerInDays = 7

  /// What the browser sends on a day. An unfinished one has not been talked over with anybody yet.
  func form(to target: String, on day: CivilDate, explainedBy name: String, isUnfinished: Bool = false) -> TypedForm {
    let words = [
      ("to", target), ("referral_reason", reason), ("asked", asked), ("wishes", wishes),
      ("answer_due", day.adding(days: answerInDays).warekiShort),
    ]
    guard !isUnfinished else { return words }
    let talk = [
      ("prior_on", day.warekiShort), ("prior_at", prior.at), ("prior_with", prior.with), ("accompany", accompanies ? "yes" : "no"),
      ("confirmed", "1"),
    ]
    guard let noConsent else {
      return words + talk + [("agreement", "agreed"), ("explained_on", day.warekiShort), ("explained_by", name)]
    }
    return words + talk + [("agreement", "notObtained"), ("no_consent_reason", noConsent.code), ("no_consent_note", noConsent.note)]
  }
}
