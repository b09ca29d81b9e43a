/// 「年表のめもり」 Raw values are settings.
public enum TimelineZoom: String, CaseIterable, Sendable, Hashable, Codable {
  case years, months

  public var label: String {
    switch self {
    case .years: "年"
    case .months: "月"
    }
  }
}

/// Which day lies where on the page.
struct TimelineScale {
  let days: ClosedRange<CivilDate>
  let zoom: TimelineZoom
  let left: Double
  let right: Double

  func x(_ day: CivilDate) -> Double {
    let total = Double(max(1, days.lowerBound.daysUntil(days.upperBound)))
    return (left + (right - left) * Double(days.lowerBound.daysUntil(day)) / total).clamped(to: left...right).rounded()
  }

  /// The first days of the years or months within, with what stands at them.
  var ticks: [(day: CivilDate, words: String)] {
    var ticks: [(CivilDate, String)] = []
    let (first, last) = (days.lowerBound, days.upperBound)
    switch zoom {
    case .years:
      for year in first.year...last.year {
        guard let day = CivilDate(year: year, month: 1, day: 1), days.contains(day) || year == first.year else { continue }
        ticks.append((max(day, first), EraTable.standard.yearText(of: max(day, first))))
      }
    case .months:
      var month = CivilDate(year: first.year, month: first.month, day: 1)
      while let day = month, day <= last, ticks.count < 1200 {
        let isFirst = ticks.isEmpty || day.month == 1
        ticks.append((max(day, first), "\(isFirst ? EraTable.standard.yearText(of: day) : "")\(day.month)月"))
        month = day.adding(months: 1)
      }
    }
    return ticks
  }
}
