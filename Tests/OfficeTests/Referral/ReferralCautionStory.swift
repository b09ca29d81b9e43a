import Casework
import Foundation
import Store
import Testing

@testable import Office

/// What the sender is told before a つなぎ is sent, and what is not lost on the way.
@Suite struct ReferralCautionStory {
  private func tell(_ world: ReferralWorld, exclusions: String) async throws {
    let consent = ConsentApplication(
      consentTextVersion: "consultation 第1版", on: CivilDate(iso: "2026-11-21"), how: .oral, explainedBy: "架空 花子", exclusions: exclusions)
    let facts = String(decoding: try JSONEncoder().encode(ConsentChoice.applied(consent)), as: UTF8.self)
    try await world.town.office.database.write {
      try $0.run("UPDATE consultation SET consent = 'given', consent_facts = \(facts) WHERE id = \(world.consultation)")
    }
  }

  @Test func `本人が共有を望まないことは、書く画面と確かめに出て、渡した内容として相手にも伝わる`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let path = "/cases/\(world.caseFile)/referrals"
    #expect(!(try await sender.get("\(path)/new").contains("共有を望まない")))
    try await tell(world, exclusions: "架空の勤め先には知らせない")
    try await world.town.office.database.write { writing in
      let consent = try writing.insert(
        """
        INSERT INTO consent (case_file_id, resident_id, is_application, scope, exclusions, how, given_on, explained_on, explained_by,
          rules_version, staff_id, agency_id, recorded_at)
        SELECT f.id, f.resident_id, 0, 'team', '別れた夫のこと', 'oral', '2026-11-21', '2026-11-21', '架空', '第1版', k.received_by, k.agency_id, 1
        FROM case_file f JOIN consultation k ON k.case_file_id = f.id WHERE f.id = \(world.caseFile)
        """)
      try writing.run(
        """
        INSERT INTO consent_agency (consent_id, agency_id, is_excluded)
        SELECT \(consent), id, 1 FROM agency WHERE name = \(ReferralWorld.livelihood)
        """)
    }
    let form = try await sender.get("\(path)/new")
    for words in ["架空の勤め先には知らせない", "別れた夫のこと", "<li>\(ReferralWorld.livelihood)</li>"] { #expect(form.contains(words), "\(words)") }
    let filled = world.form(try await world.target(ReferralWorld.disability))
    let asked = try await sender.post(path, filled)
    #expect(asked.status == 200 && asked.field("confirmed") == "1")
    #expect(asked.contains("本人は次の共有を望んでいません：架空の勤め先には知らせない／別れた夫のこと／\(ReferralWorld.livelihood)"))
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 0)
    let sent = try await sender.post(path, filled + [("confirmed", "1")])
    #expect(sent.status == 303)
    let handed = try #require(try await world.signedIn("shougai").get(sent.location).handedOver)
    #expect(handed.contains("本人が共有を望まない機関・事項") && handed.contains("架空の勤め先には知らせない") && handed.contains("別れた夫のこと"))
  }

  @Test func `本人同意なしの相談で本人が納得していると書いたときは、一度確かめる`() async throws {
    let world = try await ReferralWorld.open()
    try await world.town.office.database.write {
      try $0.run("UPDATE consultation SET consent = 'notObtained' WHERE id = \(world.consultation)")
    }
    let sender = try await world.signedIn("houkatsu")
    let (path, to) = ("/cases/\(world.caseFile)/referrals", try await world.target(ReferralWorld.disability))
    let asked = try await sender.post(path, world.form(to))
    #expect(asked.status == 200 && asked.contains("相談受付は「本人同意なし」ですが"))
    let none = ["agreement": "notObtained", "explained_on": "", "explained_by": "", "no_consent_reason": "02"]
    #expect(try await sender.post(path, world.form(to, none)).status == 303)
  }

  @Test func `同じ機関へのつなぎが終わっていないときは、重ねて依頼する前に確かめる`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let first = try await world.request(ReferralWorld.disability)
    let (path, form) = ("/cases/\(world.caseFile)/referrals", world.form(try await world.target(ReferralWorld.disability)))
    let asked = try await sender.post(path, form)
    #expect(asked.status == 200 && asked.contains("すでに同じ機関へつないでいます（つなぎ R8-T00001）"))
    #expect(try await sender.post(path, world.form(try await world.target(ReferralWorld.livelihood))).status == 303)
    #expect(try await world.step(sender, first, "withdrawal", [("words", "本人の希望")]).status == 303)
    #expect(try await sender.post(path, form).status == 303)
  }

  @Test func `受理されると何が読まれるかを、書く画面で言う`() async throws {
    let world = try await ReferralWorld.open()
    let form = try await world.signedIn("houkatsu").get("/cases/\(world.caseFile)/referrals/new")
    #expect(form.contains("公開範囲が「支援チーム」の支援経過・添付も") && !form.contains("必要なものだけを選んでください"))
    let none = ["agreement": "notObtained", "explained_on": "", "explained_by": "", "no_consent_reason": "02"]
    let id = try await world.request(ReferralWorld.disability, none)
    let receiver = try await world.signedIn("shougai")
    #expect(try await world.step(receiver, id, "acceptance").status == 303)
    let onward = try await receiver.get("/cases/\(world.caseFile)/referrals/new")
    #expect(onward.contains("つなぎ先に見えるのは、ここで渡した内容とつなぎ先自身の記録だけです") && !onward.contains("id=\"sight\""))
  }

  @Test func `選んだ支援経過が訂正されても、選択は残り、新しい文面が渡る`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let path = "/cases/\(world.caseFile)/referrals"
    let to = try await world.target(ReferralWorld.disability)
    let draft = try await sender.post("\(path)/draft", [("to", to), ("note", "\(world.teamNote)")]).number
    var latest = world.teamNote
    for words in ["聞き直した", "さらに聞き直した"] {
      let form = NoteStory.good.filter { $0.0 != "facts" } + [("facts", words), ("correction_reason", "聞き違い")]
      #expect(try await sender.post("/cases/\(world.caseFile)/notes/\(latest)/correct", form).status == 303)
      latest = try await world.town.number("SELECT max(id) FROM note")
    }
    #expect(try await sender.get("/referrals/\(draft)/edit").contains("value=\"\(latest)\" checked"))
    let broken = try await sender.post(path, world.form(to, ["asked": ""], notes: [world.teamNote]))
    #expect(broken.status == 422 && broken.contains("value=\"\(latest)\" checked"))
    let sent = try await sender.post(path, world.form(to, notes: [world.teamNote]))
    #expect(sent.status == 303)
    let handed = try #require(try await sender.get(sent.location).handedOver)
    #expect(handed.contains("さらに聞き直した") && !handed.contains("回覧板が止まっている。"))
    let other = try await sender.post(path, world.form(to, notes: [1]) + [("confirmed", "1")])
    #expect(other.status == 404, "ほかの事例の記録は渡せない")
  }

  @Test func `渡せない公開範囲に訂正された支援経過は、入力を残して選び直しを求める`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let form = NoteStory.good.filter { $0.0 != "visibility" } + [("visibility", "meeting"), ("correction_reason", "会議の中だけの話")]
    #expect(try await sender.post("/cases/\(world.caseFile)/notes/\(world.teamNote)/correct", form).status == 303)
    let to = try await world.target(ReferralWorld.disability)
    let reply = try await sender.post("/cases/\(world.caseFile)/referrals", world.form(to, notes: [world.teamNote]))
    #expect(reply.status == 422 && reply.contains("訂正されて渡せなくなった") && reply.contains("息子さんの話を聞いてほしい"))
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 0)
  }

  @Test func `差戻しに足りないところは、一度に、それぞれの欄で示す`() async throws {
    let world = try await ReferralWorld.open()
    let id = try await world.request(ReferralWorld.disability)
    let reply = try await world.step(try await world.signedIn("shougai"), id, "hand-back", [("talked_summary", "残る言葉")])
    #expect(reply.status == 422 && reply.contains("（5件）") && reply.contains("残る言葉"))
    for field in ["reason_code", "words", "talked_on", "talked_with", "talked_how"] {
      #expect(reply.contains("id=\"f-\(field)-problem\""), "\(field)")
    }
    let late = try await world.step(
      try await world.signedIn("shougai"), id, "hand-back",
      ReferralWorld.handBack.filter { !["talked_on", "talked_how"].contains($0.0) } + [("talked_on", "R8.13.40")])
    #expect(late.contains("id=\"f-talked_on-problem\"") && late.contains("id=\"f-talked_how-problem\"") && late.contains("（2件）"))
  }
}
