import Casework
import Paper

/// 「書類の頭書」 Who a paper is about, once at its top: number of the case, name, furigana, date of birth.
///
/// Source: reference §5.0 (ID, 氏名, ふりがな, 生年月日 are entered once and carried to plan, record and evaluation).
struct PaperHead: Sendable {
  let number: String
  /// As the case page shows it, or what the case goes by while nobody knows the name.
  let name: String
  let kana: String
  let birth: String

  init(_ desk: Desk, _ file: OpenedFile) throws {
    number = file.number
    let person = try CaseFileQueries.person(desk, file)
    name = try person.flatMap { $0.name.isEmpty ? nil : $0.name } ?? CaseFileQueries.label(desk, file)
    kana = person?.kana ?? ""
    birth = PartialDate(stored: person?.birth ?? "").map { Self.birth($0, on: desk.today) } ?? ""
  }

  /// 「昭和50年3月3日（51歳）」; as it was told where the day is not known.
  static func birth(_ birth: PartialDate, on day: CivilDate) -> String {
    guard let exact = birth.exactDay else { return HouseholdWording.birth(birth, today: day) }
    return exact.wareki + (birth.age(on: day).map { "（\($0.label)）" } ?? "")
  }

  /// For handwriting.
  static let blank: Block = PaperHead(number: "", name: "", kana: "", birth: "").table

  private init(number: String, name: String, kana: String, birth: String) {
    (self.number, self.name, self.kana, self.birth) = (number, name, kana, birth)
  }

  var table: Block {
    var written = Cell.value(Text(name))
    written.blankHeight = 9
    return .table(
      Table(
        widths: FormPaper.columns,
        rows: [
          [.label("事例番号"), .value(Text(number)), .label("ふりがな"), .value(Text(kana))],
          [.label("生年月日"), .value(Text(birth), blank: FormPaper.emptyDay), .label("氏名"), written],
        ]))
  }
}
