extension CivilDate {
  /// 「和暦」 「令和8年11月21日」, 「令和元年5月1日」. Days before 1873 stay Western: 「1872年12月31日」.
  public var wareki: String { wareki(in: .standard) }

  /// 「和暦」 by another table of eras.
  public func wareki(in table: EraTable) -> String {
    "\(table.yearText(of: self))\(month)月\(day)日"
  }

  /// 「R8.11.21」; ISO before 1873.
  public var warekiShort: String { warekiShort(in: .standard) }

  /// 「R8.11.21」 by another table of eras.
  public func warekiShort(in table: EraTable) -> String {
    guard let era = table.era(of: self) else { return iso }
    var letter = era.letter
    // Lists show a hundred of these; three interpolations would cost more than the rest of a line.
    return letter.withUTF8 { letter in
      String(unsafeUninitializedCapacity: letter.count + 24) { out in
        var count = 0
        func put(_ byte: UInt8) {
          out[count] = byte
          count += 1
        }
        func put(_ number: Int) {
          if number >= 10 { put(number / 10) }
          put(UInt8(ascii: "0") + UInt8(number % 10))
        }
        for byte in letter { put(byte) }
        put(table.year(of: self, in: era))
        put(UInt8(ascii: "."))
        put(month)
        put(UInt8(ascii: "."))
        put(day)
        return count
      }
    }
  }

  /// 「令和8年11月21日(2026-11-21)」: both calendars, the way reference §8.5 asks screens to show a date.
  public var inFull: String { "\(wareki)(\(iso))" }

  /// 「令和8年11月21日(土)」
  public var warekiWithWeekday: String { "\(wareki)(\(weekday.label))" }

  /// 「令和8年度」 of a fiscal year given by the Western year in which it begins.
  public static func fiscalYearLabel(_ year: Int) -> String {
    guard let first = CivilDate(year: year, month: 4, day: 1), let last = CivilDate(year: year + 1, month: 3, day: 31) else {
      return "\(year)年度"
    }
    // The fiscal year that began as 平成31年4月 is called 令和元年度: it carries the name of the era it ended in.
    let named =
      EraTable.standard.era(of: first) == EraTable.standard.era(of: last) ? first : CivilDate(year: year, month: 12, day: 31) ?? last
    return EraTable.standard.yearText(of: named) + "度"
  }
}
