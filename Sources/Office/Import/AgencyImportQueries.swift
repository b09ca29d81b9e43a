import Casework
import Store

/// What taking in a file would do to the directory (「取込みの見込み」).
struct AgencyImportPlan: Sendable {
  struct Change: Sendable {
    let id: AgencyID
    let agency: ImportedAgency
  }

  struct Missing: Sendable {
    let id: AgencyID
    let name: String
  }

  var new: [ImportedAgency] = []
  var changed: [Change] = []
  var unchanged: [AgencyID] = []
  /// Taken in from the same list earlier, not in the file any more.
  var missing: [Missing] = []
}

enum AgencyImportQueries {
  private struct Saved: Sendable {
    let id: AgencyID
    let source: String
    let key: String
    let facts: [String]
    let endedOn: String?
  }

  /// Compares a file with what its list brought in before. A cell that is blank in the file never counts as a change.
  static func plan(_ reading: Reading, _ sheet: AgencySheet) throws -> AgencyImportPlan {
    let saved = try saved(reading, Set(sheet.agencies.map(\.source)))
    var known = Dictionary(saved.map { ("\($0.source) \($0.key)", $0) }, uniquingKeysWith: { first, _ in first })
    var plan = AgencyImportPlan()
    for agency in sheet.agencies {
      guard let before = known.removeValue(forKey: "\(agency.source) \(agency.key)") else {
        plan.new.append(agency)
        continue
      }
      let isSame = zip(before.facts, agency.facts).allSatisfy { $1.isEmpty || $0.utf8.elementsEqual($1.utf8) }
      if isSame { plan.unchanged.append(before.id) } else { plan.changed.append(.init(id: before.id, agency: agency)) }
    }
    plan.missing = saved.filter { known["\($0.source) \($0.key)"] != nil && $0.endedOn == nil }
      .map { AgencyImportPlan.Missing(id: $0.id, name: $0.facts[0]) }
    return plan
  }

  private static func saved(_ reading: Reading, _ sources: Set<String>) throws -> [Saved] {
    try reading.rows(
      """
      SELECT id, source, source_key, name, name_kana, postal_code, address, phone, fax, hours, about, corporation_number, ended_on
      FROM agency WHERE source IN \(list: sources.sorted()) AND source_key IS NOT NULL ORDER BY id
      """
    ) { row in
      Saved(id: row.id(0), source: row.text(1), key: row.text(2), facts: (3...11).map { row.text($0) }, endedOn: row.optionalText(12))
    }
  }
}

extension ImportedAgency {
  /// What the file says, in the order of the columns above.
  var facts: [String] { [name, kana, postalCode, address, phone, fax, hours, about, corporationNumber] }
}
