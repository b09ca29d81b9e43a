import Casework

extension WritingDesk {
  /// 「年度の計画書一式を作る」 Puts the plans of the chosen year into the queue.
  func orderYearPrint(_ form: Fields) throws {
    guard let year = Digits.number(form["year"]), try YearPrintQueries.years(self, scope).contains(year) else {
      throw told("year", "年度が選ばれていません。一覧から年度を選んでください。")
    }
    let plans = try YearPrintQueries.plans(self, scope, year: year)
    guard !plans.isEmpty else {
      throw told("year", "\(CivilDate.fiscalYearLabel(year))に確定したプランはありません。ほかの年度を選んでください。")
    }
    try PackRecords.queue(self, year: year, plans)
  }

  /// 「作成を取りやめる」
  func cancelYearPrint(_ id: MeetingPackID) throws { try PackRecords.cancel(self, try openYearPrint(id).id) }
}
