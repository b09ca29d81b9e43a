/// A date in writing, taken apart into era, year, month and day.
struct WrittenDate {
  private let original: String
  private let today: CivilDate
  private let eras: EraTable
  private let era: Era?
  /// One to three numbers: year, month, day.
  private let parts: [Int]
  /// How many digits the year was written with; 元 counts as one.
  private let yearDigits: Int

  /// `typed` is half-width and without blanks.
  init(_ typed: String, today: CivilDate, eras: EraTable) throws(DateInputProblem) {
    original = typed
    self.today = today
    self.eras = eras
    var rest = typed[...]
    for suffix in ["生まれ", "生", "頃", "ころ", "ごろ"] where rest.hasSuffix(suffix) { rest.removeLast(suffix.count) }
    var named = Self.takeEra(from: &rest, eras: eras)
    if named == nil, rest.hasPrefix("西暦") { rest.removeFirst(2) }
    if named == nil, rest.hasPrefix("元年") { named = eras.era(of: today) }
    era = named
    var fields = try Self.fields(of: rest, in: typed)
    if fields.count == 1, let split = Self.splitCompact(fields[0], era: named != nil) { fields = split }
    yearDigits = fields[0].count
    var numbers: [Int] = []
    for field in fields {
      guard field.count <= 4, let number = field == "元" && numbers.isEmpty ? 1 : CivilDate.number(Array(field.utf8)[...]) else {
        throw .notUnderstood(typed)
      }
      numbers.append(number)
    }
    parts = numbers
  }

  private static func takeEra(from rest: inout Substring, eras: EraTable) -> Era? {
    for era in eras.eras {
      for mark in [era.name, era.initial, era.letter, era.letter.lowercased()] where rest.hasPrefix(mark) {
        rest.removeFirst(mark.count)
        if rest.hasPrefix(".") { rest.removeFirst() }
        return era
      }
    }
    return nil
  }

  private static func fields(of text: Substring, in typed: String) throws(DateInputProblem) -> [String] {
    var fields = [""]
    for character in text {
      if character == "年" || character == "月" || character == "/" || character == "." || character.unicodeScalars.allSatisfy(\.isDash) {
        fields.append("")
      } else if character == "日" {
        continue
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    if fields.count > 1, fields.last == "" { fields.removeLast() }
    let yearless = !text.contains("年") && text.contains("月") && fields.count == 2
    if yearless, fields[0].count <= 2 { throw .yearMissing(typed) }
    guard fields.count <= 3, fields.allSatisfy({ !$0.isEmpty }) else { throw .notUnderstood(typed) }
    return fields
  }

  /// 20261121 and S330401: fixed widths only, anything else would be a guess.
  private static func splitCompact(_ digits: String, era: Bool) -> [String]? {
    let widths = era ? [2, 2, 2] : [4, 2, 2]
    guard digits.count == widths.reduce(0, +) else { return nil }
    var rest = digits[...]
    return widths.map { width in
      defer { rest = rest.dropFirst(width) }
      return String(rest.prefix(width))
    }
  }

  func reading() throws(DateInputProblem) -> DateInput.Reading {
    let year = try westernYear()
    guard parts.count > 1 else { return try noting(.year(year)) }
    let month = parts[1]
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard parts.count > 2 else { return try noting(.month(year: year, month: month)) }
    guard let date = CivilDate(year: year, month: month, day: parts[2]) else {
      throw .noSuchDay(year: year, month: month, day: parts[2])
    }
    return try noting(.day(date))
  }

  private func westernYear() throws(DateInputProblem) -> Int {
    guard let era else {
      guard yearDigits == 4 else { throw parts.count == 1 ? .notUnderstood(original) : .eraMissing(original) }
      guard (1850...today.year + 100).contains(parts[0]) else { throw .yearOutOfRange(parts[0]) }
      return parts[0]
    }
    guard parts[0] > 0 else { throw .yearZero }
    let year = era.start.year + parts[0] - 1
    if let end = eras.end(of: era), year > end.year, year > today.year + 1 {
      throw .eraTooLong(era: era.name, year: parts[0], last: eras.year(of: end, in: era))
    }
    guard year <= today.year + 100 else { throw .yearOutOfRange(year) }
    guard year >= eras.gregorianSince.year else { throw .beforeGregorian }
    return year
  }

  /// Adds the note when no day of what was written lies in the era that was written.
  private func noting(_ date: PartialDate) throws(DateInputProblem) -> DateInput.Reading {
    guard let era, let span = date.span else { return DateInput.Reading(date: date, note: nil) }
    let end = eras.end(of: era) ?? .latest
    if span.overlaps(era.start...end) { return DateInput.Reading(date: date, note: nil) }
    let written = era.name + Self.words(year: parts[0], parts.dropFirst())
    // The whole span lies outside the era, so an era change inside a year can be read off its last day before, or its first day after.
    let day = span.lowerBound > end ? span.lowerBound : span.upperBound
    guard let real = eras.era(of: day) else { throw .beforeGregorian }
    let meant = real.name + Self.words(year: eras.year(of: day, in: real), parts.dropFirst())
    return DateInput.Reading(date: date, note: "\(written)は\(meant)です。")
  }

  private static func words(year: Int, _ rest: ArraySlice<Int>) -> String {
    let units = zip(rest, ["月", "日"]).map { "\($0)\($1)" }
    return (year == 1 ? "元" : String(year)) + "年" + units.joined()
  }
}
