import Casework
import Municipalities
import Store

extension AgencyRecords {
  /// Enters the agencies of a municipality's profile; gives their numbers by the profile's keys.
  public static func register(_ writing: Writing, _ profile: Profile) throws -> [String: AgencyID] {
    var ids: [String: AgencyID] = [:]
    for agency in profile.agencies { ids[agency.key] = try register(writing, Registration(agency)) }
    return ids
  }
}

extension AgencyRecords.Registration {
  init(_ agency: Profile.Agency) {
    self.init(
      name: agency.name, nameKana: agency.kana, kind: agency.kind, fields: agency.fields, areas: agency.areas,
      isProgrammeSection: agency.isProgrammeSection, takesReferrals: agency.takesReferrals,
      programmes: agency.programmes.map {
        AgencyRecords.Programme(
          programme: $0.programme.rawValue, delivery: $0.delivery.rawValue, from: $0.from.iso, reason: $0.reason ?? "")
      })
    about = agency.sites.map { $0 > 1 ? "\(agency.about)設置数：\($0)か所。" : agency.about } ?? agency.about
  }
}
