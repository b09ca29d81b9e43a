import Casework
import Paper

/// 様式1-2 インテーク・アセスメントシート on paper: each section of the form is a sheet of its own, four in the national one.
///
/// Source: reference §5.3.
struct AssessmentPaper {
  static let number = "様式1-2"

  let coordination: OpenedCoordination
  let record: AssessmentRecord
  let head: PaperHead
  let lists: FormCatalogue
  let agencies: [AgencyID: String]

  /// The 404 where the round has no sheet or is not for the viewer.
  init(_ desk: Desk, _ file: OpenedFile, _ round: Int) throws {
    guard let coordination = try desk.latestCoordination(of: file),
      let record = try AssessmentQueries.record(desk, coordination, round: round)
    else { throw desk.denied("assessment \(round) of case \(file.id)") }
    self.coordination = coordination
    self.record = record
    head = try PaperHead(desk, file)
    lists = desk.visit.office.catalogue
    agencies = Dictionary(
      try ConsultationQueries.agencies(desk).compactMap { agency in Int(agency.code).map { (AgencyID($0), agency.label) } },
      uniquingKeysWith: { first, _ in first })
  }

  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    guard let coordination = try desk.latestCoordination(of: file) else { return [] }
    return try AssessmentQueries.rounds(desk, coordination).map { record in
      let state = record.completedOn.map { "\(Wording.shortDate($0))完了" } ?? "作成中"
      return PrintedCopy(number: record.round, words: "第\(record.round)回　\(state)")
    }
  }

  var sections: [Section] {
    var paper = FormPaper(lists: lists, day: CivilDate(iso: record.completedOn ?? record.startedOn) ?? .latest, agencies: agencies)
    paper.settled = ["created_on": Wording.date(record.startedOn), "author": record.staff]
    return Self.sheets(record.form, paper, record.answers, head: head.table, right: "\(head.number)　第\(record.round)回")
  }

  /// For handwriting, as it is in force today.
  static func blank(_ desk: Desk) throws -> [Section] {
    let form = try AssessmentQueries.form(desk, nil)
    let paper = FormPaper(lists: desk.visit.office.catalogue, day: desk.today, isBlank: true, longHeight: 10)
    return sheets(form, paper, Answers(), head: PaperHead.blank, right: "")
  }

  private static func sheets(_ form: FormDefinition, _ paper: FormPaper, _ answers: Answers, head: Block, right: String) -> [Section] {
    form.sections.enumerated().map { index, section in
      let place = "（\(index + 1)／\(form.sections.count)）"
      return Section(
        "\(number)\(place)",
        (index == 0 ? [FormPaper.title(form, number), head] : [head]) + paper.blocks(section, answers)
          + (index == 0 ? [.notes(["太枠の項目は、国への報告の対象です。"])] : []),
        style: Style(size: 8.5, pitch: 1.4, padding: 0.9), isBlank: paper.isBlank, headLeft: "\(number)\(place)", headRight: right)
    }
  }
}
