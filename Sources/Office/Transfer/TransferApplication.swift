import Casework
import Store

extension Office {
  /// 「異動の実施」 Carries out every transfer whose day has come, each once and as a whole, with its entry in the audit log.
  public func applyDueTransfers() async throws {
    let now = clock()
    let due = try await database.read { try TransferQueries.due($0, today: CivilDate.of(epochSeconds: now)) }
    for id in due {
      try await operate(as: "つなぎ", act: Act.planTransfer.rawValue, subject: "transfer \(id)", detail: "applied") { writing in
        try TransferApplication(writing: writing, id: id, by: nil, now: now).apply()
      }
    }
  }
}

/// Carries a transfer out: old rights end the day before, new ones begin, what lay at a desk goes to the successor, sessions end.
struct TransferApplication {
  let writing: Writing
  let id: TransferID
  /// Nobody when the server does it.
  let by: StaffID?
  /// Seconds since 1970.
  let now: Int

  private var today: CivilDate { CivilDate.of(epochSeconds: now) }

  /// False when there was nothing to do: carried out before, cancelled, or not yet the day.
  @discardableResult
  func apply() throws -> Bool {
    guard let day = try TransferQueries.effectiveDay(writing.reading, id), day <= today,
      try TransferRecords.claim(writing, id, by: by, at: now)
    else { return false }
    let movers = try TransferQueries.all(writing.reading, id)
    let desks = try movers.map { mover in
      guard mover.kind.clearsDesk, let from = mover.from else { return OpenDesk.empty }
      return try DeskMatterQueries.desk(writing.reading, of: mover.staff, at: from, nil)
    }
    // Who comes may administer by the time somebody else goes.
    for kind in [TransferKind.arrives, .moves, .leaves] {
      for mover in movers where mover.kind == kind { try changeRights(mover, from: day) }
    }
    for (mover, desk) in zip(movers, desks) {
      for line in desk.lines { try handOver(line, of: mover) }
    }
    return true
  }

  private func changeRights(_ mover: MoverView, from day: CivilDate) throws {
    let held = try RoleSetQueries.people(writing.reading, [mover.staff], today: day.adding(days: -1)).first?.held ?? []
    let hindrance = TransferHindrance.of(
      mover.kind, from: mover.from, now: try agency(of: mover.staff, on: day.adding(days: -1)), isConfirmed: mover.isConfirmed,
      isLastAdministrator: try isLastAdministrator(mover, held: held, on: day))
    switch (hindrance, mover.kind) {
    case (nil, .leaves), (.unconfirmed, .moves):
      try StaffRecords.leave(writing, mover.staff, lastDay: day.adding(days: -1))
      try leaveDesk(mover)
    case (nil, .moves):
      try StaffRecords.change(writing, roles: RoleChange(held: held, to: mover.roles, from: day), of: mover.staff)
      if let to = mover.to, to != mover.from {
        try StaffRecords.move(writing, mover.staff, to: to)
        try leaveDesk(mover)
      }
      try SessionRecords.endAll(writing, of: mover.staff, at: now)
    case (nil, .arrives):
      try StaffRecords.change(writing, roles: RoleChange(held: held, to: mover.roles, from: day), of: mover.staff)
    case (.some, _): break
    }
    try keep(mover, .rights, target: mover.staff.number, hindrance: hindrance)
  }

  /// What was typed about the cases of the old agency is not taken along.
  private func leaveDesk(_ mover: MoverView) throws {
    try SessionRecords.endAll(writing, of: mover.staff, at: now)
    let drafts = try DraftRecords.discardAll(writing, of: mover.staff)
    if drafts > 0 { try keep(mover, .draft, target: drafts) }
  }

  /// The agency of an account that holds on a day.
  private func agency(of staff: StaffID, on day: CivilDate) throws -> AgencyID? {
    try SuccessorQueries.standing(writing.reading, staff, on: day, case: nil)?.0.agency
  }

  private func isLastAdministrator(_ mover: MoverView, held: [HeldRole], on day: CivilDate) throws -> Bool {
    guard !mover.roles.contains(.systemAdministrator), held.contains(where: { $0.role == .systemAdministrator }) else { return false }
    return try !StaffQueries.hasOtherAdministrator(writing.reading, than: mover.staff, today: day.iso)
  }

  /// To whom it was left for this one thing, otherwise for all; and to nobody rather than to somebody who may not.
  private func handOver(_ line: DeskMatterLine, of mover: MoverView) throws {
    guard let from = mover.from else { return }
    let chosen = mover.choices[line.field] ?? mover.successor
    let fitting = try chosen.flatMap { try standing($0, fits: line, at: from) }
    // Who stays within the agency keeps what nobody else was named for.
    if chosen == nil, try standing(mover.staff, fits: line, at: from) != nil { return }
    switch line.matter {
    case .charge:
      if let fitting {
        try CaseFileRecords.handOver(writing, CaseFileID(line.target), from: mover.name, to: fitting, by: by, at: now)
      }
    case .task: try TaskRecords.handOver(writing, TaskID(line.target), to: fitting?.id)
    case .coordination: try CoordinationRecords.handOver(writing, CoordinationID(line.target), to: fitting?.id)
    case .draft, .meeting, .referral, .handBack, .informationRequest: return
    }
    guard let matter = TransferOutcome.Matter(rawValue: line.matter.rawValue) else { return }
    try keep(
      mover, matter, target: line.target, caseFile: line.caseFile, successor: fitting?.id,
      hindrance: fitting == nil ? .noSuccessor : nil)
  }

  private func standing(_ staff: StaffID, fits line: DeskMatterLine, at agency: AgencyID) throws -> Colleague? {
    guard let (successor, name) = try SuccessorQueries.standing(writing.reading, staff, on: today, case: line.caseFile),
      successor.refusal(of: line.matter, at: agency) == nil
    else { return nil }
    return Colleague(id: staff, name: name)
  }

  private func keep(
    _ mover: MoverView, _ matter: TransferOutcome.Matter, target: Int, caseFile: CaseFileID? = nil, successor: StaffID? = nil,
    hindrance: TransferHindrance? = nil
  ) throws {
    try TransferRecords.keep(
      writing,
      TransferOutcome(
        mover: mover.id, matter: matter, caseFile: caseFile, target: target, successor: successor, hindrance: hindrance), at: now)
  }
}
