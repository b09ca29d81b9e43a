import Casework
import Foundation
import Store

@testable import Office

extension AccessWorldBuilder {
  /// Something told about the family, a life event, a version of an ecomap and a confirmed pack, each with the canary in its words.
  mutating func drawing() throws {
    let today = CivilDate.of(epochSeconds: now)
    let map = Ecomap(on: today, systems: [EcoSystem(SystemKey(rawValue: "own-0"), canary, .friends)])
    let pack = StudyPack(texts: [.summary: canary], genogram: Genogram(), ecomap: nil, day: today)
    try writing.run(
      """
      INSERT INTO family_fact (household_id, topic, resident_id, recorded_by, agency_id, recorded_at)
      VALUES (\(numbers["household"]), 'keyPerson', \(numbers["resident"]), \(counsellor), \(agency(.own)), \(now))
      """)
    try writing.run(
      """
      INSERT INTO life_event (case_file_id, words, recorded_by, agency_id, recorded_at)
      VALUES (\(numbers["case"]), \(canary), \(counsellor), \(agency(.own)), \(now))
      """)
    try writing.run(
      """
      INSERT INTO ecomap (case_file_id, drawn_on, remark, content, drawn_by, agency_id, drawn_at)
      VALUES (\(numbers["case"]), \(today.iso), \(canary), \(try text(map)), \(counsellor), \(agency(.own)), \(now))
      """)
    try keep(
      "study-pack",
      """
      INSERT INTO study_pack (case_file_id, agency_id, made_by, made_at, content, confirmed_at, confirmed_by)
      VALUES (\(numbers["case"]), \(agency(.own)), \(counsellor), \(now), \(try text(pack)), \(now), \(counsellor))
      """)
  }

  private func text(_ value: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(value), as: UTF8.self) }
}

extension AccessWorldBuilder {
  /// What belongs to meetings and to the family.
  mutating func meetingAndFamily() throws {
    try preparation()
    try drawing()
  }
}
