/// 「部分日付」 A date of which only a part may be known: 年月日, 年月, 年, 「80代」 on some day, or 不詳 (reference §8.5, §5.1 no. 8).
public enum PartialDate: Hashable, Sendable {
  case day(CivilDate)
  /// Year 1 to 9999, month 1 to 12.
  case month(year: Int, month: Int)
  case year(Int)
  /// An age or a span of ages, as told on a day: 「80代」, 「82歳」.
  case aged(AgeRange, on: CivilDate)
  case unknown

  /// True for a full day.
  public var isExact: Bool { exactDay != nil }

  /// The day, when it is fully known.
  public var exactDay: CivilDate? {
    if case .day(let date) = self { date } else { nil }
  }

  /// Every day it may be; nil when unknown.
  public var span: ClosedRange<CivilDate>? {
    switch self {
    case .day(let date):
      return date...date
    case .month(let year, let month):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      return first...first.adding(months: 1).adding(days: -1)
    case .year(let year):
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else { return nil }
      return first...last
    case .aged(let ages, let on):
      let last = on.adding(months: -12 * ages.lower)
      let first = on.adding(months: -12 * (ages.upper + 1)).adding(days: 1)
      return min(first, last)...last
    case .unknown:
      return nil
    }
  }

  /// The age that someone born then has on a day, or the span of ages; nil when unknown or not yet born.
  public func age(on date: CivilDate) -> AgeRange? {
    if case .aged(let ages, let told) = self, told == date { return ages }
    guard let span, let oldest = LegalAge.age(born: span.lowerBound, on: date) else { return nil }
    return AgeRange(LegalAge.age(born: span.upperBound, on: date) ?? 0, oldest)
  }

  /// Could both mean the same day? Unknown is compatible with everything.
  public func isCompatible(with other: PartialDate) -> Bool {
    guard let a = span, let b = other.span else { return true }
    return a.overlaps(b)
  }
}

extension PartialDate {
  /// 和暦 with the Western date: 「昭和19年3月5日(1944-03-05)」「昭和19年3月(1944年3月)」「昭和19年(1944年)」「80代(令和8年11月21日現在)」「不詳」.
  public var inJapanese: String {
    switch self {
    case .day(let date):
      return date.inFull
    case .month(let year, let month):
      guard let span else { return "\(year)年\(month)月" }
      let (a, b) = (EraTable.standard.yearText(of: span.lowerBound), EraTable.standard.yearText(of: span.upperBound))
      return "\(a == b ? a : "\(a)・\(b)")\(month)月(\(year)年\(month)月)"
    case .year(let year):
      let japanese = EraTable.standard.yearText(ofYear: year)
      return japanese == "\(year)年" ? japanese : "\(japanese)(\(year)年)"
    case .aged(let ages, let on):
      return "\(ages.label)(\(on.wareki)現在)"
    case .unknown:
      return "不詳"
    }
  }
}
