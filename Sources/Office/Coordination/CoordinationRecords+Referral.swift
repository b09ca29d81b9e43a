import Casework
import Store

extension CoordinationRecords {
  /// Follows a step of the つなぎ it came by: accepting takes it on or takes it up again, handing back returns it, withdrawing ends it.
  static func follow(_ desk: WritingDesk, _ referral: OpenedReferral, _ act: ReferralAct) throws {
    guard let coordination = try of(desk, referral) else { return }
    let isWaiting = coordination.stage == .requested
    switch act {
    case .accept, .acceptInPart:
      if isWaiting {
        try step(desk, coordination, CoordinationStep(.accept, side: .coordinator))
      } else if CoordinationTransition.row(.reopen, at: coordination.stage) != nil {
        let words = "つなぎ \(referral.number) を受けて再開しました。"
        try step(desk, coordination, CoordinationStep(.reopen, side: .coordinator, words: words))
      }
    case .handBack(let handBack):
      guard CoordinationTransition.row(.giveBack, at: coordination.stage) != nil else {
        // A つなぎ to a case that is closed is answered without touching what was closed.
        if [.closed, .followUp, .interrupted].contains(coordination.stage) { return }
        throw FieldErrors([CoordinationWording.problem(.notNow(.giveBack, coordination.stage))], staff: desk.staff)
      }
      var back = CoordinationStep(.giveBack, side: .coordinator, words: handBack.text)
      back.reasonCode = handBack.reason?.rawValue ?? ""
      back.talk = handBack.talk
      back.advice = desk.visit.form.trimmed("advice")
      back.jointSetUp = desk.visit.form.trimmed("joint_set_up")
      try step(desk, coordination, back)
    case .withdraw(let reason):
      if isWaiting { try step(desk, coordination, CoordinationStep(.withdraw, side: .referrer, words: reason)) }
    case .request, .start, .report, .confirm: break
    }
  }

  /// Its two sides reach it by the つなぎ, whatever else they may read of the case.
  private static func of(_ desk: WritingDesk, _ referral: OpenedReferral) throws -> OpenedCoordination? {
    let id = try desk.reading.first("SELECT id FROM coordination WHERE referral_id = \(referral.id) ORDER BY id DESC LIMIT 1") {
      $0.id(0) as CoordinationID
    }
    return try id.map { try desk.openCoordination($0, in: try desk.open(referral.caseFile)) }
  }
}
