import Casework

/// 世帯: the table, who joins, who leaves, how people are related.
enum HouseholdRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/household", .editHousehold) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView(Fields([("lives", "together")]))) }.html)
    }
    doors.act("/cases/:id/household/members", .editHousehold) { visit in try await join(visit) }
    doors.act("/cases/:id/household/departures", .editHousehold) { visit in
      try await change(visit) { desk, household, view, input in
        let (member, until) = try input.departure(view.members)
        try HouseholdRecords.end(desk, household, member: member, until: until)
      }
    }
    doors.act("/cases/:id/household/relations", .editHousehold) { visit in
      try await change(visit) { desk, household, view, input in
        let tie = try input.relating(view.members)
        try HouseholdRecords.relate(
          desk, household, resident: tie.resident, other: tie.other, relation: tie.relation, note: tie.note, from: tie.from)
      }
    }
    doors.act("/cases/:id/household/endings", .editHousehold) { visit in
      try await change(visit) { desk, household, view, input in
        let (relation, until) = try input.ending(view.relations)
        try HouseholdRecords.endRelation(desk, household, relation: relation, until: until)
      }
    }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ form: FormView, isConflict: Bool = false) throws -> HouseholdPage {
    let file = try desk.open(id)
    return HouseholdPage(
      chrome: desk.chrome, file: file, today: desk.today, view: try HouseholdQueries.view(desk, file), form: form, isConflict: isConflict)
  }

  /// One change to a household that is there. What names nobody of this household is refused like any other wrong field.
  private static func change(
    _ visit: Visit, _ work: @escaping @Sendable (WritingDesk, HouseholdID, HouseholdView, HouseholdInput) throws -> Void
  ) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    return try await answered(visit, id) { desk in
      let file = try desk.open(id)
      guard let household = try CaseFileQueries.people(desk, file).household else { throw desk.denied("household of case \(id)") }
      let input = HouseholdInput(form: desk.visit.form, today: desk.today, staff: desk.staff)
      try work(desk, household, HouseholdQueries.view(desk, file), input)
      try CaseFileRecords.touch(desk, id)
      desk.note("household \(household)")
    }
  }

  private static func answered(
    _ visit: Visit, _ id: CaseFileID, _ work: @escaping @Sendable (WritingDesk) throws -> Void
  ) async throws -> Answer {
    do {
      return try await visit.perform { desk in
        try work(desk)
        return "/cases/\(id)/household"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, FormView(visit.form), isConflict: true) }.html)
    }
  }

  /// Adds a person. Before a new one is entered, those on record within reach are offered.
  private static func join(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    if visit.form["same"].isEmpty, let choice = try await visit.read({ try offered($0, id) }) { return .page(choice.html) }
    return try await answered(visit, id) { desk in
      let file = try desk.open(id)
      let people = try CaseFileQueries.people(desk, file)
      let newcomer = try HouseholdInput(form: desk.visit.form, today: desk.today, staff: desk.staff).newcomer()
      let household = try people.household ?? HouseholdRecords.begin(desk, principal: people.resident)
      if people.household == nil { try CaseFileRecords.place(desk, id, household: household) }
      let resident = try resident(desk, file, newcomer)
      // Somebody who must not be known of here is not told of by a refusal either.
      if try !HouseholdQueries.isHiddenMember(desk, file, resident) {
        try HouseholdRecords.add(desk, to: household, newcomer.stay(resident))
      }
      try CaseFileRecords.touch(desk, id)
      desk.note("household \(household) resident \(resident)")
    }
  }

  private static func offered(_ desk: Desk, _ id: CaseFileID) throws -> MemberChoicePage? {
    let file = try desk.open(id)
    _ = try CaseFileQueries.people(desk, file)
    let input = HouseholdInput(form: desk.visit.form, today: desk.today, staff: desk.staff)
    let newcomer: HouseholdInput.Newcomer
    // What is wrong with the fields is said by the act itself.
    do { newcomer = try input.newcomer() } catch { return nil }
    let candidates = try SamePersonQueries.find(desk, desk.scope, newcomer.facts).candidates
    return candidates.isEmpty ? nil : MemberChoicePage(chrome: desk.chrome, file: file, fields: desk.visit.form, candidates: candidates)
  }

  /// The person chosen among those in reach, or a new one. A number that was not on offer is nobody's.
  ///
  /// The case points to a row that it has already or, within one agency's own cases, to that agency's. Else the identity alone is joined.
  private static func resident(
    _ desk: WritingDesk, _ file: OpenedFile, _ newcomer: HouseholdInput.Newcomer
  ) throws -> ResidentID {
    let registration = ResidentRecords.Registration(newcomer.facts)
    guard let number = Digits.number(desk.visit.form["same"]) else {
      return try ResidentRecords.register(desk.writing, registration, by: desk.staff.agencyID)
    }
    let chosen = try SamePersonQueries.find(desk, desk.scope, newcomer.facts).candidates.first { $0.resident.id.number == number }?.resident
      .id
    guard let chosen else { throw desk.denied("resident \(number)") }
    if let here = try OwnResidentQueries.row(desk, in: file, of: chosen) { return here }
    if try CaseFileQueries.standing(desk, file).isOwn, let own = try OwnResidentQueries.row(desk, desk.scope, of: chosen) { return own }
    let identity = try OwnResidentQueries.identity(desk, of: chosen)
    return try ResidentRecords.register(desk.writing, registration, by: desk.staff.agencyID, sameAs: identity)
  }
}
