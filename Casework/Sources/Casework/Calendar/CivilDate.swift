/// 「年月日」 A day of the proleptic Gregorian calendar, without time and without zone.
///
/// Years 1 to 9999. Stored and exchanged as ISO "YYYY-MM-DD" (reference §8.5: 和暦 is shown, ISO is stored).
public struct CivilDate: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when no such day exists (month 13, 30 February, year 0 or 10000).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.init(known: year, month, day)
  }

  private init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// 「うるう年」
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Number of days of a month (1 to 12) of a year.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static let earliest = CivilDate(known: 1, 1, 1)
  public static let latest = CivilDate(known: 9999, 12, 31)
}

extension CivilDate: Comparable {
  /// A number that rises with the days.
  private var inOrder: Int { (year * 100 + month) * 100 + day }

  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.inOrder < b.inOrder
  }
}

extension CivilDate {
  /// Days since 1970-01-01, negative before.
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with that number; numbers outside the years 1 to 9999 give the first or the last day.
  public init(dayNumber: Int) {
    let clamped = min(max(dayNumber, Self.earliest.dayNumber), Self.latest.dayNumber)
    let z = clamped + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(known: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// That many days later (earlier when negative).
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .earliest : .latest) : CivilDate(dayNumber: sum)
  }

  /// The same day that many months later; the last day of the month when it has no such day (民法143条2項ただし書).
  public func adding(months: Int) -> CivilDate {
    let bounded = min(max(months, -120_000), 120_000)
    let index = year * 12 + (month - 1) + bounded
    guard index >= 12 else { return .earliest }
    guard index < 10_000 * 12 else { return .latest }
    let (y, m) = (index / 12, index % 12 + 1)
    return CivilDate(known: y, m, min(day, Self.days(inMonth: m, of: y)))
  }

  /// Days from this day to the other; negative when the other is earlier.
  public func daysUntil(_ other: CivilDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// 「曜日」
  public var weekday: Weekday {
    let index = ((dayNumber + 4) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// 「年度」 1 April to 31 March, named by the year in which it begins (reference §8.5).
  public var fiscalYear: Int {
    month >= 4 ? year : year - 1
  }

  /// The day it is in Japan (UTC+9, no summer time) at that many seconds after 1970-01-01T00:00Z.
  public static func of(epochSeconds: Int) -> CivilDate {
    let (shifted, overflow) = epochSeconds.addingReportingOverflow(9 * 3600)
    guard !overflow else { return .latest }
    let days = shifted >= 0 ? shifted / 86_400 : -((-(shifted + 1)) / 86_400) - 1
    return CivilDate(dayNumber: days)
  }
}

/// 「曜日」 Sunday first, as on Japanese calendars.
public enum Weekday: Int, CaseIterable, Sendable, Codable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday

  /// 「日」「月」…「土」
  public var label: String {
    switch self {
    case .sunday: "日"
    case .monday: "月"
    case .tuesday: "火"
    case .wednesday: "水"
    case .thursday: "木"
    case .friday: "金"
    case .saturday: "土"
    }
  }
}
