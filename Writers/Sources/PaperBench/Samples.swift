import Drawing
import Foundation
import Paper

/// Invented papers to measure with and to look at.
enum Samples {
  static let made = Date(timeIntervalSince1970: 1_790_000_000)
  static let foot = Document.Foot(by: "令和8年9月21日 14:13 出力　架空市福祉課　架空 太郎", caution: "取扱注意")

  static let story = """
    来談者は本人の姉。電話のあと窓口に来られた。本人は𠮷野町の実家で母（82歳）と二人で暮らす。三年ほど前に勤め先をやめてから外に出ることが減り、\
    ここ一年は買い物も母にまかせている。髙橋さん、山﨑さん（民生委員）とは面識があり、月に一度ほど玄関先で話ができている。
    電気代の督促状が届いていることを姉が見つけた。母は「心配ない」と言うが、通帳を見せてもらえない。café「鷗」の店主が声をかけてくれることがある。\
    葛󠄀城市に住む叔父も気にかけている。

    """

  static func application(isBlank: Bool = false, style: Style = .form, story: String = Samples.story) -> Section {
    let concerns = [
      "病気や健康、障害のこと", "住まいについて", "収入・生活費のこと", "家賃やローンの支払いのこと", "税金や公共料金等の支払いについて", "債務について", "仕事探し、就職について", "仕事上の不安やトラブル",
      "地域との関係について", "家族関係・人間関係", "子育てのこと", "介護のこと", "ひきこもり・不登校", "DV・虐待", "食べるものがない", "その他",
    ]
    let marks: [Int: Check.Mark] = [2: .circle, 4: .circle, 12: .first]
    return Section(
      "申込票",
      [
        .title("相談受付・申込票", number: "様式1-1"),
        .table(
          Table(
            widths: [3, 7, 3, 5],
            rows: [
              [.label("ＩＤ"), "R8-0001", .label("受付日"), .day("令和8年9月18日", year: 2026, month: 9, day: 18)],
              [.label("ふりがな"), "かくう はなこ", .label("性別"), .checks([Check("男性", false), Check("女性", true), Check("その他", false)])],
              [.label("氏名"), Cell.value("架空 花子").tall(11).framed, .label("生年月日"), .day("昭和55年4月1日（46歳）", year: 1980, month: 4, day: 1)],
              [.label("住所"), .value("〒000-0000　架空市一丁目1番1号", span: 3)],
              [.label("電話", rows: 2), .value("自宅　000-0000-0001", span: 3)],
              [.value("携帯　000-0000-0002（平日の午後。留守番電話には名乗らない）", span: 3)],
            ])),
        .heading("ご相談の内容（気になることに○、いちばん困っていることに◎）"),
        .table(
          Table(
            widths: [3, 15],
            rows: [
              [.label("困りごと"), .checks(concerns.enumerated().map { Check(Text($0.element), marks[$0.offset] ?? .empty) }, columns: 3)],
              [.label("具体的な内容・希望すること"), .long(Text(story), height: 30, blankHeight: 60)],
            ])),
        .heading("申込みと同意"),
        .paragraph("相談内容について重層的支援体制整備事業の利用を申し込みます。個人情報の取扱いの説明を受け、支援に必要な範囲で次の関係機関と情報を共有することに同意します（除く機関・事項：　　　　　　　）。同意はいつでも取り消せます。"),
        .columns([
          .init(width: 1, [.paragraph("令和　　年　　月　　日")]),
          .init(width: 2, [.signatures([.init("本人氏名", name: "架空 花子"), .init("代筆者氏名", after: "（続柄：　　　　　）")])]),
        ]),
        .notes(["印鑑は要りません。", "書ききれないときは、別の紙に書いて添えてください。長い注は、二行目からも字の頭がそろうように、印のあとへ下げて印刷されます。そのことを確かめるための長い注です。"]),
      ], style: style, isBlank: isBlank, headLeft: "架空市　重層的支援体制整備事業", headRight: "R8-0001", restartsNumbering: true)
  }

  static func list(rows: Int) -> Section {
    Section(
      "支援経過一覧",
      [
        .title("支援経過一覧"),
        .table(
          Table(
            columns: [
              .init("日時", width: 3), .init("方法", width: 2), .init("相手", width: 3), .init("件名", width: 4), .init("内容", width: 12),
              .init("次の対応", width: 5),
              .init("期限", width: 3), .init("記録者", width: 3),
            ],
            rows: (1...max(1, rows)).map { number in
              [
                .day("令和8年9月\(number % 30 + 1)日", year: 2026, month: 9, day: number % 30 + 1), "電話", "姉", "様子の確認（\(number)回目）",
                "姉に電話。母は変わりなく、本人は昨日は庭に出ていたとのこと。\(number % 4 == 0 ? "督促状の件は、来週いっしょに窓口へ行く約束をした。" : "")", "来週の訪問の日を決める",
                .day("令和8年10月1日", year: 2026, month: 10, day: 1), "架空 太郎",
              ]
            })),
      ], isLandscape: true, style: .list, restartsNumbering: true)
  }

  static let plain = Section(
    "計画の写し",
    [
      .title(Text(ruby: "これからの｜計画《けいかく》")),
      .paragraph(Text(ruby: "あなたの｜希望《きぼう》：｜朝《あさ》に｜起《お》きて、｜庭《にわ》の｜手入《てい》れを｜続《つづ》けたい。｜志《こころざし》を｜同《おな》じくする｜仲間《なかま》と｜出会《であ》いたい。")),
      .heading(Text(ruby: "いっしょにすること")),
      .items(
        [
          Text(ruby: "｜架空《かくう》｜太郎《たろう》（｜福祉課《ふくしか》）が、｜毎週《まいしゅう》｜火曜日《かようび》に｜電話《でんわ》をします。"),
          Text(ruby: "｜十月《じゅうがつ》から、｜居場所《いばしょ》「ひだまり」へ｜行《い》ってみます。"),
        ], .number),
      .table(
        Table(widths: [1, 3], rows: [[.label(Text(ruby: "｜次《つぎ》に｜会《あ》う｜日《ひ》")), .value(Text(ruby: "｜令和《れいわ》8｜年《ねん》10｜月《がつ》1｜日《にち》"))]])),
    ], style: .large, restartsNumbering: true)

  static let plan = Section(
    "プラン",
    [
      .title("プラン（支援計画書）兼利用申込書", number: "様式2-1"),
      .table(
        Table(
          widths: [1, 2, 5, 2, 5],
          rows: [
            [
              .label("本人", rows: 3, align: .centre), .label("氏名"), "架空 花子", .label("生年月日"), .day("昭和55年4月1日", year: 1980, month: 4, day: 1),
            ],
            [.label("住所"), .value("架空市一丁目1番1号", span: 0)],
            [.label("世帯"), .checks([Check("単身", false), Check("親と同居", true), Check("その他（　　　　　）", false)])],
            [.label("目標", rows: 2, align: .centre), .label("長期"), .long("朝に起きて、庭の手入れを続けながら、母と安心して暮らす。", blankHeight: 15)],
            [.label("短期"), .long("月に二回、居場所に行ってみる。電気と水道の支払いを分けて払う約束をする。", blankHeight: 15)],
          ])),
      .heading("支援の内容"),
      .table(
        Table(
          widths: [1, 4, 4, 6, 4, 3],
          head: [
            [
              .label("№", rows: 2, align: .centre), .label("課題", rows: 2, align: .centre), .label("目標", rows: 2, align: .centre),
              .label("実施すること", span: 2, align: .centre), .label("期限", rows: 2, align: .centre),
            ],
            [.label("内容", align: .centre), .label("担い手", align: .centre)],
          ],
          rows: (1...14).map { number in
            [
              .number("\(number)", Double(number)), "支払いが三か月分とどこおっている", "支払いの見通しが立つ",
              .value(Text(String(repeating: "窓口にいっしょに行き、分けて払う相談をする。", count: number % 3 + 1))), "架空市福祉課、本人、姉",
              .day("令和8年12月1日", year: 2026, month: 12, day: 1),
            ]
          })),
      .together([
        .heading("本人の同意と利用の申込み"),
        .paragraph("この計画の内容の説明を受け、計画にもとづく支援とアウトリーチ等事業／参加支援事業の利用を申し込みます。"),
        .signatures([.init("令和　　年　　月　　日　　本人氏名", after: "（代筆：　　　　　　　）")]),
      ]),
      .columns([
        .init([
          .heading("左の欄"),
          .table(Table(columns: [.init("機関"), .init("役割", width: 2)], rows: [["福祉課", "全体の調整"], ["社会福祉協議会", "居場所への同行"]])),
        ]),
        .init([
          .heading("右の欄"), .table(Table(items: [("主担当", "架空市福祉課"), ("次に会う日", "令和8年10月1日"), ("連絡", "午後に電話")])),
          .checks([Check("参加支援を使う", true), Check("アウトリーチを使う", false)]),
        ]),
      ]),
    ], headLeft: "架空市　重層的支援体制整備事業", headRight: "R8-0001")

  /// What is hard to print: variants, characters of no font, a label over many rows, a drawing in a cell.
  static let hard = Section(
    "難しい紙",
    [
      .title("外字と異体字"),
      .paragraph(
        "葛・葛\u{E0100}・葛\u{E0101}　辻・辻\u{E0100}・辻\u{E0101}　邉・邉\u{E0100}・邉\u{E0101}・邉\u{E0102}　芦・芦\u{E0101}　𠮷　髙　﨑　鷗　é　神\u{FE00}　\u{E000}　🦒　①㈱℡№㍻　—‖〜−¢£¬¥‾"
      ),
      .table(
        Table(
          widths: [1, 2, 6],
          rows: [[.label("世帯の状況", rows: 30, align: .centre), .label("図", rows: 1), Cell(.value, .drawing(family))]]
            + (2...30).map { number in [.label("項目\(number)"), Cell.value(Text("内容\(number)")).tall(11)] })),
    ], headLeft: "架空市")

  static let family = Drawing(
    size: Size(width: 120, height: 70), title: "家族の図", summary: "本人と母、姉。本人と母が同居。",
    shapes: [
      .curve([Point(30, 8), Point(75, 14), Point(78, 60), Point(52, 66), Point(34, 40)], isClosed: true, stroke: .dashed),
      .rect(Point(20, 14), Size(width: 10, height: 10)), .line(Point(20, 14), Point(30, 24)), .line(Point(30, 14), Point(20, 24)),
      .line(Point(30, 19), Point(50, 19)), .circle(Point(55, 19), radius: 5), .text(Point(55, 20.2), "82", align: .middle),
      .line(Point(40, 19), Point(40, 38)), .line(Point(25, 38), Point(60, 38)), .line(Point(25, 38), Point(25, 48)),
      .line(Point(60, 38), Point(60, 48)), .circle(Point(25, 53), radius: 5), .circle(Point(60, 53), radius: 5),
      .circle(Point(60, 53), radius: 4),
      .text(Point(60, 54), "46", align: .middle), .text(Point(25, 62), "姉　架空 梅子", align: .middle, isBold: true),
      .circle(Point(105, 30), radius: 10, fill: .grey(0.9)), .text(Point(105, 31), "福祉課", align: .middle),
      .line(Point(95, 32), Point(66, 50), stroke: .thick, arrows: .end),
      .polyline([Point(95, 28), Point(90, 25), Point(86, 27), Point(82, 22), Point(62, 19)], stroke: .dotted, arrows: .both),
    ])
}
