import Casework
import Store

extension ReferralRecords {
  /// Ends the waiting of the window that referred: the つなぎ is reported with what 多機関協働 has come to, and the window confirms it.
  static func concludeByCoordination(_ desk: WritingDesk, _ id: ReferralID, words: String) throws {
    let referral = try desk.openReferral(id)
    var stage = referral.stage
    var version = referral.version
    for act in [ReferralAct.start, .report(outcome: .continuing, text: words)] {
      guard Referral.availableActs(stage, side: .receiver).contains(act.kind) else { continue }
      let next = try Referral.next(stage, act, side: .receiver)
      let input = ReferralActInput(act, words: act.kind == .report ? words : "")
      try step(desk, try desk.openReferral(id), input, to: next, version: version)
      stage = next
      version += 1
    }
  }
}
