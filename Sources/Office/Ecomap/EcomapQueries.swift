import Casework
import Foundation
import Store

/// One dated version of an ecomap (「○年○月の状況」), as this viewer may see it.
struct EcomapVersion: Sendable {
  let id: Int
  let map: Ecomap
  let remark: String
  let agency: String
  let staff: String
  /// Seconds since 1970.
  let at: Int
  /// 「令和8年11月の状況」
  var title: String { map.drawnOn.wareki.prefix { $0 != "月" } + "月の状況" }
}

/// The ecomaps of a case (「エコマップの版」), latest first.
struct EcomapView: Sendable {
  let versions: [EcomapVersion]
  let family: FamilyView
  /// The agencies on the case that the viewer may know of.
  let agencies: [(id: AgencyID, name: String)]

  var latest: EcomapVersion? { versions.first }
  func version(_ id: Int) -> EcomapVersion? { versions.first { $0.id == id } }
}

/// What the viewer may not know of is left out of every version, as if it had never been drawn.
enum EcomapQueries {
  static func view(_ desk: Desk, _ file: OpenedFile) throws -> EcomapView {
    let family = try FamilyQueries.family(desk, file)
    guard file.reach == .team else { return EcomapView(versions: [], family: family, agencies: []) }
    let versions = try stored(desk, file).map { version in
      EcomapVersion(
        id: version.id, map: shown(version.map, file, family), remark: file.keptBack.covering(version.remark), agency: version.agency,
        staff: version.staff, at: version.at)
    }
    return EcomapView(versions: versions, family: family, agencies: try agencies(desk, file))
  }

  /// The latest version whole, for the one who draws the next: what he or she does not see goes on into it.
  static func whole(_ desk: Desk, _ file: OpenedFile) throws -> (id: Int, map: Ecomap)? {
    try stored(desk, file).first.map { ($0.id, $0.map) }
  }

  static func shown(_ map: Ecomap, _ file: OpenedFile, _ family: FamilyView) -> Ecomap {
    var copy = map.without(systems: hiddenSystems(map, file), people: hiddenPeople(map, family))
    let kept = file.keptBack
    guard !kept.terms.isEmpty else { return copy }
    copy.householdLabel = kept.covering(copy.householdLabel)
    for at in copy.systems.indices { copy.systems[at].label = kept.covering(copy.systems[at].label) }
    for at in copy.links.indices { copy.links[at].words = copy.links[at].words.map(kept.covering) }
    return copy
  }

  static func hiddenSystems(_ map: Ecomap, _ file: OpenedFile) -> Set<SystemKey> {
    Set(file.keptBack.agencies.map(SystemKey.agency))
      .union(map.systems.filter { file.keptBack.covering($0.label) != $0.label }.map(\.key))
  }

  static func hiddenPeople(_ map: Ecomap, _ family: FamilyView) -> Set<PersonKey> {
    Set(map.household.persons.map(\.key) + map.systems.compactMap(\.person) + map.links.compactMap(\.member)).subtracting(family.keys)
  }

  private static func stored(_ desk: Desk, _ file: OpenedFile) throws -> [EcomapVersion] {
    try desk.reading.rows(
      """
      SELECT e.id, e.content, e.remark, \(sql: file.naming("a.name", of: "a.id")), \(sql: file.naming("s.name", of: "a.id")), e.drawn_at
      FROM ecomap e JOIN agency a ON a.id = e.agency_id JOIN staff s ON s.id = e.drawn_by WHERE e.case_file_id = \(file.id) ORDER BY e.id DESC
      """
    ) { row in
      EcomapVersion(
        id: row.int(0), map: try JSONDecoder().decode(Ecomap.self, from: Data(row.text(1).utf8)), remark: row.text(2), agency: row.text(3),
        staff: row.text(4), at: row.int(5))
    }
  }

  /// Those with a ground, and those with a role in the plan.
  private static func agencies(_ desk: Desk, _ file: OpenedFile) throws -> [(id: AgencyID, name: String)] {
    try desk.reading.rows(
      """
      SELECT DISTINCT a.id, a.name FROM agency a WHERE NOT \(sql: file.hidesAgency("a.id")) AND (
        EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(file.id) AND g.agency_id = a.id AND g.is_open = 1)
        OR EXISTS (SELECT 1 FROM plan_role o JOIN plan p ON p.id = o.plan_id JOIN coordination k ON k.id = p.coordination_id
          WHERE k.case_file_id = \(file.id) AND o.agency_id = a.id AND p.confirmed_on IS NOT NULL))
      ORDER BY a.id
      """
    ) { ($0.id(0), $0.text(1)) }
  }
}
