import Casework
import Foundation
import Paper
import Store
import Testing

@testable import Office

/// 事例検討用の資料: nobody in it can be recognised, and a person answers for that.
struct StudyPackStory {
  private func made(_ world: FamilyWorld) async throws -> Reply {
    _ = try await world.town.addNote(
      world.file, by: "houkatsu", "架空 はなさんと架空桃香さんに会う。見本市東町1-1を訪問。令和8年11月21日、000-0000-0001に電話。仮称診療所に通う。")
    try await world.town.grant(world.file, to: "takikan", reach: .team)
    return try await world.town.signedIn("takikan").post("/cases/\(world.file)/study-pack")
  }

  @Test func `名前・住所・電話・日付が置き換わり、何を何に変えたかが見える`() async throws {
    let world = try await FamilyWorld.open()
    let reply = try await made(world)
    #expect(reply.status == 303)
    let page = try await world.town.signedIn("takikan").get(reply.location)
    let form = try SentForm(page, to: reply.location)
    for word in ["はな", "桃香", "東町", "0000", "11月21日", "架空 "] { #expect(!form["summary"].contains(word), "\(word)：\(form["summary"])") }
    #expect(form["summary"].contains("Aさん") && form["chronology"].contains("年"))
    #expect(page.contains("<th scope=\"row\">架空 はな</th><td>Aさん</td>"), "置き換えの一覧")
    #expect(page.contains("目で確かめるところ") && page.contains("<li>仮称診療所</li>"))
    let drawn = page.text.components(separatedBy: "<h2>ジェノグラム</h2>").last ?? ""
    #expect(drawn.contains("A（本人）") && !drawn.contains("はな"))
  }

  @Test func `人が確かめるまで印刷できず、確かめたあとは変わらない`() async throws {
    let world = try await FamilyWorld.open()
    let path = try await made(world).location
    let browser = try await world.town.signedIn("takikan")
    #expect(try await browser.get("\(path)/print").status == 404)
    let form = try SentForm(try await browser.get(path), to: path)
    let unread = try await browser.post("\(path)/confirmation", form.fields)
    #expect(unread.status == 422 && unread.contains("読んで確かめてから"))
    let left = try await browser.post("\(path)/confirmation", form.typing(["points": "架空 桃香のこと", "looked": "1", "submission": "a"]).fields)
    #expect(left.status == 422 && left.contains("「架空 桃香」") && left.contains("架空 桃香のこと"))
    #expect(try await browser.post(path, form.typing(["points": "関わり方", "submission": "b"]).fields).status == 303)
    #expect(try await browser.post(path, form.typing(["submission": "c"]).fields).status == 409)
    let again = try SentForm(try await browser.get(path), to: path).typing(["looked": "1", "summary": "Aさんのこと"])
    #expect(try await browser.post("\(path)/confirmation", again.fields).status == 303)
    #expect(try await browser.post(path, again.typing(["submission": "d"]).fields).status == 409)
    #expect(try await browser.get(path).contains("確かめました"))
    #expect(try await world.town.number("SELECT count(*) FROM study_pack WHERE content LIKE '%はな%' OR content LIKE '%桃香%'") == 0)
    let csv = try await browser.get("\(path)/print?as=csv")
    #expect(csv.status == 200 && csv.contains("Aさんのこと") && csv.contains("関わり方") && !csv.contains("はな"))
    #expect(try await browser.get("\(path)/print").bytes.starts(with: Array("%PDF".utf8)))
    for sql: SQL in ["UPDATE study_pack SET version = 9", "DELETE FROM study_pack"] {
      await #expect(throws: (any Error).self) { _ = try await world.town.office.database.write { try $0.run(sql) } }
    }
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'makeStudyPack' AND outcome = 'done'") > 2)
  }

  @Test func `資料はつくった機関だけのもので、見せない人は置き換えの一覧にも出ない`() async throws {
    let world = try await FamilyWorld.open()
    let path = try await made(world).location
    for name in ["houkatsu", "shougai", "shi", "kanri"] { #expect(try await world.town.signedIn(name).get(path).status == 404, "\(name)") }
    try await world.hide("桃香")
    let other = try await world.town.signedIn("takikan")
    let own = try await other.post("/cases/\(world.file)/study-pack")
    let page = try await other.get(own.location)
    #expect(page.status == 200 && !page.contains("桃香") && !page.contains("表示していません"))
    #expect(page.contains("関係者"))
    try await world.town.grant(world.file, to: "shi", reach: .handedOver)
    #expect(try await world.town.signedIn("shi").post("/cases/\(world.file)/study-pack").status == 404)
  }

  @Test func `動かす日数は週の単位で、資料ごとに変わり、どこにも残らない`() throws {
    let days = Set((0..<200).map { StudyPackMaking.days(from: String($0 * 7_919 + 0x100000, radix: 16)) })
    #expect(days.count > 20 && days.allSatisfy { $0.isMultiple(of: 7) && (35...140).contains(abs($0)) })
  }

  @Test func `外へ出す紙の欄外には、出力した人も機関も載らない`() async throws {
    let world = try await FamilyWorld.open()
    let feet = try await world.town.work(as: "takikan") { desk in
      [true, false].map { Printout("架空", subject: "架空", desk: desk, isAnonymous: $0, sections: []).document.foot.by }
    }
    #expect(feet[0].isEmpty && !feet[1].isEmpty)
  }

  @Test func `紙には、あらまし・ジェノグラム・エコマップが載る`() async throws {
    let world = try await FamilyWorld.open()
    let file = world.file
    let day = CivilDate.of(epochSeconds: world.town.now)
    try await PaperGolden.compare(world.town, as: "houkatsu", "study-pack") { desk in
      let family = try FamilyQueries.family(desk, try desk.open(file))
      let map = Ecomap(
        on: day, household: family.genogram, systems: [EcoSystem(.agency(AgencyID(1)), "架空の機関", .longTermCare)],
        links: [EcoLink(.agency(AgencyID(1)), .strong, .backward)]
      ).anonymised(on: day) { $0 }
      let pack = StudyPack(
        texts: [.points: "架空の問い", .summary: "Aさんの架空のあらまし", .chronology: "架空の経過", .plan: "架空のプラン"],
        genogram: family.genogram.anonymised(on: day), ecomap: map, day: day)
      return StudyPackPaper(pack: pack).sections
    }
  }
}
