import Casework
import Store

/// What a signed-in person works at during one read (「窓口の机」): the snapshot, who they are, and what the audit log will say.
public class Desk {
  let reading: Reading
  public let staff: StaffMember
  public let visit: Visit
  private(set) var caseFile: CaseFileID?
  private var subjects: [String] = []
  private var details: [String] = []

  init(reading: Reading, staff: StaffMember, visit: Visit) {
    self.reading = reading
    self.staff = staff
    self.visit = visit
  }

  public var today: CivilDate { visit.today }
  public var now: Int { visit.now }

  /// What this person's lists, counts, searches and exports may draw on.
  public var scope: Scope { Scope(desk: self) }

  /// Names what was looked at or changed, for the audit log: kind and number only, never a person's name.
  public func note(_ subject: String, caseFile: CaseFileID? = nil) {
    subjects.append(subject)
    if let caseFile { self.caseFile = caseFile }
  }

  /// Adds words to the audit entry: a search term, a number of rows exported.
  public func note(detail: String) { details.append(detail) }

  /// Ends the work with the 404 that says nothing, and logs whose door it was.
  public func denied(_ subject: String) -> Denial { Denial(staff: staff, subject: subject) }

  func entry(_ outcome: AuditOutcome) -> AuditEntry {
    AuditEntry(
      visit: visit, staff: staff, outcome: outcome, caseFile: caseFile,
      subject: subjects.joined(separator: " "), detail: details.joined(separator: " "))
  }
}

/// A desk at which things may be written; exists only inside `Visit.perform` and `Visit.write`.
public final class WritingDesk: Desk {
  let writing: Writing

  init(writing: Writing, staff: StaffMember, visit: Visit) {
    self.writing = writing
    super.init(reading: writing.reading, staff: staff, visit: visit)
  }
}
