import Testing

@testable import Casework

@Suite struct `同意の状態` {
  private static let first = ConsentID(rawValue: 1)
  private static let second = ConsentID(rawValue: 2)

  private func given(_ iso: String, _ id: ConsentID = first, until: String? = nil, application: Bool = false) -> ConsentFact {
    ConsentFact(.given(id, until: until.map { day($0) }, isApplication: application), on: day(iso))
  }

  @Test func `何もなければ未確認、尋ねれば確認中、同意すれば同意あり`() {
    #expect(ConsentHistory([]).state(on: today) == .notAsked)
    let asked = ConsentFact(.asked, on: day("2026-11-01"))
    #expect(ConsentHistory([asked]).state(on: today) == .asking)
    let history = ConsentHistory([asked, given("2026-11-10")])
    #expect(history.state(on: day("2026-11-09")) == .asking && history.state(on: day("2026-11-10")) == .given)
    #expect(history.inForce(on: day("2026-11-09")) == nil && history.inForce(on: today) == Self.first)
  }

  @Test func `期限の日までは有効で、翌日から期限切れになる`() {
    let history = ConsentHistory([given("2026-11-01", until: "2026-11-20")])
    #expect(history.state(on: day("2026-11-20")) == .given && history.state(on: day("2026-11-21")) == .expired)
    #expect(history.inForce(on: day("2026-11-21")) == nil)
  }

  @Test func `取り消した日から、同意も利用申込も効かない`() {
    let history = ConsentHistory([given("2026-11-01", application: true), ConsentFact(.withdrawn, on: day("2026-11-15"))])
    #expect(history.state(on: day("2026-11-14")) == .given && history.hasApplication(on: day("2026-11-14")))
    #expect(history.state(on: day("2026-11-15")) == .withdrawn && !history.hasApplication(on: day("2026-11-15")))
  }

  @Test func `取り消したあとにあらためて同意すれば、同意ありに戻る`() {
    let history = ConsentHistory([
      given("2026-11-01", application: true), ConsentFact(.withdrawn, on: day("2026-11-21")), given("2026-11-21", Self.second),
    ])
    #expect(history.state(on: today) == .given && history.inForce(on: today) == Self.second)
    #expect(!history.hasApplication(on: today), "申込みは取り消されている")
  }

  @Test func `同意を更新しても利用申込は続く`() {
    let history = ConsentHistory([given("2026-10-01", until: "2026-10-31", application: true), given("2026-11-01", Self.second)])
    #expect(history.state(on: today) == .given && history.hasApplication(on: today))
  }

  @Test func `同意のあとに断れば同意しない、古い日付の同意書をあとで入れても変わらない`() {
    let refused = ConsentFact(.refused, on: day("2026-11-15"))
    #expect(ConsentHistory([given("2026-11-01"), refused]).state(on: today) == .refused)
    #expect(ConsentHistory([refused, given("2026-11-01")]).state(on: today) == .refused)
  }

  @Test func `有効な同意がある間にもう一度尋ねても、同意ありのまま`() {
    let again = ConsentFact(.asked, on: day("2026-11-15"))
    #expect(ConsentHistory([given("2026-11-01"), again]).state(on: today) == .given)
    #expect(ConsentHistory([given("2026-10-01", until: "2026-10-31"), again]).state(on: today) == .asking)
    #expect(ConsentHistory([ConsentFact(.withdrawn, on: day("2026-11-01")), again]).state(on: today) == .asking)
  }

  @Test func `先の日付の事実は、その日まで効かない`() {
    #expect(ConsentHistory([given("2026-12-01")]).state(on: today) == .notAsked)
  }
}
