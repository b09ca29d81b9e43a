import Casework
import Testing

/// 漏えい等の記録: whether it is reported, until when, and when it may be closed.
struct IncidentTests {
  private let known = CivilDate(iso: "2026-11-02") ?? .earliest
  private let today = CivilDate(iso: "2026-11-05") ?? .earliest

  private func incident(_ persons: Int?, _ change: (inout Incident) -> Void = { _ in }) -> Incident {
    var incident = Incident()
    incident.knownOn = known
    incident.outline = "架空の紙を置き忘れた"
    incident.persons = persons
    change(&incident)
    return incident
  }

  @Test func `要配慮個人情報・財産・不正の目的は、1人から報告する`() {
    for change in [{ (incident: inout Incident) in incident.isSensitive = true }, { $0.isMoney = true }, { $0.isBadPurpose = true }] {
      guard case .due(let reasons) = incident(1, change).duty else {
        Issue.record("1人でも報告が要ります")
        return
      }
      #expect(reasons.count == 1)
      #expect(incident(nil, change).duty.mayBeDue, "人数が分からなくても、1人はいる")
      #expect(incident(0, change).duty == .notDue)
    }
  }

  @Test(arguments: [(0, false), (1, false), (100, false), (101, true), (5_000, true)])
  func `そのほかは、100人を超えたら報告する`(_ persons: Int, _ isDue: Bool) {
    #expect((incident(persons).duty != .notDue) == isDue)
  }

  @Test func `人数が分からないうちは、報告が要るものとして期限を示す`() {
    #expect(incident(nil).duty == .undetermined)
    let course = IncidentCourse(incident: incident(nil), steps: [])
    #expect(course.standing(.quickReport, today: today) == .open(until: CivilDate(iso: "2026-11-06")))
  }

  @Test func `速報は知った日から3〜5日、確報は30日、不正の目的なら60日`() throws {
    let plain = try #require(ReportDeadlines(incident(101)))
    #expect(plain.quick.lowerBound.iso == "2026-11-04")
    #expect(plain.quick.upperBound.iso == "2026-11-06")
    #expect(plain.final.iso == "2026-12-01")
    #expect(try #require(ReportDeadlines(incident(1) { $0.isBadPurpose = true })).final.iso == "2026-12-31")
    #expect(ReportDeadlines(Incident()) == nil)
  }

  @Test func `期限を過ぎたら過ぎたと言い、報告すれば済む`() {
    let late = CivilDate(iso: "2026-11-07") ?? .latest
    let course = IncidentCourse(incident: incident(101), steps: [])
    #expect(course.standing(.quickReport, today: late) == .late(since: late))
    #expect(course.standing(.finalReport, today: late) == .open(until: CivilDate(iso: "2026-12-01")))
    let told = IncidentCourse(incident: incident(101), steps: [TakenStep(.quickReport, on: today)])
    #expect(told.standing(.quickReport, today: late) == .done(today))
    #expect(IncidentCourse(incident: incident(1), steps: []).standing(.quickReport, today: late) == .none)
  }

  @Test func `要るものがそろうか、行わない理由があるまで、終結できない`() {
    let whole = incident(101) {
      ($0.items, $0.cause, $0.handling, $0.prevention) = ("氏名", "置き忘れ", "電話で説明", "持出しをやめる")
    }
    #expect(IncidentCourse(incident: whole, steps: []).missing.count == 3)
    let steps = [
      TakenStep(.quickReport, on: today), TakenStep(.finalReport, on: today),
      TakenStep(.notice, isWaived: true, on: today, words: "連絡先が分からず、公表で代えた"),
    ]
    #expect(IncidentCourse(incident: whole, steps: steps).missing.isEmpty)
    #expect(IncidentCourse(incident: incident(101), steps: steps).missing.count == 4)
    var small = whole
    small.persons = 1
    #expect(IncidentCourse(incident: small, steps: []).missing.isEmpty, "報告の義務がなければ、内容だけがそろえばよい")
  }

  @Test func `行わないと決めるには理由が要り、日付は知った日から今日までである`() {
    let course = IncidentCourse(incident: incident(101), steps: [])
    #expect(course.problems(TakenStep(.notice, isWaived: true, on: today), today: today).map(\.fieldID) == ["words"])
    #expect(course.problems(TakenStep(.notice, on: today.adding(days: 1)), today: today).map(\.fieldID) == ["on"])
    #expect(course.problems(TakenStep(.notice, on: known.adding(days: -1)), today: today).map(\.fieldID) == ["on"])
    #expect(course.problems(TakenStep(.notice, on: today), today: today).isEmpty)
    let closed = IncidentCourse(incident: incident(101), steps: [TakenStep(.closing, on: today)])
    #expect(!closed.problems(TakenStep(.notice, on: today), today: today).isEmpty)
  }

  @Test func `知った日と概要がなければ登録できず、直し方を言う`() {
    #expect(Incident().problems(on: today).map(\.fieldID) == ["known_on", "outline"])
    #expect(incident(1).problems(on: today).isEmpty)
    #expect(incident(-1).problems(on: today).map(\.fieldID) == ["persons"])
    #expect(incident(1).problems(on: known.adding(days: -1)).map(\.fieldID) == ["known_on"])
  }
}
