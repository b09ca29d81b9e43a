import Casework
import Store

/// The consents of one case, opened for somebody who may read and record them (「開いた本人同意」).
///
/// Only the check below makes one: agencies that see the whole case, 多機関協働 and the town, also before anybody agreed.
struct OpenedConsents: Sendable {
  let file: OpenedFile
  let coordination: OpenedCoordination?
  /// 本人; nothing while nobody knows who it is.
  let principal: ResidentID?

  fileprivate init(file: OpenedFile, coordination: OpenedCoordination?, principal: ResidentID?) {
    self.file = file
    self.coordination = coordination
    self.principal = principal
  }

  /// 利用申込 can be taken at once: it is the coordinator's, and the case waits for it.
  var awaitsApplication: Bool {
    guard let coordination, coordination.isCoordinator else { return false }
    return CoordinationTransition.row(.apply, at: coordination.stage) != nil
  }
}

extension Desk {
  func openConsents(of id: CaseFileID) throws -> OpenedConsents {
    let file = try open(id)
    let coordination = try latestCoordination(of: file)
    let isTheirs = coordination.map { $0.isCoordinator || $0.isTown } ?? false
    guard file.reach == .team || isTheirs else { throw denied("consents of case \(id)") }
    return OpenedConsents(file: file, coordination: coordination, principal: try ResidentQueries.principal(reading, of: file))
  }

  /// One consent by its number, behind the same check.
  func openConsent(_ id: ConsentID) throws -> (OpenedConsents, ConsentLine) {
    guard let file = try reading.first("SELECT case_file_id FROM consent WHERE id = \(id)", { $0.id(0) as CaseFileID }) else {
      throw denied("consent \(id)")
    }
    let opened = try openConsents(of: file)
    guard let line = try ConsentQueries.line(self, opened, id) else { throw denied("consent \(id)") }
    if let person = line.person, person != opened.principal, try HouseholdQueries.isHiddenMember(self, opened.file, person) {
      throw denied("consent \(id)")
    }
    note("consent \(id)", caseFile: file)
    return (opened, line)
  }
}
