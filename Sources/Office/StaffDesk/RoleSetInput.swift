import Casework

/// What a browser sends to give several people the roles of one template (「役割の一括設定」).
struct RoleSetInput: Sendable {
  /// As many as one looks at in one table.
  static let most = 200

  let staff: [StaffID]
  let template: RoleTemplate?
  let from: CivilDate?
  let problems: [FieldProblem]

  init(_ form: Fields, templates: [RoleTemplate], today: CivilDate) {
    var problems: [FieldProblem] = []
    var seen: Set<StaffID> = []
    staff = form.all("staff").compactMap(Digits.number).map { StaffID($0) }.filter { seen.insert($0).inserted }
    template = templates.first { $0.key == form["template"] }
    if staff.isEmpty { problems.append(FieldProblem("staff", "だれの役割を変えるかが選ばれていません。職員の一覧で選んでください。")) }
    if staff.count > RoleSetInput.most {
      problems.append(FieldProblem("staff", "一度に変えられるのは\(RoleSetInput.most)人までです。分けて設定してください。"))
    }
    if template == nil { problems.append(FieldProblem("template", "役割のひな形を選んでください。")) }
    let typed = form.trimmed("from").isEmpty
    let from = typed ? today : AgencyInput.day("from", "始まる日", form, today, &problems)
    if let from, from < today { problems.append(FieldProblem("from", "始まる日が過ぎています。今日から先の日付に直してください。")) }
    self.from = from
    self.problems = problems
  }

  /// What the page showed of a person's roles, so that a change in between is noticed.
  static func seen(_ person: StaffID) -> String { "seen-\(person)" }
}
