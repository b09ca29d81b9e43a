import Testing

@testable import Casework

@Suite struct `役割のひな形` {
  private let first = day("2027-04-01")
  private let own = StaffID(rawValue: 1)
  private let other = StaffID(rawValue: 2)

  @Test func `ひな形にない役割は前の日に終わり、足りない役割がその日に始まる`() {
    let change = RoleChange(
      held: [HeldRole(.consultStaff, from: day("2026-04-01")), HeldRole(.sectionSupervisor, from: day("2026-04-01"))],
      to: [.consultStaff, .outreachStaff], from: first)
    #expect(change.kept == [.consultStaff] && change.begun == [.outreachStaff])
    #expect(change.ended.map(\.role) == [.sectionSupervisor] && change.lastDay == day("2027-03-31"))
    #expect(!change.changesNothing)
  }

  @Test func `もう終わった役割には触れず、同じ役割なら何も変わらない`() {
    let ended = HeldRole(.auditor, from: day("2025-04-01"), until: day("2026-03-31"))
    let change = RoleChange(held: [ended, HeldRole(.consultStaff, from: day("2026-04-01"))], to: [.consultStaff], from: first)
    #expect(change.changesNothing)
  }

  @Test func `期限のある役割と先の日に始まる役割は、ひな形の日から付け直す`() {
    let limited = HeldRole(.consultStaff, from: day("2026-04-01"), until: day("2027-06-30"))
    let later = HeldRole(.consultStaff, from: day("2027-05-01"))
    let change = RoleChange(held: [limited, later], to: [.consultStaff], from: first)
    #expect(change.ended == [limited, later] && change.begun == [.consultStaff])
  }

  @Test func `自分の役割は、減らせても増やせない`() throws {
    let held = [HeldRole(.systemAdministrator, from: day("2026-04-01")), HeldRole(.auditor, from: day("2026-04-01"))]
    let wider = RoleChange(held: held, to: [.systemAdministrator, .cityManager], from: first)
    let narrower = RoleChange(held: held, to: [.systemAdministrator], from: first)
    expectHelpful(try #require(wider.refusal(of: own, by: own)))
    #expect(wider.refusal(of: other, by: own) == nil && narrower.refusal(of: own, by: own) == nil)
  }

  @Test func `管理者・監査と事例の役割は、一つのひな形に兼ねられない`() throws {
    #expect(RoleTemplate(key: "a", name: "係の責任者", roles: [.consultStaff, .sectionSupervisor]).problem == nil)
    for roles: [Role] in [[.systemAdministrator, .cityStaff], [.auditor, .consultStaff], [.auditor, .statisticsReader], []] {
      expectHelpful(try #require(RoleTemplate(key: "a", name: "架空", roles: roles).problem))
    }
  }

  @Test func `監査担当はほかの役割と、管理者は事例を見る役割と兼ねられない`() {
    for other in Role.allCases where other != .auditor { #expect(Role.conflict(in: [.auditor, other]) != nil) }
    for other in Role.caseworkers { #expect(Role.conflict(in: [.systemAdministrator, other]) != nil) }
    for role in Role.allCases { #expect(Role.conflict(in: [role]) == nil) }
    #expect(Role.conflict(in: [.systemAdministrator, .statisticsReader]) == nil && Role.conflict(in: Role.caseworkers) == nil)
  }
}
