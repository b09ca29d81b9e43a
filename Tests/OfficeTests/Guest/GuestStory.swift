import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 外部の構成員: from the invitation to the answer, and to the day on which the link opens no more.
@Suite struct GuestStory {
  @Test func `招かれた先生は、番号と守秘の確認のあと、自分の議題だけを見て答える`() async throws {
    let world = try await GuestWorld.open()
    let paper = try await world.section.post(
      "/meetings/\(world.meeting)/items/\(world.item)/papers", [("kind", "text"), ("title", "架空の経過"), ("words", "架空の資料の本文")])
    #expect(paper.status == 303, "\(paper.text)")
    _ = try await world.section.post(
      "/meetings/\(world.meeting)/items/\(world.foreign)/papers",
      [("kind", "text"), ("title", GuestWorld.canary), ("words", GuestWorld.canary)])
    var (guest, code) = try await world.invite()
    let door = try await guest.get()
    #expect(door.status == 200 && door.contains("8けたの番号") && !door.contains("架空 ハル") && !door.contains("支援会議"))
    #expect(try await guest.get("/agenda").location == guest.link)
    #expect(try await guest.enter(code).location == "\(guest.link)/agenda")
    let pledge = try await guest.get("/agenda")
    #expect(pledge.contains("1年以下の拘禁刑") && !pledge.contains("架空 ハル") && !pledge.contains("架空の資料"))
    #expect(try await guest.post("/answer", [("words_\(world.item)", "早すぎる")]).status == 422)
    #expect(try await guest.post("/pledge").contains("確認文を読んで"))
    #expect(try await guest.post("/pledge", [("confirmed", "1")]).status == 303)
    let page = try await guest.get("/agenda")
    for words in ["架空 ハルさん", "架空の決めたいこと", "架空の資料の本文", "学校での様子を教えてください。", "見本市 地域福祉課", "106条の6", "議題1"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains(GuestWorld.canary) && !page.contains("架空事例1") && !page.contains("議題2") && !page.hasEscapedMarkup)
    #expect(!page.contains("class=\"menu\"") && !page.contains("/cases") && !page.contains("/meetings"))
    let answer = [("reply", "comes"), ("words_\(world.item)", "架空の学校での様子")]
    #expect(try await guest.post("/answer", answer).location == "\(guest.link)/agenda?sent=1")
    #expect(try await guest.get("/agenda?sent=1").contains("回答を受け付けました"))
    let item = try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)")
    #expect(item.contains("架空の学校での様子") && item.contains("架空 先生"))
    #expect(try await world.section.get("/meetings/\(world.meeting)").contains("<td>出席</td><td>確認済み</td>"))
    world.town.pass(days: 31)
    let closed = try await guest.get("/agenda")
    #expect(closed.status == 404 && closed.contains("このリンクは使えません") && !closed.contains("架空 ハル"))
    #expect(try await guest.get().text == closed.text)
  }

  @Test func `見たこと、答えたこと、拒まれたことは、事例ごとに監査記録に残り、リンクも番号も文も残らない`() async throws {
    let world = try await GuestWorld.open()
    var (guest, code) = try await world.invite()
    _ = try await guest.get()
    _ = try await guest.enter(code == "00000000" ? "00000001" : "00000000")
    _ = try await guest.enter(code)
    _ = try await guest.post("/pledge", [("confirmed", "1")])
    _ = try await guest.get("/agenda")
    _ = try await guest.post("/answer", [("words_\(world.item)", GuestWorld.canary)])
    _ = try await guest.post("/answer")
    _ = try await guest.get("/papers/999")
    _ = try await guest.post("/departure")
    let log = try await world.log().map { $0.replacing("guest 1 meeting \(world.meeting)", with: "G") }
    #expect(
      log == [
        "guest.open done G", "guest.enter denied G", "guest.enter done G", "guest.pledge done G", "guest.see done G item \(world.item)",
        "guest.answer done G item \(world.item)", "guest.answer refused G", "guest.answer done G item \(world.item)",
        "guest.paper denied G paper 999", "guest.leave done G",
      ])
    #expect(
      try await world.town.number(
        "SELECT count(*) FROM audit_entry WHERE act IN ('guest.see', 'guest.answer') AND subject LIKE '%item%' AND case_file_id IS NULL")
        == 0)
    let link = String(guest.link.split(separator: "/").last ?? "")
    for secret in [link, code, GuestWorld.canary] {
      let found = try await world.town.number(
        "SELECT count(*) FROM audit_entry WHERE instr(subject || detail || request || remote, \(secret)) > 0")
      #expect(found == 0, "\(secret)")
    }
    #expect(try await world.town.number("SELECT count(*) FROM guest_pass WHERE code_hash LIKE 'scrypt$%' AND length(token_hash) = 32") == 1)
    guard case .whole = try await AuditChain.verify(world.town.office.database) else {
      Issue.record("the chain is broken")
      return
    }
  }

  @Test func `リンクと番号は一度だけ画面に出て、招待状には番号が刷られない`() async throws {
    let world = try await GuestWorld.open()
    let sent = world.inviting() + [("submission", "s1")]
    let first = try await world.section.post("/meetings/\(world.meeting)/guests", sent)
    #expect(first.status == 200 && !first.hasEscapedMarkup)
    let again = try await world.section.post("/meetings/\(world.meeting)/guests", sent)
    #expect(again.location == "/meetings/\(world.meeting)/guests/\(try await world.member())")
    #expect(try await world.town.number("SELECT count(*) FROM guest_pass") == 1)
    let code = String(try #require(first.text.firstMatch(of: /<strong>([0-9]{4} [0-9]{4})<\/strong>/)).1)
    let letter = try #require(first.text.range(of: "<article"))
    #expect(!first.text[letter.lowerBound...].contains(code) && first.text[letter.lowerBound...].contains("/guest/"))
    let hidden = try #require(first.text.range(of: "no-print\" aria-labelledby=\"code\""))
    #expect(hidden.lowerBound < letter.lowerBound)
    for path in ["/meetings/\(world.meeting)/guests", again.location, "/meetings/\(world.meeting)"] {
      let page = try await world.section.get(path)
      #expect(page.status == 200 && !page.contains(code) && !page.contains("/guest/"), "\(path)")
    }
  }

  @Test func `操作がないまま半時間たつと番号を聞き直し、書いたものは戻ってくる`() async throws {
    let world = try await GuestWorld.open()
    var (guest, code) = try await world.invite()
    _ = try await guest.enter(code)
    _ = try await guest.post("/pledge", [("confirmed", "1")])
    world.town.pass(minutes: 29)
    #expect(try await guest.get("/agenda").status == 200)
    world.town.pass(minutes: 31)
    #expect(try await guest.get("/agenda").location == guest.link)
    let late = try await guest.post("/answer", [("words_\(world.item)", "長く書いた架空の意見")])
    #expect(late.status == 422 && late.contains("しばらく操作がなかった") && late.contains("長く書いた架空の意見"))
    let back = try await guest.enter(code, [("held.words_\(world.item)", "長く書いた架空の意見")])
    #expect(back.status == 200 && back.contains("長く書いた架空の意見</textarea>") && back.contains("まだ送られていません"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer") == 0)
    #expect(try await guest.post("/answer", [("words_\(world.item)", "長く書いた架空の意見")]).status == 303)
  }

  @Test func `足りない回答は欄の横で断り、書いたものを残す。二度送っても一つの回答である`() async throws {
    let world = try await GuestWorld.open(mode: "written")
    let guest = try await world.entered()
    let bare = try await guest.post("/answer", [("words_\(world.item)", "書いた架空の意見")])
    #expect(bare.status == 422 && bare.contains("「了承」か「意見あり」") && bare.contains("書いた架空の意見</textarea>"))
    #expect(try await guest.post("/answer", [("answer_\(world.item)", "comments")]).contains("意見が書かれていません"))
    #expect(try await guest.post("/answer").contains("回答がまだ何も入っていません"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer") == 0)
    let good = [("answer_\(world.item)", "comments"), ("words_\(world.item)", "<b>架空</b>の意見"), ("submission", "g1")]
    for _ in 1...2 { #expect(try await guest.post("/answer", good).location == "\(guest.link)/agenda?sent=1") }
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer") == 1)
    #expect(try await guest.post("/answer", [("answer_\(world.item)", "agrees")]).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer") == 2)
    let item = try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)")
    #expect(item.contains(">了承</span>") && !item.contains("架空</b>の意見"))
    let forged = try await guest.post("/answer", good, csrf: "forged")
    #expect(forged.status == 422 && forged.contains("もう一度送信してください"))
    let veiled = try await guest.post("/answer", [("words_\(world.item)", PersonSight.mask)])
    #expect(veiled.status == 422)
  }
}
