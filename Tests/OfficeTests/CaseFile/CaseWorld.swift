import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// What stories about cases need to have happened before.
extension Town {
  /// Work by a member of the staff of the sample town, without a browser.
  func work<T: Sendable>(as signInName: String, _ body: @escaping @Sendable (WritingDesk) throws -> T) async throws -> T {
    let office = office
    let now = now
    return try await office.database.write { writing in
      let id = try #require(try writing.reading.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) as StaffID })
      let desk = try office.seat(writing, staff: id, act: .recordConsultation, at: now)
      let value = try body(desk)
      try office.conclude(desk)
      return value
    }
  }

  func agency(of signInName: String) async throws -> AgencyID {
    AgencyID(try await number("SELECT agency_id FROM staff WHERE sign_in_name = \(signInName)"))
  }

  func staff(_ signInName: String) async throws -> Int { try await number("SELECT id FROM staff WHERE sign_in_name = \(signInName)") }

  /// A case of somebody with a name, opened by a counsellor.
  func openCase(by signInName: String = "houkatsu", name: String = "架空 太郎", kana: String = "かくう たろう") async throws -> CaseFileID {
    try await work(as: signInName) { desk in
      var facts = PersonFacts(name: PersonName(written: name, kana: kana))
      facts.address = "見本市東町1-1"
      facts.phoneHome = "000-0000-0001"
      facts.birth = PartialDate(stored: "1944-03-05") ?? .unknown
      let resident = try ResidentRecords.register(desk.writing, ResidentRecords.Registration(facts), by: desk.staff.agencyID)
      return try CaseFileRecords.open(desk, .init(resident: resident, household: nil, label: name, preConsent: false))
    }
  }

  /// Lets another agency see a case, as an accepted つなぎ would.
  func grant(_ id: CaseFileID, to signInName: String, reach: Reach) async throws {
    let agency = try await agency(of: signInName)
    try await work(as: "houkatsu") { try CaseFileRecords.grant($0, id, to: agency, ground: .acceptedReferral, reach: reach) }
  }

  func addNote(
    _ id: CaseFileID, by signInName: String, _ facts: String, visibility: NoteVisibility = .team, on: String = "2026-11-21",
    at: ClockTime? = nil
  ) async throws -> NoteID {
    try await work(as: signInName) { desk in
      var draft = NoteDraft()
      draft.on = CivilDate(iso: on)
      draft.at = at
      draft.method = "01"
      draft.counterparts = [.person]
      draft.title = "電話"
      draft.facts = facts
      draft.visibility = visibility
      let note = try Note.written(draft, by: ActingStaff(staff: desk.staff.id, agency: desk.staff.agencyID), on: desk.today)
      return try NoteRecords.add(desk, try desk.open(id), note)
    }
  }

  /// A つなぎ between two agencies with one step that says something.
  func addReferral(_ id: CaseFileID, from: String, to: String, words: String, requested: Bool = true) async throws -> Int {
    let receiver = try await agency(of: to)
    return try await work(as: from) { desk in
      let referral = try desk.writing.insert(
        """
        INSERT INTO referral (number, case_file_id, from_agency, from_staff, to_agency, stage, requested_at, created_at, touched_at)
        VALUES (\("T-\(id)-\(words.utf8.count)"), \(id), \(desk.staff.agencyID), \(desk.staff.id), \(receiver), \(requested ? "requested" : "draft"),
          \(requested ? desk.now : nil), \(desk.now), \(desk.now))
        """)
      try desk.writing.run(
        """
        INSERT INTO referral_event (referral_id, act, stage, staff_id, agency_id, at, words)
        VALUES (\(referral), 'request', \(requested ? "requested" : "draft"), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now), \(words))
        """)
      return Int(referral)
    }
  }
}
