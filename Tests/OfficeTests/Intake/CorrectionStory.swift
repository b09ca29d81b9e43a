import Foundation
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

  @Test(arguments: ["訂正", "続きの相談"])
  func `だれか分からなかった方の氏名が後で分かると、その方の事例になり、氏名で見つかる`(_ way: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let unknown = Typed.least.with("name", "") + [("anonymous", "yes"), ("description", "A町の犬を連れた方")]
    let id = try await counsellor.record(unknown)
    let file = try await town.number("SELECT case_file_id FROM consultation WHERE id = \(id)")
    #expect(try await town.number("SELECT count(*) FROM case_file WHERE id = \(file) AND resident_id IS NULL") == 1)
    #expect(try await counsellor.get("/search?q=\(Answer.percentEncoded("犬"))").contains("/cases/\(file)"))
    let known = Typed.person("架空 犬山", kana: "かくう いぬやま")
    if way == "訂正" {
      let corrected = known + [("version", "1"), ("correction_reason", "名前を聞けた")]
      #expect(try await counsellor.post("/consultations/\(id)/edit", corrected).status == 303)
    } else {
      #expect(try await counsellor.post("/consultations", known + [("same", "case:\(file)")]).status == 303)
    }
    let page = try await counsellor.get("/cases/\(file)")
    #expect(page.contains("<h1>架空 犬山") && !page.contains("氏名のわからない") && page.contains("本人の情報を直す"))
    #expect(try await counsellor.get("/search?q=\(Answer.percentEncoded("いぬやま"))").contains("/cases/\(file)"))
    #expect(try await town.number("SELECT count(*) FROM consultation WHERE case_file_id = \(file) AND resident_id IS NULL") == 0)
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

  @Test func `重なりの画面は自分が変えた欄だけを並べ、触っていない欄には保存されている内容を入れる`() async throws {
    let town = try await Town.open()
    let (counsellor, chief) = (try await town.signedIn("houkatsu"), try await town.signedIn("kakari"))
    let id = try await counsellor.record(Typed.mother)
    let opened = try SentForm(try await counsellor.get("/consultations/\(id)/edit"), to: "/consultations/\(id)/edit")
    let theirs = ["address": "見本町九丁目", "household_size": "3", "household.1.note": "要介護3", "concern_text": "先の文", "correction_reason": "追記"]
    #expect(try await chief.send(opened.typing(theirs)).status == 200)
    let mine = ["phone_home": "000-0000-0007", "concern_text": "あとの文", "household_size": "3", "correction_reason": "聞き直し"]
    let page = try await counsellor.post(opened.action, opened.typing(mine).fields)
    #expect(page.status == 409)
    let table = try #require(page.text.firstMatch(of: /<tbody>.*?<\/tbody>/.dotMatchesNewlines())).output
    let labels = table.split(separator: "<th scope=\"row\">").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(Set(labels) == ["電話（自宅）", "具体的な内容・希望", "世帯人数"], "\(labels)")
    #expect(table.contains("息子が家から出ない。自分の介護も心配。</td><td>先の文</td>\n<td>あとの文</td>") || table.contains("先の文</td><td>あとの文"))
    #expect(table.components(separatedBy: "ほかの人も変えました").count == 2 && table.contains("ほかの人も同じに変えました"))
    #expect(page.contains("ほかの人だけが変えた欄（住所、世帯の"), "\(page.text)")
    let merged = try SentForm(page, to: opened.action)
    #expect(merged["address"] == "見本町九丁目" && merged["household.1.note"] == "要介護3" && merged["concern_text"] == "あとの文")
    #expect(merged["correction_reason"] == "聞き直し" && merged["version"] == "2")
    #expect(try await counsellor.send(merged).status == 200)
    let saved = try await town.text("SELECT answers FROM consultation") ?? ""
    for words in ["見本町九丁目", "要介護3", "あとの文", "000-0000-0007"] { #expect(saved.contains(words), "\(words)") }
    #expect(try await town.text("SELECT address FROM resident WHERE id = 1") == "見本町九丁目")
  }

  @Test func `読めない入力があっても、重なりの画面でその入力は消えない`() async throws {
    let town = try await Town.open()
    let (counsellor, chief) = (try await town.signedIn("houkatsu"), try await town.signedIn("kakari"))
    let id = try await counsellor.record(Typed.mother)
    let opened = try SentForm(try await counsellor.get("/consultations/\(id)/edit"), to: "/consultations/\(id)/edit")
    #expect(try await chief.send(opened.typing(["address": "見本町九丁目", "correction_reason": "追記"])).status == 200)
    let page = try await counsellor.post(opened.action, opened.typing(["household_size": "数人"]).fields)
    #expect(page.status == 409 && page.contains("value=\"数人\"") && page.contains("value=\"見本町九丁目\""))
    #expect(try await counsellor.post(opened.action, try SentForm(page, to: opened.action).fields).contains("数字で入力してください"))
  }
}
