import Casework

/// One act on 多機関協働 with everything that was typed for it (「多機関協働の一歩」).
struct CoordinationStep: Sendable {
  let act: CoordinationAct
  let side: CoordinationSide
  /// Words for the others to read: the reason, the advice, what was agreed.
  var words = ""
  var reasonCode = ""
  ///
  var talk: SenderTalk?
  /// advice to the referrer, and what both go on doing together.
  var advice = ""
  var jointSetUp = ""
  /// C-11.
  var noConsentReason = ""
  var exit: CoordinationExit?
  /// The day it happened on; today unless told otherwise.
  var day: CivilDate?
  /// The agenda item whose result this is.
  var item: MeetingItemID?
  /// Who is to be main supporter, for ``CoordinationAct/handToWindow``.
  var lead: (agency: AgencyID, person: String)?

  init(_ act: CoordinationAct, side: CoordinationSide, words: String = "") {
    self.act = act
    self.side = side
    self.words = words
  }

  /// The facts on record together with what was typed.
  func facts(_ recorded: CoordinationFacts) -> CoordinationFacts {
    var facts = recorded
    facts.reason = words
    facts.talk = talk
    facts.noConsentReason = noConsentReason
    facts.exit = exit
    if lead != nil, act == .handToWindow { facts.hasLeadAgency = true }
    return facts
  }
}
