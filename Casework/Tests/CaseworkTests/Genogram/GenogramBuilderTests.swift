import Testing

@testable import Casework

@Suite struct `記録から起こすジェノグラム` {
  private func key(_ number: Int64) -> PersonKey { .resident(ResidentID(rawValue: number)) }

  private func member(
    _ number: Int64, _ relation: Relation, _ sex: Sex, _ words: String? = nil, birth: PartialDate = .unknown, together: Bool = true
  )
    -> FamilyRecord.Member
  {
    FamilyRecord.Member(
      GenogramPerson(key(number), sex, name: "架空 \(number)郎", relation: words, birth: birth), relation, livesTogether: together)
  }

  private func derived(_ members: [FamilyRecord.Member], _ kinships: [FamilyRecord.Kinship] = [], births: [Parentage] = [])
    -> DerivedGenogram
  {
    Genogram.derived(from: FamilyRecord(members: members, kinships: kinships, births: births))
  }

  @Test func `父と母は本人の親であり、二人の間柄は尋ねる`() {
    let result = derived([member(1, .person, .male), member(2, .father, .male), member(3, .mother, .female)])
    #expect(result.genogram.parentage == [Parentage(key(1), of: [key(2), key(3)])])
    #expect(result.genogram.unions.isEmpty)
    #expect(result.questions.map(\.words) == ["父と母は、結婚していますか、していましたか。"])
  }

  @Test func `子の母は、妻がいても決めつけず、尋ねる`() {
    let result = derived([member(1, .person, .male), member(2, .wife, .female), member(3, .child, .male, "長男")])
    #expect(result.genogram.parentage == [Parentage(key(3), of: [key(1)])])
    #expect(result.questions.map(\.words) == ["長男の母はどなたですか。"])
    let told = derived(
      [member(1, .person, .male), member(2, .wife, .female), member(3, .child, .male, "長男")],
      [FamilyRecord.Kinship(of: key(2), .child, key(3))])
    #expect(Set(told.genogram.parentage[0].parents) == [key(1), key(2)])
    #expect(told.questions.isEmpty)
  }

  @Test func `祖母は、父方か母方かを言われて初めて線がつながる`() {
    let family = [member(1, .person, .female), member(2, .mother, .female)]
    let unclear = derived(family + [member(3, .grandmother, .female)])
    #expect(!unclear.genogram.parentage.contains { $0.parents.contains(key(3)) })
    #expect(unclear.questions.contains { $0.words == "祖母は、父方ですか、母方ですか。" })
    let told = derived(family + [member(3, .grandmother, .female, "母方の祖母")])
    #expect(told.genogram.parentage.contains(Parentage(key(2), of: [key(3)])))
  }

  @Test func `きょうだいの父母は尋ね、それまでは点線でつなぐ`() {
    let result = derived([member(1, .person, .male), member(2, .sibling, .female, "妹")])
    #expect(result.genogram.siblings == [SiblingBond(key(1), key(2))])
    #expect(result.questions.map(\.words) == ["妹の父母は、本人の父母と同じですか。"])
  }

  @Test func `同じ日に生まれた子は、双子かどうかを尋ねる`() {
    let birth = PartialDate.day(day("2010-05-05"))
    let result = derived(
      [member(1, .person, .female), member(2, .child, .male, "長男", birth: birth), member(3, .child, .male, "次男", birth: birth)])
    #expect(result.questions.map(\.words).contains("長男と次男は双子ですか。"))
  }

  @Test func `別居の家族は囲みの外にいて、同居人は家族ではない印がつく`() {
    let result = derived([member(1, .person, .male), member(2, .housemate, .unknown), member(3, .child, .female, together: false)])
    #expect(result.genogram.groups == [LivingGroup("本人の世帯", [key(1), key(2)])])
    #expect(result.genogram[key(2)]?.marks == [.nonFamily])
  }

  @Test func `どの続柄からも図が起こせ、問いは日本語で、重ならない`() {
    let all = Relation.allCases.enumerated().map { member(Int64($0) + 1, $1, $0.isMultiple(of: 2) ? .male : .female) }
    let result = derived(all)
    let drawing = result.genogram.drawn(on: today, width: HardFamily.width)
    #expect(FigureFaults(drawing.figure).all.isEmpty)
    #expect(drawing.places.count == Relation.allCases.count)
    #expect(Set(result.questions).count == result.questions.count)
    for question in result.questions { #expect(question.words.hasSuffix("か。")) }
  }
}
