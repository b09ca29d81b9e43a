/// 「元号」 One era: its name, the letter of documents (R) and of old forms (令), and its first day.
public struct Era: Hashable, Sendable, Codable {
  /// 「令和」
  public let name: String
  /// "R"
  public let letter: String
  /// 「令」
  public let initial: String
  public let start: CivilDate

  public init(name: String, letter: String, initial: String, start: CivilDate) {
    self.name = name
    self.letter = letter
    self.initial = initial
    self.start = start
  }
}

/// 「元号表」 The eras in order of their first days. A value, so that a future era is data and not a release (reference §8.5).
public struct EraTable: Hashable, Sendable, Codable {
  public let eras: [Era]
  /// Days before this one are not converted: the calendar was not Gregorian (明治6年1月1日 = 1873-01-01).
  public let gregorianSince: CivilDate

  /// The eras may come in any order.
  public init(eras: [Era], gregorianSince: CivilDate = EraTable.gregorianInJapan) {
    self.eras = eras.sorted { $0.start < $1.start }
    self.gregorianSince = gregorianSince
  }

  /// 1873-01-01.
  public static let gregorianInJapan = known(1873, 1, 1)

  /// 明治 to 令和 (reference §8.5).
  public static let standard = EraTable(eras: [
    Era(name: "明治", letter: "M", initial: "明", start: known(1868, 1, 25)),
    Era(name: "大正", letter: "T", initial: "大", start: known(1912, 7, 30)),
    Era(name: "昭和", letter: "S", initial: "昭", start: known(1926, 12, 25)),
    Era(name: "平成", letter: "H", initial: "平", start: known(1989, 1, 8)),
    Era(name: "令和", letter: "R", initial: "令", start: known(2019, 5, 1)),
  ])

  private static func known(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? .earliest
  }

  /// The era of a day; nil before `gregorianSince`.
  public func era(of date: CivilDate) -> Era? {
    guard date >= gregorianSince else { return nil }
    return eras.last { $0.start <= date }
  }

  /// The last day of an era; nil while it lasts.
  public func end(of era: Era) -> CivilDate? {
    eras.first { $0.start > era.start }?.start.adding(days: -1)
  }

  /// The year of the era in which the day falls: 1 is 元年.
  public func year(of date: CivilDate, in era: Era) -> Int {
    date.year - era.start.year + 1
  }
}

extension EraTable {
  /// 「令和8年」; the Western year 「1850年」 when there is nothing to convert to. `date` is any day of that year the reader means.
  func yearText(of date: CivilDate) -> String {
    guard let era = era(of: date) else { return "\(date.year)年" }
    let number = year(of: date, in: era)
    return era.name + (number == 1 ? "元" : String(number)) + "年"
  }

  /// The Japanese names of one Western year: 「昭和64年・平成元年」 when an era changed in it.
  func yearText(ofYear year: Int) -> String {
    guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else {
      return "\(year)年"
    }
    let (a, b) = (yearText(of: first), yearText(of: last))
    return a == b ? a : "\(a)・\(b)"
  }
}
