/// 「年齢」 An age in full years, or the span of ages that an incomplete date of birth leaves open.
public struct AgeRange: Hashable, Sendable, Codable {
  /// 0 or more.
  public let lower: Int
  /// Not less than `lower`.
  public let upper: Int

  /// Nil for a negative age or a span the wrong way round.
  public init?(_ lower: Int, _ upper: Int) {
    guard lower >= 0, lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
  }

  /// 「82歳」「80〜81歳」「80代」
  public var label: String {
    if lower == upper { return "\(lower)歳" }
    if lower >= 10, lower.isMultiple(of: 10), upper == lower + 9 { return "\(lower)代" }
    return "\(lower)〜\(upper)歳"
  }

  /// True only when every possible age satisfies: what rules that must not guess ask.
  public func isCertainly(atLeast age: Int) -> Bool { lower >= age }

  /// True when some possible age lies in the span: what questions worth asking ask.
  public func mayBe(in ages: ClosedRange<Int>) -> Bool { lower <= ages.upperBound && upper >= ages.lowerBound }

  /// True when some possible age is at least so many years.
  public func mayBe(atLeast age: Int) -> Bool { upper >= age }
}

/// 「年齢計算」 Age by 年齢計算ニ関スル法律: a year of age is completed at the end of the day before the birthday.
///
/// So a person *is* 65 from the morning of the birthday on (`age`), and the day on which 65 is *reached* (到達日, which pensions, long-term care and
/// school entry count from) is the day before (`reached`). Born on 29 February: the year is complete at the end of 28 February (民法143条2項).
public enum LegalAge {
  /// Full years on a day; nil before birth.
  public static func age(born: CivilDate, on date: CivilDate) -> Int? {
    guard date >= born else { return nil }
    let passed = (date.month, date.day) >= (born.month, born.day)
    return date.year - born.year - (passed ? 0 : 1)
  }

  /// 「到達日」 The day at whose end the age is reached.
  public static func reached(_ age: Int, born: CivilDate) -> CivilDate {
    let birthday = CivilDate(year: born.year + age, month: born.month, day: born.day)
    return birthday?.adding(days: -1) ?? born.adding(months: age * 12)
  }
}
