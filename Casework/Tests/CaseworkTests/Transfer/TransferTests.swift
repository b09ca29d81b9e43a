import Testing

@testable import Casework

@Suite struct `人事異動` {
  private let east = AgencyID(rawValue: 10)
  private let west = AgencyID(rawValue: 11)
  private let april = day("2027-04-01")

  @Test func `異動の日から行い、一度行うか取りやめたものは二度と行わない`() {
    let planned = Transfer(effectiveOn: april, state: .planned)
    #expect(!planned.isDue(day("2027-03-31")) && planned.isDue(april) && planned.isDue(day("2027-04-05")))
    #expect(planned.lastDay == day("2027-03-31") && planned.isOpen)
    for state in [Transfer.State.applied, .cancelled] {
      #expect(!Transfer(effectiveOn: april, state: state).isDue(april) && !Transfer(effectiveOn: april, state: state).isOpen)
    }
  }

  @Test func `前もって登録した異動はその日に始まり、その日になって登録した異動は人が始める`() {
    let planned = Transfer(effectiveOn: april, state: .planned)
    #expect(planned.runsByItself(plannedOn: day("2027-03-31")))
    #expect(!planned.runsByItself(plannedOn: april) && !planned.runsByItself(plannedOn: day("2027-04-02")))
  }

  @Test func `異動の日は、今日から一年先までに置く`() throws {
    #expect(Transfer.problem(effectiveOn: today, today: today) == nil && Transfer.problem(effectiveOn: april, today: today) == nil)
    for wrong in [nil, today.adding(days: -1), today.adding(days: 400)] {
      expectHelpful(try #require(Transfer.problem(effectiveOn: wrong, today: today)).sentence)
    }
  }

  @Test func `異動の前に別の機関へ移った人や利用の終わった人の権利は変えない`() {
    for now in [west, nil] {
      #expect(
        TransferHindrance.of(.moves, from: east, now: now, isConfirmed: true, isLastAdministrator: false) == .alreadyElsewhere)
    }
    #expect(TransferHindrance.of(.leaves, from: east, now: east, isConfirmed: false, isLastAdministrator: false) == nil)
  }

  @Test func `新しい権利は、管理者の確認がなければ始まらない`() {
    for kind in [TransferKind.moves, .arrives] {
      #expect(TransferHindrance.of(kind, from: east, now: east, isConfirmed: false, isLastAdministrator: false) == .unconfirmed)
      #expect(TransferHindrance.of(kind, from: east, now: east, isConfirmed: true, isLastAdministrator: false) == nil)
    }
  }

  @Test func `最後のシステム管理者は、異動でもいなくならない`() {
    let hindrance = TransferHindrance.of(.leaves, from: east, now: east, isConfirmed: false, isLastAdministrator: true)
    #expect(hindrance == .lastAdministrator)
    for hindrance in TransferHindrance.allCases { expectHelpful(hindrance.sentence) }
  }
}

@Suite struct `机にあるもの` {
  private let east = AgencyID(rawValue: 10)
  private let west = AgencyID(rawValue: 11)

  private func successor(_ agency: AgencyID?, _ roles: Set<Role>, isBarred: Bool = false) -> Successor {
    Successor(staff: StaffID(rawValue: 2), agency: agency, roles: roles, isBarred: isBarred)
  }

  @Test func `終わっていない事例は、担当の机にある`() {
    for stage in ConsultationStage.allCases { #expect(DeskMatter.isOpen(stage) == ![.closed, .closedInfo].contains(stage)) }
  }

  @Test func `多機関協働は、中断とフォローアップの間もコーディネーターの机にある`() {
    for stage: CoordinationStage in [.requested, .inSupport, .interrupted, .followUp] { #expect(DeskMatter.isOpen(stage)) }
    for stage: CoordinationStage in [.returned, .closed, .ended, .handedBack] { #expect(!DeskMatter.isOpen(stage)) }
  }

  @Test func `つなぎは、番になっている側の机にある`() {
    #expect(DeskMatter.isOpen(.reported, side: .sender) && !DeskMatter.isOpen(.reported, side: .receiver))
    #expect(DeskMatter.isOpen(.inProgress, side: .receiver) && !DeskMatter.isOpen(.inProgress, side: .sender))
    for side in ReferralSide.allCases { #expect(!DeskMatter.isOpen(.confirmed, side: side)) }
  }

  @Test func `引き継げるのは、異動の日に同じ機関にいて合う役割のある人だけ`() {
    #expect(successor(east, [.consultStaff]).refusal(of: .charge, at: east) == nil)
    #expect(successor(east, [.multiCoordinator]).refusal(of: .coordination, at: east) == nil)
    let refusals = [
      successor(west, [.consultStaff]).refusal(of: .charge, at: east), successor(nil, [.consultStaff]).refusal(of: .task, at: east),
      successor(east, [.systemAdministrator]).refusal(of: .charge, at: east), successor(east, []).refusal(of: .task, at: east),
      successor(east, [.consultStaff]).refusal(of: .coordination, at: east),
      successor(east, [.consultStaff], isBarred: true).refusal(of: .charge, at: east),
    ]
    for refusal in refusals { expectHelpful(refusal ?? "断られていない") }
  }

  @Test func `断る言葉から、支援措置は読み取れない`() {
    let words = successor(east, [.consultStaff], isBarred: true).refusal(of: .charge, at: east) ?? ""
    for word in ["支援措置", "保護", "加害", "暴力", "関係"] { #expect(!words.contains(word)) }
  }

  @Test func `一人のものには引き継ぐ人が要り、機関のものは機関に残る`() {
    for matter in DeskMatter.allCases { #expect(matter.hasSuccessor == !matter.fittingRoles.isEmpty) }
    #expect(!DeskMatter.draft.hasSuccessor && !DeskMatter.meeting.hasSuccessor && DeskMatter.coordination.hasSuccessor)
  }
}
