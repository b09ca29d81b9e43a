/// 「ふだんと違う見方」 A way of reading that is offered for review. It is no verdict, and people are never ranked by it.
///
/// Source: issue "Who may see what" (unusual patterns: own surname, many names, nights, offered for review); reference §8.2 (Logs). Raw
/// values are stored.
public enum AccessPatternKind: String, CaseIterable, Sendable, Hashable {
  case ownSurname, manyCases, manySearches, outOfHours, afterEnd, repeatedDenials, emergency, export

  public var label: String {
    switch self {
    case .ownSurname: "職員と同じ姓の方の事例"
    case .manyCases: "ふだんより多くの事例"
    case .manySearches: "ふだんより多くの検索"
    case .outOfHours: "夜間・休日の閲覧"
    case .afterEnd: "担当や根拠が終わったあとの閲覧"
    case .repeatedDenials: "断られた閲覧・操作のくり返し"
    case .emergency: "緊急閲覧"
    case .export: "ファイルへの出力"
    }
  }

  /// Why it is offered, in a sentence that blames nobody.
  public var why: String {
    switch self {
    case .ownSurname: "親族や知人の記録を見ていないかを、念のため確かめるためです。姓が同じだけのことも多くあります。"
    case .manyCases, .manySearches: "ふだんと違う量を見ているためです。異動や引継ぎ、集計など、仕事の理由があることもあります。"
    case .outOfHours: "ふだんの勤務の時間の外だからです。当番や緊急の対応のこともあります。"
    case .afterEnd: "担当の交代や、見る根拠の終わりのあとに見ているためです。引継ぎのこともあります。"
    case .repeatedDenials: "見られないものを何度も開こうとしているためです。番号の打ち間違いや、根拠の記録もれのこともあります。"
    case .emergency: "根拠のない事例を、理由を書いて時間を限って見たためです。"
    case .export: "まとまった記録がファイルになったためです。"
    }
  }
}

/// 「ふだんと違う見方の目安」 From how many on something is offered, and which hours are not working hours. Data, so that a town may set its own.
public struct AccessPatternTerms: Hashable, Sendable, Codable {
  /// Different cases within an hour, or a day, below which nothing is said.
  public var casesAnHour = 20
  public var casesADay = 60
  public var searchesAnHour = 40
  public var searchesADay = 120
  /// And only from this many times the person's own usual.
  public var timesUsual = 3
  /// The days before over which the usual is taken.
  public var usualDays = 28
  public var denialsADay = 5
  /// Hours of the day, 0–23: from the first on, and before the second.
  public var nightFrom = 21
  public var nightUntil = 6
  /// Days without office hours; 0 for Sunday to 6 for Saturday.
  public var daysOff: Set<Int> = [0, 6]

  public init() {}

  /// Is this hour of this day outside the office hours?
  public func isOutOfHours(_ day: CivilDate, hour: Int) -> Bool {
    hour >= nightFrom || hour < nightUntil || daysOff.contains(day.weekday.rawValue)
  }
}
