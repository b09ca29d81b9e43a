import Casework

/// What is done about a request for disclosure, each within one transaction.
extension WritingDesk {
  /// 「請求を受け付ける」 Finds the person and collects that person's part of all the cases.
  func recordDisclosure(_ form: Fields) throws -> DisclosureID {
    try checkDisclosing()
    let input = DisclosureInput(form, today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    let found = try DisclosurePersonQueries.find(self, caseNumber: input.caseNumber, name: input.personName, birth: input.birth)
    guard let resident = found else { throw FieldErrors([FieldProblem("case_number", DisclosureWording.notFound)], staff: staff) }
    let id = try DisclosureRecords.add(self, input.request, of: resident)
    let group = try DisclosurePersonQueries.group(self, of: resident)
    let files = try DisclosurePersonQueries.files(self, of: group)
    let request = input.request
    let passages = try files.flatMap { try DisclosureSourceQueries.passages(self, $0, group: group, kinds: request.kinds) }
      .filter { passage in
        guard let day = CivilDate(iso: passage.day) else { return true }
        return (request.from.map { $0 <= day } ?? true) && (request.until.map { day <= $0 } ?? true)
      }
    let own = Redaction(people: [try DisclosurePersonQueries.own(self, group)])
    let theirs = try DisclosurePersonQueries.ownFiles(self, group)
    try DisclosureRecords.collect(self, id, passages, masking: try DisclosureQueries.redaction(self, group)) { passage in
      !theirs.contains(passage.file) && own.found(in: passage.text).isEmpty
    }
    return id
  }

  /// 「一節の扱いを決める」
  func decidePassage(_ opened: OpenedDisclosure, _ passage: DisclosurePassage, _ form: Fields) throws {
    guard opened.stage == .drafting else {
      throw FieldErrors([FieldProblem("decision", DisclosureWording.notDrafting)], staff: staff)
    }
    let review = DisclosureInput.review(form)
    guard Int(form["version"]) == passage.version else { throw EditConflict(staff: staff) }
    let known = visit.office.list(DisclosureWording.reasonList)
    var problems = review.problems(
      text: passage.text, nature: passage.nature, others: try DisclosureQueries.others(self, opened, in: passage.text))
    if !review.reason.isEmpty, known.item(review.reason) == nil {
      problems.append(FieldProblem("reason", "その条文は一覧にありません。選び直してください。"))
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try DisclosureRecords.decide(self, opened, passage, review, version: passage.version)
  }

  func extendDisclosure(_ opened: OpenedDisclosure, _ form: Fields) throws {
    let reason = form.trimmed("reason")
    let problems = DisclosureDeadline.extensionProblems(
      opened.stage, due: opened.dueOn, isExtended: opened.isExtended, reason: reason, today: today)
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try DisclosureRecords.extend(self, opened, reason: reason)
  }

  /// 「二人目の確認を頼む」
  func askLook(_ opened: OpenedDisclosure, _ form: Fields) throws {
    guard opened.stage == .drafting else { throw EditConflict(staff: staff) }
    let passages = try DisclosureQueries.passages(self, opened)
    let problems = SecondLook.problems(undecided: passages.count { $0.decision == nil }, passages: passages.count)
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try DisclosureRecords.move(self, opened, to: .looking, .asked)
  }

  /// 「差し戻す」 By the second person, who says what to change.
  func sendBackDisclosure(_ opened: OpenedDisclosure, _ form: Fields) throws {
    try checkSecondLook(opened)
    let words = form.trimmed("words")
    guard !words.isEmpty else {
      throw FieldErrors([FieldProblem("words", "直してほしいところを入力してください。作成した職員に伝わります。")], staff: staff)
    }
    try DisclosureRecords.move(self, opened, to: .drafting, .sentBack, words: words)
  }

  /// 「完了する」 From here on the document can be printed.
  func finishDisclosure(_ opened: OpenedDisclosure, _ form: Fields) throws {
    try checkSecondLook(opened)
    guard form.isOn("looked") else {
      throw FieldErrors([FieldProblem("looked", "開示する文書を開いて確かめてから、「すべて確かめました」に印を付けてください。")], staff: staff)
    }
    try DisclosureRecords.move(self, opened, to: .finished, .finished)
  }

  func withdrawDisclosure(_ opened: OpenedDisclosure, _ form: Fields) throws {
    guard opened.stage.isOpen else { throw EditConflict(staff: staff) }
    let words = form.trimmed("words")
    guard !words.isEmpty else {
      throw FieldErrors([FieldProblem("withdrawal", "取下げの理由を入力してください。例）請求した人からの申出")], staff: staff)
    }
    try DisclosureRecords.move(self, opened, to: .withdrawn, .withdrawn, words: words)
  }

  private func checkSecondLook(_ opened: OpenedDisclosure) throws {
    guard opened.stage == .looking else { throw EditConflict(staff: staff) }
    guard SecondLook.mayLook(staff.id, preparedBy: opened.preparedBy) else {
      throw FieldErrors([FieldProblem("look", SecondLook.ownWork)], staff: staff)
    }
  }
}
