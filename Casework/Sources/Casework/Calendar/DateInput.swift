/// 「日付の入力」 Reads dates the way people at a window write them (reference §8.5).
///
/// Accepts R8.11.21, r8/11/21, 令8, 令和8年11月21日, S33.4.1, 元年, 2026-11-21, 2026/11/21, 20261121, 2026年11月, 1944, 昭和19年頃, 80代, 82歳, 不詳, 今日,
/// with full-width digits and blanks anywhere. 「頃」 keeps what is said and no more: 昭和19年頃 is the year 1944.
public enum DateInput {
  /// A date read, and what the reader should be told about it.
  public struct Reading: Hashable, Sendable {
    public let date: PartialDate
    /// 「平成32年4月1日は令和2年4月1日です。」 when the era did not fit the year; nil otherwise.
    public let note: String?
  }

  /// The date meant, or why it cannot be read. `today` decides ages (80代), 今日 and a bare 元年.
  public static func parse(_ text: String, today: CivilDate) -> Result<PartialDate, DateInputProblem> {
    read(text, today: today).map(\.date)
  }

  /// 「法定の日付」 A full day or a refusal: for dates on which law or deadlines depend.
  public static func parseExact(_ text: String, today: CivilDate) -> Result<CivilDate, DateInputProblem> {
    parse(text, today: today).flatMap { date in
      date.exactDay.map { .success($0) } ?? .failure(.notExact)
    }
  }

  /// 「最近の日」 A full day, or a month and a day alone (11/26, 11月26日): the latest such day that is not in the future.
  ///
  /// Only for what has happened already: a day to come written like that could be this year's or the next.
  public static func parsePast(_ text: String, today: CivilDate) -> Result<CivilDate, DateInputProblem> {
    let typed = String(text.halfWidth.filter { !$0.isWhitespace })
    return latest(monthAndDay: typed, upTo: today).map { .success($0) } ?? parseExact(text, today: today)
  }

  private static func latest(monthAndDay typed: String, upTo today: CivilDate) -> CivilDate? {
    let written = typed.hasSuffix("日") ? String(typed.dropLast()) : typed
    let parts = written.split(separator: typed.hasSuffix("日") ? "月" : "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let month = CivilDate.number(Array(parts[0].utf8)[...]), let day = CivilDate.number(Array(parts[1].utf8)[...])
    else { return nil }
    // Eight years reach the last 29 February.
    return (0...8).lazy.compactMap { CivilDate(year: today.year - $0, month: month, day: day) }.first { $0 <= today }
  }

  /// As `parse`, with the note that shows a conversion.
  public static func read(_ text: String, today: CivilDate, eras: EraTable = .standard) -> Result<Reading, DateInputProblem> {
    let typed = String(text.halfWidth.filter { !$0.isWhitespace })
    if typed.isEmpty { return .failure(.empty) }
    if let word = spoken[typed] { return .success(Reading(date: word(today), note: nil)) }
    do {
      if let ages = try AgeWords.read(typed, today: today) { return .success(Reading(date: ages, note: nil)) }
      return .success(try WrittenDate(typed, today: today, eras: eras).reading())
    } catch {
      return .failure(error)
    }
  }

  private static let spoken: [String: @Sendable (CivilDate) -> PartialDate] = {
    var words: [String: @Sendable (CivilDate) -> PartialDate] = [:]
    for word in ["不詳", "不明", "未詳", "わからない", "分からない"] { words[word] = { _ in .unknown } }
    for word in ["今日", "本日", "きょう"] { words[word] = { .day($0) } }
    for word in ["昨日", "きのう"] { words[word] = { .day($0.adding(days: -1)) } }
    for word in ["明日", "あした", "あす"] { words[word] = { .day($0.adding(days: 1)) } }
    return words
  }()
}

/// 「80代」「82歳」「70〜75歳」: an age told instead of a date of birth.
enum AgeWords {
  /// Nil when the text is no age.
  static func read(_ typed: String, today: CivilDate) throws(DateInputProblem) -> PartialDate? {
    var rest = typed[...]
    for suffix in ["くらい", "ぐらい", "前後", "位", "頃", "ころ", "ごろ"] where rest.hasSuffix(suffix) { rest.removeLast(suffix.count) }
    if rest.hasSuffix("代") {
      rest.removeLast()
      if rest.hasSuffix("歳") || rest.hasSuffix("才") { rest.removeLast() }
      guard let decade = number(rest), decade.isMultiple(of: 10), decade >= 10 else { return nil }
      return AgeRange(decade, decade + 9).map { .aged($0, on: today) }
    }
    guard rest.hasSuffix("歳") || rest.hasSuffix("才") else { return nil }
    rest.removeLast()
    let parts = rest.split(omittingEmptySubsequences: false) { "〜~～".contains($0) || $0.unicodeScalars.allSatisfy(\.isDash) }
    let ages = parts.compactMap { number($0.hasSuffix("歳") || $0.hasSuffix("才") ? $0.dropLast() : $0) }
    guard ages.count == parts.count, let lower = ages.first, let upper = ages.last, ages.count <= 2 else { return nil }
    guard let range = AgeRange(lower, upper) else { throw .agesReversed }
    return .aged(range, on: today)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.count <= 3, let value = CivilDate.number(Array(text.utf8)[...]), value <= 130 else { return nil }
    return value
  }
}
