import Testing

@testable import Casework

@Suite struct `プランの状態` {
  private func state(_ stage: CoordinationStage, confirmed: Bool = false, present: Bool = true, agreed: Bool = false, review: Bool = false)
    -> PlanState
  {
    PlanState.of(stage, isPresent: present, isConfirmed: confirmed, isAgreed: agreed, reviewWanted: review)
  }

  @Test func `プランは下書き・会議待ち・決定待ちか報告待ち・確定と進む`() {
    #expect(state(.planning) == .drafting)
    #expect(state(.conference) == .conference)
    #expect(state(.conference, agreed: true) == .agreed)
    #expect(state(.awaitingDecision, agreed: true) == .awaitingDecision)
    #expect(state(.inSupport, confirmed: true, agreed: true) == .confirmed)
    #expect(state(.replanning) == .drafting)
  }

  @Test func `見直しが要るときと再プランのあいだは、確定したプランも見直しと示す`() {
    #expect(state(.inSupport, confirmed: true, review: true) == .review)
    #expect(state(.replanning, confirmed: true, present: false) == .review)
    #expect(state(.planning, confirmed: true, present: false) == .confirmed)
  }

  @Test func `確定しないまま回が終わったプランは、終わったと示す`() {
    #expect(state(.planning, present: false) == .left)
    for stage in CoordinationStage.allCases where stage.isFinal || stage == .interrupted || stage == .closed {
      #expect(state(stage) == .left)
    }
  }

  @Test func `会議が了承したあとは変更できず、変えるには次の回を作る`() {
    for state in PlanState.allCases {
      #expect((state.editRefusal == nil) == state.isEditable)
      if let refusal = state.editRefusal { expectHelpful(refusal.sentence) }
    }
    #expect(PlanState.allCases.filter(\.isEditable) == [.drafting, .conference])
    for state in [PlanState.confirmed, .review] {
      #expect(state.editRefusal?.sentence == "確定したプランは変更できません。変えるときは再プランで次の回のプランを作ってください。")
    }
  }

  @Test func `意見は確定するまで寄せられる`() {
    for state in PlanState.allCases { #expect(state.takesComments == ![.confirmed, .review, .left].contains(state)) }
  }
}
