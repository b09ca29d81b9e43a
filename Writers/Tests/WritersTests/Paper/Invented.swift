import Drawing
import Foundation
import PDF
import Paper
import Testing

/// Invented papers that the tests print.
enum Invented {
  static let made = Date(timeIntervalSince1970: 1_790_000_000)
  static let story = "本人は𠮷野町の実家で母と暮らす。髙橋さん、山﨑さんとは面識がある。café「鷗」の店主、葛󠄀城市の叔父も気にかけている。"

  static func document(_ blocks: [Block], isBlank: Bool = false, style: Style = .form, isLandscape: Bool = false) -> Document {
    Document(
      title: "試しの紙", made: made, foot: .init(by: "令和8年9月21日 出力　架空 太郎", caution: "取扱注意"),
      sections: [Section("試しの紙", blocks, isLandscape: isLandscape, style: style, isBlank: isBlank, headLeft: "架空市", headRight: "R8-0001")])
  }

  static let application: [Block] = [
    .title("相談受付・申込票", number: "様式1-1"),
    .table(
      Table(
        widths: [3, 7, 3, 5],
        rows: [
          [.label("氏名"), Cell.value("架空 花子").tall(11).framed, .label("生年月日"), .day("昭和55年4月1日（46歳）", year: 1980, month: 4, day: 1)],
          [.label("性別"), .checks([Check("男性", false), Check("女性", true)], span: 1), .label("収入"), .number("月 85,000円", 85000)],
          [.label("電話", rows: 2), .value("自宅　000-0000-0001", span: 3)],
          [.value("携帯　000-0000-0002", span: 3)],
          [.label("困りごと"), .checks([Check("住まい", .circle), Check("収入", .empty), Check("家族", .first)], columns: 2)],
          [.label("具体的な内容"), .long(Text(story), height: 20)],
        ])),
    .heading("同意"),
    .paragraph("説明を受け、次の機関と情報を共有することに同意します。"),
    .columns([.init([.paragraph("令和　年　月　日")]), .init(width: 2, [.signatures([.init("本人氏名", name: "架空 花子", after: "（自署）")])])]),
    .items(["一つめ", "二つめ"], .number),
    .drawing(drawing, caption: "図の説明"),
    .notes(["印鑑は要りません。"]),
  ]

  static let drawing = Drawing(
    size: Size(width: 60, height: 20), title: "つながりの図", summary: "本人と福祉課。",
    shapes: [
      .circle(Point(10, 10), radius: 5), .text(Point(10, 11), "本人", align: .middle),
      .line(Point(15, 10), Point(45, 10), stroke: .thick, arrows: .end),
      .group(
        label: "福祉課", link: "/agencies/1",
        [.rect(Point(45, 5), Size(width: 12, height: 10), corner: 2), .text(Point(51, 11), "福祉課", align: .middle)]),
    ])

  /// 19 × 8 ruled cells and a long paragraph: the page that was measured when Pango was chosen.
  static let ruled: [Block] = [
    .title("ます目の紙"),
    .table(Table(widths: Array(repeating: 1, count: 8), rows: (1...19).map { row in Row((1...8).map { .value("\(row)の\($0)") }) })),
    .paragraph(Text(String(repeating: story, count: 6))),
  ]
}

/// Runs a program that bin/setup --tests installs, and gives back what it wrote.
func run(_ program: String, _ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(program)は\(process.terminationStatus)で終わりました")
  return String(decoding: data, as: UTF8.self)
}

/// Gives the path of a file with these bytes, and removes it afterwards.
func withFile<Value>(_ bytes: [UInt8], _ ending: String, _ work: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "writers-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
  let place = folder.appending(path: "file.\(ending)")
  try Data(bytes).write(to: place)
  return try work(place.path)
}

/// Texts that are checked in and compared. `GOLDEN=write` in the environment writes them anew; look at the difference then.
func compare(_ text: String, withGolden name: String, _ file: String = #filePath) throws {
  let place = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["GOLDEN"] == "write" { return try text.write(to: place, atomically: true, encoding: .utf8) }
  let kept = FileManager.default.fileExists(atPath: place.path) ? try String(contentsOf: place, encoding: .utf8) : ""
  for line in text.split(separator: "\n").difference(from: kept.split(separator: "\n")).prefix(20) { Issue.record("\(name)：\(line)") }
  #expect(text == kept)
}
