import Casework
import Store

/// What a viewer may see of protected people (支援措置), for the gate and for every query that shows a person.
///
/// The same rule as ``Casework/Protection/sight(of:by:in:)``, in SQL so that lists, counts and hints follow it too; a test holds the two together.
/// A protection belongs to the person's first record, `coalesce(same_as, id)`, and so holds for all of them.
enum ProtectionQueries {
  /// Whether anybody in the case of alias `c` is protected. Where nobody in the office is, that is one look at an empty index.
  static let holdsProtected: SQL = """
    (EXISTS (SELECT 1 FROM protection WHERE resident_id > 0 AND ended_at IS NULL) AND (EXISTS (
        SELECT 1 FROM resident r JOIN protection p ON p.resident_id = coalesce(r.same_as, r.id) AND p.ended_at IS NULL
        WHERE r.id = c.resident_id
          OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id))
      OR \(sql: isPerpetrators)))
    """

  /// The case of alias `c` is that of somebody from whom another is protected: there the other must not stand, wherever he or she lives now.
  private static let isPerpetrators: SQL = """
    EXISTS (SELECT 1 FROM resident w JOIN protection p ON p.perpetrator_id = coalesce(w.same_as, w.id) AND p.perpetrator_id IS NOT NULL
      AND p.ended_at IS NULL WHERE w.id = c.resident_id)
    """

  /// Is anybody in the office protected at all? Lists ask first, so that the rest costs nothing where nobody is.
  static func isAnybodyProtected(_ reading: Reading) throws -> Bool {
    try reading.exists("SELECT 1 FROM protection WHERE resident_id > 0 AND ended_at IS NULL")
  }

  /// What must not show in one case: the address and the contacts of everybody whom the viewer may not see whole and, where the person must
  /// not be known of, the names.
  static func keptBack(_ reading: Reading, _ onlooker: Onlooker, in file: CaseFileID) throws -> KeptBack {
    var kept = KeptBack()
    let people = try reading.rows(
      """
      SELECT DISTINCT \(sql: onlooker.isMasked(person: "r")), \(sql: onlooker.isHidden(person: "r")), r.id = c.resident_id, x.name, x.name_kana,
        x.other_name, x.address, x.phone_home, x.phone_mobile, x.email, x.postal_code, x.phone_note
      FROM case_file c JOIN resident r ON r.id = c.resident_id
          OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id)
          OR r.id IN (SELECT v.resident_id FROM protection v WHERE v.perpetrator_id = \(sql: onlooker.principal) AND v.perpetrator_id IS NOT NULL
            AND v.ended_at IS NULL)
        JOIN protection p ON p.resident_id = coalesce(r.same_as, r.id) AND p.ended_at IS NULL
        JOIN resident x ON x.id = p.resident_id OR x.same_as = p.resident_id
      WHERE c.id = \(file)
      """
    ) { row in
      (isMasked: row.bool(0), isHidden: row.bool(1), isPrincipal: !row.isNull(2) && row.bool(2), texts: (3...11).map { row.text($0) })
    }
    let shown = try people.contains { $0.isHidden } ? shownNames(reading, onlooker, in: file) : []
    for person in people {
      kept.tellsWriters = kept.tellsWriters || !person.isMasked
      guard person.isMasked else { continue }
      kept.masksSomebody = true
      kept.masksPrincipal = kept.masksPrincipal || person.isPrincipal
      kept.terms += KeptBack.contacts(person.texts[3..<8])
      // 「留守電は不可」 tells no whereabouts and stands in half of all notes; a number does.
      if person.texts[8].count(where: \.isNumber) > 5 { kept.terms.append(person.texts[8]) }
      kept.hidesSomebody = kept.hidesSomebody || person.isHidden
      if person.isHidden { kept.terms += KeptBack.names(person.texts[0..<3], besides: shown) }
    }
    kept.terms = Array(Set(kept.terms))
    if kept.masksPrincipal { kept.agencies = try helpers(reading, onlooker, in: file) }
    return kept
  }

  /// The names in the case that are no secret: a given name that stands in one of them is not covered.
  private static func shownNames(_ reading: Reading, _ onlooker: Onlooker, in file: CaseFileID) throws -> [String] {
    try reading.rows(
      """
      SELECT r.name, r.name_kana FROM case_file c JOIN resident r ON r.id = c.resident_id
        OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id)
      WHERE c.id = \(file) AND NOT \(sql: onlooker.isHidden(person: "r"))
      """
    ) { [$0.text(0), $0.text(1)] }.flatMap(\.self)
  }

  /// The agencies that help a protected person, for somebody who is not cleared: all on the case but the own one, those the own one has a
  /// つなぎ with, the town, and who runs 多機関協働, of whom every agency knows.
  private static func helpers(_ reading: Reading, _ onlooker: Onlooker, in file: CaseFileID) throws -> Set<AgencyID> {
    Set(
      try reading.rows(
        """
        SELECT g.agency_id FROM case_ground g JOIN agency a ON a.id = g.agency_id
        WHERE g.case_file_id = \(file) AND g.agency_id <> \(onlooker.agency) AND a.is_programme_section = 0
          AND NOT EXISTS (SELECT 1 FROM coordination k WHERE k.case_file_id = g.case_file_id AND k.agency_id = g.agency_id)
          AND NOT EXISTS (SELECT 1 FROM referral f WHERE f.case_file_id = g.case_file_id AND f.stage <> 'draft'
            AND ((f.from_agency = g.agency_id AND f.to_agency = \(onlooker.agency))
              OR (f.to_agency = g.agency_id AND f.from_agency = \(onlooker.agency))))
        UNION SELECT f.to_agency FROM referral f WHERE f.case_file_id = \(file) AND f.is_multi = 0
          AND f.from_agency <> \(onlooker.agency) AND f.to_agency <> \(onlooker.agency)
        """
      ) { $0.id(0) })
  }
}

/// Who looks, for the conditions below: a person, the agency, and in whose file.
struct Onlooker: Sendable {
  /// Nobody in particular: anyone of the agency.
  let staff: StaffID?
  let agency: AgencyID
  /// The first record of the person the file is about, as SQL; `NULL` where there is no file.
  var principal: SQL = "NULL"

  init(staff: StaffID?, agency: AgencyID, principal: SQL = "NULL") {
    self.staff = staff
    self.agency = agency
    self.principal = principal
  }

  /// In the file of a case.
  init(staff: StaffID?, agency: AgencyID, file: CaseFileID) {
    self.init(
      staff: staff, agency: agency,
      principal: "(SELECT coalesce(q.same_as, q.id) FROM case_file k JOIN resident q ON q.id = k.resident_id WHERE k.id = \(file))")
  }

  /// The person of alias `r` of `resident` is protected and this viewer is not cleared: address and contacts are kept back.
  func isMasked(person alias: String) -> SQL { uncleared(alias, only: "") }

  /// The same person must not even be known of here. Within the own file of the person the existence is no secret.
  func isHidden(person alias: String) -> SQL {
    uncleared(alias, only: "AND p.level = 'existence' AND p.resident_id IS NOT \(sql: principal)")
  }

  /// The person of alias `r` is protected from somebody to whom this viewer is tied.
  func isBarred(from alias: String) -> SQL {
    """
    EXISTS (SELECT 1 FROM protection p JOIN protection_bar b ON b.protection_id = p.id
      WHERE p.resident_id = coalesce(\(raw: alias).same_as, \(raw: alias).id) AND p.ended_at IS NULL
        AND (b.staff_id = \(staff) OR b.agency_id = \(agency)))
    """
  }

  private func uncleared(_ alias: String, only: SQL) -> SQL {
    """
    EXISTS (SELECT 1 FROM protection p WHERE p.resident_id = coalesce(\(raw: alias).same_as, \(raw: alias).id) AND p.ended_at IS NULL \(sql: only)
      AND (p.perpetrator_id = \(sql: principal)
        OR NOT EXISTS (SELECT 1 FROM protection_clearance k WHERE k.protection_id = p.id AND k.agency_id = \(agency))
        OR EXISTS (SELECT 1 FROM protection_bar b WHERE b.protection_id = p.id AND (b.staff_id = \(staff) OR b.agency_id = \(agency)))))
    """
  }
}

extension OpenedFile {
  private var onlooker: Onlooker { Onlooker(staff: staff, agency: agency, file: id) }

  /// See ``Onlooker/isMasked(person:)``. Costs nothing where nobody in the file is protected.
  func isMasked(person alias: String) -> SQL { holdsProtected ? onlooker.isMasked(person: alias) : "0" }

  /// See ``Onlooker/isHidden(person:)``.
  func isHidden(person alias: String) -> SQL { holdsProtected ? onlooker.isHidden(person: alias) : "0" }

  /// The agency of this column may not be named to the viewer, because it helps a protected person.
  func hidesAgency(_ column: String) -> SQL {
    keptBack.agencies.isEmpty ? "0" : "(\(raw: column) IN \(list: keptBack.agencies.sorted { $0.number < $1.number }))"
  }

  /// A column that names an agency or somebody of it, or the one text that says nothing.
  func naming(_ column: String, of agency: String) -> SQL {
    keptBack.agencies.isEmpty
      ? "\(raw: column)" : "CASE WHEN \(sql: hidesAgency(agency)) THEN \(PersonSight.mask) ELSE \(raw: column) END"
  }

  /// The files that the viewer may see as far as protected people go, as a condition on alias `n` of `attachment`.
  var shownAttachments: SQL { keptBack.masksSomebody ? "n.names_whereabouts = 0" : "1" }
}

extension Scope {
  /// The same for lists, searches and hints; `principal` is the first record of the person of the case in whose list they stand.
  func isHidden(person alias: String, in principal: SQL = "NULL") -> SQL {
    Onlooker(staff: staff, agency: agency, principal: principal).isHidden(person: alias)
  }

  func isMasked(person alias: String, in principal: SQL = "NULL") -> SQL {
    Onlooker(staff: staff, agency: agency, principal: principal).isMasked(person: alias)
  }

  /// Cases that exist for this viewer, as a condition on a case number column named by trusted text: not those of a protected person to whose
  /// perpetrator he or she is tied. For everybody else it is no condition at all.
  func unbarred(case column: String) -> SQL {
    guard isBarred else { return "1" }
    return """
      NOT EXISTS (SELECT 1 FROM case_file k JOIN resident q ON q.id = k.resident_id
        JOIN protection p ON p.resident_id = coalesce(q.same_as, q.id) AND p.ended_at IS NULL
        JOIN protection_bar b ON b.protection_id = p.id AND (b.staff_id = \(staff) OR b.agency_id = \(agency))
        WHERE k.id = \(raw: column))
      """
  }
}
