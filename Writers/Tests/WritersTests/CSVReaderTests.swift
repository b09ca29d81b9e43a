import CSV
import Testing

@Suite("CSVの読み取り")
struct CSVReaderTests {
  @Test("引用符の中の改行・カンマ・引用符を読み、行番号は元の行を指す")
  func quotedCells() {
    let (table, faults) = parseCSV("名称,説明\r\n\"あ,い\",\"一行目\n二行目\r\n三\"\"行目\"\r\nう,え\r\n")
    #expect(faults.isEmpty)
    #expect(table.header == ["名称", "説明"])
    #expect(
      table.rows == [
        CSVRow(number: 1, line: 2, cells: ["あ,い", "一行目\n二行目\r\n三\"行目"]), CSVRow(number: 2, line: 5, cells: ["う", "え"]),
      ])
  }

  @Test("行末が CRLF・LF・CR のどれでも、最後の改行があってもなくても同じ", arguments: ["\r\n", "\n", "\r"], ["", "end"])
  func lineEnds(_ end: String, _ last: String) {
    let (table, faults) = parseCSV("a,b\(end)1,2\(end)3,\(last.isEmpty ? "" : end)")
    #expect(faults.isEmpty)
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", ""]])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test("タブ区切りを見分け、カンマを本文として読む")
  func tabs() {
    let (table, faults) = parseCSV("\u{FEFF}名称\t\"a,b,c\"\t備考\n1\t2,3\t4\n")
    #expect(table.delimiter == "\t")
    #expect(table.header == ["名称", "a,b,c", "備考"])
    #expect(table.rows.map(\.cells) == [["1", "2,3", "4"]])
    #expect(faults.isEmpty)
    #expect(parseCSV("a,b\n").table.delimiter == ",")
  }

  @Test("列数の違う行は残し、どの列からかを知らせる")
  func ragged() {
    let (table, faults) = parseCSV("a,b,c\n1,2\n1,2,3,4\n")
    #expect(table.rows.map(\.cells.count) == [2, 4])
    #expect(
      faults == [
        CSVFault(line: 2, column: 3, columnName: "c", message: "見出しは3列ですが、この行は2列です。", kind: .ragged),
        CSVFault(line: 3, column: 4, columnName: nil, message: "見出しは3列ですが、この行は4列です。", kind: .ragged),
      ])
  }

  @Test("空の行は残して知らせる")
  func blankRows() {
    let (table, faults) = parseCSV("a,b\n\n1,2\n ,　\n")
    #expect(table.rows.map(\.isBlank) == [true, false, true])
    #expect(faults.map(\.message) == ["空の行です。", "最後の行が空です。"])
    #expect(faults.map(\.line) == [2, 4])
    #expect(faults.allSatisfy { $0.kind == .blank })
  }

  @Test("引用符の誤りは、直さずに行と列を知らせる")
  func misplacedQuotes() {
    let (table, faults) = parseCSV("a,b\n\"1\"x,2\"3\n4,\"5\n6")
    #expect(table.rows.map(\.cells) == [["1x", "2\"3"], ["4", "5\n6"]])
    #expect(faults.map(\.line) == [2, 2, 3])
    #expect(faults.map(\.column) == [1, 2, 2])
    #expect(faults.map(\.columnName) == ["a", "b", "b"])
    #expect(Set(faults.map(\.message)).count == 3)
  }

  @Test("見出しの空・重なり・なしを知らせる")
  func headers() {
    let (_, faults) = parseCSV("コード,,コ―ド\n1,2,3\n")
    #expect(faults.map(\.column) == [2, 3])
    #expect(faults.map(\.message) == ["見出しのない列です。", "見出しが1列目と同じです。"])
    for nothing in ["", "\n", ",,\n1,2,3\n"] {
      #expect(parseCSV(nothing).faults.contains { $0.kind == .header && $0.message == "見出しの行がありません。" })
    }
  }

  @Test("見出しは表記ゆれがあっても見つかり、なければ nil になる")
  func columns() throws {
    let (table, _) = parseCSV(decodeText(try fixture("222127_preschool")).text)
    let code = table.column(named: "全国地方公共団体コード", "都道府県コード又は市区町村コード")
    #expect(code == 0)
    let row = try #require(table.rows.first)
    #expect(row[code] == "222127")
    #expect(row[table.column(named: "ＮＯ")] == "0013010001")
    #expect(row[table.column(named: "ない列")] == nil)
    #expect(CSVRow(number: 1, line: 2, cells: ["x"])[table.column(named: "名称")] == nil)
  }

  @Test("実際の公開データを、列も行も落とさずに読む")
  func realFiles() throws {
    let hospital = parseCSV(decodeText(try fixture("352039_hospital")).text)
    #expect(hospital.table.rows.map(\.cells.count) == [42, 42, 42])
    #expect(hospital.table.rows.map(\.line) == [2, 4, 7])
    #expect(hospital.faults.map(\.message) == ["最後の行が空です。"])
    let hours = hospital.table.rows.first?[hospital.table.column(named: "診療日時特記事項")]
    #expect(hours == "【月・火・水・金・土】9:00～12:30/14:30～18:00\n【木】9:00～12:30")

    let shelter = parseCSV(decodeText(try fixture("382019_evacuation_space")).text)
    #expect(shelter.faults.map(\.column) == [34])
    #expect(shelter.table.rows.first?[shelter.table.column(named: "想定収容人数")] == "50,700 ")

    let facility = parseCSV(decodeText(try fixture("122033_public_facility")).text)
    #expect(facility.table.header.count == 56 && facility.table.rows.count == 2 && facility.faults.isEmpty)
    let event = parseCSV(decodeText(try fixture("352071_event")).text)
    #expect(event.table.header.count == 78 && event.table.rows.count == 2 && event.faults.isEmpty)
  }

  @Test(
    "見出しの正規化",
    arguments: [
      ("コ―ド", "コード"), ("コｰﾄﾞ", "コード"), (" 名 称　_ｶﾅ ", "名称_カナ"), ("ID‐1", "IDー1"), ("ＩＤ－１", "IDー1"), ("ID-1", "IDー1"),
      ("ID−1", "IDー1"), ("\u{FEFF}名\u{200B}称\n", "名称"), ("建物名等（方書）", "建物名等(方書)"), ("", ""),
    ])
  func normalisation(_ written: String, _ expected: String) {
    #expect(normalisedHeader(written) == expected)
  }
}
