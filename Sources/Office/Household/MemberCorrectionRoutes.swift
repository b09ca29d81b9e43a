import Casework

/// 世帯の方の情報の訂正, within an opened case: the facts about the person, and how they stand in the household.
enum MemberCorrectionRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/household/members/:member/edit", .editResident) { visit in
      .page(try await visit.read { desk in page(desk, try found(desk), nil) }.html)
    }
    doors.act("/cases/:id/household/members/:member", .editResident) { visit in
      do { return try await visit.perform(correct) } catch let errors as FieldErrors {
        return .invalid(try await visit.read { page($0, try found($0), FormView(visit.form, problems: errors.problems)) }.html)
      } catch is EditConflict {
        return .conflict(try await visit.read { page($0, try found($0), FormView(visit.form), isConflict: true) }.html)
      }
    }
  }

  private struct Found {
    let file: OpenedFile
    let household: HouseholdID
    let member: MemberView
    let known: KnownResident
    let version: Int

    var fields: Fields { MemberCorrectionInput.fields(of: known, member, version: version) }
  }

  /// Somebody of whom the viewer must not know is nobody.
  private static func found(_ desk: Desk) throws -> Found {
    let id: CaseFileID = try desk.visit.id("id")
    let number: MemberID = try desk.visit.id("member")
    let file = try desk.open(id)
    guard let household = try CaseFileQueries.people(desk, file).household,
      let member = try HouseholdQueries.members(desk, file).first(where: { $0.id == number.number }),
      let known = try ResidentQueries.registration(desk.reading, member.resident)
    else { throw desk.denied("member \(number) of case \(id)") }
    desk.note("resident \(known.id)")
    return Found(
      file: file, household: household, member: member, known: known, version: try HouseholdQueries.version(desk, household))
  }

  private static func page(_ desk: Desk, _ found: Found, _ form: FormView?, isConflict: Bool = false) -> ResidentCorrectionPage {
    ResidentCorrectionPage(
      chrome: desk.chrome, file: found.file, form: form ?? FormView(found.fields), saved: isConflict ? found.fields : nil,
      member: found.member)
  }

  private static func correct(_ desk: WritingDesk) throws -> String {
    let found = try found(desk)
    let input = MemberCorrectionInput(desk.visit.form, today: desk.today)
    guard input.person.version == found.known.version, input.version == found.version else { throw EditConflict(staff: desk.staff) }
    let (person, stay) = try input.corrected(found.known, found.member, by: desk.staff)
    guard try ResidentRecords.change(desk.writing, found.known.id, to: person, version: found.known.version) else {
      throw EditConflict(staff: desk.staff)
    }
    try HouseholdRecords.correct(desk, found.household, member: found.member.id, to: stay)
    try CaseFileRecords.relabel(desk, resident: found.known.id, from: found.known.person.name, to: person.name)
    try CaseFileRecords.touch(desk, found.file.id)
    desk.note("household \(found.household)")
    return "/cases/\(found.file.id)/household"
  }
}

/// A row of `household_member`.
enum MemberKind {}
typealias MemberID = Identifier<MemberKind>
