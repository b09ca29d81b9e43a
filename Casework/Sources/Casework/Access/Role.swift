/// What a member of staff is appointed to do (「役割」).
///
/// A person may hold several roles at once, each with its own dates. A role alone never opens a case file:
/// it allows an ``Act``, and a ``Ground`` opens the file.
/// Source: reference §8.3 (suggested roles, kept configurable); the section supervisor follows users.md (報告・連絡・相談).
public enum Role: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「システム管理者」 Accounts, agencies and settings. Never sees what a case file says.
  case systemAdministrator
  /// 「事業担当課 管理職」
  case cityManager
  /// 「事業担当課 職員」 The municipal programme section.
  case cityStaff
  /// 「多機関協働 コーディネーター」 (相談支援包括化推進員 など)
  case multiCoordinator
  /// 「相談員」 A counsellor at any window of 包括的相談支援.
  case consultStaff
  /// 「係の責任者」 Reads the notes of the own agency and confirms them.
  case sectionSupervisor
  /// 「アウトリーチ支援員」
  case outreachStaff
  /// 「参加支援員」
  case participationStaff
  /// 「地域づくりコーディネーター」 Never sees what a case file says.
  case communityStaff
  /// 「会議構成員」 Only the items tabled for the member.
  case meetingMember
  /// 「監査担当」 Logs and figures, no case text.
  case auditor
  /// 「統計閲覧」 Figures only.
  case statisticsReader

  /// The name shown on screens.
  public var label: String {
    switch self {
    case .systemAdministrator: "システム管理者"
    case .cityManager: "事業担当課 管理職"
    case .cityStaff: "事業担当課 職員"
    case .multiCoordinator: "多機関協働コーディネーター"
    case .consultStaff: "相談員"
    case .sectionSupervisor: "係の責任者"
    case .outreachStaff: "アウトリーチ支援員"
    case .participationStaff: "参加支援員"
    case .communityStaff: "地域づくりコーディネーター"
    case .meetingMember: "会議構成員"
    case .auditor: "監査担当"
    case .statisticsReader: "統計閲覧"
    }
  }

  /// 「職務の分離」 Why these roles are not one person's, or nothing: who reads the log does nothing that the log tells, and who gives out accounts
  /// does not work on cases.
  ///
  /// Source: reference §8.3 (AUDITOR: logs and statistics; SYS_ADMIN: no case content); issue "Who may see what" (separate duties).
  public static func conflict(in roles: Set<Role>) -> String? {
    if roles.contains(.auditor), roles.count > 1 {
      return "「監査担当」は、ほかの役割と兼ねられません。監査担当だけにするか、監査担当を外してください。"
    }
    if roles.contains(.systemAdministrator), !caseworkers.isDisjoint(with: roles) {
      return "「システム管理者」は、事例を見る役割と兼ねられません。どちらか一方にし、もう一方はほかの人に付けてください。"
    }
    return nil
  }

  /// Roles that work on case files, so that a ``Ground`` may open one for them.
  public static let caseworkers: Set<Role> = [
    .cityManager, .cityStaff, .multiCoordinator, .consultStaff, .sectionSupervisor, .outreachStaff, .participationStaff,
  ]
}
