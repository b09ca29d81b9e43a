import Foundation
import Store
import Testing

@testable import Office

/// 役割の一括設定: several people, one template, one day.
@Suite struct RoleSetStory {
  private func roles(_ town: Town, _ staff: Int, on day: String) async throws -> String {
    try await town.text(
      """
      SELECT group_concat(role) FROM (SELECT role FROM staff_role WHERE staff_id = \(staff) AND from_on <= \(day)
        AND (until_on IS NULL OR until_on >= \(day)) ORDER BY role)
      """) ?? ""
  }

  private func set(_ visitor: Visitor, _ people: [Int], _ template: String, from: String) async throws -> Reply {
    let query = people.map { "staff=\($0)" }.joined(separator: "&")
    let page = try await visitor.get("/staff/roles?\(query)&template=\(template)&from=\(Answer.percentEncoded(from))")
    guard page.status == 200 else { return page }
    let form = try SentForm(page, to: "/staff/roles", at: "/staff/roles\" method=\"post\"")
    return try await visitor.post("/staff/roles", form.fields)
  }

  @Test func `何人かを選んでひな形を当てると、前の日に終わり、その日に始まる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let list = try await administrator.get("/staff")
    #expect(list.contains("地域包括などの相談員") && list.contains("事業担当課 課長") && list.contains("form=\"role-set\""))
    let people = [try await town.staff("kakari"), try await town.staff("outreach")]
    let query = "staff=\(people[0])&staff=\(people[1])&template=counsellor&from=R9.4.1"
    let page = try await administrator.get("/staff/roles?\(query)")
    #expect(page.contains("係の責任者（R9.3.31まで）") && page.contains("相談員（R9.4.1から）") && page.contains("アウトリーチ支援員（R9.3.31まで）"))
    #expect(try await set(administrator, people, "counsellor", from: "R9.4.1").status == 303)
    #expect(try await roles(town, people[0], on: "2027-03-31") == "consultStaff,sectionSupervisor")
    for person in people { #expect(try await roles(town, person, on: "2027-04-01") == "consultStaff") }
    #expect(try await roles(town, people[1], on: "2027-03-31") == "outreachStaff")
    let again = try await administrator.get("/staff/roles?\(query)")
    #expect(again.contains("変わりません"))
  }

  @Test func `ほかの人が先に役割を変えていたら、何も変えずに両方を見せる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let person = try await town.staff("houkatsu")
    let page = try await administrator.get("/staff/roles?staff=\(person)&template=auditor")
    let form = try SentForm(page, to: "/staff/roles", at: "/staff/roles\" method=\"post\"")
    #expect(try await administrator.post("/staff/\(person)/roles", [("role", "outreachStaff")]).status == 303)
    let stale = try await administrator.post("/staff/roles", form.fields)
    #expect(stale.status == 409 && stale.contains("ほかの人が先に役割を変えました") && stale.contains("アウトリーチ支援員"))
    #expect(try await roles(town, person, on: "2026-11-21") == "consultStaff,outreachStaff")
  }

  @Test func `最後の管理者を外せず、自分の役割は増やせず、選び忘れは言葉で返る`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let own = try await town.staff("kanri")
    let last = try await set(administrator, [own], "auditor", from: "R9.4.1")
    #expect(last.status == 422 && last.contains("ほかのシステム管理者に設定を依頼してください"))
    let auditor = try await town.staff("kansa")
    #expect(try await set(administrator, [auditor], "administrator", from: "R9.4.1").status == 303)
    // Somebody else takes the administrator's role away on the day before there is another.
    let second = try await town.number("SELECT count(*) FROM staff_role WHERE role = 'systemAdministrator' AND until_on IS NULL")
    #expect(second == 2)
    #expect(try await set(administrator, [auditor], "statistics", from: "R9.4.1").status == 303)
    #expect(try await town.number("SELECT count(*) FROM staff_role WHERE role = 'systemAdministrator' AND until_on IS NULL") == 1)
    let empty = try await administrator.get("/staff/roles?template=x&from=%E3%81%84%E3%81%A4%E3%81%8B")
    #expect(empty.status == 422 && empty.contains("職員の一覧で選んでください") && empty.contains("ひな形を選んでください"))
    #expect(try await administrator.get("/staff/roles?staff=\(own)&template=auditor&from=R8.11.1").contains("今日から先の日付"))
    for name in ["houkatsu", "kakari", "kansa", "shi"] {
      #expect(try await town.signedIn(name).get("/staff/roles").status == 404)
      #expect(try await town.signedIn(name).post("/staff/roles", [("staff", "\(own)")]).status == 404)
    }
  }

  @Test func `一人だけの管理者からほかの人が役割を外すと断られる`() async throws {
    let town = try await Town.open()
    let own = try await town.staff("kanri")
    try await town.secondAdministrator(until: "2027-03-31")
    let colleague = try await town.signedIn("kanri2")
    let reply = try await set(colleague, [own], "statistics", from: "R9.4.1")
    #expect(reply.status == 422 && reply.contains("システム管理者がいなくなる"))
    #expect(try await roles(town, own, on: "2027-04-01") == "systemAdministrator")
  }
}
