import Casework
import Foundation
import Store
import Testing

@testable import Office

/// だれがわたしの記録を見たか: an answer in plain words, kept as it was given.
struct AccessAnswerStory {
  private func opened() async throws -> (AccessWorld, Visitor) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for _ in 0..<2 { _ = try await own.get("/cases/\(world.caseFile)") }
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    _ = try await stranger.get("/cases/\(world.caseFile)")
    return (world, try await world.town.signedIn(AccessVisitor.staff(.unrelated, .auditor).signInName))
  }

  private let form = [("case", "R8-90001"), ("requested_on", "R8.11.21"), ("from", "R8.11.1"), ("until", "R8.11.21")]

  @Test func `日・機関・行為と回数を示し、職員の氏名はふだん載せない`() async throws {
    let (world, auditor) = try await opened()
    #expect(try await auditor.get("/audit/answers/new?case=R8-90001").contains("value=\"R8-90001\""))
    let sent = try await auditor.post("/audit/answers", form)
    #expect(sent.status == 303)
    let page = try await auditor.get(sent.location)
    #expect(page.contains("架空機関 own") && page.contains("事例の閲覧") && page.contains("<td class=\"number\">2</td>"))
    #expect(page.contains("令和8年11月21日"))
    let answer = page.text.components(separatedBy: "<main")[1]
    #expect(!answer.contains("架空 職員"), "職員の氏名は載せない")
    #expect(!answer.contains("架空機関 unrelated"), "断られた人は見ていない")
    #expect(!page.hasCanary)
    let sheet = try await auditor.get("\(sent.location)/export")
    #expect(sheet.contains("令和8年11月21日,架空機関 own,事例の閲覧,2\r\n"))
    let subject = try await world.town.text("SELECT subject FROM audit_entry WHERE act = 'answerWhoSaw' AND detail LIKE '%件' LIMIT 1")
    #expect(subject == "answer \(sent.number) of case \(world.caseFile)")
  }

  @Test func `決まりによっては氏名を載せ、機関の名前を伏せることもできる`() async throws {
    let (_, auditor) = try await opened()
    let named = try await auditor.get(try await auditor.post("/audit/answers", form + [("names_staff", "1")]).location)
    #expect(named.contains("<td>架空 職員</td>"))
    let veiled = try await auditor.get(try await auditor.post("/audit/answers", form + [("without_agencies", "1")]).location)
    #expect(veiled.contains("関係機関") && !veiled.contains("架空機関 own"))
  }

  @Test func `回答はあとで見た人が増えても変わらず、書き換えも削除もできない`() async throws {
    let (world, auditor) = try await opened()
    let path = try await auditor.post("/audit/answers", form).location
    let before = try await auditor.get(path)
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    #expect(try await auditor.get(path).bytes == before.bytes)
    #expect(try await auditor.get("/audit/answers").contains("R8-90001"))
    for sql in ["UPDATE access_answer SET lines = '[]'", "DELETE FROM access_answer"] {
      await #expect(throws: (any Error).self) { try await world.town.office.database.write { try $0.run("\(raw: sql)") } }
    }
  }

  @Test func `足りないものは、入力を残して直し方を言う`() async throws {
    let (world, auditor) = try await opened()
    let empty = try await auditor.post("/audit/answers", [("case", "R8-99999"), ("from", "R8.11.2"), ("until", "R8.11.1")])
    #expect(empty.status == 422)
    for words in ["その番号の事例はありません", "請求を受けた日が入っていません", "期間のおわりが、はじめより前です", "value=\"R8-99999\""] {
      #expect(empty.contains(words), "\(words)")
    }
    #expect(try await auditor.post("/audit/answers").status == 422)
    #expect(try await auditor.get("/audit/answers/999999").status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM access_answer WHERE lines <> '[]'") == 0)
  }
}
