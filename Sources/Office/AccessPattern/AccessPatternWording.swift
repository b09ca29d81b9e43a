import Casework

/// 「確認の状況」 Where patterns stand, as the tabs of their list.
enum PatternStanding: String, CaseIterable, Sendable {
  case open = ""
  case unclear, improper, fine

  init(tab: String) { self = PatternStanding.allCases.first { $0.tab == tab } ?? .open }

  /// What stands in the address.
  var tab: String { self == .open ? "open" : rawValue }

  var label: String { self == .open ? "まだ確認していないもの" : PatternFinding(rawValue: rawValue)?.label ?? "" }
}

/// Japanese for patterns.
enum AccessPatternWording {
  /// 「R8.11.21」 or 「令和8年11月」
  static func period(_ stored: String) -> String {
    CivilDate(iso: stored)?.warekiShort ?? AuditMonth(stored)?.label ?? stored
  }

  static let findings = PatternFinding.allCases.map { ($0.rawValue, $0.label) }
}
