import Casework
import Store

/// Imports from the command line, through a named operator.
extension Office {
  /// Reads an open-data file into the directory. A dry run unless `apply`; then all or nothing.
  ///
  /// - Parameter sourceNote: whose data it is and under which licence; shown with every agency taken in.
  /// - Parameter keepsNotes: the note is only a file name; agencies that did not change keep theirs.
  public func importAgencies(
    _ bytes: [UInt8], sourceNote: String, keepsNotes: Bool = false, apply: Bool, as operator: String
  ) async throws -> ImportSummary {
    let sheet = AgencyImportInput.read(bytes)
    let act = Act.importAgencies.rawValue
    guard apply, !sheet.hasErrors else {
      let summary = try await database.read { ImportSummary(sheet, try AgencyImportQueries.plan($0, sheet)) }
      try await operate(as: `operator`, act: act, subject: "agencies", detail: "dry run \(sheet.records)") { _ in }
      return summary
    }
    return try await operate(as: `operator`, act: act, subject: "agencies", detail: "apply \(sheet.records)") { writing in
      let plan = try AgencyImportQueries.plan(writing.reading, sheet)
      try AgencyRecords.take(writing, plan, sourceNote: sourceNote, keepsNotes: keepsNotes)
      var summary = ImportSummary(sheet, plan)
      summary.isApplied = true
      return summary
    }
  }

  /// Reads a resident extract. A dry run unless `apply`; then all or nothing. The purpose goes into the audit log.
  ///
  /// - Parameter purpose: why the office takes the extract in (reference §8.6); never empty.
  public func importResidents(_ bytes: [UInt8], purpose: String, apply: Bool, as operator: String) async throws -> ImportSummary {
    let now = clock()
    let today = CivilDate.of(epochSeconds: now)
    let sheet = ResidentImportInput.read(bytes, today: today)
    let act = Act.importResidents.rawValue
    guard apply, !sheet.hasErrors else {
      let summary = try await database.read { ImportSummary(sheet, try ResidentImportQueries.plan($0, sheet)) }
      try await operate(as: `operator`, act: act, subject: "residents", detail: "dry run \(sheet.records) purpose: \(purpose)") { _ in }
      return summary
    }
    let detail = "apply \(sheet.records) purpose: \(purpose)"
    return try await operate(as: `operator`, act: act, subject: "residents", detail: detail) { writing in
      let plan = try ResidentImportQueries.plan(writing.reading, sheet)
      try ResidentImport.take(writing, sheet, plan, today: today, at: now)
      var summary = ImportSummary(sheet, plan)
      summary.isApplied = true
      return summary
    }
  }
}

/// Takes an extract in: the people that are new or changed, then every household of the file.
enum ResidentImport {
  static func take(_ writing: Writing, _ sheet: ResidentSheet, _ plan: ResidentImportPlan, today: CivilDate, at: Int) throws {
    var ids: [String: ResidentID] = [:]
    for resident in plan.new + plan.changed { ids[resident.key] = try ResidentRecords.upsertImported(writing, row: resident, at: at).id }
    for (household, members) in Dictionary(grouping: sheet.residents, by: \.household) {
      guard let household else { continue }
      let people = try members.compactMap { member in
        try id(writing, member, ids).map {
          HouseholdRecords.ImportedMember(resident: $0, relation: member.relation, note: member.relationNote)
        }
      }
      try HouseholdRecords.takeImported(writing, key: household, members: people, today: today, at: at)
    }
  }

  private static func id(_ writing: Writing, _ member: ImportedResident, _ ids: [String: ResidentID]) throws -> ResidentID? {
    if let id = ids[member.key] { return id }
    return try writing.first(
      "SELECT id FROM resident WHERE source = \(ImportedResident.source) AND source_key = \(member.key)", { $0.id(0) })
  }
}
