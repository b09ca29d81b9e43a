import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 支援措置: registered by who sees the person, changed with a trace, ended with a reason.
struct ProtectionStory {
  /// A mother with a daughter who must not be found, at 包括東; 障害 works on the case too.
  struct Household {
    let town: Town
    let file: CaseFileID
    let mother: Int
    let daughter: Int

    static func open() async throws -> Household {
      let town = try await Town.open()
      let file = try await town.openCase()
      let (mother, daughter) = try await town.work(as: "houkatsu") { desk in
        let mother = try #require(try ResidentQueries.principal(desk.reading, of: try desk.open(file)))
        var facts = PersonFacts(name: PersonName(written: "架空 さくら", kana: "かくう さくら"))
        facts.address = "隣の市秘密町9-8-7"
        facts.phoneMobile = "000-0000-0009"
        facts.birth = PartialDate(stored: "1980-05-06") ?? .unknown
        let daughter = try ResidentRecords.register(desk.writing, ResidentRecords.Registration(facts), by: desk.staff.agencyID)
        let household = try HouseholdRecords.begin(desk, principal: mother)
        try HouseholdRecords.add(desk, to: household, .init(resident: daughter, relation: "05", note: "前の夫から逃げている"))
        try CaseFileRecords.place(desk, file, household: household)
        return (mother.number, daughter.number)
      }
      try await town.grant(file, to: "shougai", reach: .team)
      return Household(town: town, file: file, mother: mother, daughter: daughter)
    }

    var newPath: String { "/protections/new?case=\(file)&resident=\(daughter)" }

    /// Registers through the screen, as 包括東; gives the number.
    func register(_ changes: [String: String] = [:], also: [(String, String)] = []) async throws -> Int {
      let browser = try await town.signedIn("houkatsu")
      let form = try SentForm(try await browser.get(newPath), to: "/protections")
        .typing(["kind": "partnerViolence", "basis": "住民基本台帳事務の支援措置"].merging(changes) { $1 })
      let reply = try await browser.post("/protections", form.fields + also)
      try #require(reply.status == 303, "\(reply.text)")
      return reply.number
    }
  }

  @Test func `事例の人と理由の画面から、本人を見られる人だけが登録する`() async throws {
    let home = try await Household.open()
    let own = try await home.town.signedIn("houkatsu")
    let sight = try await own.get("/cases/\(home.file)/sight")
    #expect(sight.contains("/protections/new?case=\(home.file)&amp;resident=\(home.daughter)"))
    let form = try await own.get(home.newPath)
    let east = try await home.town.agency(of: "houkatsu")
    #expect(form.contains("name=\"cleared\" value=\"\(east)\" checked"), "登録する機関は選んである")
    let other = try await home.town.signedIn("kodomo")
    #expect(try await other.get(home.newPath).status == 404)

    let id = try await home.register()
    #expect(try await own.get("/protections").contains("架空 さくら"))
    #expect(try await own.get("/protections/\(id)").contains("登録"))
    #expect(try await own.get(home.newPath).location == "/protections/\(id)", "二つは持てない")
    #expect(try await home.town.number("SELECT count(*) FROM protection_event WHERE protection_id = \(id) AND event = 'registered'") == 1)
    for name in ["shougai", "kodomo", "shi"] {
      let browser = try await home.town.signedIn(name)
      #expect(try await !browser.get("/protections").contains("架空 さくら"), "\(name)")
      #expect(try await browser.get("/protections/\(id)").status == 404, "\(name)")
    }
  }

  @Test func `本人の事例に関わる機関が、知らせる機関として選んである`() async throws {
    let home = try await Household.open()
    let own = try await home.town.signedIn("houkatsu")
    let page = try await own.get("/protections/new?case=\(home.file)&resident=\(home.mother)")
    for name in ["houkatsu", "shougai"] {
      #expect(page.contains("name=\"cleared\" value=\"\(try await home.town.agency(of: name))\" checked"), "\(name)")
    }
  }

  @Test func `足りないものがあれば、入力は残り、何をすればよいかがわかる`() async throws {
    let home = try await Household.open()
    let own = try await home.town.signedIn("houkatsu")
    let form = try SentForm(try await own.get(home.newPath), to: "/protections").typing(["words": "郵便は送らない", "until": "R8.1.1"])
    let reply = try await own.post("/protections", form.fields)
    #expect(reply.status == 422)
    #expect(reply.contains("支援措置の種類が選ばれていません") && reply.contains("見直しの日が始まった日より後になっていません"))
    #expect(reply.contains("郵便は送らない"))
    #expect(try await home.town.number("SELECT count(*) FROM protection") == 0)
  }

  @Test func `変えたことは一つ一つ残り、先に変えられていたら両方の内容が見える`() async throws {
    let home = try await Household.open()
    let id = try await home.register()
    let own = try await home.town.signedIn("houkatsu")
    let form = try SentForm(try await own.get("/protections/\(id)/edit"), to: "/protections/\(id)")
    let west = try await home.town.agency(of: "houkatsu-nishi")
    #expect(try await own.send(form.typing(["level": "contacts"])).status == 200)
    let events = try await home.town.text("SELECT content FROM protection_event WHERE protection_id = \(id) AND event = 'changed'") ?? ""
    #expect(events.contains("隠す範囲") && events.contains("→") && !events.contains("根拠"))
    let second = form.typing(["words": "あとの人の文", "submission": "another"])
    let late = try await own.post("/protections/\(id)", second.fields + [("cleared", "\(west)")])
    #expect(late.status == 409)
    #expect(late.contains("あとの人の文") && late.contains("いまの登録") && late.contains("住所・連絡先・関わる機関を隠す"))
    let again = try SentForm(late, to: "/protections/\(id)")
    #expect(try await own.send(again).status == 200)
  }

  @Test func `見直しの日を過ぎると目立ち、隠したまま続く`() async throws {
    let home = try await Household.open()
    let id = try await home.register(["until": "R8.12.1"])
    home.town.pass(days: 60)
    let own = try await home.town.signedIn("houkatsu")
    #expect(try await own.get("/protections").contains("見直しの日を過ぎています"))
    #expect(try await own.get("/protections/\(id)").contains("支援措置は続いています"))
    #expect(try await !home.town.signedIn("shougai").get("/cases/\(home.file)").contains("さくら"))
  }

  @Test func `終えるには理由が要り、終えるとまた見える`() async throws {
    let home = try await Household.open()
    let id = try await home.register()
    let own = try await home.town.signedIn("houkatsu")
    let receiver = try await home.town.signedIn("shougai")
    #expect(try await !receiver.get("/cases/\(home.file)/household").contains("さくら"))
    let page = try await own.get("/protections/\(id)")
    let form = try SentForm(page, to: "/protections/\(id)/ending")
    #expect(try await own.post(form.action, form.fields).status == 422)
    #expect(try await own.send(form.typing(["end_reason": "架空の転出"])).contains("終了"))
    #expect(try await receiver.get("/cases/\(home.file)/household").contains("さくら"))
    #expect(
      try await own.post(form.action, form.typing(["end_reason": "もう一度", "submission": "another"]).fields).status == 404, "終わったものは変えられない")
  }

  @Test func `知らされている機関が書くときだけ、居場所を書かないようにと出る`() async throws {
    let home = try await Household.open()
    _ = try await home.register()
    let own = try await home.town.signedIn("houkatsu")
    let receiver = try await home.town.signedIn("shougai")
    for path in ["notes/new", "referrals/new"] {
      #expect(try await own.get("/cases/\(home.file)/\(path)").contains("支援措置の対象の方がいます"), "\(path)")
      #expect(try await !receiver.get("/cases/\(home.file)/\(path)").contains("支援措置の対象"), "\(path)")
    }
    #expect(try await own.get("/consultations/new?case=\(home.file)").contains("支援措置の対象の方がいます"))
  }

  @Test func `同じ人としてあとから結ばれた記録にも、支援措置が及ぶ`() async throws {
    let home = try await Household.open()
    _ = try await home.register()
    let daughter = home.daughter
    let file = try await home.town.work(as: "kodomo") { desk in
      var facts = PersonFacts(name: PersonName(written: "架空 さくら", kana: "かくう さくら"))
      facts.address = "見本市新町5-5"
      let second = try ResidentRecords.register(
        desk.writing, ResidentRecords.Registration(facts), by: desk.staff.agencyID, sameAs: ResidentID(daughter))
      return try CaseFileRecords.open(desk, .init(resident: second, household: nil, label: "架空 さくら", preConsent: false))
    }
    let page = try await home.town.signedIn("kodomo").get("/cases/\(file)")
    #expect(page.status == 200 && !page.contains("見本市新町5-5") && page.contains(PersonSight.mask))
  }
}
