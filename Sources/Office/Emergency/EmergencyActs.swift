import Casework

/// What is done about 緊急閲覧.
extension WritingDesk {
  /// 「緊急閲覧をはじめる」 Opens the case for this person alone, and tells the agency in charge at once.
  func beginEmergency() throws -> CaseFileID {
    let input = EmergencyInput(visit.form, today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    guard let file = try EmergencyQueries.match(self, input.request) else {
      throw FieldErrors(
        [FieldProblem(EmergencyQueries.noMatch, "あてはまる事例は見つかりませんでした。事例番号、または氏名と生年月日を確かめてください。")], staff: staff)
    }
    if try EmergencyQueries.isInReach(self, file) { return file }
    _ = try EmergencyRecords.open(self, file, input.request)
    if let charge = try EmergencyQueries.inCharge(self, file) {
      let task = FollowUpTask(what: "緊急閲覧がありました：だれが何のために見たかを確かめる", due: today, assignee: charge.staff, done: nil)
      try TaskRecords.ask(self, file, of: charge.agency, task)
    }
    return file
  }

  /// 「担当として確認した」
  func seeEmergency(_ opened: OpenedEmergency) throws {
    guard opened.maySee || opened.seenAt != nil else { throw denied("emergency \(opened.id)") }
    try EmergencyRecords.see(self, opened)
  }

  /// 「事後の確認を記録する」
  func reviewEmergency(_ opened: OpenedEmergency) throws {
    guard opened.mayReview || (opened.reviewedAt != nil && staff.roles.contains(.auditor)) else { throw denied("emergency \(opened.id)") }
    let finding = EmergencyFinding(rawValue: visit.form["finding"])
    let words = visit.form.trimmed("words")
    let problems = EmergencyFinding.problems(finding, words: words)
    guard let finding, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try EmergencyRecords.review(self, opened, finding, words: words)
  }
}
