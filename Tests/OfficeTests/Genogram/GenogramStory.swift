import Casework
import Foundation
import Store
import Testing

@testable import Office

/// ジェノグラム: drawn from the records of the household and from what was told.
struct GenogramStory {
  @Test func `世帯の記録から図ができ、同じ内容の表と凡例がそばにある`() async throws {
    let world = try await FamilyWorld.open()
    let page = try await world.town.signedIn("houkatsu").get(world.path)
    #expect(page.status == 200 && page.contains("<svg") && page.contains("図と同じ内容の表") && page.contains("凡例"))
    for name in world.people.keys { #expect(page.contains("架空 \(name)")) }
    let row = "row-\(world.key("桃香"))"
    #expect(page.contains("<a href=\"#\(row)\" aria-label=\"架空 桃香（子）") && page.contains("id=\"\(row)\""), "図から表へ、キーボードで行ける")
    #expect(page.contains("架空 太郎（夫）、架空 桃香（子）と同居"), "同居の囲みは、いま同居している人だけ")
    #expect(page.contains("聞けていないこと") && page.contains("はどなたですか"))
    #expect(page.contains("この情報を見られる理由"))
  }

  @Test func `離婚・実の父母・死亡を記録すると図に表れ、聞き直したことは前の記録を消さずに代わる`() async throws {
    let world = try await FamilyWorld.open()
    for reply in [
      try await world.tell(.union, "marriage", "はな", "一", from: "昭和40年"),
      try await world.tell(.union, "divorce", "一", "はな", from: "昭和40年", until: "昭和50年"),
      try await world.tell(.parentage, "birth", "桃香", "一"), try await world.tell(.death, "", "一", from: "平成10年"),
    ] { #expect(reply.status == 303, "\(reply.text)") }
    let page = try await world.town.signedIn("houkatsu").get(world.path)
    #expect(page.contains("架空 一（その他）と離婚（昭和40年(1965年)から昭和50年(1975年)まで）"))
    #expect(page.contains("架空 はな（本人）と架空 一（その他）の子") || page.contains("架空 一（その他）と架空 はな（本人）の子"))
    #expect(page.contains("亡くなった（平成10年(1998年)"))
    #expect(page.contains("取り消した・改めた記録（1件）"))
    #expect(try await world.town.number("SELECT count(*) FROM family_fact") == 4)
    #expect(try await world.version() == 4)
  }

  @Test func `亡くなったと聞いた方は、世帯の一覧でも生きているように見えない`() async throws {
    let world = try await FamilyWorld.open()
    #expect(try await world.tell(.death, "", "一", from: "平成10年").status == 303)
    let browser = try await world.town.signedIn("houkatsu")
    for path in ["/cases/\(world.file)", "/cases/\(world.file)/household"] {
      let page = try await browser.get(path)
      #expect(page.contains("死亡") && !page.contains("（88歳）") && !page.contains("（87〜88歳）"), "\(path)")
    }
  }

  @Test func `気持ちのつながりは、選んだときだけ図と書類に描かれる`() async throws {
    let world = try await FamilyWorld.open()
    let told = try await world.tell(.tie, "physicalAbuse", "太郎", "はな")
    #expect(told.status == 303 && told.location == "\(world.path)?ties=on#facts")
    let browser = try await world.town.signedIn("houkatsu")
    let words = "架空 太郎（夫）から：身体的な暴力"
    let plain = try await browser.get(world.path)
    #expect(plain.contains("気持ちのつながりは描いていません"))
    let drawn = try await browser.get("\(world.path)?ties=on")
    #expect(!drawn.contains("気持ちのつながりは描いていません"))
    #expect(drawn.contains(words) && !plain.contains(words), "記録した内容の一覧のほかに、図と表にも書かれる")
    let paper = "/cases/\(world.file)/print/genogram?as=csv"
    #expect(!(try await browser.get(paper)).contains(words))
    #expect(try await browser.get("\(paper)&ties=on").contains(words))
    // 間柄を知られてはならない方が一方なら、線も文字もない。
    try await world.hide("太郎")
    let other = try await world.town.signedIn("shougai").get("\(world.path)?ties=on")
    #expect(other.status == 200 && !other.contains("へ：身体的な暴力") && !other.contains("架空 太郎"))
  }

  @Test func `足りない記録と親子の逆は断り、先に変えられていたら知らせる`() async throws {
    let world = try await FamilyWorld.open()
    let missing = try await world.tell(.union, "", "はな", "はな")
    #expect(missing.status == 422 && missing.contains("どれに当たるかを選んでください"))
    let same = try await world.tell(.union, "marriage", "はな", "はな")
    #expect(same.status == 422 && same.contains("別の方を選んでください"))
    #expect(try await world.tell(.parentage, "birth", "桃香", "はな").status == 303)
    #expect(try await world.tell(.parentage, "birth", "はな", "桃香").contains("親と子が逆"))
    let browser = try await world.town.signedIn("houkatsu")
    let old = try await browser.post(
      "\(world.path)/facts", [("topic", "keyPerson"), ("version", "0"), ("keyPerson-one", world.key("桃香"))])
    #expect(old.status == 409 && old.contains("ほかの人が先に記録しました"))
    let id = try await world.town.number("SELECT max(id) FROM family_fact")
    let end = [("fact", "\(id)"), ("version", "1")]
    #expect(try await browser.post("\(world.path)/fact-endings", end).status == 303)
    #expect(try await browser.post("\(world.path)/fact-endings", end).status == 409)
    await #expect(throws: (any Error).self) { _ = try await world.town.office.database.write { try $0.run("DELETE FROM family_fact") } }
    await #expect(throws: (any Error).self) {
      _ = try await world.town.office.database.write { try $0.run("UPDATE family_fact SET kind = 'marriage'") }
    }
  }

  @Test func `記号のきまりを切り替えられ、外へ出す図には頭文字だけが載る`() async throws {
    let world = try await FamilyWorld.open()
    _ = try await world.tell(.death, "", "一")
    let browser = try await world.town.signedIn("houkatsu")
    #expect(try await browser.get(world.path).text != browser.get("\(world.path)?symbols=mcgoldrick").text)
    let initials = try await browser.get("\(world.path)?initials=on")
    for name in world.people.keys { #expect(!initials.contains("架空 \(name)")) }
    #expect(initials.contains("A（本人）"))
  }

  @Test func `並びを直すと残り、人が加わっても保たれ、自動の並びに戻せる`() async throws {
    let world = try await FamilyWorld.open()
    let browser = try await world.town.signedIn("houkatsu")
    func order() async throws -> [String] {
      let text = try await browser.get("\(world.path)/positions").text
      func place(_ name: String) -> String.Index { text.range(of: "place-\(world.key(name))")?.lowerBound ?? text.endIndex }
      return ["はな", "太郎", "一"].sorted { place($0) < place($1) }
    }
    _ = try await world.tell(.union, "divorce", "はな", "一")
    let before = try await order()
    let form = try SentForm(try await browser.get("\(world.path)/positions"), to: "\(world.path)/positions")
    let first = world.key(before[0])
    #expect(try await browser.post(form.action, form.fields + [("move", "right:\(first)")]).status == 303)
    #expect(try await order() == [before[1], before[0], before[2]])
    #expect(try await browser.post(form.action, form.fields.filter { $0.0 != "submission" }).status == 409)
    let again = try SentForm(try await browser.get("\(world.path)/positions"), to: "\(world.path)/positions")
    #expect(try await browser.post(form.action, again.typing(["place-\(first)": "9"]).fields).contains("1から3までの数"))
    #expect(try await browser.post(form.action, again.typing(["place-\(first)": "3"]).fields.filter { $0.0 != "submission" }).status == 303)
    #expect(try await order() == [before[1], before[2], before[0]])
    _ = try await world.tell(.union, "divorce", "一", "はな")
    #expect(try await order() == [before[1], before[2], before[0]])
    let reset = try SentForm(try await browser.get("\(world.path)/positions"), to: "\(world.path)/position-resets")
    #expect(try await browser.post(reset.action, reset.fields).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM genogram_place") == 0)
  }

  @Test func `見せない人は、図にも表にも凡例にも数にも跡がなく、初めからいなかったのと同じ`() async throws {
    let world = try await FamilyWorld.open()
    _ = try await world.tell(.union, "divorce", "はな", "一")
    _ = try await world.tell(.parentage, "adopted", "桃香", "一")
    _ = try await world.tell(.keyPerson, "", "桃香")
    try await world.hide("桃香")
    let own = try await world.town.signedIn("houkatsu")
    #expect(try await own.get(world.path).contains("架空 桃香"))
    let other = try await world.town.signedIn("shougai")
    for page in [try await other.get(world.path), try await other.get("\(world.path)/positions")] {
      #expect(page.status == 200)
      for trace in ["桃香", world.key("桃香"), "★", "表示していません"] { #expect(!page.contains(trace), "\(trace)") }
    }
    let page = try await other.get(world.path)
    let svg = page.text.components(separatedBy: "<svg").last?.components(separatedBy: "</svg>").first ?? ""
    #expect(svg.contains("凡例") && !svg.contains("養子") && !svg.contains("キーパーソン"))
    #expect(page.contains("4人の家族の図") && !page.contains("5人の家族"))
    let csv = try await other.get("/cases/\(world.file)/print/genogram?as=csv")
    #expect(csv.status == 200 && !csv.contains("桃香") && csv.contains("架空 太郎"))
    let fact = try await world.town.number("SELECT id FROM family_fact WHERE topic = 'keyPerson'")
    #expect(try await other.post("\(world.path)/fact-endings", [("fact", "\(fact)"), ("version", "3")]).status == 404)
  }

  @Test func `渡された分だけを見る機関と、事例を見られない人には図がない`() async throws {
    let world = try await FamilyWorld.open()
    try await world.town.grant(world.file, to: "kodomo", reach: .handedOver)
    let page = try await world.town.signedIn("kodomo").get(world.path)
    #expect(page.status == 200 && page.contains("本人の同意が確認されて") && !page.contains("架空 太郎"))
    #expect(try await world.town.signedIn("kodomo").get("\(world.path)/positions").status == 404)
    for name in ["konkyuu", "kanri", "kansa"] { #expect(try await world.town.signedIn(name).get(world.path).status == 404, "\(name)") }
  }

  @Test func `紙には図と凡例と表が載り、横長の図は横置きになる`() async throws {
    let world = try await FamilyWorld.open()
    _ = try await world.tell(.union, "divorce", "はな", "一", from: "昭和40年", until: "昭和50年")
    _ = try await world.tell(.parentage, "birth", "桃香", "一")
    let file = world.file
    try await PaperGolden.compare(world.town, as: "houkatsu", "genogram") { desk in [try GenogramPaper(desk, try desk.open(file)).section] }
    let browser = try await world.town.signedIn("houkatsu")
    let pdf = try await browser.get("/cases/\(file)/print/genogram")
    #expect(pdf.status == 200 && pdf.bytes.starts(with: Array("%PDF".utf8)))
    #expect(try await browser.get("/cases/\(file)/print/genogram?as=xlsx").bytes.starts(with: Array("PK".utf8)))
    #expect(try await browser.get("/cases/\(file)/print").contains("ジェノグラム"))
  }
}
