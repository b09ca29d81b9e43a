import Casework
import Store

/// Everything about one case goes (「事例の消去」): its rows, its words in the search index, drafts, forms sent, and the people whom no case needs.
struct CaseErasure {
  private let desk: WritingDesk
  private let id: CaseFileID
  private var erasure: Erasure

  init(_ desk: WritingDesk, _ id: CaseFileID) throws {
    self.desk = desk
    self.id = id
    erasure = try Erasure(desk: desk)
  }

  /// - Returns: how many rows of each kind went, and the files that nobody else needs.
  mutating func run() throws -> (counts: [String: Int], files: [String]) {
    let files = try desk.reading.rows(
      """
      WITH kept AS (SELECT sha256, case_file_id FROM attachment
        UNION ALL SELECT p.sha256, i.case_file_id FROM meeting_paper p JOIN meeting_item i ON i.id = p.item_id WHERE p.sha256 <> '')
      SELECT DISTINCT a.sha256 FROM kept a WHERE a.case_file_id = \(id)
        AND NOT EXISTS (SELECT 1 FROM kept o WHERE o.sha256 = a.sha256 AND o.case_file_id <> \(id))
      """
    ) { $0.text(0) }
    let people = try PeopleErasure.concerned(desk, by: id)
    let household = try desk.reading.first("SELECT household_id FROM case_file WHERE id = \(id)") { $0.optionalInt(0) } ?? nil
    try forgetWords()
    try erasure.rows(of: "case_file", where: "id = \(id)")
    var rest = PeopleErasure(desk: desk, erasure: erasure)
    try rest.run(people, household: household)
    return (rest.erasure.counts, files)
  }

  /// What points at the case without a key: who may read a note (its words leave the index along with that), drafts and forms sent.
  private mutating func forgetWords() throws {
    let numbers = try CaseNumbers(desk.reading, erasure.map, id)
    try GuestRecords.forgetWords(desk.writing, of: id)
    try desk.writing.run("DELETE FROM \(raw: "note_reader") WHERE note_id IN (SELECT n.id FROM note n WHERE n.case_file_id = \(id))")
    erasure.count("draft", try DraftRecords.forget(desk.writing) { numbers.concern($0) })
    erasure.count("submission", try SubmissionRecords.forget(desk.writing, before: desk.now - 86_400) { numbers.concern($0) })
  }
}

/// The numbers under which paths speak of a case (「事例の番号」).
struct CaseNumbers {
  private var numbers: [String: Set<Int>] = [:]

  /// The words of paths and queries, by table.
  private static let words: [String: [String]] = [
    "consultation": ["consultations", "consultation"], "referral": ["referrals", "referral"], "note": ["notes", "note"],
    "attachment": ["attachments", "files"], "task": ["tasks"], "consent": ["consents"], "meeting_item": ["items", "item"],
    "handover": ["handovers"],
  ]

  init(_ reading: Reading, _ map: ErasureMap, _ id: CaseFileID) throws {
    numbers["cases"] = [id.number]
    numbers["case"] = [id.number]
    for (table, words) in Self.words {
      let ids = try reading.rows("SELECT id FROM \(raw: table) WHERE case_file_id = \(id)") { $0.int(0) }
      for word in words { numbers[word] = Set(ids) }
    }
    numbers["preparations"] = Set(
      try reading.rows("SELECT p.id FROM preparation p JOIN meeting_item i ON i.id = p.item_id WHERE i.case_file_id = \(id)") { $0.int(0) })
    // 会議録 tells of all the cases of a meeting, and one of them goes: what was left unfinished of it goes along.
    numbers["meetings"] = Set(try reading.rows("SELECT meeting_id FROM meeting_item WHERE case_file_id = \(id)") { $0.int(0) })
    let below: [(String, [String])] = [
      ("information_request", ["information-requests"]), ("plan", ["plans", "plan"]), ("hand_back_item", ["hand-backs"]),
      ("follow_up", ["follow-ups"]),
    ]
    let lines = try reading.rows("SELECT id FROM coordination WHERE case_file_id = \(id)") { $0.int(0) }
    for word in ["coordinations", "coordination"] { numbers[word] = Set(lines) }
    for (table, words) in below {
      let ids = try reading.rows("SELECT id FROM \(raw: table) WHERE coordination_id IN \(list: lines)") { $0.int(0) }
      for word in words { numbers[word] = Set(ids) }
    }
  }

  /// 「/cases/12/notes/new」「/protections/new?case=12」
  func concern(_ path: String) -> Bool {
    let parts = path.split(whereSeparator: { "/?&=#".contains($0) })
    return zip(parts, parts.dropFirst()).contains { word, number in
      Int(number).map { numbers[String(word)]?.contains($0) ?? false } ?? false
    }
  }
}
