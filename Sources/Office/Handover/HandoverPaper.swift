import Casework
import Paper

/// 引継ぎ書 on one sheet of A4: where we are, what works with this person, what not to do, promises made, the next date.
///
/// Source: users.md §4 no. 9. Of the own agency only, as on the screen.
struct HandoverPaper {
  private static let title = "引継ぎ書"

  let opened: OpenedHandover
  let head: PaperHead

  /// The 404 for a handover of another case or of another agency.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    opened = try desk.openHandover(HandoverID(copy))
    guard opened.file.id == file.id else { throw desk.denied("handover \(copy) of case \(file.id)") }
    head = try PaperHead(desk, opened.file)
  }

  /// What the own agency wrote, latest first.
  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    try HandoverQueries.of(desk, file).map { line in
      PrintedCopy(number: line.id.number, words: "\(Wording.moment(line.writtenAt))　\(line.writer) → \(line.taker)　\(line.state.label)")
    }
  }

  var section: Section {
    // Six full answers fit the sheet in small type.
    let length = HandoverText.Part.allCases.reduce(0) { $0 + Self.paperLength(opened.text[$1]) }
    return Section(
      Self.title,
      [
        .title(Text(Self.title)), head.table, .gap(2),
        .table(
          Table(
            widths: FormPaper.columns,
            rows: [
              [.label("引き継ぐ人"), .value(Text(opened.writerName)), .label("受け取る人"), .value(Text(opened.takerName))],
              [.label("確認した日時"), .value(Text(moment(opened.confirmedAt))), .label("受け取った日時"), .value(Text(taken))],
            ])), .gap(2), .table(Table(labelWidth: 0.2, items: HandoverText.Part.allCases.map { (Text($0.label), answer($0)) })),
      ] + question, style: length > 1_500 ? Style(size: 7.5, pitch: 1.35, padding: 0.9) : .form, headRight: head.number)
  }

  /// A line of its own costs as much as one of thirty characters.
  private static func paperLength(_ text: String) -> Int { text.split(separator: "\n").reduce(0) { $0 + max(30, $1.count) } }

  private func answer(_ part: HandoverText.Part) -> Text {
    let words = Text(opened.text[part])
    guard part == .next, let day = opened.text.nextOn else { return words }
    return Text(strong: day.wareki) + Text("\n") + words
  }

  private func moment(_ at: Int?) -> String { at.map { Wording.moment($0) } ?? "" }

  private var taken: String { opened.takenAt.map { "\(Wording.moment($0))　\(opened.takenByName)" } ?? "" }

  private var question: [Block] {
    guard !opened.question.isEmpty else { return [] }
    return [.gap(2), .table(Table(labelWidth: 0.2, items: [("聞きたいこと", Text(opened.question)), ("答え", Text(opened.reply))]))]
  }

  /// For handwriting.
  static let blank: [Section] = [
    Section(
      title,
      [
        .title(Text(title)), PaperHead.blank, .gap(2),
        .table(
          Table(
            widths: FormPaper.columns,
            rows: [
              [.label("引き継ぐ人"), "", .label("受け取る人"), ""],
              [.label("確認した日"), .value("", blank: FormPaper.emptyDay), .label("受け取った日"), .value("", blank: FormPaper.emptyDay)],
            ])), .gap(2),
        .table(
          Table(
            widths: [0.2, 0.8],
            rows: HandoverText.Part.allCases.map { part in
              [.label(Text(part.label)), .long("", blankHeight: part == .firstCall ? 18 : 32)]
            })),
        .notes(["特にないときも「なし」と書いてください。書き終えたら、引き継ぐ人と受け取る人の両方が確認します。"]),
      ], isBlank: true)
  ]
}
