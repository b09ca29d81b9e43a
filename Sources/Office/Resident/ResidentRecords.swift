import Casework
import Store

/// The only writer of `resident`.
///
/// Names are kept byte for byte; the keys are folded copies that are never shown (reference §8.5). The words by which the search finds a
/// person are kept by triggers of the database.
public enum ResidentRecords {
  /// What is entered about a person (「住民の登録」).
  public struct Registration: Sendable {
    public var facts: PersonFacts
    public var sexNote = ""
    public var otherName = ""
    public var postalCode = ""
    /// 「留守電可」「夜は不可」
    public var phoneNote = ""
    /// Empty for a person entered at a window; otherwise the name of the extract the row came from.
    public var source = ""
    /// The row's key in that extract, unique within `source`.
    public var sourceKey: String?
    public var sourceHousehold: String?

    public init(_ facts: PersonFacts) { self.facts = facts }

    var name: String { facts.name?.written ?? "" }
    var kana: String { facts.name?.kana ?? "" }
  }

  /// Enters a person.
  ///
  /// `sameAs` joins the row to the record of the same person that the writer may not see: identity is shared, content is not.
  public static func register(
    _ writing: Writing, _ person: Registration, by agency: AgencyID?, sameAs: ResidentID? = nil
  ) throws -> ResidentID {
    let facts = person.facts
    let row = try writing.insert(
      """
      INSERT INTO resident (name, name_kana, other_name, name_key, kana_key, sex, sex_note, birth, postal_code, address, address_key,
        no_fixed_address, phone_home, phone_mobile, phone_note, email, source, source_key, source_household, registered_by, same_as)
      VALUES (\(person.name), \(person.kana), \(person.otherName), \(NameKey.of(person.name)), \(NameKey.ofKana(person.kana)),
        \((facts.sex ?? .unknown).rawValue), \(person.sexNote), \(facts.birth.stored), \(person.postalCode), \(facts.address ?? ""),
        \(facts.addressKey ?? ""), \(facts.noFixedAddress), \(facts.phoneHome ?? ""), \(facts.phoneMobile ?? ""), \(person.phoneNote),
        \(facts.email ?? ""), \(person.source), \(person.sourceKey), \(person.sourceHousehold), \(agency), \(sameAs))
      """)
    return ResidentID(Int(row))
  }

  /// Puts new facts in place of the old ones. False when somebody else changed the row since `version`; nothing is written then.
  public static func change(_ writing: Writing, _ id: ResidentID, to person: Registration, version: Int) throws -> Bool {
    let facts = person.facts
    let changed = try writing.run(
      """
      UPDATE resident SET name = \(person.name), name_kana = \(person.kana), other_name = \(person.otherName),
        name_key = \(NameKey.of(person.name)), kana_key = \(NameKey.ofKana(person.kana)), sex = \((facts.sex ?? .unknown).rawValue),
        sex_note = \(person.sexNote), birth = \(facts.birth.stored), postal_code = \(person.postalCode), address = \(facts.address ?? ""),
        address_key = \(facts.addressKey ?? ""), no_fixed_address = \(facts.noFixedAddress), phone_home = \(facts.phoneHome ?? ""),
        phone_mobile = \(facts.phoneMobile ?? ""), phone_note = \(person.phoneNote), email = \(facts.email ?? ""), version = version + 1
      WHERE id = \(id) AND version = \(version)
      """)
    return changed == 1
  }
}

extension ResidentRecords {
  /// See ``NoteRecords/tidyWords(_:_:_:)``.
  static func tidyWords(_ writing: Writing, _ pages: Int, _ begins: Bool) throws -> Bool {
    let before = try writing.count("SELECT total_changes()")
    try writing.run("INSERT INTO resident_text (resident_text, rank) VALUES ('merge', \(begins ? -pages : pages))")
    return try writing.count("SELECT total_changes()") - before >= 2
  }

  /// Leaves nothing but the number, to which other records of the same person point.
  static func blank(_ writing: Writing, _ id: ResidentID) throws {
    try writing.run(
      """
      UPDATE resident SET name = '', name_kana = '', other_name = '', name_key = '', kana_key = '', sex = 'unknown', sex_note = '', birth = '',
        postal_code = '', address = '', address_key = '', no_fixed_address = 0, phone_home = '', phone_mobile = '', phone_note = '', email = '',
        registered_by = NULL, version = version + 1 WHERE id = \(id)
      """)
  }
}
