import Testing

@testable import Casework

struct PreparationTests {
  private let held = day("2026-11-21")
  private let today = day("2026-11-10")

  private func refusal(
    _ asked: PreparationRule.Asked, at kind: MeetingKind = .planning, stage: MeetingStage = .invited, hasResult: Bool = false,
    due: CivilDate? = nil
  ) -> PreparationRefusal? {
    do throws(PreparationRefusal) {
      try PreparationRule.ask(asked, at: kind, stage: stage, hasResult: hasResult, due: due ?? held, heldOn: held, today: today)
      return nil
    } catch {
      expectHelpful(error.message)
      return error
    }
  }

  private let member = PreparationRule.Asked(isCalled: true, isInvited: true, hasGround: false)
  private let partner = PreparationRule.Asked(isCalled: false, isInvited: false, hasGround: true)
  private let stranger = PreparationRule.Asked(isCalled: false, isInvited: false, hasGround: false)

  @Test func `同意のある議題は、事例を見る根拠のある機関と議題の構成員にだけ尋ねる`() {
    #expect(refusal(member) == nil)
    #expect(refusal(partner) == nil)
    #expect(refusal(stranger) == .noGround)
  }

  @Test func `支援会議の議題は、ほかに根拠があっても構成員にだけ尋ねる`() {
    #expect(refusal(member, at: .confidential) == nil)
    #expect(refusal(partner, at: .confidential) == .notMember)
    #expect(refusal(stranger, at: .confidential) == .notMember)
  }

  @Test func `招集していない構成員には、まだ尋ねられない`() {
    let waiting = PreparationRule.Asked(isCalled: true, isInvited: false, hasGround: false)
    #expect(refusal(waiting) == .notInvited)
    #expect(refusal(waiting, at: .confidential) == .notInvited)
  }

  @Test func `準備の回答の期限は、今日から会議の日までである`() {
    #expect(refusal(member, due: today) == nil)
    #expect(refusal(member, due: today.adding(days: -1)) == .dueGone)
    #expect(refusal(member, due: held.adding(days: 1)) == .dueLate)
  }

  @Test func `会議が終わった議題、結論の出た議題については尋ねない`() {
    #expect(refusal(member, stage: .held) == .over)
    #expect(refusal(member, stage: .cancelled) == .over)
    #expect(refusal(member, hasResult: true) == .over)
  }

  @Test func `準備の回答は、四つの問いのどれか一つか、関わりがないことを言う`() {
    #expect(PreparationAnswer(isInvolved: true, words: [:]).problems.map(\.fieldID) == ["household"])
    #expect(PreparationAnswer(isInvolved: true, words: [.asks: "　"]).problems.count == 1)
    #expect(PreparationAnswer(isInvolved: true, words: [.asks: "架空のお願い"]).problems.isEmpty)
    #expect(PreparationAnswer(isInvolved: false, words: [:]).problems.isEmpty)
    let long = PreparationAnswer(isInvolved: true, words: [.doing: String(repeating: "あ", count: 601)])
    #expect(long.problems.map(\.fieldID) == ["doing"])
    for problem in long.problems { expectHelpful(problem.sentence) }
  }

  @Test func `期限の日の翌日から、回答していない機関は期限切れになる`() {
    #expect(PreparationState.of(isInvolved: nil, due: today, today: today) == .waiting)
    #expect(PreparationState.of(isInvolved: nil, due: today, today: today.adding(days: 1)) == .overdue)
    #expect(PreparationState.of(isInvolved: false, due: today, today: today.adding(days: 1)) == .notInvolved)
    #expect(PreparationState.of(isInvolved: true, due: today, today: today.adding(days: 1)) == .answered)
  }
}

struct MeetingPackTests {
  @Test func `会議資料一式は、できてから30日のあいだだけ受け取れる`() {
    let end = 1_000_000
    #expect(PackState.done.isTakeable(endedAt: end, now: end + 30 * 86_400 - 1))
    #expect(!PackState.done.isTakeable(endedAt: end, now: end + 30 * 86_400))
    for state in PackState.allCases where state != .done { #expect(!state.isTakeable(endedAt: end, now: end)) }
  }

  @Test func `事例の記録は、事例を開ける人の分にだけ入り、支援措置のある事例では構成員の分に入らない`() {
    #expect(PackShare(isCopy: false, opens: true, holdsProtected: true).hasCaseFile)
    #expect(PackShare(isCopy: true, opens: true, holdsProtected: false).hasCaseFile)
    #expect(!PackShare(isCopy: true, opens: true, holdsProtected: true).hasCaseFile)
    #expect(!PackShare(isCopy: true, opens: false, holdsProtected: false).hasCaseFile)
    #expect(!PackShare(isCopy: false, opens: false, holdsProtected: false).hasCaseFile)
  }
}

struct MeetingQuestionnaireTests {
  private func opinion(_ mark: Int, _ words: String = "") -> MeetingOpinion {
    MeetingOpinion(marks: Dictionary(uniqueKeysWithValues: MeetingQuestion.allCases.map { ($0, mark) }), words: words)
  }

  @Test func `会議のふり返りは、三人の回答がそろうまで集計しない`() {
    #expect(MeetingOpinions([opinion(5), opinion(1)]) == nil)
    let three = MeetingOpinions([opinion(5, "ん架空"), opinion(4, "あ架空"), opinion(4)])
    #expect(three?.count == 3)
    #expect(three?.tenths(.heard) == 43)
    #expect(three?.words == ["あ架空", "ん架空"])
  }

  @Test func `会議のふり返りは、すべての問いに五段階で答える`() {
    #expect(opinion(3).problems.isEmpty)
    #expect(opinion(6).problems.count == MeetingQuestion.allCases.count)
    #expect(MeetingOpinion(marks: [.heard: 5], words: String(repeating: "あ", count: 401)).problems.count == 5)
  }

  @Test func `会議のふり返りは、締切の日を過ぎるか、招いた機関がそろって答えるまで、まとめを見せず、そのあとは受け付けない`() {
    let closing = QuestionnaireClosing(on: day("2026-11-28"))
    #expect(!closing.isClosed(day("2026-11-28")))
    #expect(closing.isClosed(day("2026-11-29")))
    #expect(QuestionnaireClosing(on: day("2026-11-28"), isEarly: true).isClosed(day("2026-11-21")))
    let called: Set<AgencyID> = [AgencyID(rawValue: 1), AgencyID(rawValue: 2)]
    #expect(!QuestionnaireClosing.isComplete(called: called, answered: [AgencyID(rawValue: 1)], count: 5))
    #expect(!QuestionnaireClosing.isComplete(called: called, answered: called, count: 2))
    #expect(QuestionnaireClosing.isComplete(called: called, answered: called.union([AgencyID(rawValue: 3)]), count: 3))
  }
}
