import Store
import Testing

@testable import Office

/// A consultation is corrected with a reason; what it said before stays.
@Suite struct CorrectionStory {
  @Test func `理由を添えて訂正し、訂正前の内容も読める`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let id = try await counsellor.record(Typed.mother)
    let form = try await counsellor.get("/consultations/\(id)/edit")
    #expect(form.contains("value=\"架空 太郎\""))
    #expect(form.contains("value=\"S48.4.1\""))
    #expect(form.contains("value=\"82歳\""))
    #expect(form.contains("name=\"concerns.main\" value=\"13\" checked"))
    let corrected = Typed.mother.with("name", "架空 太朗").with("birth_date", "S48.4.11") + [("version", "1")]
    let noReason = try await counsellor.post("/consultations/\(id)/edit", corrected.with("concern_text", "書き直し"))
    #expect(noReason.status == 422)
    #expect(noReason.contains("訂正の理由を入力してください") && noReason.contains("書き直し"))

    let reply = try await counsellor.post("/consultations/\(id)/edit", corrected + [("correction_reason", "本人の申し出")])
    #expect(reply.status == 303)
    let page = try await counsellor.get(reply.location)
    #expect(page.contains("訂正の履歴") && page.contains("本人の申し出"))
    #expect(page.contains("<td>架空 太郎</td><td>架空 太朗</td>"))
    #expect(try await town.text("SELECT name FROM resident WHERE id = 1") == "架空 太朗")
    #expect(try await town.text("SELECT birth FROM resident WHERE id = 1") == "1973-04-11")
    #expect(try await town.text("SELECT label FROM case_file WHERE resident_id = 1") == "架空 太朗")
    #expect(try await counsellor.get("/search?part=people&q=\(Answer.percentEncoded("太朗"))").contains("架空 太朗"))
    #expect(!(try await counsellor.get("/search?part=people&q=\(Answer.percentEncoded("太郎"))")).contains("架空 太朗"))
  }

  @Test func `去年聞いた80代は、別の訂正をしても聞いた日のまま残る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let id = try await counsellor.record(Typed.person("架空 年", birth: "80代"))
    town.pass(days: 400)
    let later = try await town.signedIn("houkatsu")
    let fields = Typed.person("架空 年", birth: "80代") + [("version", "1"), ("correction_reason", "追記"), ("address", "見本町2")]
    #expect(try await later.post("/consultations/\(id)/edit", fields).status == 303)
    #expect(try await town.text("SELECT birth FROM resident") == "age:80-89@2026-11-21")
  }

  @Test func `二人が同時に訂正すると、両方の内容を並べて示す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let chief = try await town.signedIn("kakari")
    let id = try await counsellor.record(Typed.mother)
    let first = Typed.mother.with("concern_text", "先に保存した文") + [("version", "1"), ("correction_reason", "追記")]
    #expect(try await chief.post("/consultations/\(id)/edit", first).status == 303)
    let second = Typed.mother.with("concern_text", "あとから入力した文") + [("version", "1"), ("correction_reason", "聞き直し")]
    let conflict = try await counsellor.post("/consultations/\(id)/edit", second)
    #expect(conflict.status == 409)
    #expect(conflict.contains("先に保存した文") && conflict.contains("あとから入力した文") && conflict.contains("聞き直し"))
    #expect(conflict.contains("架空 責任さんが"))
    #expect(conflict.field("version") == "2")
    #expect(try await town.text("SELECT concern_text FROM consultation") == "先に保存した文")
    #expect(try await counsellor.post("/consultations/\(id)/edit", second.with("version", "2")).status == 303)
    #expect(try await town.number("SELECT count(*) FROM consultation_correction") == 2)
    #expect(try await counsellor.get("/consultations/\(id)").contains("先に保存した文"))
  }
}
