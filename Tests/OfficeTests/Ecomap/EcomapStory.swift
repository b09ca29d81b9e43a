import Casework
import Foundation
import Store
import Testing

@testable import Office

/// エコマップ: dated versions of what is around a household.
struct EcomapStory {
  private func path(_ world: FamilyWorld) -> String { "/cases/\(world.file)/ecomap" }

  /// Draws a version through the page; the changes are typed over what the form offers.
  @discardableResult
  private func draw(_ world: FamilyWorld, by signInName: String = "houkatsu", _ changes: [String: String]) async throws -> Reply {
    let browser = try await world.town.signedIn(signInName)
    let form = try SentForm(try await browser.get("\(path(world))/new"), to: path(world))
    return try await browser.post(form.action, form.typing(changes).fields)
  }

  @Test func `関わる機関から描きはじめ、線の種類・近さ・矢印を別々に選んで、版として残す`() async throws {
    let world = try await FamilyWorld.open()
    let browser = try await world.town.signedIn("houkatsu")
    #expect(try await browser.get(path(world)).contains("エコマップはまだありません"))
    let form = try SentForm(try await browser.get("\(path(world))/new"), to: path(world))
    let name = form["s1-label"]
    #expect(form["s0-label"].contains("包括") && !name.isEmpty && form["s2-label"].isEmpty)
    let made = try await draw(
      world,
      [
        "s1-kind": "disability", "s1-near": "3", "s1-bond": "strong", "s1-flow": "backward", "s1-words": "月２回訪問",
        "s2-label": "架空 隣さん", "s2-kind": "friends", "s2-bond": "weak", "s2-person": "1", "t0-from": "s0", "t0-to": "s1",
        "t0-bond": "stressful", "remark": "架空の状況",
      ])
    #expect(made.status == 303, "\(made.text)")
    let page = try await browser.get(path(world))
    #expect(page.contains("令和8年11月の状況") && page.contains("<svg") && page.contains("図と同じ内容の表") && page.contains("架空の状況"))
    #expect(page.contains("本人の世帯と：強い・よい関係、\(name)から本人の世帯へ（月２回訪問）"))
    #expect(page.contains("ストレス・対立のある関係") && page.contains("凡例"))
  }

  @Test func `新しい版は前の版を書き換えず、変わったことが文で言われる`() async throws {
    let world = try await FamilyWorld.open()
    try await draw(world, ["s2-label": "架空の職場", "s2-kind": "workplace", "s2-bond": "stressful"])
    let first = try await world.town.number("SELECT max(id) FROM ecomap")
    world.town.pass(days: 40)
    try await draw(world, ["s2-label": "", "s3-label": "架空サロン", "s3-kind": "localActivity", "s3-bond": "strong", "s1-bond": "strong"])
    let second = try await world.town.number("SELECT max(id) FROM ecomap")
    let browser = try await world.town.signedIn("houkatsu")
    let both = try await browser.get("\(path(world))?version=\(second)&with=\(first)")
    #expect(both.contains("令和8年11月の状況から令和8年12月の状況までに変わったこと"))
    #expect(both.contains("「架空サロン」が加わった") && both.contains("「架空の職場」がなくなった") && both.contains("から「強い・よい関係」に"))
    #expect(both.text.components(separatedBy: "<svg").count == 3)
    #expect(try await browser.get("\(path(world))?version=\(first)").contains("架空の職場"))
    #expect(try await browser.get("\(path(world))?version=999").status == 404)
    for sql: SQL in ["UPDATE ecomap SET remark = 'x'", "DELETE FROM ecomap"] {
      await #expect(throws: (any Error).self) { _ = try await world.town.office.database.write { try $0.run(sql) } }
    }
    let file = world.file
    for (id, copy) in [("ecomap", second), ("ecomap-two", second)] {
      let query = id == "ecomap" ? "" : "&with=\(first)"
      #expect(try await browser.get("/cases/\(file)/print/ecomap?copy=\(copy)\(query)").bytes.starts(with: Array("%PDF".utf8)))
    }
    try await PaperGolden.compare(world.town, as: "houkatsu", "ecomap") { desk in
      let view = try EcomapQueries.view(desk, try desk.open(file))
      return [
        EcomapPaper.section([view.versions[0]].map { ($0.title, $0.map) }, number: "R8-架空"),
        EcomapPaper.section(view.versions.reversed().map { ($0.title, $0.map.initialled()) }, number: "R8-架空"),
      ]
    }
  }

  @Test func `先に新しい版が残されていたら、入力を残して知らせる`() async throws {
    let world = try await FamilyWorld.open()
    let browser = try await world.town.signedIn("houkatsu")
    let form = try SentForm(try await browser.get("\(path(world))/new"), to: path(world)).typing(["s2-label": "架空あとから"])
    try await draw(world, by: "shougai", [:])
    let late = try await browser.post(form.action, form.fields)
    #expect(late.status == 409 && late.contains("架空あとから"))
    #expect(try await browser.send(try SentForm(late, to: path(world))).contains("架空あとから"))
    #expect(try await world.town.number("SELECT count(*) FROM ecomap") == 2)
    let empty = try await draw(world, ["s0-label": "", "s1-label": "", "s2-label": ""])
    #expect(empty.status == 422 && empty.contains("一つも入っていません"))
  }

  @Test func `見せない人と機関は跡がなく、見えない人が描いた次の版でも失われない`() async throws {
    let world = try await FamilyWorld.open()
    try await draw(world, ["s1-member": world.key("桃香"), "s2-label": "架空 桃香の友だち", "s2-bond": "strong"])
    try await world.hide("桃香")
    let other = try await world.town.signedIn("shougai")
    for page in [try await other.get(path(world)), try await other.get("\(path(world))/new")] {
      #expect(page.status == 200 && !page.contains("桃香") && !page.contains(world.key("桃香")) && !page.contains("表示していません"))
    }
    #expect(try await other.get(path(world)).contains("世帯のまわりの2の人・機関"), "数にも出ない")
    try await draw(world, by: "shougai", ["s4-label": "架空サロン", "s4-bond": "weak"])
    let own = try await world.town.signedIn("houkatsu").get(path(world))
    #expect(own.contains("架空 桃香の友だち") && own.contains("架空サロン") && own.contains("架空 桃香（子）"))
    #expect(try await !other.get("/cases/\(world.file)/print/ecomap?as=csv").contains("桃香"))
    for name in ["konkyuu", "kanri"] { #expect(try await world.town.signedIn(name).get(path(world)).status == 404) }
    try await world.town.grant(world.file, to: "kodomo", reach: .handedOver)
    let handed = try await world.town.signedIn("kodomo")
    #expect(try await handed.get(path(world)).contains("エコマップはまだありません"))
    #expect(try await handed.get("\(path(world))/new").status == 404)
  }
}
