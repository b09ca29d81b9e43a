import Casework
@_spi(SampleTown) import Office
import Store

/// 「見本の図」 A family of three generations with a divorce and a new couple, and two versions of its ecomap.
struct SampleDrawings {
  let office: Office
  let writing: Writing
  let now: Int

  func tell() throws {
    let opener = try writing.first("SELECT id FROM staff WHERE sign_in_name = 'houkatsu-nishi'") { StaffID($0.int(0)) }
    let found = try writing.first("SELECT id FROM case_file WHERE label = '雛形 晴美' ORDER BY id LIMIT 1") { CaseFileID($0.int(0)) }
    guard let opener, let file = found else { throw StoryGap(description: "nobody to draw") }
    let people = try gather(opener, file)
    for fact in facts(people) {
      try at(opener, form: fact + [("version", "\(try version(file))")]) { try $0.tellFamilyFact(of: file) }
    }
    let autumn = CivilDate.of(epochSeconds: now).adding(days: -45)
    try at(opener, form: Self.before + [("drawn_on", autumn.iso)]) { try $0.drawEcomap(of: file) }
    let base = try writing.first("SELECT max(id) FROM ecomap") { $0.int(0) } ?? 0
    try at(opener, form: Self.after + [("base", "\(base)")]) { try $0.drawEcomap(of: file) }
  }

  /// Who is in the household by now, by name, with those who live elsewhere or are gone.
  private func gather(_ opener: StaffID, _ file: CaseFileID) throws -> [String: ResidentID] {
    for (name, sex, birth, relation, words, isHere) in [
      ("雛形 ふみ", Sex.female, "1950", Relation.mother, "母", false), ("架空 修", .male, "1975", .other, "元の夫", false),
      ("仮名 学", .male, "1980", .partner, "いまのパートナー", false), ("架空 葵", .female, "2005", .child, "長女", false),
    ] {
      try at(opener) {
        try $0.rehearseMember(of: file, name: name, sex: sex, birth: birth, relation: relation, words: words, livesTogether: isHere)
      }
    }
    let rows = try writing.rows(
      """
      SELECT r.name, r.id FROM case_file c JOIN household_member m ON m.household_id = c.household_id JOIN resident r ON r.id = m.resident_id
      WHERE c.id = \(file)
      """
    ) { ($0.text(0), ResidentID($0.int(1))) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private func facts(_ people: [String: ResidentID]) -> [TypedForm] {
    func key(_ name: String) -> String { people[name].map { PersonKey.resident($0).rawValue } ?? "" }
    func fact(
      _ topic: FamilyTopic, _ kind: String, _ one: String, _ other: String = "", _ from: String = "", _ until: String = ""
    ) -> TypedForm {
      let fields = [("kind", kind), ("one", key(one)), ("other", key(other)), ("from", from), ("until", until)]
      return [("topic", topic.rawValue)] + fields.map { ("\(topic.rawValue)-\($0.0)", $0.1) }
    }
    return [
      fact(.union, "marriage", "雛形 清", "雛形 ふみ", "昭和50年"), fact(.death, "", "雛形 ふみ", "", "令和元年"),
      fact(.union, "divorce", "雛形 晴美", "架空 修", "平成15年", "平成25年"), fact(.parentage, "birth", "架空 葵", "架空 修"),
      fact(.parentage, "birth", "雛形 律", "架空 修"), fact(.union, "commonLaw", "雛形 晴美", "仮名 学", "令和4年"),
      fact(.keyPerson, "", "雛形 清"), fact(.tie, "conflict", "雛形 清", "雛形 律"), fact(.tie, "close", "架空 葵", "雛形 律"),
    ]
  }

  private static let before: TypedForm = [
    ("base", "0"), ("remark", "秋の状況（架空）"), ("s0-key", "own-0"), ("s0-label", "民生委員"), ("s0-kind", "welfareCommissioner"),
    ("s0-near", "3"), ("s0-bond", "ordinary"), ("s0-flow", "backward"), ("s1-key", "own-1"), ("s1-label", "見本高等学校"),
    ("s1-kind", "school"), ("s1-near", "1"), ("s1-bond", "stressful"), ("s1-flow", "none"), ("s1-words", "欠席が続く"),
  ]
  private static let after: TypedForm = [
    ("remark", "いまの状況（架空）"), ("s0-key", "own-0"), ("s0-label", "民生委員"), ("s0-kind", "welfareCommissioner"), ("s0-near", "3"),
    ("s0-bond", "strong"), ("s0-flow", "mutual"), ("s1-key", "own-1"), ("s1-label", "見本高等学校"), ("s1-kind", "school"), ("s1-near", "2"),
    ("s1-bond", "weak"), ("s1-flow", "backward"), ("s1-words", "家庭訪問"), ("s2-key", "own-2"), ("s2-label", "包括支援センター（見本）"),
    ("s2-kind", "longTermCare"), ("s2-near", "3"), ("s2-bond", "ordinary"), ("s2-flow", "backward"), ("t0-from", "s0"), ("t0-to", "s2"),
    ("t0-bond", "strong"), ("t0-flow", "mutual"), ("t0-words", "見守りの連絡"),
  ]

  private func version(_ file: CaseFileID) throws -> Int {
    try writing.first(
      "SELECT g.version FROM genogram g JOIN case_file c ON c.household_id = g.household_id WHERE c.id = \(file)"
    ) { $0.int(0) } ?? 0
  }

  @discardableResult
  private func at<T>(_ staff: StaffID, form: TypedForm = [], _ body: (WritingDesk) throws -> T) throws -> T {
    let desk = try office.seat(writing, staff: staff, act: .editDrawing, at: now, form: Fields(form))
    let value = try body(desk)
    try office.conclude(desk)
    return value
  }
}
