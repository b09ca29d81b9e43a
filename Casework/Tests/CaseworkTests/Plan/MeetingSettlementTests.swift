import Testing

@testable import Casework

@Suite struct `会議で決まったことをプランに入れる` {
  private let settlement = MeetingSettlement(
    heldOn: day("2026-09-03"), meeting: "重層的支援会議", result: .approvedWithChanges, words: "架空の修正",
    roles: [
      .init(agency: placeAgency, person: "架空 次郎", what: "居場所を見学する", due: day("2026-12-01")),
      .init(agency: careAgency, what: "母の介護"),
      .init(agency: careAgency, what: "介護保険の申請を手伝う"),
    ], nextMonitoring: day("2027-01-15"))

  @Test func `まだない役割・モニタリング・会議の日だけを足し、支援内容にあることは足さない`() {
    let additions = settlement.additions(to: completePlan())
    #expect(
      additions.roles == [RoleShare(agency: placeAgency, person: "架空 次郎", role: "居場所を見学する（令和8年12月1日まで）", isMain: false)])
    #expect(additions.monitoring == [day("2027-01-15")])
    #expect(additions.notes == ["令和8年9月3日の重層的支援会議の結果（修正のうえ了承）：架空の修正"])
  }

  @Test func `足したあとには、もう足すものがない`() {
    var plan = completePlan()
    plan.notes = "架空の注意"
    let additions = settlement.additions(to: plan)
    plan.roles += additions.roles
    plan.monitoring += additions.monitoring
    plan.notes += "\n" + additions.notes.joined()
    #expect(settlement.additions(to: plan).isEmpty)
    #expect(settlement.holds(plan.roles[1]))
    #expect(!settlement.holds(RoleShare(role: "居場所を見学する")))
  }

  @Test func `会議のあとで人が直したものは、元に戻さない`() {
    var taken = completePlan()
    taken.roles.append(RoleShare(agency: placeAgency, role: "居場所を見学する"))
    let additions = settlement.additions(to: completePlan(), since: [taken])
    #expect(additions.roles.isEmpty)
    #expect(additions.monitoring == [day("2027-01-15")])
  }

  @Test func `同じ役割は一度だけ、行の余りのあるだけ足す`() {
    let twice = MeetingSettlement(
      heldOn: day("2026-09-03"), meeting: "重層的支援会議", result: .continued,
      roles: [
        .init(agency: placeAgency, what: "架空の訪問"), .init(agency: placeAgency, what: "架空の 訪問"), .init(agency: careAgency, what: "架空の電話"),
      ])
    #expect(twice.additions(to: PlanDraft()).roles.map(\.role) == ["架空の訪問", "架空の電話"])
    #expect(twice.additions(to: PlanDraft(), room: 1).roles.map(\.role) == ["架空の訪問"])
  }
}
