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
