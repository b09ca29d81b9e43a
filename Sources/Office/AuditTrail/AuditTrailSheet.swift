import Casework

/// The part of an exported line that people read; what a machine checks follows it in ``AuditFile``.
enum AuditTrailSheet {
  static func cells(_ line: AuditLine) -> [String] {
    [
      String(line.id), Wording.moment(line.at), line.staff, line.agency, AuditTrailWording.act(line.act),
      AuditTrailWording.outcome(line.outcome), line.caseNumber, AuditTrailWording.subject(line.subject),
      AuditDetailWording.detail(line.detail, act: line.act), line.request, line.remote,
    ]
  }
}
