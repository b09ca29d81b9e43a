import Testing

@testable import Casework

/// A question appears in the first situation and not in the second, which differs in one thing.
struct PromptCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let yes: Situation
  let no: Situation
  var testDescription: String { rule }
}

private func member(_ relation: Relation, _ birth: String = "", together: Bool = true) -> HouseholdMember {
  HouseholdMember(relation, birth: PartialDate(stored: birth) ?? .unknown, livesTogether: together)
}

private func situation(
  _ concerns: Set<String> = [], _ household: [HouseholdMember] = [], caller: CallerKind? = nil, answers: Answers = [:], text: String = ""
) -> Situation {
  Situation(concerns: concerns, household: household, caller: caller, answers: answers, text: text, today: today)
}

private let mother = member(.person, "1944-03-05")
private let son = member(.child, "1973-06-01")

private let cases: [PromptCase] = [
  .init(rule: "H-01", yes: situation(["15", "03"]), no: situation(["03"])),
  .init(rule: "H-02", yes: situation(["14"]), no: situation(["10"])),
  .init(rule: "H-03", yes: situation(["99"], text: "もう死にたいと話す"), no: situation(["99"], text: "もう辞めたいと話す")),
  .init(rule: "H-04", yes: situation(["01", "03"]), no: situation(["01"])),
  .init(rule: "H-05", yes: situation(["04", "03"]), no: situation(["04"])),
  .init(
    rule: "H-11", yes: situation(["12"], [mother, son]), no: situation(["12"], [mother, member(.child, "1973-06-01", together: false)])),
  .init(rule: "H-12", yes: situation(["01"], [mother, son]), no: situation(["01"], [member(.person, "1955-03-05"), son])),
  .init(rule: "H-13", yes: situation(["12"], [mother, member(.grandchild, "2020-01-01")]), no: situation(["12"], [mother, son])),
  .init(
    rule: "H-14", yes: situation(["01"], [mother, member(.grandchild, "2012-01-01")]),
    no: situation(["03"], [mother, member(.grandchild, "2012-01-01")])),
  .init(rule: "H-15", yes: situation(["10"], caller: .family(.child)), no: situation(["10"], caller: .person)),
  .init(
    rule: "H-16", yes: situation(["12"], [mother, member(.husband, "1942-01-01")], caller: .family(.husband)),
    no: situation(["12"], [mother, son], caller: .family(.child))),
  .init(
    rule: "H-17", yes: situation(["03"], [member(.person, "1990-01-01"), member(.child, "2015-01-01")]),
    no: situation(["03"], [mother, son])),
  .init(
    rule: "H-18", yes: situation(["11"], [member(.person, "1990-01-01"), member(.child, "2015-01-01")]),
    no: situation(["11"], [member(.person, "1990-01-01"), member(.husband, "1988-01-01"), member(.child, "2015-01-01")])),
  .init(rule: "H-21", yes: situation(["01"], [member(.person, "2009-05-21")]), no: situation(["01"], [member(.person, "2009-05-23")])),
  .init(rule: "H-22", yes: situation(["01"], [member(.person, "1962-05-22")]), no: situation(["01"], [member(.person, "1962-05-23")])),
  .init(rule: "H-23", yes: situation(["01"], [mother]), no: situation(["01"], [mother, son])),
  .init(rule: "H-24", yes: situation(["02"], text: "家の中がごみでいっぱい"), no: situation(["02"], text: "雨漏りがする")),
  .init(rule: "H-25", yes: situation(["07"], text: "在留カードの更新が心配"), no: situation(["07"], text: "履歴書の書き方が心配")),
  .init(rule: "H-26", yes: situation(["13"], caller: .family(.mother)), no: situation(["13"], caller: .person)),
  .init(rule: "H-27", yes: situation(["06", "05"]), no: situation(["06"])),
  .init(rule: "H-28", yes: situation(["99"], text: "訪問販売で布団を買った"), no: situation(["99"], text: "布団が古い")),
  .init(rule: "H-29", yes: situation(["09"], caller: .neighbour), no: situation(["09"], caller: .person)),
]

@Suite struct `気づきの問い` {
  private func rules(_ situation: Situation) -> [String] { HiddenTrouble.prompts(for: situation).map(\.ruleID) }

  @Test(arguments: cases)
  func `問いは理由があるときに出て、ないときには出ない`(_ item: PromptCase) {
    #expect(rules(item.yes).contains(item.rule))
    #expect(!rules(item.no).contains(item.rule))
  }

  @Test func `どの問いにも出るときと出ないときの試験がある`() {
    #expect(Set(cases.map(\.rule)) == Set(HiddenTroubleRule.table.map(\.id)))
    #expect(HiddenTroubleRule.table.count == Set(HiddenTroubleRule.table.map(\.id)).count && HiddenTroubleRule.table.count >= 14)
  }

  @Test func `問いは尋ねる言葉で、決めつけない`() {
    for rule in HiddenTroubleRule.table {
      #expect(rule.question.hasSuffix("か。"), "\(rule.id)")
      #expect(rule.reason.contains("ため"), "\(rule.id)")
      for verdict in ["に違いない", "である。", "疑いがあります", "虐待です"] { #expect(!(rule.question + rule.reason).contains(verdict), "\(rule.id)") }
    }
  }

  @Test func `急ぐ問いを先に出す`() {
    let prompts = HiddenTrouble.prompts(
      concerns: ["12", "15"], household: [mother, son], callerKind: .family(.child), answers: [:], text: "家が片付かない", today: today)
    #expect(prompts.first?.ruleID == "H-01" && prompts.first?.level == .urgent)
    #expect(prompts.map(\.level) == prompts.map(\.level).sorted())
    #expect(prompts.map(\.ruleID) == ["H-01", "H-11", "H-12", "H-24"])
  }

  @Test func `何も分からないときは何も尋ねない`() {
    #expect(rules(situation()) == [])
    #expect(rules(situation(["12"], [member(.person), member(.housemate)])) == [])
  }

  @Test func `親から見ても子から見ても同じ問いが出る`() {
    let seenBySon = situation(["12"], [member(.person, "1973-06-01"), member(.mother, "1944-03-05")])
    #expect(rules(seenBySon).contains("H-11") && rules(seenBySon).contains("H-12"))
  }

  @Test func `子の年齢が分からなくても日中の様子は尋ね、幼い子なら尋ねない`() {
    #expect(rules(situation(["12"], [mother, member(.child)])).contains("H-11"))
    #expect(!rules(situation(["12"], [member(.person, "1990-01-01"), member(.child, "2020-01-01")])).contains("H-11"))
  }

  @Test func `年代だけの人も、あてはまりうるなら尋ねる`() {
    #expect(rules(situation(["12"], [member(.person, "age:80-89@2026-11-21"), member(.child, "age:50-59@2026-11-21")])).contains("H-12"))
    #expect(!rules(situation(["12"], [member(.person, "age:60-69@2026-11-21"), member(.child, "age:30-39@2026-11-21")])).contains("H-12"))
  }

  @Test func `節目の年齢は達する日の6か月前から、達する日まで尋ねる`() {
    for (born, expected) in [("1961-11-22", true), ("1961-11-21", false), ("1962-05-22", true), ("1962-05-23", false), ("1962-05", false)] {
      #expect(rules(situation(["01"], [member(.person, born)])).contains("H-22") == expected, "\(born)")
    }
  }

  @Test func `世帯人数が1人と答えられていれば一人暮らしである`() {
    #expect(rules(situation(["12"], [], answers: ["household_size": .number(1)])).contains("H-23"))
    #expect(!rules(situation(["12"], [mother], answers: ["household_size": .number(3)])).contains("H-23"))
    #expect(rules(situation(["99"], answers: ["concern_text": .text("ゴミが多い")])).contains("H-24"))
  }
}
