import Casework
import Testing

/// 支援措置の登録：何がそろえば記録できるか。
struct ProtectionDraftTests {
  private let person = ResidentID(rawValue: 1)
  private let writer = ActingStaff(staff: StaffID(rawValue: 11), agency: AgencyID(rawValue: 101))
  private let other = AgencyID(rawValue: 102)

  private func draft(_ change: (inout ProtectionDraft) -> Void = { _ in }) throws -> ProtectionDraft {
    var draft = ProtectionDraft()
    draft.kind = .partnerViolence
    draft.level = .existence
    draft.basis = "住民基本台帳事務の支援措置"
    draft.from = CivilDate(iso: "2026-11-01")
    draft.until = CivilDate(iso: "2027-10-31")
    draft.cleared = [writer.agency]
    change(&draft)
    return draft
  }

  private func wrong(_ change: (inout ProtectionDraft) -> Void) throws -> [String] {
    try draft(change).problems(of: person, by: writer).map(\.fieldID)
  }

  @Test func `支援措置には、種類・隠す範囲・根拠・始まった日・見直しの日が要る`() throws {
    #expect(try wrong { _ in } == [])
    #expect(try wrong { $0.kind = nil } == ["kind"])
    #expect(try wrong { $0.level = nil } == ["level"])
    #expect(try wrong { $0.basis = "　" } == ["basis"])
    #expect(try wrong { $0.from = nil } == ["from"])
    #expect(try wrong { $0.until = nil } == ["until"])
    #expect(try wrong { $0.until = $0.from } == ["until"])
  }

  @Test func `登録する機関は、必ず知らせる機関に入る`() throws {
    #expect(try wrong { $0.cleared = [other] } == ["cleared"])
  }

  @Test func `知らせる機関は、加害者とつながりのある機関にはならない`() throws {
    #expect(
      try wrong {
        $0.cleared.insert(other)
        $0.barredAgencies = [other]
      } == ["barred_agency"])
    #expect(try wrong { $0.barredStaff = [writer.staff] } == ["barred_agency"])
    #expect(try wrong { $0.perpetrator = person } == ["perpetrator"])
  }

  @Test func `見直しの日を過ぎても、終わらずに目立つ`() throws {
    let until = try #require(CivilDate(iso: "2027-10-31"))
    #expect(!Protection.isReviewDue(until, today: until))
    #expect(Protection.isReviewDue(until, today: until.adding(days: 1)))
    #expect(!Protection.isReviewDue(nil, today: until))
  }
}

/// 緊急閲覧：何を書けば開くか、あとで何を確かめるか。
struct EmergencyTests {
  private func wrong(_ change: (inout EmergencyRequest) -> Void) -> [String] {
    var request = EmergencyRequest()
    request.number = "R8-00001"
    request.reason = .life
    request.words = "自宅で倒れているとの通報"
    request.hours = 4
    change(&request)
    return request.problems.map(\.fieldID)
  }

  @Test func `緊急閲覧には、事例番号か氏名と生年月日の両方と、理由と、時間が要る`() {
    #expect(wrong { _ in } == [])
    #expect(wrong { $0.number = "" } == ["number"])
    #expect(
      wrong {
        $0.number = ""
        $0.name = "架空 花子"
      } == ["number"])
    #expect(
      wrong {
        $0.number = ""
        $0.name = "架空 花子"
        $0.birth = CivilDate(iso: "1944-01-01")
      } == [])
    #expect(wrong { $0.reason = nil } == ["reason"])
    #expect(wrong { $0.words = " " } == ["words"])
  }

  @Test func `緊急閲覧は1時間から24時間まで`() {
    #expect(wrong { $0.hours = 0 } == ["hours"])
    #expect(wrong { $0.hours = 25 } == ["hours"])
    #expect(wrong { $0.hours = nil } == ["hours"])
    #expect(wrong { $0.hours = 24 } == [])
  }

  @Test func `必要な閲覧だったとするほかは、理由を書く`() {
    #expect(EmergencyFinding.problems(.justified, words: "") == [])
    #expect(EmergencyFinding.problems(.questionable, words: "").map(\.fieldID) == ["words"])
    #expect(EmergencyFinding.problems(.unjustified, words: "業務に関係がない").isEmpty)
    #expect(EmergencyFinding.problems(nil, words: "").map(\.fieldID) == ["finding"])
  }
}
