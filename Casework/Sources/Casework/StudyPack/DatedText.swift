/// A text cut at the dates that stand in it (「日付で切った文」).
enum DatedText {
  enum Piece: Equatable {
    case words(String)
    case date(String, CivilDate, Style)
  }

  /// How a date was written, so that the moved one is written alike.
  enum Style: Equatable {
    case era, short, western, monthDay, eraMonth, westernMonth, month

    func written(_ day: CivilDate) -> String {
      let year = EraTable.standard.yearText(of: day)
      return switch self {
      case .era: day.wareki
      case .short: day.warekiShort
      case .western: day.iso
      case .monthDay: "\(day.month)月\(day.day)日"
      case .eraMonth: "\(year)\(day.month)月"
      case .westernMonth: "\(day.year)年\(day.month)月"
      case .month: "\(day.month)月"
      }
    }
  }

  static func pieces(_ text: String, on day: CivilDate) -> [Piece] {
    let era = #/(?:明治|大正|昭和|平成|令和)(?:[0-9０-９]{1,2}|元)年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?/#
    let short = #/[MTSHRＭＴＳＨＲ][0-9０-９]{1,2}[.．\/][0-9０-９]{1,2}[.．\/][0-9０-９]{1,2}/#
    let western = #/[0-9０-９]{4}(?:年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?|[\-\/．.][0-9０-９]{1,2}[\-\/．.][0-9０-９]{1,2})/#
    let plain = #/[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?/#
    var found = text.matches(of: era).map(\.range) + text.matches(of: short).map(\.range) + text.matches(of: western).map(\.range)
    for range in text.matches(of: plain).map(\.range) where !found.contains(where: { $0.overlaps(range) }) { found.append(range) }
    var pieces: [Piece] = []
    var rest = text.startIndex
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= rest {
      guard let (date, style) = read(String(text[range]), on: day) else { continue }
      if rest < range.lowerBound { pieces.append(.words(String(text[rest..<range.lowerBound]))) }
      pieces.append(.date(String(text[range]), date, style))
      rest = range.upperBound
    }
    if rest < text.endIndex { pieces.append(.words(String(text[rest...]))) }
    return pieces
  }

  private static func read(_ words: String, on day: CivilDate) -> (CivilDate, Style)? {
    let isEra = ["明治", "大正", "昭和", "平成", "令和"].contains { words.hasPrefix($0) }
    let hasDay = words.hasSuffix("日")
    if words.first?.isNumber == true, words.contains("月"), !words.contains("年") {
      let numbers = words.split { !$0.isNumber }.compactMap { Int(String($0.compactMap(\.wholeNumberValue).map(String.init).joined())) }
      guard let month = numbers.first else { return nil }
      return nearest(month, hasDay ? numbers.last ?? 15 : 15, day).map { ($0, hasDay ? .monthDay : .month) }
    }
    switch DateInput.parse(words, today: day) {
    case .success(.day(let date)):
      return (date, isEra ? .era : words.first?.isNumber == true ? .western : .short)
    case .success(.month(let year, let month)):
      return CivilDate(year: year, month: month, day: 15).map { ($0, isEra ? .eraMonth : .westernMonth) }
    case .success, .failure: return nil
    }
  }

  /// The day of that name nearest to the day of the text.
  private static func nearest(_ month: Int, _ number: Int, _ day: CivilDate) -> CivilDate? {
    [-1, 0, 1].compactMap { CivilDate(year: day.year + $0, month: month, day: number) }
      .min { abs($0.daysUntil(day)) < abs($1.daysUntil(day)) }
  }
}
