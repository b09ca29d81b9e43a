import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 本人開示: one person's part, looked at by two.
struct DisclosureStory {
  @Test func `一人分を集め、一節ずつ決め、二人目が確かめて、はじめて渡せる`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    let page = try await first.get("/disclosures/\(id)")
    #expect(page.contains("令和8年12月20日") && page.contains("見立て・意見") && page.contains("次の一節を検討する"))
    #expect(try await first.get("/disclosures/\(id)/document").status == 404)
    let early = try await first.post("/disclosures/\(id)/look")
    #expect(early.status == 422 && early.contains("まだ決めていない一節が"))

    #expect(try await world.decideAll(id, as: first) > 4)
    #expect(try await first.post("/disclosures/\(id)/look").status == 303)
    let own = try await first.post("/disclosures/\(id)/completion", [("looked", "1")])
    #expect(own.status == 422 && own.contains("二人目の確認ができません"))

    let second = try await world.town.hire("kacho", role: "cityManager")
    #expect(try await second.get("/disclosures/\(id)/document").contains("確認中の写し"))
    #expect(try await second.post("/disclosures/\(id)/completion").status == 422)
    #expect(try await second.post("/disclosures/\(id)/completion", [("looked", "1")]).status == 303)
    let document = try await first.get("/disclosures/\(id)/document")
    #expect(document.status == 200 && !document.contains("確認中の写し") && document.contains("春江さんと話す"))
    #expect(document.contains("■■■") && document.contains("見立て・意見") && document.contains("社会福祉法106条の6"))
    let opinion = try #require(document.text.range(of: "<h2>見立て・意見</h2>"))
    #expect(document.text[..<opinion.lowerBound].contains("<h2>事実</h2>"))
  }

  @Test func `渡す文書に、家族・来談者・支援措置の人・支援会議の話は出ない`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    for number in 1...20 {
      let page = try await first.get("/disclosures/\(id)/passages/\(number)")
      for secret in ["隠子", "カクシコ", "秘町", "000-0000-0099", "架空の会議の話"] { #expect(!page.contains(secret), "一節\(number)に\(secret)") }
    }
    _ = try await world.decideAll(id, as: first)
    _ = try await first.post("/disclosures/\(id)/look")
    let second = try await world.town.hire("kacho", role: "cityManager")
    _ = try await second.post("/disclosures/\(id)/completion", [("looked", "1")])
    let document = try await second.get("/disclosures/\(id)/document")
    #expect(document.status == 200 && document.contains("架空 春江") && document.contains("見本市架空町1-2") && document.contains("000-0000-0001"))
    for secret in DisclosureWorld.secrets { #expect(!document.contains(secret), "\(secret)") }
    #expect(try await second.get("/disclosures").contains("完了"))
  }

  @Test func `完了から三十日を過ぎると、文書も一節も開けない`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    _ = try await world.decideAll(id, as: first)
    _ = try await first.post("/disclosures/\(id)/look")
    let second = try await world.town.hire("kacho", role: "cityManager")
    _ = try await second.post("/disclosures/\(id)/completion", [("looked", "1")])
    world.town.pass(days: 31)
    let later = try await world.town.signedIn("shi")
    #expect(try await later.get("/disclosures/\(id)/document").status == 404)
    #expect(try await later.get("/disclosures/\(id)/passages/1").status == 404)
    #expect(try await later.get("/disclosures/\(id)").contains("請求の記録だけが残っています"))
  }

  @Test func `差し戻されると、ことばとともに作成中へ戻り、直して出し直せる`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    _ = try await world.decideAll(id, as: first)
    _ = try await first.post("/disclosures/\(id)/look")
    let second = try await world.town.hire("kacho", role: "cityManager")
    #expect(try await second.post("/disclosures/\(id)/return").status == 422)
    #expect(try await second.post("/disclosures/\(id)/return", [("words", "見立てをもう一度")]).status == 303)
    #expect(try await first.get("/disclosures/\(id)").contains("見立てをもう一度"))
    #expect(try await first.post("/disclosures/\(id)/look").status == 303)
    let late = try await first.post("/disclosures/\(id)/look")
    #expect(late.status == 409 && late.contains("先に進めました"))
  }

  @Test func `期限は一度だけ、理由を添えて三十日延ばせる`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    #expect(try await first.post("/disclosures/\(id)/extension").status == 422)
    #expect(try await first.post("/disclosures/\(id)/extension", [("reason", "量が多いため")]).status == 303)
    #expect(try await first.get("/disclosures/\(id)").contains("令和9年1月19日"))
    #expect(try await first.post("/disclosures/\(id)/extension", [("reason", "もう一度")]).contains("一度だけ"))
  }
}
