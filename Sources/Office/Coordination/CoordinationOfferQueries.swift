import Casework
import Store

/// What may be chosen in the forms of 多機関協働 (「選べるもの」).
struct CoordinationOffer: Sendable {
  /// The municipality's criteria for 多機関協働.
  var criteria: [(code: String, label: String)] = []
  /// C-11.
  var noConsentReasons: [(code: String, label: String)] = []
  /// 福祉事務所.
  var publicAssistance: [(code: String, label: String)] = []
}

enum CoordinationOfferQueries {
  /// Kind of agency that decides about 生活保護: 福祉事務所 (C-03 code 01).
  private static let publicAssistanceKind = "01"

  static func offer(_ desk: Desk) throws -> CoordinationOffer {
    let office = desk.visit.office
    return CoordinationOffer(
      criteria: try desk.referralChecklist().map { ($0.key, $0.example.isEmpty ? $0.label : "\($0.label)（\($0.example)）") },
      noConsentReasons: office.list("C-11").choices(on: desk.today),
      publicAssistance: try desk.reading.rows(
        """
        SELECT id, name FROM agency WHERE (ended_on IS NULL OR ended_on >= \(desk.today.iso)) AND (kind = \(publicAssistanceKind) OR id IN
          (SELECT agency_id FROM agency_field WHERE field = '07')) ORDER BY name_kana, name
        """
      ) { (String($0.int(0)), $0.text(1)) })
  }

  /// The agency is on offer, or was already written down.
  static func isPublicAssistance(_ desk: Desk, _ coordination: OpenedCoordination, _ agency: AgencyID) throws -> Bool {
    let code = String(agency.number)
    return try offer(desk).publicAssistance.contains { $0.code == code }
      || described(desk, coordination)["public_assistance"] == code
  }

  /// What was written down at acceptance, as the form shows it.
  static func described(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Fields {
    let found = try desk.reading.first(
      "SELECT route, checklist, public_assistance_agency FROM coordination WHERE id = \(coordination.id)"
    ) { ($0.text(0), $0.text(1), $0.optionalInt(2)) }
    guard let found else { return Fields() }
    let checklist = CoordinationChecklist(stored: found.1)
    return Fields(
      [("route", found.0), ("public_assistance", found.2.map(String.init) ?? ""), ("checklist_words", checklist.words)]
        + checklist.ticked.map { ("criterion", $0) })
  }
}
