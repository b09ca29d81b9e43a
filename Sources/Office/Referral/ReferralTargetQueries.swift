import Casework
import Store

/// An agency that may be asked (「つなぎ先の候補」).
struct TargetChoice: Sendable, Equatable {
  let agency: AgencyID
  let name: String
  let isMulti: Bool

  /// What the form sends: 「a12」, or 「m12」 for 多機関協働事業.
  var code: String { "\(isMulti ? "m" : "a")\(agency)" }
  var label: String { isMulti ? "多機関協働事業（\(name)）" : name }
  var target: ReferralTarget { isMulti ? .multiAgencyCooperation : .agency(agency) }
}

/// The candidates under one heading of the select: a field (分野), or 多機関協働.
struct TargetGroup: Sendable {
  let label: String
  let choices: [TargetChoice]
}

enum ReferralTargetQueries {
  /// Who can be asked today, the own agency left out, by field; an agency of several fields stands under its first.
  static func groups(_ desk: Desk) throws -> [TargetGroup] {
    let fields = desk.visit.office.list("C-16")
    var byField: [String: [TargetChoice]] = [:]
    var seen: Set<AgencyID> = []
    for (choice, field) in try agencies(desk) where seen.insert(choice.agency).inserted {
      byField[fields.label(field), default: []].append(choice)
    }
    let order = fields.items(on: desk.today).map(\.label)
    let sorted = byField.sorted { left, right in
      (order.firstIndex(of: left.key) ?? order.count, left.key) < (order.firstIndex(of: right.key) ?? order.count, right.key)
    }
    let multi = try carriers(desk)
    return (multi.isEmpty ? [] : [TargetGroup(label: "多機関協働", choices: multi)])
      + sorted.map { TargetGroup(label: $0.key.isEmpty ? "その他" : $0.key, choices: $0.value) }
  }

  /// Agencies that carry 多機関協働事業 today.
  private static func carriers(_ desk: Desk) throws -> [TargetChoice] {
    try desk.reading.rows(
      """
      SELECT DISTINCT a.id, a.name FROM agency a JOIN agency_programme p ON p.agency_id = a.id
      WHERE p.programme = 'multi' AND p.from_on <= \(desk.today.iso) AND (p.until_on IS NULL OR p.until_on >= \(desk.today.iso))
        AND a.id <> \(desk.staff.agencyID) AND (a.ended_on IS NULL OR a.ended_on >= \(desk.today.iso)) ORDER BY a.name_kana, a.name
      """
    ) { TargetChoice(agency: $0.id(0), name: $0.text(1), isMulti: true) }
  }

  /// Agencies that take つなぎ; one that carries nothing but 多機関協働事業 is asked under that heading only.
  private static func agencies(_ desk: Desk) throws -> [(TargetChoice, String)] {
    let today = desk.today.iso
    return try desk.reading.rows(
      """
      SELECT a.id, a.name, coalesce(f.field, '') FROM agency a LEFT JOIN agency_field f ON f.agency_id = a.id
      WHERE a.takes_referrals = 1 AND a.id <> \(desk.staff.agencyID) AND (a.ended_on IS NULL OR a.ended_on >= \(today))
        AND (NOT EXISTS (SELECT 1 FROM agency_programme p WHERE p.agency_id = a.id AND p.programme = 'multi' AND p.from_on <= \(today)
            AND (p.until_on IS NULL OR p.until_on >= \(today)))
          OR EXISTS (SELECT 1 FROM agency_programme p WHERE p.agency_id = a.id AND p.programme <> 'multi'))
      ORDER BY a.name_kana, a.name, a.id, f.field
      """
    ) { (TargetChoice(agency: $0.id(0), name: $0.text(1), isMulti: false), $0.text(2)) }
  }
}
