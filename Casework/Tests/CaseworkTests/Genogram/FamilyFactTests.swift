import Casework
import Testing

/// 家族について聞いたこと: what was told beside the records of a household.
struct FamilyFactTests {
  private let child = PersonKey(rawValue: "1")
  private let twin = PersonKey(rawValue: "2")
  private let mother = PersonKey(rawValue: "3")
  private let father = PersonKey(rawValue: "4")
  private let today = CivilDate(year: 2026, month: 11, day: 21) ?? .latest

  private var record: FamilyRecord {
    FamilyRecord(members: [
      .init(GenogramPerson(child, .female), .person), .init(GenogramPerson(twin, .male), .sibling),
      .init(GenogramPerson(mother, .female), .mother), .init(GenogramPerson(father, .male), .father),
    ])
  }

  @Test func `聞いた間柄・親子・双子・死亡が、図に加わる`() {
    let told = [
      FamilyFact(.union, "divorce", about: mother, other: father, from: .year(1980), until: .year(1990)),
      FamilyFact(.parentage, "birth", about: twin, other: mother), FamilyFact(.parentage, "birth", about: twin, other: father),
      FamilyFact(.twins, "fraternal", about: child, other: twin), FamilyFact(.death, about: father, from: .year(2001)),
      FamilyFact(.keyPerson, about: mother),
    ]
    let genogram = Genogram.derived(from: record, told: told).genogram
    #expect(genogram.unions == [GenogramUnion(mother, father, .divorce, from: .year(1980), to: .year(1990))])
    #expect(genogram[father]?.isDead == true && genogram[mother]?.marks == [.keyPerson])
    #expect(genogram.groups.first?.members == [child, twin, mother], "亡くなった人は同居の囲みに入らない")
    let numbers = Set(genogram.parentage.filter { $0.kind == .birth }.map(\.twins))
    #expect(numbers == [1])
  }

  @Test func `同じ二人について聞き直したことは、前の記録に代わる`() {
    let married = FamilyFact(.union, "marriage", about: mother, other: father)
    #expect(FamilyFact(.union, "divorce", about: father, other: mother).replaces(married))
    #expect(!FamilyFact(.union, "divorce", about: father, other: child).replaces(married))
    #expect(!FamilyFact(.twins, "identical", about: father, other: mother).replaces(married))
  }

  @Test func `気持ちのつながりは二人に一つで、暴力や支配は向きごとに別に残る`() {
    let close = FamilyFact(.tie, "close", about: mother, other: child)
    let struck = FamilyFact(.tie, "physicalAbuse", about: father, other: mother)
    #expect(FamilyFact(.tie, "distant", about: child, other: mother).replaces(close))
    #expect(!FamilyFact(.tie, "control", about: mother, other: child).replaces(close), "仲のよさと支配は、並んで聞かれる")
    #expect(!FamilyFact(.tie, "neglect", about: mother, other: father).replaces(struck), "向きが逆なら別のこと")
    #expect(FamilyFact(.tie, "emotionalAbuse", about: father, other: mother).replaces(struck))
    let ties = Genogram.derived(from: record, told: [close, struck]).genogram.ties
    #expect(ties == [EmotionalTie(mother, child, .close), EmotionalTie(father, mother, .physicalAbuse)])
  }

  @Test func `同じ人どうし・先の日付・逆さの期間・逆さの親子は断る`() {
    let known = [FamilyFact(.parentage, "birth", about: child, other: mother)]
    func fields(_ fact: FamilyFact) -> [String] { fact.problems(known: known, today: today).map(\.fieldID) }
    #expect(fields(FamilyFact(.union, "marriage", about: mother, other: mother)) == ["other"])
    #expect(fields(FamilyFact(.death, about: mother, from: .year(2030))) == ["from"])
    #expect(fields(FamilyFact(.union, "marriage", about: mother, other: father, from: .year(2000), until: .year(1999))) == ["until"])
    #expect(fields(FamilyFact(.parentage, "birth", about: mother, other: child)) == ["other"])
    #expect(fields(FamilyFact(.parentage, "birth", about: twin, other: mother)).isEmpty)
  }
}
