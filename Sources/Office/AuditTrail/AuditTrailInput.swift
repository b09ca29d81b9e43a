import Casework

/// Which part of the audit log to show (「監査記録の絞り込み」).
struct AuditTrailInput: Sendable {
  let staff: StaffID?
  /// As typed; a case number such as 「R8-00001」.
  let caseNumber: String
  /// Raw value of an act, or empty for all.
  let act: String
  let outcome: AuditOutcome?
  let from: CivilDate?
  let until: CivilDate?
  /// An hour of the day, 0–23.
  let hour: Int?
  /// Entries older than this number.
  let before: Int?
  let problems: [FieldProblem]

  init(_ query: Fields, today: CivilDate) {
    staff = Int(query["staff"]).flatMap { $0 > 0 ? StaffID($0) : nil }
    caseNumber = query.trimmed("case")
    act = query["act"]
    outcome = AuditOutcome(rawValue: query["outcome"])
    hour = Int(query["hour"]).flatMap { (0...23).contains($0) ? $0 : nil }
    before = Int(query["before"]).flatMap { $0 > 0 ? $0 : nil }
    var problems: [FieldProblem] = []
    func date(_ field: String, _ label: String) -> CivilDate? {
      guard !query.trimmed(field).isEmpty else { return nil }
      switch DateInput.parseExact(query[field], today: today) {
      case .success(let date): return date
      case .failure(let problem):
        problems.append(FieldProblem(field, "\(label)：\(problem.message)"))
        return nil
      }
    }
    from = date("from", "開始日")
    until = date("until", "終了日")
    if let from, let until, until < from { problems.append(FieldProblem("until", "終了日が開始日より前です。開始日より後の日付を入力してください。")) }
    self.problems = problems
  }

  /// What was asked for, for the audit log of the audit log.
  var detail: String {
    [
      staff.map { "staff \($0)" }, caseNumber.isEmpty ? nil : "case \(caseNumber)", act.isEmpty ? nil : "act \(act)",
      outcome.map { "outcome \($0.rawValue)" }, from.map { "from \($0.iso)" }, until.map { "until \($0.iso)" }, hour.map { "hour \($0)" },
    ].compactMap { $0 }.joined(separator: " ")
  }
}
