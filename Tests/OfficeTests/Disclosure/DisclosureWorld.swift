import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// A mother asks for her records: a household with a daughter, and a third person who is protected and hidden.
struct DisclosureWorld {
  let town: Town
  let caseFile: Int

  /// What must never be in what she is given.
  static let secrets = ["実子", "000-0000-0002", "隠子", "カクシコ", "秘町", "000-0000-0099", "隣太", "000-0000-0003", "架空の会議の話"]

  static func open() async throws -> DisclosureWorld {
    let town = try await Town.open()
    let file = try await town.work(as: "houkatsu") { desk in
      let writing = desk.writing
      func person(_ name: String, _ kana: String, _ birth: String, _ address: String, _ phone: String) throws -> Int {
        Int(
          try writing.insert(
            """
            INSERT INTO resident (name, name_kana, name_key, birth, address, phone_home)
            VALUES (\(name), \(kana), \(NameKey.of(name)), \(birth), \(address), \(phone))
            """))
      }
      let mother = try person("架空 春江", "カクウ ハルエ", "1944-03-05", "見本市架空町1-2", "000-0000-0001")
      let daughter = try person("架空 実子", "カクウ ミツコ", "1973-02-01", "見本市架空町1-2", "000-0000-0002")
      let hidden = try person("架空 隠子", "カクウ カクシコ", "1999-02-01", "見本市秘町9-9", "000-0000-0099")
      let household = HouseholdID(Int(try writing.insert("INSERT INTO household (label) VALUES ('')")))
      for one in [mother, daughter, hidden] {
        try writing.run(
          "INSERT INTO household_member (household_id, resident_id, recorded_at) VALUES (\(household), \(one), \(desk.now))")
      }
      try writing.run(
        """
        INSERT INTO protection (resident_id, kind, level, basis, from_on, staff_id, agency_id, registered_at)
        VALUES (\(hidden), 'partnerViolence', 'existence', '架空の決定', '2026-04-01', \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
        """)
      let file = try CaseFileRecords.open(
        desk, .init(resident: ResidentID(mother), household: household, label: "架空 春江さん", preConsent: false))
      try tell(desk, file, mother)
      return file
    }
    return DisclosureWorld(town: town, caseFile: file.number)
  }

  private static func tell(_ desk: WritingDesk, _ file: CaseFileID, _ mother: Int) throws {
    try desk.writing.run(
      """
      INSERT INTO consultation (number, case_file_id, resident_id, agency_id, received_by, received_on, form, form_version, concern_text,
        caller_kind, caller_name, caller_phone, recorded_at)
      VALUES ('架空-9', \(file), \(mother), \(desk.staff.agencyID), \(desk.staff.id), '2026-11-20', 'consultation', 1,
        '春江さんの家に明かりがつかないと架空隣太さんから。', '5', '架空 隣太', '000-0000-0003', \(desk.now))
      """)
    let notes: [(String, String, String, String, String)] = [
      ("01", "本人", "電話", "春江さんと話す。長女の架空実子さん（000-0000-0002）も同席。", "実子さんの負担が大きいようだ。"),
      ("01", "近隣・民生委員", "電話", "架空隠子さんは見本市秘町9-9にいると聞いた。電話は000-0000-0099。", ""),
      ("08", "関係機関", "支援会議", "架空の会議の話", ""),
    ]
    for note in notes {
      try desk.writing.run(
        """
        INSERT INTO note (case_file_id, agency_id, staff_id, held_on, method, counterpart, title, facts, opinion, visibility, recorded_at)
        VALUES (\(file), \(desk.staff.agencyID), \(desk.staff.id), '2026-11-20', \(note.0), \(note.1), \(note.2), \(note.3), \(note.4), 'team',
          \(desk.now))
        """)
    }
  }

  func form(_ changes: [String: String] = [:]) async throws -> [(String, String)] {
    let number = try await town.text("SELECT number FROM case_file WHERE id = \(caseFile)") ?? ""
    var fields = [
      "received_on": "R8.11.20", "requester": "person", "requester_name": "架空 春江", "identity": "01", "case_number": number,
    ]
    for (name, value) in changes { fields[name] = value }
    return fields.map { ($0.key, $0.value) } + DisclosureKind.allCases.map { ("kinds", $0.rawValue) }
  }

  /// Taken in by 市の事業担当課の職員.
  func request(_ changes: [String: String] = [:]) async throws -> Int {
    let reply = try await town.signedIn("shi").post("/disclosures", form(changes))
    try #require(reply.status == 303, "\(reply.text)")
    return reply.number
  }

  /// Decides about every passage as the form suggests. Gives how many there were.
  func decideAll(_ id: Int, as visitor: Visitor) async throws -> Int {
    var decided = 0
    while let next = try await town.text(
      "SELECT id || '' FROM disclosure_passage WHERE disclosure_id = \(id) AND decision = '' ORDER BY position LIMIT 1")
    {
      let path = "/disclosures/\(id)/passages/\(next)"
      let page = try await visitor.get(path)
      let reply = try await visitor.post(path, try SentForm(page, to: path).fields)
      try #require(reply.status == 303, "\(reply.text)")
      decided += 1
    }
    return decided
  }
}
