import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 支援措置と日々の仕事: what is handed on, looked for, attached and corrected where somebody is protected.
struct ProtectedWorkStory {
  private typealias Household = ProtectionStory.Household

  @Test func `知らされていない機関へのつなぎには、隠した人も住所も入らない`() async throws {
    let home = try await Household.open()
    _ = try await home.register()
    let own = try await home.town.signedIn("houkatsu")
    let note = try await home.town.addNote(home.file, by: "houkatsu", "長女のさくらさんは隣の市秘密町9-8-7に移った。")
    let to = try await home.town.agency(of: "konkyuu")
    let reply = try await own.post(
      "/cases/\(home.file)/referrals",
      [
        ("to", "a\(to)"), ("referral_reason", "さくらさんの件で"), ("asked", "話を聞いてほしい"), ("prior_on", "R8.11.20"), ("prior_at", "14:05"),
        ("prior_with", "相談員"), ("accompany", "yes"), ("agreement", "agreed"), ("explained_on", "R8.11.20"), ("explained_by", "架空 花子"),
        ("answer_due", "R8.11.28"), ("note", "\(note)"),
      ])
    try #require(reply.status == 303, "\(reply.text)")
    let snapshot = try await home.town.text("SELECT snapshot FROM referral WHERE id = \(reply.number)") ?? ""
    for word in ["さくら", "秘密町", "逃げている"] { #expect(!snapshot.contains(word), "\(word)") }
    #expect(snapshot.contains(PersonSight.mask))
    let page = try await home.town.signedIn("konkyuu").get("/referrals/\(reply.number)")
    #expect(page.status == 200 && !page.contains("さくら"))
  }

  @Test func `隠した人は、同じ人の確認でもだれでもない`() async throws {
    let home = try await Household.open()
    var facts = PersonFacts(name: PersonName(written: "架空 さくら", kana: "かくう さくら"))
    facts.birth = PartialDate(stored: "1980-05-06") ?? .unknown
    let person = facts
    func found(_ name: String) async throws -> (Int, Bool) {
      try await home.town.work(as: name) { desk in
        let finding = try SamePersonQueries.find(desk, desk.scope, person)
        return (finding.candidates.count, finding.onRecord != nil)
      }
    }
    #expect(try await found("kodomo") == (0, true), "支援措置の前は、記録があるとわかる")
    _ = try await home.register()
    #expect(try await found("houkatsu") == (1, false))
    #expect(try await found("shougai") == (0, false), "同じ世帯の事例を見られても")
    #expect(try await found("kodomo") == (0, false))
  }

  @Test func `居場所のわかるファイルは、知らされている機関だけに見える`() async throws {
    let home = try await Household.open()
    _ = try await home.register()
    let own = try await home.town.signedIn("houkatsu")
    let receiver = try await home.town.signedIn("shougai")
    #expect(try await own.get("/cases/\(home.file)/attachments/new").contains("居場所がわかる内容か"))
    #expect(try await !receiver.get("/cases/\(home.file)/attachments/new").contains("居場所"))
    let path = "/cases/\(home.file)/attachments"
    for (name, answer) in [("秘密.txt", "yes"), ("未回答.txt", ""), ("公開.txt", "no")] {
      let reply = try await own.upload(
        path, [("visibility", "team"), ("whereabouts", answer)], file: ("file", name, Array("架空の文書".utf8)))
      try #require(reply.status == 303, "\(reply.text)")
    }
    let page = try await receiver.get("/cases/\(home.file)")
    #expect(page.contains("公開.txt") && !page.contains("秘密.txt") && !page.contains("未回答.txt"))
    let secret = try await home.town.number("SELECT id FROM attachment WHERE name = '秘密.txt'")
    #expect(try await receiver.get("\(path)/\(secret)").status == 404)
    #expect(try await own.get("\(path)/\(secret)").status == 200)
  }

  @Test func `住所を見られない機関が本人の情報を直しても、住所は消えない`() async throws {
    let home = try await Household.open()
    let mother = home.mother
    try await home.town.work(as: "houkatsu") { desk in
      var draft = ProtectionDraft()
      (draft.kind, draft.level, draft.basis) = (.elderAbuse, .contacts, "架空")
      (draft.from, draft.until, draft.cleared) = (desk.today, desk.today.adding(days: 300), [desk.staff.agencyID])
      _ = try ProtectionRecords.register(desk, of: ResidentID(mother), draft, content: "架空")
    }
    let receiver = try await home.town.signedIn("shougai")
    let page = try await receiver.get("/cases/\(home.file)/resident/edit")
    #expect(page.contains(PersonSight.mask) && !page.contains("見本市東町1-1"))
    let form = try SentForm(page, to: "/cases/\(home.file)/resident").typing(["other_name": "架空 旧姓"])
    #expect(try await receiver.send(form).status == 200)
    #expect(try await home.town.text("SELECT address FROM resident WHERE id = \(mother)") == "見本市東町1-1")
    #expect(try await home.town.text("SELECT other_name FROM resident WHERE id = \(mother)") == "架空 旧姓")
  }

  @Test func `住所を隠した人の事例では、関わる機関の名前も一覧の選択肢も見えない`() async throws {
    let home = try await Household.open()
    let mother = home.mother
    try await home.town.grant(home.file, to: "kodomo", reach: .team)
    _ = try await home.town.addNote(home.file, by: "kodomo", "架空の記録")
    try await home.town.work(as: "houkatsu") { desk in
      var draft = ProtectionDraft()
      (draft.kind, draft.level, draft.basis) = (.elderAbuse, .contacts, "架空")
      (draft.from, draft.until, draft.cleared) = (desk.today, desk.today.adding(days: 300), [desk.staff.agencyID])
      _ = try ProtectionRecords.register(desk, of: ResidentID(mother), draft, content: "架空")
    }
    let receiver = try await home.town.signedIn("shougai")
    let children = "見本市こども家庭センター"
    for path in ["/cases/\(home.file)", "/cases/\(home.file)/sight"] {
      #expect(try await !receiver.get(path).contains(children), "\(path)")
      #expect(try await home.town.signedIn("houkatsu").get(path).contains(children), "\(path)")
    }
    #expect(try await receiver.get("/cases/\(home.file)").contains("架空の記録"), "記録そのものは読める")
    let asked = try await receiver.get("/cases/\(home.file)?agency=\(try await home.town.agency(of: "kodomo"))")
    #expect(!asked.contains("架空の記録"), "機関を名指して探しても出ない")
  }

  @Test func `渡すファイルの名前も、一覧と同じに伏せる`() {
    let veil = Veil()
    veil.add(["架空 さくら"])
    let file = Answer.Download(name: "架空 さくらの写真.jpg", type: "image/jpeg", bytes: Array("架空 さくら".utf8))
    guard case .download(let sent) = Answer.download(file).veiled(by: veil) else { return }
    #expect(sent.name == "\(PersonSight.mask)の写真.jpg")
    #expect(sent.bytes == file.bytes, "持ち込まれたファイルの中身はそのまま")
  }
}
