import Casework
import Paper

/// つなぐシート on paper: what was asked of the other agency and handed over with it, in the words of that day, and what came of it.
///
/// A draft is no paper yet. Source: reference §5.7.
struct ReferralPaper {
  let view: ReferralView
  let handed: HandedOver

  /// The 404 for a つなぎ of another case, and for one the viewer may not open.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    guard try Self.copies(desk, file).contains(where: { $0.number == copy }) else { throw desk.denied("referral \(copy)") }
    view = try ReferralQueries.view(desk, desk.openReferral(ReferralID(copy)))
    guard let handed = view.handed else { throw desk.denied("referral \(copy)") }
    self.handed = handed
  }

  /// The つなぎ of a case that were sent and that the viewer may open.
  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    try ReferralQueries.ofCase(desk, file).filter { $0.stage != .draft }.map {
      PrintedCopy(number: $0.id.number, words: "\($0.number)　\($0.to)へ　\($0.stage.label)")
    }
  }

  var section: Section {
    Section(
      "つなぐシート", [.title("つなぐシート"), head] + person + trouble + household + asking + records + answer, headLeft: view.referral.number,
      headRight: view.caseNumber)
  }

  private var head: Block {
    .table(
      Table(
        widths: FormPaper.columns,
        rows: [
          [.label("つなぎ番号"), .value(Text(view.referral.number)), .label("事例番号"), .value(Text(view.caseNumber))],
          [
            .label("つなぎ元"), .value(Text("\(handed.asking.from)\n\(handed.asking.fromStaff)")), .label("つなぎ先"),
            .value(Text(handed.asking.to)),
          ],
          [.label("依頼日"), Self.day(handed.on), .label("回答期限"), Self.day(view.answerDueOn ?? "")],
        ]))
  }

  private var person: [Block] {
    let person = handed.person
    let other = person.otherName.isEmpty ? "" : "（\(person.otherName)）"
    return [
      .heading("本人"),
      .table(
        Table(
          widths: FormPaper.columns,
          rows: [
            [.label("ふりがな"), .value(Text(person.kana)), .label("性別"), .value(Text(person.sex))],
            [
              .label("氏名"), .value(Text((person.name.isEmpty ? person.label : person.name) + other)), .label("生年月日"),
              .value(Text(person.birth)),
            ],
            [.label("住所"), .value(Text(person.address)), .label("電話"), .value(Text(person.phone))],
          ])),
    ]
  }

  private var trouble: [Block] {
    guard let told = handed.consultation else { return [] }
    let concerns = told.concerns.map { ($0.isMain ? "◎" : "○") + $0.label + ($0.note.isEmpty ? "" : "（\($0.note)）") }
    return [
      .heading("お困りごと"),
      Self.table([("困りごと", concerns.joined(separator: "　")), ("相談の内容", told.words)]),
      .table(
        Table(
          widths: FormPaper.columns,
          rows: [
            [.label("相談受付"), .value(Text("\(told.number)\n\(told.received)")), .label("相談経路"), .value(Text(told.channel))],
            [.label("来談者"), .value(Text(told.caller)), .label("緊急度"), .value(Text(told.urgency))],
          ])),
    ]
  }

  private var household: [Block] {
    guard !handed.household.isEmpty else { return [] }
    let rows = handed.household.map { member -> [Cell] in
      [
        .value(Text(member.name)), .value(Text(member.relation)), .value(Text(member.birth)),
        .value(member.livesTogether ? "○" : "", align: .centre), .value(Text(member.note)),
      ]
    }
    return [
      .heading("世帯構成"),
      .table(
        Table(
          columns: [
            .init("氏名", width: 2.4), .init("続柄", width: 1.6), .init("生年月日・年齢", width: 2.8), .init("同居", width: 0.8), .init("備考", width: 3),
          ],
          rows: rows)),
    ]
  }

  private var asking: [Block] {
    let asking = handed.asking
    return [
      .heading("相談したいこと・つなぐ理由"),
      Self.table(
        [
          ("相談したいこと・配慮を望むこと", asking.wishes), ("依頼すること", asking.asked), ("紹介する理由", asking.reason), ("事前連絡", asking.priorContact),
          ("同行", asking.accompany), ("本人への説明", asking.explained), ("本人の納得", asking.agreement),
        ] + (asking.unwanted.map { [("共有を望まない機関・事項", $0)] } ?? [])),
    ]
  }

  private var records: [Block] {
    guard !handed.notes.isEmpty else { return [] }
    let rows = handed.notes.map { note -> [Cell] in
      [
        .value(Text("\(note.held)\n\(note.method)")), Cell(.value, .text(Text(strong: note.title) + Text("\n" + note.facts)), flows: true),
        Cell(.value, .text(Text(note.opinion)), flows: true), .value(Text(note.by)),
      ]
    }
    return [
      .heading("渡した支援経過"),
      .table(
        Table(
          columns: [.init("日時・方法", width: 1.8), .init("件名・事実", width: 5), .init("所感", width: 2.4), .init("記録", width: 1.6)], rows: rows)),
    ]
  }

  private var answer: [Block] {
    let rows = view.events.filter { $0.act != .request }.map { event -> [Cell] in
      [
        .value(Text(Wording.shortMoment(event.at))), .value(Text(event.act.map(ReferralWording.past) ?? event.stage.label)),
        Cell(.value, .text(Text(Self.words(event))), flows: true), .value(Text("\(event.agency)\n\(event.staff)")),
      ]
    }
    return [
      .heading("回答と経過"), Self.table([("いまの状況", view.referral.stage.label), ("いま責任をもつ機関", ReferralWording.responsibility(view))]),
    ]
      + (rows.isEmpty
        ? []
        : [
          .table(
            Table(columns: [.init("日時", width: 1.5), .init("したこと", width: 2), .init("内容", width: 5), .init("記録", width: 2)], rows: rows))
        ])
  }

  private static func words(_ event: ReferralEventView) -> String {
    let talk = [Wording.date(event.talkedOn), event.talkedWith, event.talkedHow].filter { !$0.isEmpty }.joined(separator: "　")
    return [
      ReferralWording.reasonLabel(event.act, event.reasonCode), event.words, event.notTaken.isEmpty ? "" : "引き受けないこと：\(event.notTaken)",
      event.talkedOn.isEmpty ? "" : "つなぎ元との協議：\(talk)", event.talkedSummary,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func table(_ items: [(String, String)]) -> Block {
    .table(Table(widths: [2.1, 12.1], rows: items.map { [.label(Text($0.0)), .long(Text($0.1))] }))
  }

  private static func day(_ iso: String) -> Cell {
    guard let day = CivilDate(iso: iso) else { return "" }
    return .day(day.wareki, year: day.year, month: day.month, day: day.day)
  }
}

extension ReferralPaper {
  /// For handwriting, from the definition of the form in force today.
  static func blank(_ desk: Desk) throws -> [Section] {
    let lists = desk.visit.office.catalogue
    guard let form = lists.definition(id: IntakeForm.sheet, on: desk.today) else { throw desk.denied("form") }
    let paper = FormPaper(lists: lists, day: desk.today, isBlank: true)
    return [Section("つなぐシート", [FormPaper.title(form, "")] + paper.blocks(form.sections), isBlank: true)]
  }
}
