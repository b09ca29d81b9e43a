import Casework
import Foundation
import Paper

/// One plan in a 年度の計画書一式 (「一式の一つのプラン」).
struct YearPrintEntry: Sendable {
  let plan: PlanID
  let number: String
  let name: String
  let round: Int
  let confirmedOn: CivilDate?
  let agency: String
  var section: Section
  /// What was kept back from who ordered it when this was read.
  let terms: [String]

  init(_ desk: Desk, _ opened: OpenedPlan) throws {
    let paper = try PlanPaper(desk, opened)
    plan = opened.id
    (number, name, round) = (paper.head.number, paper.head.name, opened.round)
    (confirmedOn, agency) = (opened.confirmedOn, paper.view.agencyName)
    terms = desk.visit.veil.all
    let covered = Document(title: "", made: .distantPast, sections: [paper.section]).covered(by: desk.visit.veil)
    section = covered.sections.first ?? paper.section
  }
}

/// 年度の計画書一式 on paper: a cover, a table of contents, then every plan as its own form says it.
///
/// Source: issue 5 (a yearly print is long work); reference §5.4 (様式2-1).
struct YearPrintPaper {
  let year: Int
  let entries: [YearPrintEntry]
  /// Agency and name.
  let orderer: String
  let orderedAt: String

  private var label: String { CivilDate.fiscalYearLabel(year) }

  private var days: String {
    guard let first = CivilDate(year: year, month: 4, day: 1), let last = CivilDate(year: year + 1, month: 3, day: 31) else { return "" }
    return "\(first.wareki)から\(last.wareki)まで"
  }

  /// How many there would be for somebody else is not said: only what is in it.
  var cover: Section {
    Section(
      "表紙と目次",
      [
        .gap(40), .title(Text("\(label)　計画書一式")), .gap(8),
        .table(
          Table(items: [
            ("年度", Text("\(label)（\(days)に確定したプラン）")),
            ("プランの数", Text("\(entries.count)件")), ("作った人", Text(orderer)), ("作った日時", Text(orderedAt)), ("取扱い", "取扱注意（個人情報）"),
          ])), .gap(4),
        .notes([
          "作った人が、作ったときに見られたプランだけをまとめたものです。", "写しを取らず、使い終えたら事務所の決まりにしたがって廃棄してください。",
          "プランごとにページ番号を1から付け直しています。左上の番号で探してください。",
        ]), .pageBreak, .heading("目次"), .table(Table(columns: Self.columns, rows: entries.enumerated().map(row))),
      ], headLeft: "\(label)　計画書一式")
  }

  private static let columns: [Table.Column] = [
    .init("番号", width: 0.7, align: .right), .init("事例番号", width: 1.4), .init("本人", width: 2.2), .init("回", width: 0.8),
    .init("確定日", width: 1.3), .init("作成した機関", width: 3),
  ]

  private func row(_ index: Int, _ entry: YearPrintEntry) -> [Cell] {
    [
      .value(Text("\(index + 1)")), .value(Text(entry.number)), .value(Text(entry.name)), .value(Text("第\(entry.round)回")),
      .value(Text(entry.confirmedOn?.warekiShort ?? "")), .value(Text(entry.agency)),
    ]
  }

  /// Numbered from 1, each with its number at the head of its pages.
  var plans: [Section] {
    entries.enumerated().map { index, entry in
      var section = entry.section
      section.name = "\(index + 1) \(entry.number) 第\(entry.round)回"
      section.headLeft = "\(label)　番号\(index + 1)　\(section.headLeft)"
      section.restartsNumbering = true
      return section
    }
  }
}
