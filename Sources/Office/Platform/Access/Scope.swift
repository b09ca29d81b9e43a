import Casework
import Store

/// What one person's lists, counts, searches, hints, exports and figures may draw on (「範囲」).
///
/// Made only by a ``Desk``, so a query that takes a scope cannot run for nobody.
public struct Scope: Sendable {
  let staff: StaffID
  let agency: AgencyID
  let isCaseworker: Bool
  /// The agency is the town's programme section (事業担当課).
  let isProgrammeSection: Bool
  /// Some case must not exist for this person (支援措置).
  let isBarred: Bool

  init(desk: Desk) {
    staff = desk.staff.id
    agency = desk.staff.agencyID
    isCaseworker = !Role.caseworkers.isDisjoint(with: desk.staff.roles)
    isProgrammeSection = desk.staff.isProgrammeSection
    isBarred = desk.staff.isBarred
  }

  /// The open grounds of this person's agency, as a condition on alias `g` of `case_ground`.
  var grounds: SQL {
    guard isCaseworker else { return "(0 = 1)" }
    return isBarred
      ? "(g.agency_id = \(agency) AND g.is_open = 1 AND \(sql: unbarred(case: "g.case_file_id")))"
      : "(g.agency_id = \(agency) AND g.is_open = 1)"
  }

  /// Case files in reach, as a condition on a case number column named by trusted text.
  func holds(case column: String) -> SQL {
    "EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(raw: column) AND \(sql: grounds))"
  }

  /// What finds a term in `note_text` among the notes this person's agency may read; nil when the term folds to nothing.
  func phrase(_ term: String) -> String? { JapaneseText.bigramQuery(term, reader: agency.number) }

  /// The same for `resident_text`, with and without blanks.
  func namePhrase(_ term: String) -> String? { JapaneseText.nameQuery(term, reader: agency.number) }

  /// Notes in reach, as a condition on alias `n` of `note`.
  var readableNotes: SQL {
    """
    EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = n.case_file_id AND \(sql: grounds)
      AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team' AND n.recorded_at >= g.notes_since)))
    """
  }
}
