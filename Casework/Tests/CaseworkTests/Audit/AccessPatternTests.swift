import Casework
import Testing

/// ふだんと違う見方: offered for review with a reason, never judged.
struct AccessPatternTests {
  /// A Monday.
  private let monday = CivilDate(iso: "2026-11-16") ?? .earliest
  private let terms = AccessPatternTerms()

  private func day(_ count: Int, hour: Int = 10, act: String = "seeCase", denied: Bool = false, on day: CivilDate? = nil) -> AccessDay {
    AccessDay(
      day: day ?? monday,
      entries: (0..<count).map {
        AccessDay.Entry(
          number: 100 + $0, hour: hour, act: act, isDenied: denied,
          caseFile: act == "search" ? nil : CaseFileID(rawValue: Int64($0 + 1)))
      })
  }

  private func kinds(_ day: AccessDay, usual: AccessDay.Usual = .init()) -> [AccessPatternKind] {
    day.found(terms, usual: usual).map(\.kind)
  }

  @Test func `ふだんの仕事では、何も示さない`() {
    #expect(kinds(day(10)) == [])
    #expect(kinds(day(19)) == [])
    #expect(kinds(day(39, act: "search")) == [])
    #expect(kinds(day(4, denied: true)) == [])
  }

  @Test func `一時間に多くの事例を開いたら示し、その人のふだんの三倍に満たなければ示さない`() throws {
    let found = try #require(day(24).found(terms, usual: .init(casesAnHour: 8)).first)
    #expect(found.kind == .manyCases)
    #expect(found.reason == "10時台に24件の事例を開きました（ふだんは1時間に8件）")
    #expect(found.entries == 100...123)
    #expect(kinds(day(24), usual: .init(casesAnHour: 9)) == [])
    #expect(kinds(day(24)) == [.manyCases], "ふだんが分からなければ、目安だけで示す")
  }

  @Test func `同じ事例を何度開いても、一件と数える`() {
    let same = AccessDay(
      day: monday,
      entries: (0..<50).map {
        AccessDay.Entry(number: $0, hour: 10, act: "seeCase", isDenied: false, caseFile: CaseFileID(rawValue: 1))
      })
    #expect(same.found(terms, usual: .init()).isEmpty)
  }

  @Test func `一日では多い検索も示す`() {
    let spread = AccessDay(
      day: monday,
      entries: (0..<130).map { AccessDay.Entry(number: $0, hour: 8 + $0 % 10, act: "search", isDenied: false, caseFile: nil) })
    #expect(kinds(spread) == [.manySearches])
    #expect(kinds(spread, usual: .init(searchesADay: 50)) == [])
    #expect(kinds(day(40, act: "search")) == [.manySearches])
  }

  @Test(arguments: [(5, true), (6, false), (20, false), (21, true), (23, true)])
  func `夜間と休日の閲覧を示す`(_ hour: Int, _ isShown: Bool) {
    #expect(kinds(day(1, hour: hour)) == (isShown ? [.outOfHours] : []))
    #expect(kinds(day(1, on: monday.adding(days: -1))) == [.outOfHours], "日曜日")
  }

  @Test func `くり返し断られたことと、出力を示す`() {
    #expect(kinds(day(5, denied: true)) == [.repeatedDenials])
    #expect(kinds(day(1, act: "exportCases")) == [.export])
  }

  @Test(arguments: [
    ("架空 花子", "架空 太郎", true), ("髙橋 花子", "高橋　太郎", true), ("架空 花子", "模擬 太郎", false), ("架空花子", "架空 太郎", true),
    ("架空花子", "架空太郎", false), ("模擬花子", "架空 太郎", false), ("", "架空 太郎", false),
  ])
  func `職員と同じ姓かどうかは、字体の違いを除いて比べる`(_ staff: String, _ resident: String, _ isShared: Bool) {
    #expect(FamilyName.isShared(staff, resident) == isShared)
    let look = AccessLook(
      staffName: staff, residentName: resident, chargeEnded: false, groundEnded: false, isEmergency: false, count: 2, entries: 1...2)
    #expect(look.found.map(\.kind) == (isShared ? [.ownSurname] : []))
    for found in look.found { #expect(!found.reason.contains("太郎") && !found.reason.contains("花子")) }
  }

  @Test func `担当や根拠が終わったあとの閲覧と、緊急閲覧を示す`() {
    func look(charge: Bool = false, ground: Bool = false, emergency: Bool = false) -> [AccessPatternKind] {
      AccessLook(
        staffName: "", residentName: "", chargeEnded: charge, groundEnded: ground, isEmergency: emergency, count: 1, entries: 1...1
      ).found.map(\.kind)
    }
    #expect(look() == [])
    #expect(look(charge: true) == [.afterEnd])
    #expect(look(ground: true) == [.afterEnd])
    #expect(look(emergency: true) == [.emergency])
  }

  @Test func `どの示し方にも、責めない理由がある`() {
    for kind in AccessPatternKind.allCases {
      #expect(kind.why.hasSuffix("。"))
      #expect(!kind.why.contains("疑い") && !kind.label.contains("不正"))
    }
  }

  @Test func `自分の閲覧は確認できず、問題なし以外には言葉が要る`() {
    let (one, other) = (StaffID(rawValue: 1), StaffID(rawValue: 2))
    #expect(PatternFinding.problems(.fine, words: "", reviewer: one, viewer: other).isEmpty)
    #expect(PatternFinding.problems(.fine, words: "", reviewer: one, viewer: one).count == 1)
    #expect(PatternFinding.problems(nil, words: "", reviewer: one, viewer: other).count == 1)
    for finding in [PatternFinding.unclear, .improper] {
      #expect(PatternFinding.problems(finding, words: "　", reviewer: one, viewer: other).map(\.fieldID) == ["words"])
      #expect(PatternFinding.problems(finding, words: "電話で確かめた", reviewer: one, viewer: other).isEmpty)
    }
  }

  @Test(arguments: [
    ("seeCase", AuditKind.look), ("search", .search), ("findResident", .search), ("exportAudit", .export), ("writeNote", .change),
    ("signIn", .session), ("signOut", .session), ("openEmergency", .change),
  ])
  func `行為は、見る・探す・出力する・記録する・サインインに分かれる`(_ act: String, _ kind: AuditKind) {
    #expect(AuditKind.of(act) == kind)
  }
}
