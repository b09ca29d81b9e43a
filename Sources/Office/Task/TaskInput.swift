import Casework

/// What a browser sends for a task → `FollowUpTask`, or the fields that are wrong.
struct TaskInput: Sendable {
  let form: Fields
  let today: CivilDate

  init(_ form: Fields, today: CivilDate) {
    self.form = form
    self.today = today
  }

  /// - Parameter colleagues: who may be chosen; no choice means anyone of the agency.
  func planned(_ colleagues: [Colleague], by staff: StaffMember) throws(FieldErrors) -> FollowUpTask {
    var problems: [FieldProblem] = []
    var due: CivilDate?
    if !form.trimmed("due").isEmpty {
      switch DateInput.parseExact(form["due"], today: today) {
      case .success(let date): due = date
      case .failure(let problem): problems.append(FieldProblem("due", problem.message))
      }
    }
    let chosen = colleagues.first { String($0.id.number) == form["staff"] }
    if chosen == nil, !form["staff"].isEmpty { problems.append(FieldProblem("staff", "担当は一覧から選んでください。")) }
    do {
      let task = try FollowUpTask.planned(form.trimmed("what"), due: due, assignee: chosen?.id)
      guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
      return task
    } catch let problem as FieldProblem {
      throw FieldErrors([problem] + problems, staff: staff)
    } catch {
      throw FieldErrors(problems, staff: staff)
    }
  }
}
