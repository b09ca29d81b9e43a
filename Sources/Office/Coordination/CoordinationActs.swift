import Casework

extension WritingDesk {
  /// Does an act of 多機関協働 that somebody typed on its page. Accepting and handing back go by the つなぎ, so that both sides read the same.
  @_spi(SampleTown)
  public func stepCoordination(_ id: CoordinationID, _ act: CoordinationAct, _ form: Fields) throws {
    let coordination = try openCoordination(id)
    if let version = Digits.number(form["version"]), version != coordination.version { throw EditConflict(staff: staff) }
    let side = try side(coordination, act)
    switch act {
    case .accept:
      try stepReferral(coordination.referral, .accept, try forReferral(coordination, form))
      try describeCoordination(id, form)
    case .giveBack:
      try stepReferral(coordination.referral, .handBack, try forReferral(coordination, form))
    default:
      let reasons = visit.office.list("C-11")
      let input = CoordinationStepInput(act, form, side: side, reasons: reasons, today: today)
      guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
      try CoordinationRecords.step(self, coordination, input.step)
    }
  }

  /// Writes down the route, the criteria that were ticked, and 保護の実施機関.
  func describeCoordination(_ id: CoordinationID, _ form: Fields) throws {
    let coordination = try openCoordination(id)
    guard coordination.isCoordinator else { throw denied("description of coordination \(id)") }
    let criteria = try referralChecklist().map(\.key)
    let input = CoordinationDescriptionInput(form, criteria: criteria)
    if let centre = input.publicAssistance, try !CoordinationOfferQueries.isPublicAssistance(self, coordination, centre) {
      throw FieldErrors([FieldProblem("public_assistance", "選ばれた機関は、保護の実施機関ではありません。一覧から選び直してください。")], staff: staff)
    }
    try CoordinationRecords.describe(
      self, coordination, route: input.route, checklist: input.checklist, publicAssistance: input.publicAssistance)
  }

  /// The side from which this person does the act. Who stands on none of its sides is told whose act it is.
  private func side(_ coordination: OpenedCoordination, _ act: CoordinationAct) throws -> CoordinationSide {
    let owners = CoordinationTransition.table.filter { $0.act == act }.reduce(into: Set<CoordinationSide>()) { $0.formUnion($1.sides) }
    if let side = CoordinationSide.allCases.first(where: { owners.contains($0) && coordination.sides.contains($0) }) { return side }
    throw FieldErrors([CoordinationWording.problem(.otherSide(act))], staff: staff)
  }

  /// The version on the page is that of 多機関協働; the つなぎ is taken as it stands in this transaction.
  private func forReferral(_ coordination: OpenedCoordination, _ form: Fields) throws -> Fields {
    var copy = form
    copy.set("version", String(try openReferral(coordination.referral).version))
    return copy
  }
}
