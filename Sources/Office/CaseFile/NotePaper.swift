import Casework
import Paper

/// 支援経過記録 on paper: every note that its holder may read, oldest first, corrected ones struck out in words with their reason.
///
/// Source: reference §5.6 (the list in time order; corrections are never written over).
struct NotePaper {
  let number: String
  let label: String
  let notes: [NoteView]
  /// C-15 対応方法.
  let methods: CodeList

  init(_ desk: Desk, _ file: OpenedFile) throws {
    number = file.number
    label = try CaseFileQueries.label(desk, file)
    notes = try NoteQueries.all(desk, file).reversed()
    methods = desk.visit.office.list("C-15")
  }

  var section: Section {
    Section(
      "支援経過記録",
      [
        .title("支援経過記録"),
        .table(Table(widths: [1, 3, 1, 3], rows: [[.label("事例番号"), .value(Text(number)), .label("本人"), .value(Text(label))]])),
        .gap(3), .table(Table(columns: Self.columns, rows: notes.map(row))),
        notes.isEmpty ? .paragraph("記録はありません。") : .notes(["「事実」と「所感」は分けて記しています。訂正された記録は、訂正の理由とともに残しています。"]),
      ], style: .list, headRight: number)
  }

  private static let columns: [Table.Column] = [
    .init("日時", width: 1.3), .init("方法・相手", width: 1.5), .init("件名・事実", width: 5), .init("所感", width: 2.4),
    .init("次の対応・期限", width: 1.8), .init("記録", width: 1.6),
  ]

  private func row(_ note: NoteView) -> [Cell] {
    let minutes = note.minutes.map { "\n\($0)分" } ?? ""
    let met = note.met.isEmpty ? "" : "\n" + (MetResult(rawValue: note.met)?.label ?? "")
    let due = note.nextDue.map { "\n（\(Wording.shortDate($0))まで）" } ?? ""
    var words = Text(strong: note.title) + Text("\n" + note.facts)
    if let reason = note.replacedBecause { words = Text("［訂正済み：\(reason)］\n") + words }
    return [
      .value(Text("\(Wording.shortDate(note.heldOn)) \(note.heldAt)\(minutes)")),
      .value(Text("\(methods.label(note.method))\n\(note.counterpart)\(met)")),
      Cell(.value, .text(words), flows: true), Cell(.value, .text(Text(note.opinion)), flows: true),
      .value(Text(note.nextAction + due)), .value(Text("\(note.agency)\n\(note.staff)")),
    ]
  }

  /// For handwriting: one note a sheet.
  static func blank(methods: CodeList) -> Section {
    Section(
      "支援経過記録",
      [
        .title("支援経過記録"),
        .table(
          Table(
            widths: [2, 5, 2, 5],
            rows: [
              [.label("事例番号"), "", .label("本人"), ""],
              [.label("日時"), .day("", year: 2000, month: 1, day: 1), .label("時刻・所要時間"), .value("", blank: "　　時　　分から　　　分")],
              [.label("対応方法"), .checks(methods.items.map { Check(Text($0.label), false) })],
              [.label("相手"), "", .label("記録者（機関・氏名）"), ""], [.label("件名"), .long("", blankHeight: 8)],
              [.label("内容（事実）"), .long("", blankHeight: 75)], [.label("見立て・所感"), .long("", blankHeight: 45)],
              [.label("次の対応"), .long("", blankHeight: 20)],
              [.label("期限"), .day("", year: 2000, month: 1, day: 1), .label("公開範囲"), .checks(NotePaper.visibilities)],
            ])),
      ], isBlank: true)
  }

  private static let visibilities = [Check("自機関のみ", false), Check("支援チーム", false), Check("会議構成員", false)]
}
