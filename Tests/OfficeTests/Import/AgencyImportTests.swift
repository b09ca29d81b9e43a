import Testing

@testable import Office

/// Reading open data, without a database.
@Suite struct AgencyImportTests {
  @Test func `市川市の介護サービス事業所一覧をそのまま読む`() throws {
    let sheet = AgencyImportInput.read(try Fixture.bytes("122033_care_service.csv"))
    #expect(sheet.title == "市川市 介護サービス事業所一覧")
    #expect(sheet.encoding == "CP932（Shift_JIS）")
    #expect(sheet.records == 6 && sheet.agencies.count == 6 && !sheet.hasErrors)
    let first = try #require(sheet.agencies.first)
    #expect(first.name == "中山デイサービスセンター" && first.kana == "ナカヤマデイサービスセンター")
    #expect(first.phone == "047-335-7361" && first.fax == "047-335-7362")
    #expect(first.corporationNumber == "3040005004064")
    #expect(first.source == "122033/care_service" && first.key == "中山デイサ-ビスセンタ-|千葉県市川市中山1丁目2-1")
    #expect(first.hours == "月火水木金 祝日除く" && first.kind == "18")
    #expect(sheet.agencies[3].kind == "16")
    #expect(sheet.agencies[2].address == "千葉県市川市大町537")
    let repaired = try #require(sheet.faults.first)
    #expect(repaired.place == "4行目 10列目（所在地_連結表記）" && repaired.weight == .repaired)
  }

  @Test func `市川市の公共施設一覧をそのまま読む`() throws {
    let sheet = AgencyImportInput.read(try Fixture.bytes("122033_public_facility.csv"))
    #expect(sheet.records == 10 && sheet.agencies.count == 8 && !sheet.hasErrors)
    let cautions = sheet.faults.filter { $0.weight == .caution }
    #expect(cautions.map(\.line) == [5, 10])
    #expect(cautions[0].message.hasPrefix("4行目と名称と所在地が同じ"))
    let phones = Dictionary(uniqueKeysWithValues: sheet.agencies.map { ($0.name, $0.phone) })
    #expect(phones["市川考古博物館"] == "047-373-2202")
    #expect(phones["養護老人ホームいこい荘"] == "047-337-8703、047-337-8750")
    #expect(phones["そよかぜキッズ・幼児ことばの教室"] == "047-712-6555(そよかぜキッズ)")
    #expect(phones["南大野団地"] == "047-383-9594")
    #expect(sheet.agencies[1].address == "千葉県市川市大野町2丁目1877")
    #expect(sheet.agencies[0].kind == "26")
  }

  @Test func `表計算ソフトで壊れた番号は直せるものを直し、直せないものは知らせる`() {
    let sheet = AgencyImportInput.read(
      Fixture.openData([
        ["全国地方公共団体コード": "11002", "ID": "1", "名称": "架空一", "電話番号": "473357361", "郵便番号": "600001", "法人番号": "3.04E+12"],
        ["全国地方公共団体コード": "011002", "ID": "2", "名称": "架空二", "電話番号": "9.01235E+09", "郵便番号": "12", "法人番号": "040005004064"],
        ["全国地方公共団体コード": "011002", "ID": "3", "名称": "架空三", "電話番号": "44-8570", "緯度": "0", "経度": "0"],
      ]))
    #expect(!sheet.hasErrors && sheet.agencies.count == 3)
    #expect(sheet.agencies[0].source == "011002/public_facility")
    #expect(sheet.agencies[0].phone == "0473357361" && sheet.agencies[0].postalCode == "060-0001")
    #expect(sheet.agencies.allSatisfy { $0.corporationNumber.isEmpty })
    #expect(sheet.agencies[1].phone.isEmpty && sheet.agencies[2].phone == "44-8570")
    #expect(sheet.faults.filter { $0.weight == .repaired }.map(\.column) == [1, 9, 10])
    #expect(sheet.faults.filter { $0.weight == .caution }.map(\.place).map { $0.prefix(3) } == ["2行目", "3行目", "3行目", "3行目", "4行目", "4行目"])
  }

  @Test func `検査数字の合わない団体コードは行と列を示して断る`() throws {
    let sheet = AgencyImportInput.read(Fixture.openData([["ID": "1", "名称": "架空一"], ["全国地方公共団体コード": "332152", "ID": "2", "名称": "架空二"]]))
    #expect(sheet.hasErrors)
    let error = try #require(sheet.faults.first { $0.weight == .error })
    #expect(error.place == "3行目 1列目（全国地方公共団体コード）")
    #expect(error.message.contains("332152"))
  }

  @Test func `名称のない行、IDも所在地もない行、列の足りない行は断る`() {
    var bytes = Fixture.openData([["ID": "1"], ["名称": "架空二", "所在地_連結表記": " "]])
    bytes += Array("\r\n332151,3,架空市".utf8)
    let errors = AgencyImportInput.read(bytes).faults.filter { $0.weight == .error }
    #expect(errors.map(\.line) == [2, 3, 4])
    #expect(errors.map(\.column) == [4, 6, 4])
  }

  @Test func `古い見出しの一覧も読み、関係のない一覧は断る`() {
    let old = AgencyImportInput.read(
      Array("都道府県コ―ド又は市区町村コ―ド,NO,名称,住所,方書,一時預かりの有無\n332151,001,架空保育園,架空市架空２-３,架空ビル1階,無\n".utf8))
    #expect(old.agencies.first?.address == "架空市架空2-3　架空ビル1階")
    #expect(old.agencies.first?.key == "001" && old.agencies.first?.source == "332151/preschool")
    #expect(AgencyImportInput.read(Array("全国地方公共団体コード,イベント名\n332151,架空まつり\n".utf8)).hasErrors)
    #expect(AgencyImportInput.read(Array("全国地方公共団体コード,名称,災害種別_洪水\n332151,架空公園,1\n".utf8)).hasErrors)
    #expect(AgencyImportInput.read([]).hasErrors)
  }

  @Test func `どの位置で壊れていても止まらない`() throws {
    let bytes = try Fixture.bytes("122033_care_service.csv")
    for end in stride(from: 0, to: bytes.count, by: 37) {
      _ = AgencyImportInput.read(Array(bytes[..<end]))
      var broken = bytes
      broken[end] ^= 0xFF
      _ = AgencyImportInput.read(broken)
    }
  }
}
