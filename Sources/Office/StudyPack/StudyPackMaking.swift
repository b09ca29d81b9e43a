import Casework

/// Puts a pack together from what its maker reads on the screens (「資料をつくる」). The record of a 支援会議 never goes into it.
struct StudyPackMaking {
  private let desk: Desk
  private let file: OpenedFile
  private let family: FamilyView
  private var anonymisation: Anonymisation

  /// Code of C-15 対応方法: 支援会議.
  private static let confidentialMeeting = "08"
  private static let notesTold = 10

  /// - Parameter days: how far dates are moved. It is kept nowhere.
  init(_ desk: Desk, _ file: OpenedFile, shiftedBy days: Int) throws {
    self.desk = desk
    self.file = file
    family = try FamilyQueries.family(desk, file)
    anonymisation = Anonymisation(try StudyPackRules.all(desk, file, family), shiftedBy: days)
  }

  /// Whole weeks, five to twenty, forward or back, so that days of the week stay.
  static func days(from random: String) -> Int {
    let number = Int(random.prefix(6), radix: 16) ?? 0
    return (number.isMultiple(of: 2) ? 1 : -1) * 7 * (5 + number / 2 % 16)
  }

  mutating func pack() throws -> StudyPack {
    let notes = try NoteQueries.all(desk, file).filter { $0.method != Self.confidentialMeeting && $0.replacedBecause == nil }
    let texts: [StudyPack.Part: String] = [
      .points: "", .summary: try summary(notes), .chronology: try chronology(notes), .plan: try plan(),
    ]
    let day = anonymisation.shifted(desk.today)
    let map = try EcomapQueries.view(desk, file).latest?.map
    let drawn = map.map { map in map.anonymised(on: anonymisation.shifted(map.drawnOn)) { anonymisation.apply($0, on: map.drawnOn) } }
    var genogram = family.genogram.anonymised(on: desk.today)
    genogram.groups = genogram.groups.map { LivingGroup($0.isInstitution ? "施設" : "本人の世帯", $0.members, isInstitution: $0.isInstitution) }
    for at in genogram.persons.indices {
      if case .aged(let ages, _) = genogram.persons[at].birth { genogram.persons[at].birth = .aged(ages, on: day) }
      genogram.persons[at].relation = genogram.persons[at].relation.map { anonymisation.apply($0, on: desk.today) }
    }
    return StudyPack(texts: texts, genogram: genogram, ecomap: drawn, day: day, replaced: anonymisation.replaced)
  }

  private mutating func summary(_ notes: [NoteView]) throws -> String {
    let letters = StudyPackRules.letters(family)
    let people = family.record.members.map { member -> String in
      let decade = member.person.age(on: desk.today).map { "\($0.lower / 10 * 10)代" }
      let facts = [member.relation.label, decade, member.livesTogether ? "同居" : "別居"].compactMap { $0 }
      return "\(letters[member.person.key] ?? "ご家族")（\(facts.joined(separator: "、"))）"
    }
    var lines = people.isEmpty ? [] : ["【家族】"] + people
    let concerns = try StudyPackQueries.concerns(desk, file)
    if !concerns.isEmpty { lines.append("【相談】") }
    for concern in concerns { lines.append(anonymisation.apply(concern.words, on: concern.day)) }
    if !notes.isEmpty { lines.append("【これまでの関わり】") }
    for note in notes.prefix(Self.notesTold).reversed() {
      let day = CivilDate(iso: note.heldOn) ?? desk.today
      let opinion = note.opinion.isEmpty ? "" : "（見立て）\(note.opinion)"
      lines.append("\(anonymisation.shifted(day).wareki)　\(anonymisation.apply("\(note.facts)\(opinion)", on: day))")
    }
    return lines.joined(separator: "\n")
  }

  /// Births are left out: they tell who somebody is.
  private mutating func chronology(_ notes: [NoteView]) throws -> String {
    var lines: [(day: CivilDate, words: String)] = []
    var rough: [String] = []
    let events = try FamilyTimelineQueries.view(desk, file).timeline.events
    for event in events where event.words != FamilyTimelineQueries.birth {
      let words = anonymisation.apply("\(event.lane.label)：\(event.words)", on: desk.today)
      if let day = event.date.exactDay {
        lines.append((anonymisation.shifted(day), words))
      } else {
        rough.append("\(event.date.span.map { "\($0.lowerBound.year / 10 * 10)年代ごろ" } ?? "時期不詳")　\(words)")
      }
    }
    for note in notes {
      guard let day = CivilDate(iso: note.heldOn) else { continue }
      lines.append((anonymisation.shifted(day), anonymisation.apply(note.title, on: day)))
    }
    return (rough + lines.sorted { $0.day < $1.day }.suffix(60).map { "\($0.day.wareki)　\($0.words)" }).joined(separator: "\n")
  }

  private mutating func plan() throws -> String {
    guard let coordination = try desk.latestCoordination(of: file), let plan = try PlanQueries.running(desk, coordination) else {
      return ""
    }
    let items = plan.items.map { item in "・\([item.issue, item.goal, item.action].filter { !$0.isEmpty }.joined(separator: " → "))" }
    let parts = [
      ("解決したい課題", plan.draft.issues), ("本人の望み", plan.draft.goalWords), ("めざすこと", plan.draft.goalLong),
      ("支援の方向性", plan.draft.policy),
    ].filter { !$0.1.isEmpty }.map { "【\($0.0)】\($0.1)" }
    return anonymisation.apply((parts + items).joined(separator: "\n"), on: plan.confirmedOn ?? desk.today)
  }
}
