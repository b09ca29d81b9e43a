import Casework
import Store

/// What a step of a つなぎ does to the case file behind it, in the same transaction: who may see it, and where 包括的相談支援 stands.
///
/// Writes no table of its own; everything goes through ``CaseFileRecords``.
struct ReferralEffectRecords {
  let desk: WritingDesk
  let referral: OpenedReferral

  func requested(_ request: ReferralRequest, to target: TargetChoice) throws {
    if target.isMulti {
      let reach = try reach()
      try CaseFileRecords.grant(
        desk, referral.caseFile, to: target.agency, ground: .multiReferral, reach: reach, referral: referral.id)
      for section in try sections() where section != target.agency && section != referral.fromAgency {
        try CaseFileRecords.grant(
          desk, referral.caseFile, to: section, ground: .programmeSection, reach: reach, referral: referral.id)
      }
      try CoordinationRecords.begin(desk, referral, to: target.agency)
    }
    let explained = request.hasAgreement
    try follow(
      .request,
      target.isMulti
        ? .referToMulti(reason: request.reason, explained: explained, noConsentReason: request.noConsentReason) : nil)
  }

  func stepped(_ input: ReferralAct) throws {
    let act = input.kind
    if referral.isMulti { try CoordinationRecords.follow(desk, referral, input) }
    switch act {
    case .accept, .acceptInPart:
      // 多機関協働 has had its ground since the request.
      if !referral.isMulti {
        try CaseFileRecords.grant(
          desk, referral.caseFile, to: referral.toAgency, ground: .acceptedReferral, reach: try reach(), referral: referral.id)
      }
      try follow(act, referral.isMulti ? .multiAccepted : .collaborate)
    case .handBack, .withdraw:
      let event = try wayBack()
      try CaseFileRecords.revoke(desk, referral.caseFile, referral: referral.id)
      try follow(act, event)
    case .request, .start, .report, .confirm:
      try follow(act, nil)
    }
  }

  /// Everything the team shares, if the person agreed and the sender itself sees that much; otherwise what was handed over.
  private func reach() throws -> Reach {
    let isWhole = try desk.reading.exists(
      """
      SELECT 1 FROM referral r JOIN case_ground g ON g.case_file_id = r.case_file_id AND g.agency_id = r.from_agency
      WHERE r.id = \(referral.id) AND r.agreement = 'agreed' AND g.is_open = 1 AND g.reach = 'team'
      """)
    return isWhole ? .team : .handedOver
  }

  /// The event that brings the case back to the window, unless somebody else still works on it.
  private func wayBack() throws -> ConsultationEvent? {
    if referral.isMulti { return referral.stage == .requested ? .multiReturned : .multiHandedBack }
    guard referral.stage != .requested else { return nil }
    let others = try desk.reading.exists(
      """
      SELECT 1 FROM referral WHERE case_file_id = \(referral.caseFile) AND id <> \(referral.id)
        AND stage IN ('accepted', 'acceptedInPart', 'inProgress', 'reported', 'confirmed')
      """)
    return others ? nil : .support
  }

  /// Moves the case where the table of 包括的相談支援 allows it, and notes the step either way.
  private func follow(_ act: ReferralAct.Kind, _ event: ConsultationEvent?) throws {
    let words = "つなぎ \(referral.number)"
    let id = referral.caseFile
    let stored = try desk.reading.first("SELECT stage FROM case_file WHERE id = \(id)") { $0.text(0) } ?? ""
    var stage = ConsultationStage(rawValue: stored) ?? .received
    if stage == .received, let event, [.referToMulti, .collaborate].contains(event.kind) {
      // Who hands on has sorted: the step is noted so that the table is kept.
      stage = try stage.after(.sort)
      try CaseFileRecords.event(desk, id, ConsultationEvent.Kind.sort.rawValue, stage: stage, reason: words)
    }
    if let event, stage.possibleEvents.contains(event.kind) {
      try CaseFileRecords.event(desk, id, event.kind.rawValue, stage: try stage.after(event), reason: words)
    } else {
      try CaseFileRecords.event(desk, id, ReferralWording.caseEvent(act), stage: stage, reason: words)
    }
    try CaseFileRecords.touch(desk, id)
  }

  private func sections() throws -> [AgencyID] {
    try desk.reading.rows("SELECT id FROM agency WHERE is_programme_section = 1 ORDER BY id") { $0.id(0) }
  }
}
