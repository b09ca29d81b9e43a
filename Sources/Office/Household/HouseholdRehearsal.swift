import Casework

extension WritingDesk {
  /// 「世帯に加える」 For the sample town: somebody who comes to the household of a case, through the records that real staff use.
  package func rehearseMember(
    of id: CaseFileID, name: String, sex: Sex, birth: String, relation: Relation, words: String, livesTogether: Bool
  ) throws -> ResidentID {
    let file = try open(id)
    guard let household = try CaseFileQueries.people(self, file).household else { throw denied("household of case \(id)") }
    let facts = PersonFacts(
      name: PersonName(written: name, kana: nil), sex: sex, birth: PartialDate(stored: birth) ?? .unknown)
    let resident = try ResidentRecords.register(writing, ResidentRecords.Registration(facts), by: staff.agencyID)
    try HouseholdRecords.add(
      self, to: household,
      .init(resident: resident, relation: relation.rawValue, relationNote: words, livesTogether: livesTogether))
    return resident
  }
}
