import Casework
import Store

/// The only writer of `agency`, `agency_field`, `agency_area` and `agency_programme`.
public enum AgencyRecords {
  /// Enters an agency with its fields, areas and programmes.
  public static func register(_ writing: Writing, _ agency: Registration) throws -> AgencyID {
    let id = AgencyID(
      Int(
        try writing.insert(
          """
          INSERT INTO agency (name, name_kana, name_folded, kind, postal_code, address, phone, fax, hours, about, how_to_ask,
            corporation_number, is_programme_section, takes_referrals, ended_on)
          VALUES (\(agency.name), \(agency.nameKana), \(agency.folded), \(agency.kind), \(agency.postalCode), \(agency.address),
            \(agency.phone), \(agency.fax), \(agency.hours), \(agency.about), \(agency.howToAsk), \(agency.corporationNumber),
            \(agency.isProgrammeSection), \(agency.takesReferrals), \(agency.endedOn))
          """)))
    try place(writing, id, fields: agency.fields, areas: agency.areas)
    for programme in agency.programmes { try carry(writing, id, programme) }
    return id
  }

  /// Puts new facts in place of the old ones; programmes have their own dates and are left alone.
  ///
  /// - Returns: false when somebody else changed the agency since `version`; nothing is written then.
  public static func change(_ writing: Writing, _ id: AgencyID, to agency: Registration, version: Int) throws -> Bool {
    let changed = try writing.run(
      """
      UPDATE agency SET name = \(agency.name), name_kana = \(agency.nameKana), name_folded = \(agency.folded), kind = \(agency.kind),
        postal_code = \(agency.postalCode), address = \(agency.address), phone = \(agency.phone), fax = \(agency.fax),
        hours = \(agency.hours), about = \(agency.about), how_to_ask = \(agency.howToAsk),
        corporation_number = \(agency.corporationNumber), is_programme_section = \(agency.isProgrammeSection),
        takes_referrals = \(agency.takesReferrals), ended_on = \(agency.endedOn), version = version + 1
      WHERE id = \(id) AND version = \(version)
      """)
    guard changed == 1 else { return false }
    try place(writing, id, fields: agency.fields, areas: agency.areas)
    return true
  }

  /// 「いまも正しい」 Somebody who works with the agency says that the entry is right as of a day.
  static func confirm(_ writing: Writing, _ id: AgencyID, on iso: String) throws {
    try writing.run("UPDATE agency SET confirmed_on = \(iso), possibly_ended = 0 WHERE id = \(id)")
  }

  /// Adds a programme the agency carries.
  static func carry(_ writing: Writing, _ id: AgencyID, _ programme: Programme) throws {
    try writing.run(
      """
      INSERT INTO agency_programme (agency_id, programme, delivery, from_on, until_on, reason)
      VALUES (\(id), \(programme.programme), \(programme.delivery), \(programme.from), \(programme.until), \(programme.reason))
      """)
  }

  /// Ends a programme; what was carried before stays on record. False when it is not this agency's or has ended already.
  static func endProgramme(_ writing: Writing, _ id: AgencyID, programme: Int, until iso: String) throws -> Bool {
    try writing.run(
      """
      UPDATE agency_programme SET until_on = \(iso)
      WHERE id = \(programme) AND agency_id = \(id) AND until_on IS NULL AND from_on <= \(iso)
      """) == 1
  }

  static func place(_ writing: Writing, _ id: AgencyID, fields: [String], areas: [String]) throws {
    try writing.run("DELETE FROM agency_field WHERE agency_id = \(id)")
    try writing.run("DELETE FROM agency_area WHERE agency_id = \(id)")
    for field in Set(fields) { try writing.run("INSERT INTO agency_field (agency_id, field) VALUES (\(id), \(field))") }
    for area in Set(areas) { try writing.run("INSERT INTO agency_area (agency_id, area) VALUES (\(id), \(area))") }
  }
}
