import Testing

@testable import Casework

struct MeetingTests {
  /// Runs a rule and gives what it said.
  private func refusal(_ rule: () throws(MeetingRefusal) -> Void) -> MeetingRefusal? {
    do throws(MeetingRefusal) { try rule() } catch {
      expectHelpful(error.message)
      expectHelpful(error.wayOut)
      return error
    }
    return nil
  }

  @Test func `支援会議は市が、重層的支援会議は多機関協働事業者が招集する`() {
    for kind in MeetingKind.allCases {
      for side in CoordinationSide.allCases {
        let isAllowed =
          switch kind {
          case .confidential: side == .town
          case .planning: side == .coordinator
          case .caseConference, .network: side == .town || side == .coordinator
          }
        let said = refusal { () throws(MeetingRefusal) in try kind.convene(by: [side]) }
        #expect(said == (isAllowed ? nil : .otherConvener(kind)), "\(kind) \(side)")
      }
    }
    #expect(refusal { () throws(MeetingRefusal) in try MeetingKind.planning.convene(by: []) } == .otherConvener(.planning))
  }

  @Test func `同意のない事例は、重層的支援会議の議題にできず、支援会議への道を示す`() {
    for state in ConsentState.allCases {
      let said = refusal { () throws(MeetingRefusal) in
        try MeetingAgenda.check(.planning, timing: nil, basis: .consent, consent: state, stage: nil)
      }
      #expect(said == (state == .given ? nil : .noConsent(state)))
      #expect(said.map { $0.wayOut.contains("支援会議") } ?? true)
      let confidential = refusal { () throws(MeetingRefusal) in
        try MeetingAgenda.check(.confidential, timing: nil, basis: .supportMeeting, consent: state, stage: .preConsent)
      }
      #expect(confidential == nil)
    }
  }

  @Test func `四つの時期は、重層的支援会議だけのものである`() {
    for kind in MeetingKind.allCases where kind != .planning {
      for timing in MeetingTiming.allCases {
        let basis = MeetingLegalBasis.possible(for: kind)[0]
        let said = refusal { () throws(MeetingRefusal) in
          try MeetingAgenda.check(kind, timing: timing, basis: basis, consent: .given, stage: nil)
        }
        #expect(said == .timingElsewhere(kind))
      }
    }
  }

  @Test(arguments: CoordinationStage.allCases)
  func `時期には、それが来る段階がある`(_ stage: CoordinationStage) {
    for timing in MeetingTiming.allCases {
      let isNow =
        switch timing {
        case .plan, .replan: stage == .conference
        case .close: stage == .inSupport
        case .interrupt: stage == .inSupport || stage == .replanning
        }
      let said = refusal { () throws(MeetingRefusal) in
        try MeetingAgenda.check(.planning, timing: timing, basis: .consent, consent: .given, stage: stage)
      }
      #expect(said == (isNow ? nil : .timingNotNow(timing, stage)))
    }
  }

  @Test func `議題の根拠は、会議の種別で決まった中から選ぶ`() {
    #expect(MeetingLegalBasis.possible(for: .planning) == [.consent])
    #expect(MeetingLegalBasis.possible(for: .confidential).first == .supportMeeting)
    #expect(!MeetingLegalBasis.possible(for: .confidential).contains(.consent))
    for kind in MeetingKind.allCases {
      for basis in MeetingLegalBasis.allCases where !MeetingLegalBasis.possible(for: kind).contains(basis) {
        let said = refusal { () throws(MeetingRefusal) in
          try MeetingAgenda.check(kind, timing: nil, basis: basis, consent: .given, stage: nil)
        }
        #expect(said == .basisElsewhere(basis, kind))
      }
    }
    let byLaw = MeetingLegalBasis.allCases.filter(\.standsWithoutConsent)
    #expect(byLaw.count == MeetingLegalBasis.allCases.count - 1 && !byLaw.contains(.consent))
  }

  @Test func `重層的支援会議は、多機関協働事業者と市の両方がいなければ何も決められない`() {
    let operators = MeetingAttendance(sides: [.coordinator], attended: true, answered: false)
    let town = MeetingAttendance(sides: [.town], attended: true, answered: false)
    let away = MeetingAttendance(sides: [.town], attended: false, answered: true)
    let both = MeetingAttendance(sides: [.coordinator, .town], attended: true, answered: false)
    #expect(MeetingAttendance.missing(.planning, mode: .inPerson, [operators, town]).isEmpty)
    #expect(MeetingAttendance.missing(.planning, mode: .inPerson, [operators]) == [.town])
    #expect(MeetingAttendance.missing(.planning, mode: .online, [operators, away]) == [.town])
    #expect(MeetingAttendance.missing(.planning, mode: .inPerson, []) == [.coordinator, .town])
    #expect(MeetingAttendance.missing(.planning, mode: .inPerson, [both]).isEmpty)
    #expect(MeetingAttendance.missing(.confidential, mode: .inPerson, []).isEmpty)
  }

  @Test func `持回りでは、書面の回答が出席に当たる`() {
    let operators = MeetingAttendance(sides: [.coordinator], attended: true, answered: true)
    let silent = MeetingAttendance(sides: [.town], attended: true, answered: false)
    let town = MeetingAttendance(sides: [.town], attended: false, answered: true)
    #expect(MeetingAttendance.missing(.planning, mode: .written, [operators, silent]) == [.town])
    #expect(MeetingAttendance.missing(.planning, mode: .written, [operators, town]).isEmpty)
  }

  @Test func `終結と中断は、評価が書かれていなければ知らせるだけで止めない`() {
    #expect(MeetingAgenda.warning(.close, review: nil) != nil)
    #expect(MeetingAgenda.warning(.close, review: .interrupt) != nil)
    #expect(MeetingAgenda.warning(.close, review: .close) == nil)
    #expect(MeetingAgenda.warning(.interrupt, review: .replan) != nil)
    #expect(MeetingAgenda.warning(.interrupt, review: .interrupt) == nil)
    for timing in [MeetingTiming.plan, .replan, nil] { #expect(MeetingAgenda.warning(timing, review: nil) == nil) }
  }

  @Test func `構成員が見られるのは、招集から開催の30日後までである`() {
    let held = day("2026-11-21")
    #expect(!MeetingStage.planned.isOpenToMembers(heldOn: held, today: held))
    #expect(MeetingStage.invited.isOpenToMembers(heldOn: held, today: held.adding(days: 90)))
    #expect(MeetingStage.held.isOpenToMembers(heldOn: held, today: held.adding(days: 30)))
    #expect(!MeetingStage.held.isOpenToMembers(heldOn: held, today: held.adding(days: 31)))
    #expect(!MeetingStage.cancelled.isOpenToMembers(heldOn: held, today: held))
  }

  @Test func `守秘の確認文は、2025年6月1日から拘禁刑になる`() {
    let versions = [
      Pledge(validFrom: day("2025-06-01"), text: "拘禁刑"), Pledge(validFrom: day("2021-04-01"), text: "懲役"),
    ]
    #expect(Pledge.text(on: day("2025-05-31"), of: versions) == "懲役")
    #expect(Pledge.text(on: day("2025-06-01"), of: versions) == "拘禁刑")
    #expect(Pledge.text(on: day("2026-11-21"), of: versions) == "拘禁刑")
    #expect(Pledge.text(on: day("2021-03-31"), of: versions) == nil)
  }

  @Test func `会議の区分には、それぞれ別の日本語の名前がある`() {
    for labels in [
      MeetingKind.allCases.map(\.label), MeetingMode.allCases.map(\.label), MeetingStage.allCases.map(\.label),
      MeetingReply.allCases.map(\.label), MeetingAnswer.allCases.map(\.label), MeetingLegalBasis.allCases.map(\.label),
    ] { #expect(Set(labels).count == labels.count && labels.allSatisfy { !$0.isEmpty }) }
    for timing in MeetingTiming.allCases { #expect(!timing.points.isEmpty) }
    #expect(MeetingTiming.planning(round: 1) == .plan && MeetingTiming.planning(round: 2) == .replan)
  }
}
