import Casework
import Store

/// One agency for its page and its form.
struct AgencyView: Sendable {
  let id: AgencyID
  let facts: AgencyRecords.Registration
  let confirmedOn: String?
  let possiblyEnded: Bool
  /// Where the entry came from, with its licence; empty when entered by hand.
  let sourceNote: String
  let version: Int
  let programmes: [ProgrammeLine]

  struct ProgrammeLine: Sendable {
    let number: Int
    let programme: ProgrammeKind?
    let delivery: Delivery?
    let from: String
    let until: String?
    let reason: String
  }
}

enum AgencyQueries {
  /// The agency, or nothing.
  static func view(_ desk: Desk, _ id: AgencyID) throws -> AgencyView? {
    let fields = try desk.reading.rows("SELECT field FROM agency_field WHERE agency_id = \(id) ORDER BY field") { $0.text(0) }
    let areas = try desk.reading.rows("SELECT area FROM agency_area WHERE agency_id = \(id) ORDER BY area") { $0.text(0) }
    let programmes = try programmes(desk, id)
    return try desk.reading.first(
      """
      SELECT name, name_kana, kind, postal_code, address, phone, fax, hours, about, how_to_ask, corporation_number,
        is_programme_section, takes_referrals, ended_on, confirmed_on, possibly_ended, source_note, version
      FROM agency WHERE id = \(id)
      """
    ) { row in
      var facts = AgencyRecords.Registration(
        name: row.text(0), nameKana: row.text(1), kind: row.text(2), fields: fields, areas: areas, isProgrammeSection: row.bool(11),
        takesReferrals: row.bool(12))
      facts.postalCode = row.text(3)
      facts.address = row.text(4)
      facts.phone = row.text(5)
      facts.fax = row.text(6)
      facts.hours = row.text(7)
      facts.about = row.text(8)
      facts.howToAsk = row.text(9)
      facts.corporationNumber = row.text(10)
      facts.endedOn = row.optionalText(13)
      return AgencyView(
        id: id, facts: facts, confirmedOn: row.optionalText(14), possiblyEnded: row.bool(15), sourceNote: row.text(16),
        version: row.int(17), programmes: programmes)
    }
  }

  private static func programmes(_ desk: Desk, _ id: AgencyID) throws -> [AgencyView.ProgrammeLine] {
    try desk.reading.rows(
      """
      SELECT id, programme, delivery, from_on, until_on, reason FROM agency_programme WHERE agency_id = \(id)
      ORDER BY coalesce(until_on, '9999-12-31') DESC, from_on DESC, id
      """
    ) { row in
      AgencyView.ProgrammeLine(
        number: row.int(0), programme: ProgrammeKind(rawValue: row.text(1)), delivery: Delivery(rawValue: row.text(2)),
        from: row.text(3), until: row.optionalText(4), reason: row.text(5))
    }
  }

  /// Names by number, for lists of choices: what exists today, and the agency that is chosen already.
  static func names(_ desk: Desk, and own: AgencyID? = nil) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT id, name FROM agency WHERE ended_on IS NULL OR ended_on >= \(desk.today.iso) OR id = \(own)
      ORDER BY is_programme_section DESC, name_kana, name
      """
    ) { (String($0.int(0)), $0.text(1)) }
  }
}
