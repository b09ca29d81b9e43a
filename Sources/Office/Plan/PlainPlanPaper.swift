import Casework
import Foundation
import Paper

/// 「わたしの計画」 The plan in plain words for the person: large type, furigana where wanted, nothing about anybody else.
///
/// Left out are what staff think (課題, 方針, 特記事項, 備考), and whatever other members of the household do or are called. Typed text is
/// printed as it is; only fixed words and the person's own name carry furigana.
/// Source: reference §5.4, §8.1 (household ≠ person), §8.5; users.md §4.
struct PlainPlanPaper {
  let view: PlanView
  let head: PaperHead
  /// 「ふりがな付き」
  var isRuby: Bool
  let isDraft: Bool
  /// Names of the other members of the household, in every way of writing.
  let others: [String]

  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    let paper = try PlanPaper(desk, file, copy)
    view = paper.view
    head = paper.head
    isDraft = paper.view.confirmedOn == nil
    isRuby = desk.visit.query.isOn("ruby")
    let own = head.name
    let members = try HouseholdQueries.members(desk, file).filter { $0.relation != .person && $0.name != own }
    let names = KeptBack.names(members.flatMap { [$0.name, $0.kana] }.filter { !$0.isEmpty }, besides: [own, head.kana])
    // A given name of one letter is covered where it is plainly a name: 「実さん」.
    let called = members.compactMap { Self.given($0.name) }.filter { $0 != Self.given(own) }.flatMap { name in
      ["さん", "くん", "ちゃん", "様"].map { name + $0 }
    }
    others = (names + called).sorted { $0.count > $1.count }
  }

  private static func given(_ name: String) -> String? { name.split { $0 == " " || $0 == "　" }.dropFirst().last.map(String.init) }

  var section: Section {
    let draft = view.draft
    let name = isRuby && !head.kana.isEmpty ? Text(head.name, ruby: head.kana) : Text(head.name)
    return Section(
      "わたしの計画",
      [
        .title(fixed("わたしの｜計画《けいかく》")), .paragraph(name + fixed(" さんの｜計画《けいかく》です。")),
        .paragraph(fixed("この｜紙《かみ》は、｜話《はな》し｜合《あ》って｜決《き》めたことを、まとめたものです。わからないことは、いつでも｜聞《き》いてください。")),
      ] + (isDraft ? [.paragraph(fixed("まだ｜決《き》まっていません。これから｜変《か》わることがあります。"))] : [])
        + said("わたしの｜希望《きぼう》", draft.goalWords) + said("めざすこと", draft.goalLong)
        + said("はじめに することの｜目標《もくひょう》", draft.goalShort) + steps + services
        + [.heading(fixed("いつまで")), .paragraph(Text(period))] + looks + [agreement, contact],
      style: .large)
  }

  private func said(_ title: String, _ words: String) -> [Block] {
    words.isEmpty ? [] : [.heading(fixed(title)), .table(Table(widths: [1], rows: [[.long(Text(covered(words)))]]))]
  }

  /// Who does what. What the family does is theirs to be told.
  private var steps: [Block] {
    let items = view.items.filter { if case .family = $0.owner { false } else { true } }
    guard !items.isEmpty else { return [] }
    return [
      .heading(fixed("することと、する｜人《ひと》")),
      .table(
        Table(
          columns: [.init(fixed("すること"), width: 5), .init(fixed("する｜人《ひと》"), width: 4)],
          rows: items.map { item in
            [
              .long(Text(covered([item.action, item.frequency].filter { !$0.isEmpty }.joined(separator: "\n"))), span: 1),
              .value(owner(item)),
            ]
          })),
    ]
  }

  private func owner(_ item: PlanItem) -> Text {
    guard case .agency = item.owner else { return fixed("わたし") }
    return Text(PlanWording.owner(item.owner, view.names))
  }

  private var services: [Block] {
    guard !view.programmes.isEmpty else { return [] }
    return [
      .heading(fixed("｜使《つか》うサービス")),
      .items(
        view.programmes.map { use in
          let name: Text =
            switch use.programme {
            case .outreach: fixed("｜家《いえ》などに｜会《あ》いに｜来《き》てもらう（アウトリーチ）")
            case .participation: fixed("｜外《そと》の｜場所《ばしょ》や｜活動《かつどう》に｜参加《さんか》する（｜参加支援《さんかしえん》）")
            }
          return name + Text("　\(use.provider.flatMap { view.names[$0] } ?? "")")
        }),
    ]
  }

  private var period: String {
    [view.draft.from.map { "\($0.wareki)から" }, view.draft.until.map { "\($0.wareki)まで" }].compactMap { $0 }.joined(separator: "　")
  }

  private var looks: [Block] {
    guard !view.draft.monitoring.isEmpty else { return [] }
    return [
      .heading(fixed("うまくいっているか、｜一緒《いっしょ》に｜見《み》る｜日《ひ》")), .items(view.draft.monitoring.map { Text($0.wareki) }),
    ]
  }

  private var agreement: Block {
    .together([
      .heading(fixed("｜約束《やくそく》")),
      .items([
        fixed("この｜計画《けいかく》は、｜変《か》えることができます。"), fixed("やめたいときは、いつでも｜言《い》ってください。"),
        fixed("あなたのことは、｜計画《けいかく》に｜必要《ひつよう》な｜人《ひと》だけが｜知《し》ります。"),
      ]),
    ])
  }

  private var contact: Block {
    .together([.heading(fixed("｜聞《き》きたいとき")), .paragraph(Text("\(view.agencyName)　\(view.author)"))])
  }

  /// Other members of the household are not named.
  private func covered(_ words: String) -> String { others.reduce(words) { $0.replacingOccurrences(of: $1, with: "家族") } }

  /// Words of the form, with their furigana or without.
  private func fixed(_ marked: String) -> Text { isRuby ? Text(ruby: marked) : Text(Text(ruby: marked).string) }
}
