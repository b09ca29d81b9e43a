import Casework
import Store

/// What is known about a person and how often it was changed (「本人の基本情報」).
struct KnownResident: Sendable {
  let id: ResidentID
  var person: ResidentRecords.Registration
  let registeredBy: AgencyID?
  let version: Int
}

enum ResidentQueries {
  static let columns = """
    r.id, r.name, r.name_kana, r.other_name, r.sex, r.sex_note, r.birth, r.postal_code, r.address, r.no_fixed_address, r.phone_home,
    r.phone_mobile, r.phone_note, r.email, r.registered_by, r.version, r.source
    """

  static func registration(_ reading: Reading, _ id: ResidentID) throws -> KnownResident? {
    try reading.first("SELECT \(raw: columns) FROM resident r WHERE r.id = \(id)", known)
  }

  /// The person an opened case is about; nil while nobody knows who it is.
  static func principal(_ reading: Reading, of file: OpenedFile) throws -> ResidentID? {
    try reading.first("SELECT resident_id FROM case_file WHERE id = \(file.id)") { $0.optionalID(0) } ?? nil
  }

  static func known(_ row: Row) -> KnownResident {
    let name = row.text(1)
    let kana = row.text(2)
    var person = ResidentRecords.Registration(
      PersonFacts(
        name: name.isEmpty && kana.isEmpty ? nil : PersonName(written: name, kana: kana.isEmpty ? nil : kana),
        sex: Sex(rawValue: row.text(4)), birth: PartialDate(stored: row.text(6)) ?? .unknown, address: filled(row.text(8)),
        noFixedAddress: row.bool(9), phoneHome: filled(row.text(10)), phoneMobile: filled(row.text(11)), email: filled(row.text(13))))
    person.otherName = row.text(3)
    person.sexNote = row.text(5)
    person.postalCode = row.text(7)
    person.phoneNote = row.text(12)
    person.source = row.text(16)
    return KnownResident(id: row.id(0), person: person, registeredBy: row.optionalID(14), version: row.int(15))
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
