import CSV
import Casework
import Foundation
import Store
import Testing

@testable import Office

/// Reading and taking in resident extracts.
@Suite struct ResidentImportTests {
  static let header = "宛名番号,氏名,氏名カナ,生年月日,性別,住所,世帯番号,続柄"
  static let rows = [
    "0001,架空 髙子,ｶｸｳ ﾀｶｺ,S19.3.5,女,架空県架空市架空1丁目2-3,H1,世帯主",
    "0002,架空 一郎,カクウ イチロウ,1973-04-01,男,架空県架空市架空1丁目2-3,H1,長男",
    "0003,架空 花,かくう はな,3330401,2,架空県架空市架空9,H2,世帯主",
  ]

  private let today: CivilDate

  init() throws { today = try #require(CivilDate(year: 2026, month: 11, day: 21)) }

  private func text(_ rows: [String] = ResidentImportTests.rows) -> String { ([Self.header] + rows).joined(separator: "\r\n") + "\r\n" }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func `どの文字コードで書かれていても同じ三人が読める`() throws {
    let files = [
      Array(text().utf8), [0xEF, 0xBB, 0xBF] + Array(text().utf8), encodeCP932(text()).bytes, utf16(text()),
    ]
    for bytes in files {
      let sheet = ResidentImportInput.read(bytes, today: today)
      #expect(sheet.faults.isEmpty && sheet.residents.count == 3)
      #expect(sheet.residents.map(\.name) == ["架空 髙子", "架空 一郎", "架空 花"])
      #expect(sheet.residents.map(\.kana) == ["カクウ　タカコ", "カクウ　イチロウ", "カクウ　ハナ"])
      #expect(sheet.residents.map(\.birth.stored) == ["1944-03-05", "1973-04-01", "1958-04-01"])
      #expect(sheet.residents.map(\.sex) == [.female, .male, .female])
      #expect(sheet.residents.map(\.relation) == [.person, .child, .person])
    }
  }

  @Test func `異体字の指定を一文字も変えない`() throws {
    let name = "架空\u{E0100} 神\u{FA19}"
    let sheet = ResidentImportInput.read(Array(text(["1,\(name),,不詳,,,,"]).utf8), today: today)
    let read = try #require(sheet.residents.first?.name)
    #expect(Array(read.utf8) == Array(name.utf8))
  }

  @Test(arguments: ["個人番号", "マイナンバー", "ﾏｲﾅﾝﾊﾞｰ", "個人番号（マイナンバー）", "住民票コード"])
  func `個人番号や住民票コードの列があるファイルは、列ごと断る`(name: String) {
    let sheet = ResidentImportInput.read(Array("\(name),氏名\n1,架空 花\n".utf8), today: today)
    #expect(sheet.hasErrors && sheet.residents.isEmpty)
    #expect(sheet.faults.first?.place == "1行目 1列目（\(name)）")
  }

  @Test func `見出しが違っても、中身が個人番号なら断る`() {
    let sheet = ResidentImportInput.read(Array("番号,氏名\n123456789018,架空 花\n".utf8), today: today)
    #expect(sheet.hasErrors && sheet.residents.isEmpty)
  }

  @Test func `使わない列と、ない列は、黙って落とさずに知らせる`() {
    let sheet = ResidentImportInput.read(Array("氏名,行政区,旧住所\n架空 花,架空区,架空町9\n".utf8), today: today)
    #expect(!sheet.hasErrors && sheet.residents.count == 1 && sheet.faults.allSatisfy { $0.weight == .caution })
    let words = sheet.faults.map(\.message).joined()
    for part in ["列「行政区」は使いません", "列「旧住所」は使いません", "「住所」の列がない", "「生年月日」の列がない", "「宛名番号」の列がない"] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(sheet.faults.count == 5)
  }

  @Test(arguments: ["支援措置", "ＤＶ等支援措置区分", "dv", "ストーカー", "児童虐待", "閲覧制限の有無"])
  func `支援措置などの印のある人がいるファイルは、行と列を示して断る`(heading: String) async throws {
    let rows = ["1,架空 花,,S33.4.1,女,架空町1,,,1", "2,架空 空,,S33.4.2,女,架空町2,,,", "3,架空 海,,S33.4.3,女,架空町3,,,無"]
    let bytes = Array((["\(Self.header),\(heading)"] + rows).joined(separator: "\n").utf8)
    let errors = ResidentImportInput.read(bytes, today: today).faults.filter { $0.weight == .error }
    #expect(errors.map(\.place) == ["2行目 9列目（\(heading)）"])
    #expect(errors.first?.message.contains("画面で登録して保護") == true)
    let town = try await Town.open()
    let summary = try await town.office.importResidents(bytes, purpose: "架空の試験", apply: true, as: "架空 操作")
    #expect(!summary.isApplied)
    #expect(try await town.number("SELECT count(*) FROM resident WHERE name = '架空 花'") == 0)
  }

  @Test func `支援措置の列がすべて「なし」なら、その列を印として読んだことと、なしの行の数を報告する`() async throws {
    let rows = ["1,架空 花,,S33.4.1,女,架空町1,,,無", "2,架空 空,,S33.4.2,女,架空町2,,,", "3,架空 海,,S33.4.3,女,架空町3,,,０"]
    let bytes = Array((["\(Self.header),ＤＶ等支援措置"] + rows).joined(separator: "\n").utf8)
    let town = try await Town.open()
    let report = try await town.office.importResidents(bytes, purpose: "架空の試験", apply: false, as: "架空 操作")
    #expect(!report.hasErrors && report.new == 3)
    #expect(
      report.lines.filter { $0.contains("ＤＶ等支援措置") } == [
        "注意　1行目 9列目（ＤＶ等支援措置）　列「ＤＶ等支援措置」は支援措置などの印として読みました。3行のうち3行が「なし」（空欄・0・無・×など）です。"
      ])
    let marked = bytes + Array("\n4,架空 月,,S33.4.4,女,架空町4,,,有".utf8)
    let refused = try await town.office.importResidents(marked, purpose: "架空の試験", apply: false, as: "架空 操作")
    #expect(refused.hasErrors && refused.lines.contains { $0.contains("4行のうち3行が「なし」") })
  }

  @Test func `見出しだけのファイルと、名字と名前の分かれたファイルは断る`() {
    let empty = ResidentImportInput.read(Array("\(Self.header)\n".utf8), today: today)
    #expect(empty.hasErrors && empty.faults.map(\.message).joined().contains("人の行がありません"))
    let divided = ResidentImportInput.read(Array("名字,名前,生年月日\n架空,花,S33.4.1\n".utf8), today: today)
    #expect(divided.hasErrors && divided.residents.isEmpty && divided.faults.map(\.message).joined().contains("「氏名」の列を作った"))
    #expect(!ResidentImportInput.read(Array("名前,生年月日\n架空 花,S33.4.1\n".utf8), today: today).hasErrors)
  }

  @Test func `表計算ソフトで壊れた宛名番号と世帯番号は、人や世帯を見分けるのに使わない`() {
    let sheet = ResidentImportInput.read(
      Array(text(["1.2346E+9,架空 花,,S33.4.1,女,,H1,", "2,架空 空,,S33.4.2,女,,１.２Ｅ＋１０,"]).utf8), today: today)
    #expect(sheet.residents.isEmpty)
    #expect(sheet.faults.map(\.place) == ["2行目 1列目（宛名番号）", "3行目 7列目（世帯番号）"])
    #expect(sheet.faults.allSatisfy { $0.weight == .error && $0.message.contains("抽出し直し") })
  }

  @Test func `誤りは行と列を示す`() {
    let bad = ["1,,カナ,S33.4.1,女,,,", "2,架空 花,,平成元年13月1日,女,,,", "3,架空 空,,R9.1.1,女,,,", "4,架空 海,,S33.4.1,？,,,", "4,架空 山,,,,,,"]
    let faults = ResidentImportInput.read(Array(text(bad).utf8), today: today).faults
    #expect(faults.map(\.line) == [2, 3, 4, 5, 6])
    #expect(faults.map(\.column) == [2, 4, 4, 5, 1])
    #expect(faults.map(\.weight) == [.error, .error, .error, .caution, .error])
    let converted = ResidentImportInput.read(Array(text(["1,架空 花,,H32.4.1,女,,,"]).utf8), today: today)
    #expect(converted.residents.first?.birth.stored == "2020-04-01" && converted.faults.map(\.weight) == [.caution])
  }

  @Test func `確かめるだけでは何も変わらず、取り込むと人と世帯が載り、取り込み直すと変わったところだけ変わる`() async throws {
    let town = try await Town.open()
    let before = try await town.number("SELECT count(*) FROM resident")
    func take(_ text: String, apply: Bool) async throws -> ImportSummary {
      try await town.office.importResidents(Array(text.utf8), purpose: "架空の試験", apply: apply, as: "架空 操作")
    }
    let dry = try await take(text(), apply: false)
    #expect(dry.new == 3 && !dry.isApplied && dry.lines.last?.contains("--apply") == true)
    #expect(try await town.number("SELECT count(*) FROM resident") == before)

    let first = try await take(text(), apply: true)
    #expect(first.isApplied && first.new == 3)
    #expect(try await town.number("SELECT count(*) FROM resident") == before + 3)
    #expect(
      try await town.number("SELECT count(*) FROM household_member m JOIN household h ON h.id = m.household_id WHERE h.source_key = 'H1'")
        == 2)
    #expect(
      try await town.text(
        "SELECT relation || relation_note FROM household_member m JOIN resident r ON r.id = m.resident_id WHERE r.name = '架空 一郎'") == "05長男"
    )

    let moved = Self.rows[0] + "\r\n" + Self.rows[1].replacingOccurrences(of: "H1,長男", with: "H9,世帯主")
    let second = try await take(text([moved]), apply: true)
    #expect(second.new == 0 && second.changed == 1 && second.unchanged == 1 && second.missing == 1)
    #expect(try await town.number("SELECT count(*) FROM resident") == before + 3)
    #expect(
      try await town.text(
        "SELECT until_on FROM household_member m JOIN household h ON h.id = m.household_id WHERE h.source_key = 'H1' AND m.relation = '05'")
        == "2026-11-21")
    #expect(try await town.number("SELECT count(*) FROM household_member WHERE until_on IS NULL AND relation_note = '世帯主'") == 3)
    #expect(
      try await town.number(
        "SELECT count(*) FROM audit_entry WHERE act = 'importResidents' AND remote = '架空 操作' AND detail LIKE '%purpose: 架空の試験'") == 3)
    #expect(try await AuditChain.verify(town.office.database).isWhole)
  }

  @Test func `誤りが一つでもあれば一人も取り込まない`() async throws {
    let town = try await Town.open()
    let before = try await town.number("SELECT count(*) FROM resident")
    let summary = try await town.office.importResidents(
      Array(text(Self.rows + ["9,架空 月,,S33.13.1,女,,,"]).utf8), purpose: "架空の試験", apply: true, as: "架空 操作")
    #expect(summary.hasErrors && !summary.isApplied)
    #expect(try await town.number("SELECT count(*) FROM resident") == before)
  }
}

extension AuditChain.Finding {
  fileprivate var isWhole: Bool { if case .whole = self { true } else { false } }
}
