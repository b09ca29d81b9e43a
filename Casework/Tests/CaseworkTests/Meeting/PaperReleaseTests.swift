import Testing

@testable import Casework

struct PaperReleaseTests {
  private let today = day("2026-11-21")

  private func release(_ ground: ReleaseGround?, on saidOn: CivilDate? = nil, _ words: String = "", reason: String = "架空の理由")
    -> PaperRelease
  {
    var release = PaperRelease()
    release.ground = ground
    release.saidOn = saidOn
    release.words = words
    release.reason = reason
    return release
  }

  private func fields(_ release: PaperRelease, _ consent: ConsentState = .notAsked, uncovered: [String] = []) -> [String] {
    let problems = release.problems(consent: consent, uncovered: uncovered, today: today)
    for problem in problems { expectHelpful(problem.sentence) }
    return problems.map(\.fieldID)
  }

  @Test func `根拠か理由のない移しはできない`() {
    #expect(fields(release(nil), .given) == ["ground"])
    #expect(fields(release(nil, reason: "　"), .given) == ["ground", "reason"])
    for ground in ReleaseGround.allCases { #expect(fields(release(ground, reason: ""), .given).contains("reason")) }
  }

  @Test(arguments: ConsentState.allCases)
  func `同意を根拠に移せるのは、有効な同意が、読むことになる機関すべてに及ぶときだけ`(_ state: ConsentState) {
    #expect(fields(release(.consent), state) == (state == .given ? [] : ["ground"]))
    #expect(fields(release(.consent), state, uncovered: ["架空機関"]) == ["ground"])
    let said = release(.consent).problems(consent: .given, uncovered: ["架空機関"], today: today)
    #expect(said.first?.sentence.contains("架空機関") == true)
  }

  @Test func `本人の申出で移すには、いつ、何と言ったかが要る`() {
    #expect(fields(release(.statement)) == ["said_on", "words"])
    #expect(fields(release(.statement, on: today.adding(days: 1), "記録に残してほしい")) == ["said_on"])
    #expect(fields(release(.statement, on: today, "記録に残してほしい"), .refused, uncovered: ["架空機関"]).isEmpty)
  }

  @Test func `ほかの法律で移すには、その定めを言葉で書く`() {
    #expect(fields(release(.law)) == ["words"])
    #expect(fields(release(.law, on: nil, "児童虐待の防止等に関する法律6条"), .withdrawn).isEmpty)
    #expect(Set(ReleaseGround.allCases.map(\.label)).count == 3)
  }
}
