import Testing

@testable import Casework

struct GuestPassTests {
  private let held = day("2026-11-21")

  @Test func `外部の構成員のリンクは、取り消しても、間違いが続いても、期限が過ぎても、会議が閉じても開かない`() {
    let pass = GuestPass(lastDay: held.adding(days: 30))
    #expect(pass.holds(stage: .invited, heldOn: held, today: held))
    #expect(pass.holds(stage: .held, heldOn: held, today: held.adding(days: 30)))
    #expect(!pass.holds(stage: .held, heldOn: held, today: held.adding(days: 31)))
    #expect(!pass.holds(stage: .planned, heldOn: held, today: held))
    #expect(!pass.holds(stage: .cancelled, heldOn: held, today: held))
    #expect(!GuestPass(lastDay: held, isRevoked: true).holds(stage: .invited, heldOn: held, today: held))
    #expect(!GuestPass(lastDay: held).holds(stage: .invited, heldOn: held, today: held.adding(days: 1)))
    #expect(GuestPass(lastDay: held, failures: 4).holds(stage: .invited, heldOn: held, today: held))
    #expect(!GuestPass(lastDay: held, failures: 5).holds(stage: .invited, heldOn: held, today: held))
  }

  @Test func `会議の日を早めると、外部の構成員の期限も早まる`() {
    let pass = GuestPass(lastDay: held.adding(days: 30))
    #expect(!pass.holds(stage: .invited, heldOn: held.adding(days: -31), today: held))
    #expect(pass.holds(stage: .invited, heldOn: held.adding(days: -30), today: held))
  }

  private func invited(_ stage: MeetingStage = .invited, items: Int = 1, until: CivilDate? = nil, today: CivilDate? = nil)
    -> Result<CivilDate, GuestRefusal>
  {
    do throws(GuestRefusal) {
      return .success(try GuestPass.invited(stage: stage, heldOn: held, items: items, until: until, today: today ?? held))
    } catch {
      expectHelpful(error.message)
      return .failure(error)
    }
  }

  @Test func `外部の構成員を招けるのは、招集した会議の選ばれた議題に、開催の30日後までである`() {
    #expect(invited() == .success(held.adding(days: 30)))
    #expect(invited(until: held) == .success(held))
    #expect(invited(.held, today: held.adding(days: 30)) == .success(held.adding(days: 30)))
    #expect(invited(.planned) == .failure(.notCalledYet))
    #expect(invited(.cancelled) == .failure(.meetingOver))
    #expect(invited(.held, today: held.adding(days: 31)) == .failure(.meetingOver))
    #expect(invited(items: 0) == .failure(.noItems))
    #expect(invited(until: held.adding(days: 31)) == .failure(.tooLong(held.adding(days: 30))))
    #expect(invited(until: held.adding(days: -1)) == .failure(.dayPassed))
    for refusal in [GuestRefusal.nobody, .hasAccounts, .notCovered] { expectHelpful(refusal.message) }
  }

  @Test func `番号は、全角でも、区切りがあっても読む`() {
    #expect(GuestPass.code(in: "12345678") == "12345678")
    #expect(GuestPass.code(in: " １２３４－５６７８ ") == "12345678")
    #expect(GuestPass.code(in: "1234-5678") == "12345678")
    for wrong in ["", "1234567", "123456789", "1234567a", "一二三四五六七八九", "1234/5678"] {
      #expect(GuestPass.code(in: wrong) == nil, "\(wrong)")
    }
  }

  @Test func `外部の構成員の行為は、職員の行為と重ならず、どれも名前をもつ`() {
    let acts = Set(Act.allCases.map(\.rawValue))
    for act in GuestAct.allCases { #expect(act.rawValue.hasPrefix("guest.") && !acts.contains(act.rawValue)) }
    #expect(Set(GuestAct.allCases.map(\.label)).count == GuestAct.allCases.count)
  }
}
