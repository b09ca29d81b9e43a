import Testing

@testable import Casework

@Suite struct `引継ぎ書` {
  private let leaver = StaffID(rawValue: 1)
  private let newcomer = StaffID(rawValue: 2)
  private let other = StaffID(rawValue: 3)

  private var whole: HandoverText {
    HandoverText(Dictionary(uniqueKeysWithValues: HandoverText.Part.allCases.map { ($0, "なし") }))
  }

  @Test func `六つの問いすべてに答えがあれば確認でき、「なし」も答えである`() {
    #expect(whole.missing.isEmpty)
    var text = whole
    text[.avoid] = "　"
    #expect(text.missing.map(\.fieldID) == ["avoid"] && text.problems.isEmpty)
    for problem in HandoverText().missing { expectHelpful(problem.sentence) }
    #expect(HandoverText().missing.count == 6 && HandoverText().problems.isEmpty)
  }

  @Test func `一枚に収まらない長さは、書くうちに断る`() {
    var text = whole
    text[.works] = String(repeating: "架", count: 401)
    #expect(text.problems.map(\.fieldID) == ["works"])
    for problem in text.problems { expectHelpful(problem.sentence) }
    text[.works] = String(repeating: "架", count: 400)
    #expect(text.problems.isEmpty)
  }

  @Test func `書いた人だけが直せ、確認したあとは直せない`() {
    let writing = HandoverState(isConfirmed: false, isTaken: false)
    #expect(writing.mayWrite(leaver, writer: leaver) && !writing.mayWrite(newcomer, writer: leaver))
    for state in [HandoverState.confirmed, .taken] { #expect(!state.mayWrite(leaver, writer: leaver)) }
  }

  @Test func `受け取れるのは、名前を挙げられた人か、いまの担当`() {
    let confirmed = HandoverState(isConfirmed: true, isTaken: false)
    #expect(confirmed.mayTake(newcomer, writer: leaver, named: newcomer, inCharge: nil))
    #expect(confirmed.mayTake(other, writer: leaver, named: newcomer, inCharge: other))
    #expect(!confirmed.mayTake(other, writer: leaver, named: newcomer, inCharge: leaver))
    #expect(!confirmed.mayTake(leaver, writer: leaver, named: newcomer, inCharge: leaver))
    for state in [HandoverState.writing, .taken] {
      #expect(!state.mayTake(newcomer, writer: leaver, named: newcomer, inCharge: newcomer))
    }
  }
}
