import Casework
import Store

extension ResidentRecords {
  /// Enters a person of a resident extract, or brings the person's row up to date (「住民情報の取込み」).
  ///
  /// Rows are matched by the extract's own key only, never by likeness: nobody is merged without a person looking.
  static func upsertImported(_ writing: Writing, row: ImportedResident, at: Int) throws -> (id: ResidentID, isNew: Bool) {
    let id = try writing.first(
      "SELECT id FROM resident WHERE source = \(ImportedResident.source) AND source_key = \(row.key)", { $0.id(0) as ResidentID })
    guard let id, let known = try ResidentQueries.registration(writing.reading, id) else {
      var person = Registration(row.facts)
      person.postalCode = row.postalCode
      person.source = ImportedResident.source
      person.sourceKey = row.key
      person.sourceHousehold = row.household
      return (try register(writing, person, by: nil), true)
    }
    var person = known.person
    person.facts.name = row.facts.name
    person.facts.sex = row.sex
    person.facts.birth = row.birth
    person.facts.address = row.facts.address
    person.postalCode = row.postalCode
    guard try change(writing, id, to: person, version: known.version) else { throw EditConflict(staff: nil) }
    try writing.run("UPDATE resident SET source_household = \(row.household) WHERE id = \(id)")
    return (id, false)
  }
}
