import Casework

/// Japanese for what no capability owns: moments and dates.
enum Wording {
  /// 「令和8年11月21日 14:05」 in Japan time.
  static func moment(_ epochSeconds: Int) -> String {
    "\(CivilDate.of(epochSeconds: epochSeconds).wareki) \(clock(epochSeconds))"
  }

  /// 「R8.11.21 14:05」 for tables.
  static func shortMoment(_ epochSeconds: Int) -> String {
    CivilDate.of(epochSeconds: epochSeconds).warekiShort + " " + clock(epochSeconds)
  }

  /// 「14:05」 in Japan time.
  static func clock(_ epochSeconds: Int) -> String {
    let minutes = (epochSeconds + 9 * 3600) / 60 % 1440
    let minute = minutes % 60
    return String(minutes / 60) + (minute < 10 ? ":0" : ":") + String(minute)
  }

  /// 「R8.11.21」 for an ISO date from the database; empty stays empty.
  static func shortDate(_ iso: String?) -> String {
    iso.flatMap(CivilDate.init(iso:))?.warekiShort ?? ""
  }

  /// 「令和8年11月21日」 for an ISO date from the database.
  static func date(_ iso: String?) -> String {
    iso.flatMap(CivilDate.init(iso:))?.wareki ?? ""
  }
}
