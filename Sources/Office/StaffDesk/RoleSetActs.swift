import Casework

extension WritingDesk {
  /// 「役割を一括で設定する」 All of them or none; who was looked at is who is changed.
  ///
  /// Throws ``FieldErrors`` with the rule that says no, ``EditConflict`` when somebody's roles changed since the page was made.
  func setRoles(_ input: RoleSetInput) throws {
    guard input.problems.isEmpty, let template = input.template, let from = input.from else {
      throw FieldErrors(input.problems, staff: staff)
    }
    let people = try RoleSetQueries.people(reading, input.staff, today: today)
    guard people.count == input.staff.count else { throw denied("staff of a role set") }
    for person in people {
      guard visit.form[RoleSetInput.seen(person.id)] == person.mark else { throw EditConflict(staff: staff) }
      if let conflict = Role.conflict(in: Set(template.roles)) { throw FieldErrors([FieldProblem("template", conflict)], staff: staff) }
      let change = RoleChange(held: person.held, to: template.roles, from: from)
      if let refusal = change.refusal(of: person.id, by: staff.id) {
        throw FieldErrors([FieldProblem("staff", refusal)], staff: staff)
      }
      try StaffRecords.change(writing, roles: change, of: person.id)
      note("staff \(person.id)")
    }
    note(detail: "\(template.roles.map(\.rawValue).joined(separator: ",")) from \(from.iso)")
    for day in [today, from] where try !RoleSetQueries.hasAdministrator(reading, on: day) {
      throw FieldErrors([FieldProblem("staff", StaffRule.lastAdministrator)], staff: staff)
    }
  }
}
