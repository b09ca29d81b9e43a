import Casework
import Municipalities
import Store

/// What a member from outside sits at during one read (「外部の構成員の机」): the snapshot, the pass, and what the audit log will say.
///
/// It is no ``Desk``: nothing that belongs to staff takes one, so there is no way from here to a case, a list or a search.
class GuestDesk {
  let reading: Reading
  let pass: OpenedPass
  let visit: GuestVisit
  private var subjects: [(words: String, caseFile: CaseFileID?)] = []

  init(reading: Reading, pass: OpenedPass, visit: GuestVisit) {
    self.reading = reading
    self.pass = pass
    self.visit = visit
  }

  var today: CivilDate { visit.today }
  var now: Int { visit.now }
  var hasPledged: Bool { pass.hasPledged || !pass.kind.needsPledge }

  /// The words of the pledge of the meeting's day; nothing where none is needed.
  func pledgeWords() throws -> String? {
    pass.kind.needsPledge ? Pledge.text(on: pass.heldOn, of: try Office.profile(reading).pledges) : nil
  }

  /// Names what was looked at or answered, for the audit log: kind and number only.
  func note(_ subject: String, caseFile: CaseFileID? = nil) { subjects.append((subject, caseFile)) }

  /// One entry for each thing that was named, so that each case tells who saw it; at least one.
  var entries: [AuditEntry] {
    guard !subjects.isEmpty else { return [visit.entry(.done, pass.subject)] }
    return subjects.map { visit.entry(.done, "\(pass.subject) \($0.words)", caseFile: $0.caseFile) }
  }
}

/// The same where something may be written; exists only inside ``GuestVisit/perform(_:)``.
final class GuestWritingDesk: GuestDesk {
  let writing: Writing

  init(writing: Writing, pass: OpenedPass, visit: GuestVisit) {
    self.writing = writing
    super.init(reading: writing.reading, pass: pass, visit: visit)
  }
}

/// The one answer for links that do not open, whatever the reason.
struct GuestClosed: Error {
  let subject: String
}

/// The link opens, and the code has not been entered, or too long ago.
struct GuestOutside: Error {}

/// Not for this member: answered as if it did not exist, and audited.
struct GuestDenial: Error {
  let pass: OpenedPass
  let subject: String
}
