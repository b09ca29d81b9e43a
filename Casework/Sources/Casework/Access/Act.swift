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
  case seeSection, confirmNote
  // 検索
  case search
  // 機関・職員
  case seeAgencies, editAgencies, importAgencies, seeStaff, editStaff, importResidents
  // 監査
  case seeAudit, verifyAudit
}

extension Act {
  /// The roles that may do this act at all. What they may do it *to* is decided by a ``Ground`` or a scope.
  ///
  /// Source: reference §8.3, §3.7 (who decides what). An auditor and an administrator never reach case text.
  public var roles: Set<Role> {
    switch self {
    case .seeHome, .changePassword, .signOut:
      Set(Role.allCases)
    case .saveDraft, .discardDraft, .seeDrafts, .seeConsultations, .seeConsultation, .seeCases, .seeCase, .seeAttachment,
      .search, .seeReferrals, .seeReferral, .findResident, .seeTasks:
      Role.caseworkers
    case .recordConsultation, .correctConsultation, .writeNote, .correctNote, .addAttachment, .planTask, .finishTask,
      .editHousehold, .editResident, .moveCase, .assignCase, .closeCase, .reopenCase, .draftReferral, .requestReferral, .answerReferral,
      .progressReferral, .withdrawReferral, .confirmReferral, .exportCases, .exportReferrals:
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
    case .seeAudit, .verifyAudit:
      [.auditor]
    }
  }

  /// The words the audit screen and 「この情報を見られる理由」 use.
  public var label: String {
    switch self {
    case .seeHome: "ホームを開く"
    case .changePassword: "パスワードの変更"
    case .signOut: "サインアウト"
    case .saveDraft: "書きかけの保存"
    case .discardDraft: "書きかけの破棄"
    case .seeDrafts: "書きかけの一覧"
    case .seeConsultations: "相談受付の一覧"
    case .recordConsultation: "相談受付の記録"
    case .seeConsultation: "相談受付の閲覧"
    case .correctConsultation: "相談受付の訂正"
    case .findResident: "同じ人の確認"
    case .seeCases: "事例の一覧"
    case .exportCases: "事例一覧の出力"
    case .seeCase: "事例の閲覧"
    case .writeNote: "支援経過の記録"
    case .correctNote: "支援経過の訂正"
    case .seeAttachment: "添付ファイルの閲覧"
    case .addAttachment: "添付ファイルの追加"
    case .planTask: "やることの追加"
    case .finishTask: "やることの完了"
    case .editHousehold: "世帯の記録"
    case .editResident: "本人情報の訂正"
    case .moveCase: "段階の変更"
    case .assignCase: "担当の変更"
    case .seeTasks: "やることの一覧"
    case .closeCase: "相談支援の終結"
    case .reopenCase: "相談支援の再開"
    case .seeReferrals: "つなぎの一覧"
    case .seeReferral: "つなぎの閲覧"
    case .draftReferral: "つなぎの下書き"
    case .requestReferral: "つなぎの依頼"
    case .answerReferral: "つなぎへの回答"
    case .progressReferral: "つなぎの対応・報告"
    case .withdrawReferral: "つなぎの取下げ"
    case .confirmReferral: "つなぎの結果確認"
    case .exportReferrals: "つなぎ一覧の出力"
    case .seeCoordinations: "多機関協働の一覧"
    case .seeCoordination: "多機関協働の閲覧"
    case .moveCoordination: "多機関協働の段階の変更"
    case .withdrawCoordination: "多機関協働への依頼の取下げ"
    case .reopenCoordination: "多機関協働の再開"
    case .seeConsents: "本人同意の閲覧"
    case .recordConsent: "本人同意の記録"
    case .seeAssessment: "アセスメントの閲覧"
    case .writeAssessment: "アセスメントの記録"
    case .requestInformation: "情報提供の依頼"
    case .seeInformationRequests: "情報提供の依頼の閲覧"
    case .answerInformation: "情報提供の回答"
    case .seePlan: "プランの閲覧"
    case .writePlan: "プランの作成"
    case .commentPlan: "プランへの意見"
    case .seeDecisions: "支援決定・確認・報告の一覧"
    case .decidePlan: "支援決定・報告の受領"
    case .reportPlan: "プランの市への報告"
    case .seeMeetings: "会議の一覧"
    case .seeMeeting: "会議の閲覧"
    case .planMeeting: "会議の準備"
    case .pledgeMeeting: "会議の守秘の確認"
    case .answerMeeting: "会議の出欠・意見"
    case .recordMeeting: "会議録・結果の記録"
    case .seeProgress: "実施の状況の閲覧"
    case .reportProgress: "実施の状況の報告"
    case .monitorPlan: "モニタリングの記録"
    case .seeReview: "プラン評価の閲覧"
    case .reviewPlan: "プラン評価の記録"
    case .seeHandBacks: "つなぎもどしの一覧"
    case .takeHandBack: "つなぎもどしの受領"
    case .followUp: "フォローアップの記録"
    case .seeSection: "係の記録の一覧"
    case .confirmNote: "係の記録の確認"
    case .search: "検索"
    case .seeAgencies: "機関の一覧"
    case .editAgencies: "機関の登録・変更"
    case .importAgencies: "機関の取込み"
    case .seeStaff: "職員の一覧"
    case .editStaff: "職員の登録・変更"
    case .importResidents: "住民情報の取込み"
    case .seeAudit: "監査記録の閲覧"
    case .verifyAudit: "監査記録の検証"
    }
  }
}
