import Casework
import Store

/// What is done about a plan of 人事異動, each with its checks in the same transaction.
extension WritingDesk {
  /// 「異動の日を変える」 Accounts that were made for it begin on the new day.
  func moveTransfer(_ opened: OpenedTransfer) throws {
    let input = try TransferDayInput(visit.form, today: today, by: staff)
    try checkManages(opened)
    guard try TransferRecords.move(self, opened, to: input.day, version: Digits.number(visit.form["version"]) ?? 0) else {
      throw EditConflict(staff: staff)
    }
    for mover in try TransferQueries.all(reading, opened.id) where mover.kind == .arrives {
      try StaffRecords.begin(writing, mover.staff, on: input.day)
    }
  }

  /// 「取りやめる」 Nothing happens on the day; an account made for it never begins.
  func cancelTransfer(_ opened: OpenedTransfer) throws {
    try checkManages(opened)
    for mover in try TransferQueries.all(reading, opened.id) where mover.kind == .arrives {
      try StaffRecords.disable(writing, mover.staff, lastDay: opened.transfer.lastDay.iso)
    }
    try TransferRecords.cancel(self, opened)
  }

  /// 「いる人の異動」
  func addMover(_ opened: OpenedTransfer) throws {
    try checkOpen(opened)
    let input = try MoverInput(
      visit.form, people: try MoverPeopleQueries.people(self, opened), agencies: Set(try AgencyQueries.names(self).map(\.code)),
      templates: try roleTemplates(), by: staff)
    guard let from = try MoverPeopleQueries.agency(reading, of: input.staff) else { throw denied("staff \(input.staff)") }
    let entry = MoverRecords.Entry(staff: input.staff, kind: input.kind, from: from, to: input.to, template: input.template)
    try checkAdministratorStays(entry, on: opened.transfer.effectiveOn)
    try MoverRecords.add(self, opened, entry, isConfirmed: input.kind == .moves && opened.isAdministrator && input.staff != staff.id)
  }

  /// 「新しく来る人」 The account is made now and begins on the day; its roles come with the day. Only an administrator makes accounts.
  func addArrival(_ opened: OpenedTransfer, passwordHash: String) throws {
    try checkOpen(opened)
    guard opened.isAdministrator else { throw denied("arrival of transfer \(opened.id)") }
    let input = try ArrivalInput(
      visit.form, agencies: Set(try AgencyQueries.names(self).map(\.code)), templates: try roleTemplates(), by: staff)
    guard try StaffQueries.id(reading, signInName: input.signInName) == nil else {
      throw FieldErrors([FieldProblem("new_sign_in", "このサインイン名はほかの人が使っています。別の名前にしてください。")], staff: staff)
    }
    let id = try StaffRecords.appoint(
      writing,
      .init(
        agency: input.agency, signInName: input.signInName, name: input.name, nameKana: input.kana, jobTitle: input.jobTitle, roles: [],
        from: opened.transfer.effectiveOn.iso),
      passwordHash: passwordHash)
    try MoverRecords.add(
      self, opened, .init(staff: id, kind: .arrives, to: input.agency, template: input.template), isConfirmed: true)
  }

  /// 「外す」 Whoever was added by mistake. The account of somebody new never begins.
  func removeMover(_ opened: OpenedTransfer, _ id: Int) throws {
    try checkManages(opened)
    guard let mover = try TransferQueries.all(reading, opened.id).first(where: { $0.id == id }) else { throw denied("mover \(id)") }
    if mover.kind == .arrives { try StaffRecords.disable(writing, mover.staff, lastDay: opened.transfer.lastDay.iso) }
    try MoverRecords.remove(self, mover)
  }

  /// 「権利を確認する」 An administrator answers for what somebody else planned. Nobody confirms one's own.
  func confirmMover(_ opened: OpenedTransfer, _ id: Int) throws {
    try checkOpen(opened)
    guard opened.isAdministrator else { throw denied("mover \(id)") }
    let mover = try TransferQueries.mover(self, opened, id)
    guard mover.staff != staff.id else {
      throw FieldErrors([FieldProblem("confirmation", "自分の異動は自分では確認できません。ほかのシステム管理者に確認を依頼してください。")], staff: staff)
    }
    try MoverRecords.confirm(self, mover)
  }

  /// 「引き継ぐ人を決める」 Throws ``EditConflict`` when somebody else chose in between.
  func chooseSuccessors(_ opened: OpenedTransfer, _ id: Int) throws {
    try checkOpen(opened)
    let mover = try TransferQueries.mover(self, opened, id)
    let input = try SuccessorInput(visit.form, mover, by: staff)
    for (line, chosen) in input.single {
      guard let file = line.caseFile, try SuccessorQueries.isBarred(reading, chosen, file), let from = mover.from else { continue }
      let barred = Successor(staff: chosen, agency: from, roles: Set(Role.allCases), isBarred: true)
      throw FieldErrors([barred.refusal(of: line.matter, at: from).map { FieldProblem(line.field, $0) }].compactMap(\.self), staff: staff)
    }
    guard try MoverRecords.choose(self, mover, input) else { throw EditConflict(staff: staff) }
    note("mover \(id)")
  }

  /// 「実施する」 By hand, from the day on; the server does the same by itself.
  func applyTransfer(_ opened: OpenedTransfer) throws {
    guard opened.transfer.state != .applied else { return }
    guard opened.transfer.isDue(today) else {
      throw FieldErrors([FieldProblem("application", "異動の日がまだ来ていません。その日から実施できます。急ぐときは、異動の日を変えてください。")], staff: staff)
    }
    guard !opened.waitsForHand || visit.form.isOn("confirmed") else {
      throw FieldErrors([FieldProblem("confirmed", "異動する人と引き継ぐ人を確かめ、「確かめました」に印を付けてから実施してください。")], staff: staff)
    }
    try TransferApplication(writing: writing, id: opened.id, by: staff.id, now: now).apply()
  }

  private func checkOpen(_ opened: OpenedTransfer) throws {
    guard opened.transfer.isOpen else {
      throw FieldErrors([FieldProblem("", "この異動は\(opened.transfer.state.label)のため、変えられません。新しい異動を登録してください。")], staff: staff)
    }
  }

  private func checkManages(_ opened: OpenedTransfer) throws {
    guard opened.mayManage else { throw denied("transfer \(opened.id)") }
    try checkOpen(opened)
  }

  private func checkAdministratorStays(_ entry: MoverRecords.Entry, on day: CivilDate) throws {
    let held = try RoleSetQueries.people(reading, [entry.staff], today: day.adding(days: -1)).first?.held ?? []
    guard held.contains(where: { $0.role == .systemAdministrator }), entry.template?.roles.contains(.systemAdministrator) != true,
      try !StaffQueries.hasOtherAdministrator(reading, than: entry.staff, today: day.iso)
    else { return }
    throw FieldErrors([FieldProblem("staff", StaffRule.lastAdministrator)], staff: staff)
  }
}
