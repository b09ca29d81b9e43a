import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 家族の年表: one chronology over people, agencies, plans and what the family tells.
struct FamilyTimelineStory {
  private func path(_ world: FamilyWorld) -> String { "/cases/\(world.file)/family-timeline" }

  @discardableResult
  private func tell(
    _ world: FamilyWorld, _ on: String, _ words: String, about name: String? = nil, until: String = ""
  ) async throws -> Reply {
    try await world.town.signedIn("houkatsu").post(
      "\(path(world))/events",
      [("event_on", on), ("event_until", until), ("event_words", words), ("event_who", name.map(world.key) ?? "")])
  }

  @Test func `聞いたできごとが、人・機関の記録と一つの年表に並ぶ`() async throws {
    let world = try await FamilyWorld.open()
    _ = try await world.tell(.union, "divorce", "はな", "一", from: "昭和40年", until: "昭和50年")
    #expect(try await tell(world, "平成20年4月", "架空の工場を辞める", about: "桃香", until: "平成22年").status == 303)
    #expect(try await tell(world, "昭和60年", "東町に転居").status == 303)
    let page = try await world.town.signedIn("houkatsu").get(path(world))
    #expect(page.contains("<svg") && page.contains("図と同じ内容の表"))
    #expect(page.contains("架空の工場を辞める") && page.contains("家族のできごと：東町に転居") && page.contains("離婚"))
    let table = page.text.components(separatedBy: "図と同じ内容の表").last ?? ""
    let places = ["離婚", "東町に転居", "架空の工場を辞める"].compactMap { table.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "時の順に並ぶ")
  }

  @Test func `めもりと範囲を選べて、紙では1枚に収まる`() async throws {
    let world = try await FamilyWorld.open()
    try await tell(world, "R8.10.1", "架空の集まりに出る")
    try await tell(world, "昭和60年", "転居する")
    let browser = try await world.town.signedIn("houkatsu")
    let near = try await browser.get("\(path(world))?zoom=months&years=1")
    #expect(near.contains("架空の集まりに出る") && near.contains("10月"))
    let table = near.text.components(separatedBy: "図と同じ内容の表").last?.components(separatedBy: "できごとを加える").first ?? ""
    #expect(!table.contains("転居する"), "範囲の外は図にも表にもない")
    let file = world.file
    #expect(try await browser.get("/cases/\(file)/print/family-timeline?zoom=months&years=1").bytes.starts(with: Array("%PDF".utf8)))
    try await PaperGolden.compare(world.town, as: "houkatsu", "family-timeline") { desk in
      try FamilyTimelinePaper(desk, try desk.open(file)).sections
    }
  }

  @Test func `足りない入力は断り、取り消したできごとは消えずに図から外れる`() async throws {
    let world = try await FamilyWorld.open()
    let empty = try await tell(world, "", "")
    #expect(empty.status == 422 && empty.contains("「不詳」と入力") && empty.contains("どのようなことがあったか"))
    try await tell(world, "不詳", "架空のけが")
    let id = try await world.town.number("SELECT max(id) FROM life_event")
    let browser = try await world.town.signedIn("houkatsu")
    #expect(try await browser.get(path(world)).contains("（時期不詳）架空のけが"))
    #expect(try await browser.post("\(path(world))/event-endings", [("event", "\(id)")]).status == 303)
    #expect(try await browser.post("\(path(world))/event-endings", [("event", "\(id)")]).status == 409)
    #expect(try await !browser.get(path(world)).contains("架空のけが"))
    #expect(try await world.town.number("SELECT count(*) FROM life_event") == 1)
    await #expect(throws: (any Error).self) { _ = try await world.town.office.database.write { try $0.run("DELETE FROM life_event") } }
  }

  @Test func `見せない人のできごとは、段もことばも跡がない`() async throws {
    let world = try await FamilyWorld.open()
    try await tell(world, "平成20年", "架空の工場を辞める", about: "桃香")
    try await tell(world, "平成21年", "はなと桃香が話さなくなる")
    try await tell(world, "平成22年", "はなが入院する", about: "はな")
    try await world.hide("桃香")
    let other = try await world.town.signedIn("shougai")
    let page = try await other.get(path(world))
    #expect(page.status == 200 && page.contains("はなが入院する"))
    for trace in ["桃香", world.key("桃香"), "工場", "話さなくなる", "表示していません"] { #expect(!page.contains(trace), "\(trace)") }
    #expect(try await !other.get("/cases/\(world.file)/print/family-timeline?as=csv").contains("工場"))
    let id = try await world.town.number("SELECT min(id) FROM life_event")
    #expect(try await other.post("\(path(world))/event-endings", [("event", "\(id)")]).status == 404)
    for name in ["konkyuu", "kanri"] { #expect(try await world.town.signedIn(name).get(path(world)).status == 404) }
  }
}
