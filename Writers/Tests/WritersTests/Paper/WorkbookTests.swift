import Foundation
import PDF
import Paper
import Testing
import Workbook

@Suite("ブックの書き出し")
struct WorkbookTests {
  /// Every cell that holds something, read by another program: sheet, place, kind, words, number format.
  private func cells(_ workbook: Workbook) throws -> [String] {
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      for sheet in book:
          print(sheet.title, 'sheet', sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes, sep='\\t')
          for area in sorted(str(area) for area in sheet.merged_cells.ranges): print(sheet.title, 'merged', area, sep='\\t')
          for row in sheet.iter_rows():
              for cell in row:
                  if cell.value is not None:
                      print(sheet.title, cell.coordinate, cell.data_type, str(cell.value).replace('\\n', '⏎'), cell.number_format, sep='\\t')
      """
    return try withFile(workbook.bytes, "xlsx") { try run("/usr/bin/python3", ["-c", script, $0]) }.split(separator: "\n").map(String.init)
  }

  @Test func `ますと値は、控えと同じ`() throws {
    let book = try Workbook(Invented.document(Invented.application))
    try compare(try cells(book).joined(separator: "\n") + "\n", withGolden: "application-workbook.txt")
  }

  @Test func `日付と数は本物で、和暦と単位で示される`() throws {
    let lines = try cells(Workbook(Invented.document(Invented.application)))
    #expect(lines.contains { $0.hasSuffix("\td\t1980-04-01 00:00:00\t[$-411]ggge\"年\"m\"月\"d\"日（46歳）\"") })
    #expect(lines.contains { $0.hasSuffix("\tn\t85000\t\"月 \"#,##0\"円\"") })
  }

  @Test(arguments: ["=1+1", "+SUM(A1)", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "＝1", "{=1}", "http://example.invalid/"])
  func `人が打った式は、式にならず文字のまま`(typed: String) throws {
    let book = try Workbook(
      Invented.document([.table(Table(widths: [1, 1], rows: [[.label("記入"), .value(Text(typed))]])), .paragraph(Text(typed))]))
    let found = try cells(book).filter { $0.contains(typed.trimmingCharacters(in: .whitespaces)) }
    #expect(found.count == 2)
    let raw = try withFile(book.bytes, "xlsx") {
      try run(
        "/usr/bin/python3",
        ["-c", "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.read('xl/worksheets/sheet1.xml').decode())", $0])
    }
    #expect(!raw.contains("<f>") && !raw.contains("hyperlink"))
  }

  @Test func `シートの名前は、使えない字を置きかえ、31字に収め、重ならない`() throws {
    let wanted = [
      "a/b:c*d?[e]\\", "", String(repeating: "長", count: 40), String(repeating: "長", count: 40), "History", "'引用'", "同じ", "同じ",
      "𠮷" + String(repeating: "あ", count: 31),
    ]
    let book = try Workbook(Document(title: "名", made: Invented.made, sections: wanted.map { Section($0, [.paragraph("中")]) }))
    #expect(Set(book.sheets.map { $0.lowercased() }).count == wanted.count)
    #expect(book.sheets.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 })
    #expect(book.sheets[0] == "a／b：c＊d？［e］＼")
    #expect(book.sheets[1] == "シート2")
    #expect(book.sheets[7] == "同じ（2）")
    #expect(try cells(book).filter { $0.contains("\tsheet\t") }.count == wanted.count)
  }

  @Test func `一つのますに入りきらない文章は、下の行に続き、失われない`() throws {
    let long = String(repeating: "あいうえおかきくけこ", count: 7000)
    let rows: [Row] = [[.label("束", rows: 2), .label("経緯"), .long(Text(long))], [.label("次"), .value("短い")]]
    let lines = try cells(Workbook(Invented.document([.table(Table(widths: [1, 1, 6], rows: rows))])))
    let found = lines.filter { $0.contains("あいう") }.map { $0.split(separator: "\t")[3] }.joined()
    #expect(found == long)
    #expect(lines.filter { $0.contains("（続き）") }.count == 2)
    #expect(lines.contains { $0.contains("短い") })
  }

  @Test func `空の書類でも、幅のない表でも、長い文章や欄外でも、開けるブックになる`() throws {
    #expect(try Workbook(Document(title: "空", made: Invented.made, sections: [])).bytes.count > 1000)
    var document = Invented.document([
      .table(Table(widths: [], rows: [["あ\u{0}い\u{202E}う"]])), .columns([]), .paragraph(Text(String(repeating: "長", count: 40_000))),
    ])
    document.foot.by = String(repeating: "＆&", count: 300)
    let lines = try cells(Workbook(document))
    #expect(lines.contains { $0.contains("\tあいう\t") })
    #expect(lines.joined().filter { $0 == "長" }.count == 40_000)
  }

  @Test func `一覧のシートは、列が結合されず、見出しの行がくり返される`() throws {
    let table = Table(
      columns: [.init("番号"), .init("日", width: 2)],
      rows: (1...50).map { [.number("\($0)", Double($0)), .day("令和8年9月1日", year: 2026, month: 9, day: 1)] })
    let lines = try cells(Workbook(Invented.document([.table(table)], isLandscape: true)))
    #expect(lines[0].hasSuffix("sheet\t9\tlandscape\t$1:$1\tA2"))
    #expect(!lines.contains { $0.contains("\tmerged\t") })
    #expect(lines.filter { $0.contains("\td\t2026-09-01") }.count == 50)
  }

  @Test func `手書き用のシートに、書いた値は入らない`() throws {
    let text = try cells(Workbook(Invented.document(Invented.application, isBlank: true))).joined()
    for word in ["花子", "000-0000", "85000", "𠮷野町", "1980", "☑", "◎", "○"] { #expect(!text.contains(word), "\(word)が出ています") }
    #expect(text.contains("□男性") && text.contains("氏名"))
  }

  @Test func `同じ書類からは同じバイト列ができる`() async throws {
    let document = Invented.document(Invented.application)
    let press = Press()
    let (one, two) = (try await press.workbook(document), try await press.workbook(document))
    #expect(one.bytes == two.bytes)
  }

  private static let office = "/usr/bin/soffice"

  /// LibreOffice is several hundred megabytes, so bin/setup does not install it; where it is, it is asked.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: office)))
  func `LibreOfficeで開いても、日付は和暦で、字は同じ`() throws {
    let book = try Workbook(Invented.document(Invented.application))
    let text = try withFile(book.bytes, "xlsx") { path in
      let folder = URL(filePath: path).deletingLastPathComponent().path
      _ = try run(
        Self.office,
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
          "--outdir", folder, path,
        ])
      return try String(contentsOfFile: folder + "/file.csv", encoding: .utf8)
    }
    for word in ["架空 花子", "昭和55年4月1日（46歳）", "月 85,000円", "☑女性", "𠮷野町"] { #expect(text.contains(word), "\(word)がありません：\(text)") }
  }
}
