import Casework
import Foundation
import Paper

/// 「様式の紙」 The questions of a ``FormDefinition`` as ruled rows, filled in or blank: what the screen asks, in its words and order.
///
/// Source: reference §5.0 (bold frame for what is reported to the state), §8.5 (A4, legible in black and white).
struct FormPaper {
  let lists: FormCatalogue
  /// The options on offer on this day are printed, and one that was chosen while it still was.
  let day: CivilDate
  /// For handwriting: empty rows in tables, and every explanation under its heading.
  var isBlank = false
  /// What the office knows and nobody asks, by field.
  var settled: [String: String] = [:]
  /// Names of the agencies that answers name.
  var agencies: [AgencyID: String] = [:]
  /// The ◎ of fields whose answer has room for the ○ only, by field.
  var mains: [String: String] = [:]
  /// Tables that are not laid out column by column, by field.
  var tables: [String: Table] = [:]
  /// Sections whose explanation is said on a filled paper too, because the person agrees to it.
  var spoken: Set<String> = []
  /// What stands under the last row of a section, by its id.
  var after: [String: [Block]] = [:]
  /// Fields that this paper has no use for.
  var omitted: Set<String> = []
  /// Room for a long answer by hand, in mm.
  var longHeight = 14.0

  static let columns: [Double] = [2.1, 5, 2.1, 5]
  static let emptyDay: Text = "　　　　年　　月　　日"
  /// Rows of an empty table for handwriting: a household is larger than most lists.
  private static let blankRows = (people: 5, others: 2)

  func blocks(_ sections: [FormSection], _ answers: Answers = Answers()) -> [Block] { sections.flatMap { blocks($0, answers) } }

  func blocks(_ section: FormSection, _ answers: Answers = Answers()) -> [Block] {
    var blocks: [Block] = [.heading(Text(section.title))]
    if let help = section.help, isBlank || spoken.contains(section.id) {
      blocks.append(spoken.contains(section.id) ? .paragraph(Text(help)) : .notes([Text(help)]))
    }
    var grid = FormGrid()
    for field in section.fields where !omitted.contains(field.id) {
      guard case .rows(let columns) = field.kind else {
        grid.add(field, FormAnswerCell(paper: self).cell(field, answers[field.id]))
        continue
      }
      if let table = grid.taken() { blocks.append(table) }
      // Where the table is all there is to a section, its heading has said what it is.
      if field.label != section.title { blocks.append(.paragraph(Text(strong: field.label))) }
      blocks.append(.table(tables[field.id] ?? table(columns, answers[field.id])))
    }
    if let table = grid.taken() { blocks.append(table) }
    blocks += after[section.id] ?? []
    // What is signed stands on one page with the signature.
    return spoken.contains(section.id) ? [.together(blocks)] : blocks
  }

  /// 「相談受付・申込票」 The title of a form without its number, which stands at the head of each page.
  static func title(_ definition: FormDefinition, _ number: String) -> Block {
    let title = definition.title.replacingOccurrences(of: "（\(number)）", with: "").replacingOccurrences(of: "・\(number)", with: "")
    return .title(Text(title))
  }

  private func table(_ columns: [FormField], _ answer: AnswerValue?) -> Table {
    var rows: [Answers] = []
    if case .rows(let told) = answer { rows = told }
    let empty = isBlank ? (columns.count > 4 ? Self.blankRows.people : Self.blankRows.others) : rows.isEmpty ? 1 : 0
    let cells = FormAnswerCell(paper: self)
    return Table(
      columns: columns.map { Table.Column(Text($0.label), width: Self.width($0)) },
      rows: (rows + Array(repeating: Answers(), count: empty)).map { row in columns.map { cells.inRow($0, row[$0.id]) } })
  }

  private static func width(_ column: FormField) -> Double {
    switch column.kind {
    case .flag: 1
    case .choice: column.label.count < 3 ? 1.4 : 1.9
    case .partialDate, .date: 2.4
    default: column.label.count < 3 ? 2.4 : 2.8
    }
  }
}

/// Rows of two questions where they are short, of one where they are long.
private struct FormGrid {
  private var rows: [Row] = []
  private var half: [Cell] = []

  mutating func add(_ field: FormField, _ answer: (cell: Cell, isShort: Bool)) {
    var cell = answer.cell
    if field.nationalReport { cell.isFramed = true }
    if answer.isShort {
      cell.span = 1
      half += [.label(Text(field.label)), cell]
      if half.count == 4 { flush() }
    } else {
      flush()
      cell.span = 0
      rows.append(Row([.label(Text(field.label)), cell]))
    }
  }

  /// The rows so far as a table; nothing while there are none.
  mutating func taken() -> Block? {
    flush()
    defer { rows = [] }
    return rows.isEmpty ? nil : .table(Table(widths: FormPaper.columns, rows: rows))
  }

  private mutating func flush() {
    guard !half.isEmpty else { return }
    if half.count == 2 { half[1].span = 0 }
    rows.append(Row(half))
    half = []
  }
}
