import HTTPTypes
import Store
import Testing

@testable import Office

/// The list of consultations shows what is in reach, and nothing else.
@Suite struct ConsultationListStory {
  @Test func `自分・自機関・すべてを切り替え、絞り込める`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let chief = try await town.signedIn("kakari")
    _ = try await counsellor.record(Typed.mother)
    _ = try await chief.record(Typed.least.with("received_on", "R8.10.1"))
    _ = try await town.signedIn("shougai").record(Typed.person("架空 他所"))
    let section = try await counsellor.get("/consultations")
    #expect(section.contains("架空 太郎") && section.contains("架空 一郎") && !section.contains("架空 他所"))
    let mine = try await counsellor.get("/consultations?reach=mine")
    #expect(mine.contains("架空 太郎") && !mine.contains("架空 一郎"))
    let all = try await counsellor.get("/consultations?reach=all")
    #expect(!all.contains("架空 他所"))
    let care = try await counsellor.get("/consultations?concern=12")
    #expect(care.contains("架空 太郎") && !care.contains("架空 一郎"))
    let october = try await counsellor.get("/consultations?from=R8.10.1&until=R8.10.31&stage=RECEIVED&order=oldest")
    #expect(october.contains("架空 一郎") && !october.contains("架空 太郎"))
    let bad = try await counsellor.get("/consultations?from=%E5%8D%81%E6%9C%88&page=-3&order=%27")
    #expect(bad.status == 200)
    #expect(bad.contains("日付として読めません"))
    #expect(try await counsellor.get("/consultations?stage=CLOSED").contains("この条件に合う相談受付はありません"))
  }

  @Test func `50件を超えると次のページへ`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for _ in 0..<51 {
      _ = try await counsellor.record([
        ("form", "consultation"), ("anonymous", "1"), ("caller_relation", "8"), ("concerns.main", "15"),
      ])
    }
    let first = try await counsellor.get("/consultations")
    #expect(first.contains("次のページ") && !first.contains("（R8-U00001）"))
    let second = try await counsellor.get("/consultations?page=2")
    #expect(second.contains("（R8-U00001）") && second.contains("前のページ") && !second.contains("次のページ"))
  }

  @Test func `CSVはBOM付きUTF-8とCP932で出せ、失われる文字は先に示し、件数を監査に残す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.person("=HYPERLINK(1)"))
    let plain = try await counsellor.get("/consultations/export?encoding=utf8")
    #expect(plain.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(plain.contains("'=HYPERLINK(1)"))
    #expect(try await counsellor.get("/consultations/export?encoding=cp932").bytes.starts(with: [0x8E, 0xF3, 0x95, 0x74]))
    _ = try await counsellor.record(Typed.person("葛\u{E0100} 一", birth: "S1.12.25"))
    let warned = try await counsellor.get("/consultations/export?encoding=cp932")
    #expect(warned.contains("CSVに出せない文字があります"))
    let told = try await counsellor.get("/consultations/export?encoding=cp932&confirmed=1")
    #expect(told.headers[.contentType] == "text/csv; charset=Shift_JIS")
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'exportCases' AND detail LIKE '%rows=2%'") == 2)
    let other = try await town.signedIn("shougai").get("/consultations/export?encoding=utf8&reach=all")
    #expect(!other.contains("HYPERLINK"))
    #expect(try await town.signedIn("kansa").get("/consultations/export").status == 404)
  }

  @Test func `ほかの機関の受付は開けない`() async throws {
    let town = try await Town.open()
    let id = try await town.signedIn("houkatsu").record(Typed.mother)
    let other = try await town.signedIn("shougai")
    let hidden = try await other.get("/consultations/\(id)")
    #expect(hidden.status == 404)
    #expect(hidden.bytes == (try await other.get("/consultations/999")).bytes)
    #expect(try await other.get("/consultations/\(id)/edit").status == 404)
    #expect(try await other.post("/consultations/\(id)/edit", Typed.mother + [("correction_reason", "x"), ("version", "1")]).status == 404)
    #expect(try await town.signedIn("kanri").get("/consultations").status == 404)
  }
}
