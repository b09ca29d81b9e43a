import Casework

/// 「勤務日」 Windows are closed on Saturdays and Sundays.
enum WorkingDays {
  /// The working day that many before `today`; 0 is today, whatever day of the week it is.
  static func before(_ today: CivilDate, _ count: Int) -> CivilDate {
    var day = today
    var left = count
    while left > 0 {
      day = day.adding(days: -1)
      if day.weekday != .saturday, day.weekday != .sunday { left -= 1 }
    }
    return day
  }

  /// Seconds since 1970 of a time of day in Japan.
  static func moment(_ day: CivilDate, _ time: ClockTime) -> Int {
    (day.dayNumber * 24 - 9) * 3_600 + time.minutes * 60
  }
}
