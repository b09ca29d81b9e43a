/// One thing a person can do through a door of the office (「行為」).
///
/// Every route and every command names its act. The raw value is what the audit log stores, so it is never renamed.
public enum Act: String, CaseIterable, Sendable, Hashable, Codable {
  // Everyone's own desk
  case seeHome, changePassword, signOut, saveDraft, discardDraft, seeDrafts
  // 相談受付
  case seeConsultations, recordConsultation, seeConsultation, correctConsultation, findResident
  // 事例
  case seeCases, exportCases, seeCase, writeNote, correctNote, seeAttachment, addAttachment, planTask, finishTask, editHousehold
  case editResident, moveCase, assignCase, seeTasks, closeCase, reopenCase
  // つなぐ
  case seeReferrals, seeReferral, draftReferral, requestReferral, answerReferral, progressReferral, withdrawReferral, confirmReferral
  case exportReferrals
  // 多機関協働
  case seeCoordinations, seeCoordination, moveCoordination, withdrawCoordination, reopenCoordination
  case seeConsents, recordConsent
  case seeAssessment, writeAssessment, requestInformation, seeInformationRequests, answerInformation
  case seePlan, writePlan, commentPlan
  case seeDecisions, decidePlan, reportPlan
  case seeMeetings, seeMeeting, planMeeting, pledgeMeeting, answerMeeting, recordMeeting
  case seeProgress, reportProgress, monitorPlan
  case seeReview, reviewPlan
  case seeHandBacks, takeHandBack, followUp
  // 係
  case seeSection, confirmNote, readComment
  // 検索
  case search
  // 機関・職員
  case seeAgencies, editAgencies, importAgencies, seeStaff, editStaff, importResidents
  // 監査
  case seeAudit, verifyAudit, exportAudit, reviewPattern, answerWhoSaw, seeIncidents, recordIncident
  // だれが見られるか
  case seeSight, seeProtections, recordProtection, endProtection
  case openEmergency, seeEmergencies, reviewEmergency
  // 支援会議の資料と、外からの構成員
  case seePaper, tablePaper, releasePaper, inviteGuest
  // 本人開示
  case seeDisclosures, recordDisclosure, finishDisclosure
  // 保存と廃棄
  case seeRetention, holdRecords, proposeDisposal, approveDisposal, disposeRecords
  // サインインの守り
  case setSecondFactor, confirmIdentity, seeOwnSessions, endOwnSession, seeSessions, endSession
  // 異動と引継ぎ
  case planTransfer, seeHandovers, writeHandover, takeHandover, setRoles
  // 書類・図・会議の準備
  case printPaper, seeDrawing, editDrawing, makeStudyPack
  case seePreparation, askPreparation, answerPreparation, buildPack
}

extension Act {
  /// The roles that may do this act at all. What they may do it *to* is decided by a ``Ground`` or a scope.
  ///
  /// Source: reference §8.3, §3.7 (who decides what). An auditor and an administrator never reach case text.
  public var roles: Set<Role> {
    switch self {
    case .seeHome, .changePassword, .signOut:
      Set(Role.allCases)
    // The register of incidents saves itself too, and not only caseworkers write in it. A draft is its writer's alone.
    case .saveDraft, .discardDraft, .seeDrafts:
      Role.caseworkers.union(Act.recordIncident.roles)
    case .seeConsultations, .seeConsultation, .seeCases, .seeCase, .seeAttachment,
      .search, .seeReferrals, .seeReferral, .findResident, .seeTasks:
      Role.caseworkers
    case .recordConsultation, .correctConsultation, .writeNote, .correctNote, .addAttachment, .planTask, .finishTask,
      .editHousehold, .editResident, .moveCase, .assignCase, .closeCase, .reopenCase, .draftReferral, .requestReferral, .answerReferral,
      .progressReferral, .withdrawReferral, .confirmReferral, .readComment, .exportCases, .exportReferrals:
      Role.caseworkers
    case .seeCoordination, .withdrawCoordination, .reopenCoordination, .seeConsents, .recordConsent, .seeAssessment,
      .seeInformationRequests, .answerInformation, .seePlan, .commentPlan, .seeMeetings, .seeMeeting, .pledgeMeeting, .answerMeeting,
      .seeProgress, .reportProgress,
      .seeReview, .seeHandBacks, .takeHandBack, .followUp:
      Role.caseworkers
    case .moveCoordination, .writeAssessment, .requestInformation, .writePlan, .reportPlan, .monitorPlan, .reviewPlan:
      [.multiCoordinator]
    case .seeCoordinations, .planMeeting, .recordMeeting:
      [.multiCoordinator, .cityManager, .cityStaff]
    case .seeDecisions, .decidePlan:
      [.cityManager, .cityStaff]
    case .seeSection, .confirmNote:
      [.sectionSupervisor, .cityManager]
    case .seeAgencies:
      Role.caseworkers.union([.systemAdministrator, .communityStaff])
    case .editAgencies, .importAgencies, .seeStaff, .editStaff, .importResidents:
      [.systemAdministrator]
    case .seeAudit, .verifyAudit, .exportAudit, .reviewPattern, .answerWhoSaw:
      [.auditor]
    case .seeIncidents, .recordIncident:
      [.auditor, .cityManager, .cityStaff, .systemAdministrator]
    case .seeSight, .seeProtections, .recordProtection, .endProtection, .openEmergency, .seePaper, .tablePaper, .seeHandovers,
      .writeHandover, .takeHandover:
      Role.caseworkers
    case .seeEmergencies, .reviewEmergency:
      [.auditor, .cityManager, .sectionSupervisor]
    case .releasePaper, .inviteGuest:
      [.multiCoordinator, .cityManager, .cityStaff]
    case .seeDisclosures, .recordDisclosure, .finishDisclosure, .seeRetention, .holdRecords, .proposeDisposal:
      [.cityManager, .cityStaff]
    case .approveDisposal, .disposeRecords:
      [.cityManager]
    case .printPaper, .seeDrawing, .editDrawing, .seePreparation, .answerPreparation:
      Role.caseworkers
    case .makeStudyPack, .askPreparation, .buildPack:
      [.multiCoordinator, .cityManager, .cityStaff]
    case .setSecondFactor, .confirmIdentity, .seeOwnSessions, .endOwnSession:
      Set(Role.allCases)
    case .seeSessions, .endSession, .setRoles:
      [.systemAdministrator]
    case .planTransfer:
      [.systemAdministrator, .sectionSupervisor]
    }
  }

  /// Acts that ask again who sits at the screen when the last proof is older than ten minutes (「本人の再確認」).
  ///
  /// Source: issue "Who may see what": re-authentication before sensitive acts.
  public var needsConfirmation: Bool {
    switch self {
    case .exportAudit, .recordProtection, .endProtection, .openEmergency, .releasePaper, .finishDisclosure, .approveDisposal,
      .disposeRecords, .setSecondFactor, .setRoles, .planTransfer:
      true
    default: false
    }
  }
}
