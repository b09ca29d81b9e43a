import Casework
import Store

extension AgencyRecords {
  /// Takes a file's agencies in (「機関の取込み」), in the caller's transaction.
  ///
  /// New ones are added and do not take つなぎ until somebody says so. Known ones are brought up to date where the file says something;
  /// kind, fields, areas, how to ask, confirmation and taking of つなぎ are the town's own and stay. What is missing is marked, never deleted.
  ///
  /// - Parameter keepsNotes: nobody said whose data it is this time; what was said before stays with what did not change.
  static func take(_ writing: Writing, _ plan: AgencyImportPlan, sourceNote: String, keepsNotes: Bool = false) throws {
    for agency in plan.new { try add(writing, agency, sourceNote) }
    for change in plan.changed { try update(writing, change.id, change.agency, sourceNote) }
    for id in plan.unchanged {
      try writing.run("UPDATE agency SET possibly_ended = 0 WHERE id = \(id) AND possibly_ended = 1")
      if !keepsNotes { try writing.run("UPDATE agency SET source_note = \(sourceNote) WHERE id = \(id) AND source_note <> \(sourceNote)") }
    }
    for gone in plan.missing {
      try writing.run("UPDATE agency SET possibly_ended = 1 WHERE id = \(gone.id) AND possibly_ended = 0")
    }
  }

  private static func add(_ writing: Writing, _ agency: ImportedAgency, _ note: String) throws {
    let id = AgencyID(
      Int(
        try writing.insert(
          """
          INSERT INTO agency (name, name_kana, name_folded, kind, postal_code, address, phone, fax, hours, about, corporation_number,
            takes_referrals, source, source_key, source_note)
          VALUES (\(agency.name), \(agency.kana), \(JapaneseText.folded("\(agency.name) \(agency.kana)")), \(agency.kind),
            \(agency.postalCode), \(agency.address), \(agency.phone), \(agency.fax), \(agency.hours), \(agency.about),
            \(agency.corporationNumber), 0, \(agency.source), \(agency.key), \(note))
          """)))
    try place(writing, id, fields: agency.fields, areas: [])
  }

  private static func update(_ writing: Writing, _ id: AgencyID, _ agency: ImportedAgency, _ note: String) throws {
    let before = try writing.first("SELECT name_kana FROM agency WHERE id = \(id)") { $0.text(0) } ?? ""
    let kana = agency.kana.isEmpty ? before : agency.kana
    try writing.run(
      """
      UPDATE agency SET name = \(agency.name), name_kana = \(kana), name_folded = \(JapaneseText.folded("\(agency.name) \(kana)")),
        postal_code = coalesce(nullif(\(agency.postalCode), ''), postal_code), address = coalesce(nullif(\(agency.address), ''), address),
        phone = coalesce(nullif(\(agency.phone), ''), phone), fax = coalesce(nullif(\(agency.fax), ''), fax),
        hours = coalesce(nullif(\(agency.hours), ''), hours), about = coalesce(nullif(\(agency.about), ''), about),
        corporation_number = coalesce(nullif(\(agency.corporationNumber), ''), corporation_number), source_note = \(note),
        possibly_ended = 0, version = version + 1
      WHERE id = \(id)
      """)
  }
}
