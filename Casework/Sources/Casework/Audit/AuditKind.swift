/// 「行為の種類」 What an act in the audit log comes to, for counts and for the answer to a resident.
///
/// Source: reference §8.2 (Logs: login, view, search, print, export, change).
public enum AuditKind: String, CaseIterable, Sendable, Hashable {
  case look, search, export, change, session

  /// The kind of a stored act: its raw values begin with what is done, and are never renamed.
  public static func of(_ act: String) -> AuditKind {
    switch act {
    case "signIn", "signOut", "changePassword", "setSecondFactor", "confirmIdentity": .session
    case "search", "findResident": .search
    case _ where act.hasPrefix("export"): .export
    case _ where act.hasPrefix("see"): .look
    default: .change
    }
  }

  public var label: String {
    switch self {
    case .look: "閲覧"
    case .search: "検索"
    case .export: "出力"
    case .change: "記録・変更"
    case .session: "サインインなど"
    }
  }
}
