import Casework
import Store

/// The only writer of `agency`, `agency_field`, `agency_area` and `agency_programme`.
public enum AgencyRecords {
  /// An agency to be entered into the directory (「機関の登録」).
  public struct Registration: Sendable {
    public let name: String
    public let nameKana: String
    /// Kind by code list C-03.
    public let kind: String
    /// Fields by code list C-16.
    public let fields: [String]
    public let areas: [String]
    public let isProgrammeSection: Bool
    public let takesReferrals: Bool
    public let programmes: [Programme]

    public init(
      name: String, nameKana: String = "", kind: String = "", fields: [String] = [], areas: [String] = [],
      isProgrammeSection: Bool = false, takesReferrals: Bool = true, programmes: [Programme] = []
    ) {
      self.name = name
      self.nameKana = nameKana
      self.kind = kind
      self.fields = fields
      self.areas = areas
      self.isProgrammeSection = isProgrammeSection
      self.takesReferrals = takesReferrals
      self.programmes = programmes
    }
  }

  /// A programme an agency carries (「担う事業」).
  public struct Programme: Sendable {
    /// consult, participation, community, outreach or multi.
    public let programme: String
    /// direct (直営) or entrusted (委託).
    public let delivery: String
    /// ISO date.
    public let from: String

    public init(programme: String, delivery: String, from: String) {
      self.programme = programme
      self.delivery = delivery
      self.from = from
    }
  }

  public static func register(_ writing: Writing, _ agency: Registration) throws -> AgencyID {
    let id = AgencyID(
      Int(
        try writing.insert(
          """
          INSERT INTO agency (name, name_kana, name_folded, kind, is_programme_section, takes_referrals)
          VALUES (\(agency.name), \(agency.nameKana), \(JapaneseText.folded("\(agency.name) \(agency.nameKana)")), \(agency.kind),
            \(agency.isProgrammeSection), \(agency.takesReferrals))
          """)))
    for field in agency.fields { try writing.run("INSERT INTO agency_field (agency_id, field) VALUES (\(id), \(field))") }
    for area in agency.areas { try writing.run("INSERT INTO agency_area (agency_id, area) VALUES (\(id), \(area))") }
    for programme in agency.programmes {
      try writing.run(
        """
        INSERT INTO agency_programme (agency_id, programme, delivery, from_on)
        VALUES (\(id), \(programme.programme), \(programme.delivery), \(programme.from))
        """)
    }
    return id
  }
}
