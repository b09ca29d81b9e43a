import Testing

@testable import Casework

@Suite struct `世帯` {
  @Test func `その日に住んでいる人だけが世帯である`() {
    let mother = HouseholdMembership(resident: ResidentID(rawValue: 1), relation: .person)
    let son = HouseholdMembership(
      resident: ResidentID(rawValue: 2), relation: .child, relationNote: "長男", from: day("2020-04-01"), to: day("2026-03-31"))
    let all = [mother, son]
    #expect(all.household(on: day("2020-03-31")) == [mother])
    #expect(all.household(on: day("2020-04-01")) == all)
    #expect(all.household(on: day("2026-03-31")) == all)
    #expect(all.household(on: day("2026-04-01")) == [mother])
    #expect(son.relationLabel == "長男" && mother.relationLabel == "本人")
  }

  @Test func `続柄は21種で、世代の上下が分かる`() {
    #expect(Relation.allCases.count == 21)
    #expect(
      Relation.mother.generation == 1 && Relation.child.generation == -1 && Relation.wife.generation == 0
        && Relation.housemate.generation == nil)
  }

  @Test func `住所の照合は書き方の違いを無視する`() {
    func key(_ address: String) -> String? { PersonFacts(address: address).addressKey }
    #expect(key("架空市中央１丁目２番３号") == key("架空市中央1-2-3"))
    #expect(key("架空市中央一丁目二番地三") == key("架空市中央 1ー2ー3"))
    #expect(key("架空市中央1-2-3") != key("架空市中央1-2-4") && key("　") == nil)
  }
}
