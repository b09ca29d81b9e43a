/// 「日付の誤り」 Why a typed date could not be read, with a sentence that says what to type instead.
public enum DateInputProblem: Error, Hashable, Sendable {
  case empty
  case notUnderstood(String)
  /// A year of one to three digits without an era: 8.11.21.
  case eraMissing(String)
  /// A month and a day alone: 11月21日.
  case yearMissing(String)
  case yearZero
  case noSuchMonth(Int)
  /// The month has only `days` days.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A year far beyond the end of an era: 昭和150年.
  case eraTooLong(era: String, year: Int, last: Int)
  /// Before 1873 Japan's calendar was another one; nothing is converted.
  case beforeGregorian
  case yearOutOfRange(Int)
  case agesReversed
  /// `parseExact` only: the day is not fully given.
  case notExact

  /// One or two Japanese sentences: what is wrong and what to type.
  public var message: String {
    switch self {
    case .empty: "日付を入れてください。例：R8.11.21、2026-11-21"
    case .notUnderstood(let text): "「\(text)」は日付として読めません。R8.11.21、昭和33年4月1日、2026-11-21 のように入れてください。"
    case .eraMissing(let text): "「\(text)」は元号が分かりません。R8.11.21 のように元号を付けるか、西暦4けたで入れてください。"
    case .yearMissing(let text): "「\(text)」は年が分かりません。R8.11.21 のように年から入れてください。"
    case .yearZero: "0年はありません。最初の年は「元年」か「1」と入れてください。"
    case .noSuchMonth(let month): "\(month)月はありません。月は1から12で入れてください。"
    case .noSuchDay(let year, let month, let day): Self.noSuchDay(year, month, day)
    case .eraTooLong(let era, let year, let last): "\(era)\(year)年はありません（\(era)は\(last)年までです）。元号と年を確かめて入れ直してください。"
    case .beforeGregorian: "明治5年以前の日付は旧暦のため変換できません。西暦の年だけを入れるか「不詳」としてください。"
    case .yearOutOfRange(let year): "西暦\(year)年は扱えません。年を確かめて入れ直してください。"
    case .agesReversed: "年齢の順が逆です。若い方を先にして「70〜75歳」のように入れてください。"
    case .notExact: "年月日がすべて必要です。R8.11.21 のように日まで入れてください。"
    }
  }

  private static func noSuchDay(_ year: Int, _ month: Int, _ day: Int) -> String {
    let name = CivilDate(year: year, month: month, day: 1).map { EraTable.standard.yearText(of: $0) } ?? "\(year)年"
    return "\(name)\(month)月\(day)日はありません（\(month)月は\(CivilDate.days(inMonth: month, of: year))日までです）。日を確かめて入れ直してください。"
  }
}
