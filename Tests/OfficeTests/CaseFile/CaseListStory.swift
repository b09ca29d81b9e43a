import Casework
import Foundation
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 事例の一覧: whose, in which order, and what never shows.
@Suite struct CaseListStory {
  @Test func `自分・自機関・見られるすべてを切り替えられる`() async throws {
    let town = try await Town.open()
    _ = try await town.openCase(by: "kakari", name: "架空 責任の担当")
    let shared = try await town.openCase(by: "shougai", name: "架空 障害の担当")
    try await town.grant(shared, to: "houkatsu", reach: .team)
    let counsellor = try await town.signedIn("houkatsu")
    let all = try await counsellor.get("/cases")
    #expect(all.contains("架空 責任の担当") && all.contains("架空 障害の担当") && all.contains("見本町の高齢のご夫婦"))
    let section = try await counsellor.get("/cases?view=section")
    #expect(section.contains("架空 責任の担当") && !section.contains("架空 障害の担当"))
    let mine = try await counsellor.get("/cases?view=mine")
    #expect(!mine.contains("架空 責任の担当") && mine.contains("見本町の高齢のご夫婦"))
  }

  @Test func `番号・状況・担当で絞り込める。全角の番号でもよい`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase(name: "架空 しぼりこみ")
    let number = try #require(try await town.text("SELECT number FROM case_file WHERE id = \(id)"))
    let counsellor = try await town.signedIn("houkatsu")
    let wide = String(String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    let found = try await counsellor.get("/cases?number=\(Answer.percentEncoded(wide))")
    #expect(found.contains("架空 しぼりこみ") && !found.contains("見本町の高齢のご夫婦"))
    #expect(try await counsellor.get("/cases?number=%25").contains("あてはまる事例はありません"))
    #expect(try await counsellor.get("/cases?stage=CLOSED").contains("あてはまる事例はありません"))
    let charge = try await town.staff("kakari")
    #expect(!(try await counsellor.get("/cases?charge=\(charge)")).contains("架空 しぼりこみ"))
    #expect(try await counsellor.get("/cases?stage=%27%3B--&sort=x&dir=y&page=-1&charge=abc&view=zz").contains("架空 しぼりこみ"))
  }

  @Test func `並べ替えの見出しは今の順番を言い、五十件ずつめくれる`() async throws {
    let town = try await Town.open()
    for index in 0..<60 { _ = try await town.openCase(name: "架空 \(index)番") }
    let counsellor = try await town.signedIn("houkatsu")
    let first = try await counsellor.get("/cases?sort=number&dir=up")
    #expect(first.contains("aria-sort=\"ascending\"") && first.contains("1〜50件目") && !first.contains("（全"))
    #expect(first.contains("架空 0番") && !first.contains("架空 59番"))
    let second = try await counsellor.get("/cases?sort=number&dir=up&page=2")
    #expect(second.contains("架空 59番") && second.contains("51〜61件目（全61件）"))
    #expect(try await counsellor.get("/cases?page=9").contains("前のページ"))
  }

  @Test func `根拠が二つあっても一覧には一度だけ載る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase(name: "架空 二重")
    try await town.grant(id, to: "houkatsu", reach: .team)
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases").text.components(separatedBy: "架空 二重").count == 2)
    // 先にあった根拠が終わっても、残る根拠で一度だけ載る。どちらも終われば載らない。
    try await town.office.database.write { writing in
      try writing.run(
        "UPDATE case_ground SET until = since WHERE id = (SELECT min(id) FROM case_ground WHERE case_file_id = \(id) AND is_open = 1)")
    }
    #expect(try await counsellor.get("/cases").text.components(separatedBy: "架空 二重").count == 2)
    try await town.office.database.write { writing in
      try writing.run("UPDATE case_ground SET until = since WHERE case_file_id = \(id) AND is_open = 1")
    }
    #expect(!(try await counsellor.get("/cases").contains("架空 二重")))
  }

  @Test func `ほかの機関の事例は、一覧にもファイルにも件数にも出ない`() async throws {
    let town = try await Town.open()
    _ = try await town.openCase(name: "架空 ひみつ")
    let other = try await town.signedIn("shougai")
    #expect(!(try await other.get("/cases")).contains("架空 ひみつ"))
    let file = try await other.get("/cases/export?code=utf8")
    #expect(file.status == 200 && !file.contains("架空 ひみつ"))
    let administrator = try await town.signedIn("kanri")
    #expect(try await administrator.get("/cases").status == 404)
    #expect(try await administrator.get("/cases/export").status == 404)
  }

  @Test func `CSVはExcelで開ける形で、式は式にならず、行数が監査記録に残る`() async throws {
    let town = try await Town.open()
    _ = try await town.openCase(name: "=HYPERLINK(\"http://example.invalid\")")
    let counsellor = try await town.signedIn("houkatsu")
    let file = try await counsellor.get("/cases/export?code=utf8")
    #expect(file.status == 200)
    #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(file.contains("'=HYPERLINK"))
    #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
    #expect(try await town.text("SELECT detail FROM audit_entry WHERE act = 'exportCases'") == "rows 2 utf8")
  }

  @Test func `Shift_JISにない字は黙って落とさず、先に知らせる`() async throws {
    let town = try await Town.open()
    _ = try await town.openCase(name: "架空 𠮷郎")
    let counsellor = try await town.signedIn("houkatsu")
    let warned = try await counsellor.get("/cases/export?code=cp932")
    #expect(warned.contains("〓に置き換わります：𠮷") && warned.headers[.contentDisposition] == nil)
    let file = try await counsellor.get("/cases/export?code=cp932&lossy=1")
    #expect(file.headers[.contentDisposition] != nil && !file.bytes.isEmpty)
  }

  @Test func `条件のない一覧は、並べ替えずに索引の順に読む`() async throws {
    let town = try await Town.open()
    let plan = try await town.work(as: "houkatsu") { desk in
      try desk.reading.explain(CaseListQueries.statement(desk, desk.scope, CaseListFilter(), limit: 51, offset: 0))
    }
    #expect(plan.contains { $0.contains("case_ground_list") })
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
