import Casework
import Foundation
import Store

@testable import Office

/// The sample town with one more case in it, five agencies that stand differently to it, and a member of staff for every role.
///
/// Everything said about the case holds the canary; whoever receives a byte of it has read the case. The rows are written as they are,
/// not through the records of the slices, so that a mistake there cannot hide itself here.
struct AccessWorld: Sendable {
  /// Never typed by anybody; the first half is what a searcher types.
  static let canary = "カナリア架空七八九"
  static let searched = "カナリア"

  let town: Town
  private let numbers: [String: Int]

  static func open() async throws -> AccessWorld {
    let town = try await Town.open()
    let file = try await town.office.files.keep(Array(canary.utf8))
    let now = town.now
    let numbers = try await town.office.database.write { writing in
      var world = AccessWorldBuilder(writing: writing, now: now, today: CivilDate.of(epochSeconds: now).iso)
      try world.appoint()
      try world.tell(file: file)
      try world.refer()
      try world.coordinate()
      try world.protect()
      try world.proof()
      try world.guest()
      try world.records()
      try world.transfer()
      try world.meetingAndFamily()
      return world.numbers
    }
    return AccessWorld(town: town, numbers: numbers)
  }

  var caseFile: Int { numbers["case"] ?? 0 }

  /// The number a parameter stands for: `:id` is named by the segment before it, others by themselves. Nothing for an unknown name.
  func number(_ parameter: String, after segment: String, for standing: Standing) -> String? {
    let name = parameter == "id" ? AccessWorld.singular(segment) : AccessWorld.singular(parameter)
    if name == "referral" { return numbers[standing == .multi || standing == .programme ? "multiReferral" : "referral"].map(String.init) }
    // Files that were only held for a moment, and style sheets, belong to nobody's case.
    if parameter == "file", segment != "attachments" { return "none" }
    return AccessWorld.papers[segment] ?? numbers[name].map(String.init)
  }

  /// A path with its parameters filled in; nothing when a parameter is unknown.
  func filled(_ path: String, for standing: Standing) -> String? {
    var before = ""
    var out: [String] = []
    for segment in path.split(separator: "/").map(String.init) {
      if segment.hasPrefix(":") {
        guard let number = number(String(segment.dropFirst()), after: before, for: standing) else { return nil }
        out.append(number)
      } else {
        out.append(segment)
      }
      before = segment
    }
    return AccessWorld.paper(of: path, "/" + out.joined(separator: "/"))
  }

  private static func singular(_ word: String) -> String {
    switch word {
    case "agencies": "agency"
    case "people", "person", "residents": "resident"
    case "file", "files": "attachment"
    default: word.hasSuffix("s") ? String(word.dropLast()) : word
    }
  }
}

/// Writes the rows of the world.
struct AccessWorldBuilder {
  let writing: Writing
  let now: Int
  let today: String
  var numbers: [String: Int] = [:]
  private var agencies: [Standing: Int] = [:]
  let canary = AccessWorld.canary

  init(writing: Writing, now: Int, today: String) {
    self.writing = writing
    self.now = now
    self.today = today
  }

  func agency(_ standing: Standing) -> Int { agencies[standing] ?? 0 }
  var counsellor: Int { numbers["counsellor"] ?? 0 }

  mutating func keep(_ name: String, _ sql: SQL) throws { numbers[name] = Int(try writing.insert(sql)) }

  mutating func appoint() throws {
    for standing in Standing.allCases {
      agencies[standing] = Int(
        try writing.insert(
          """
          INSERT INTO agency (name, name_kana, is_programme_section, takes_referrals)
          VALUES (\("架空機関 \(standing.rawValue)"), 'カクウ', \(standing == .programme), 1)
          """))
      for role in standing.roles { _ = try hire(AccessVisitor.staff(standing, role).signInName, standing, role, mustChange: false) }
    }
    _ = try hire(AccessVisitor.passwordDue.signInName, .own, .consultStaff, mustChange: true)
    try writing.run(
      """
      INSERT INTO agency_programme (agency_id, programme, delivery, from_on)
      VALUES (\(agency(.multi)), 'multi', 'entrusted', '2026-04-01')
      """)
    numbers["agency"] = agency(.unrelated)
    numbers["counsellor"] =
      try writing.first("SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(.own, .consultStaff).signInName)") { $0.int(0) }
    numbers["staff"] =
      try writing.first("SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(.unrelated, .consultStaff).signInName)") {
        $0.int(0)
      }
  }

  private func hire(_ name: String, _ standing: Standing, _ role: Role, mustChange: Bool) throws -> Int {
    let id = try writing.insert(
      """
      INSERT INTO staff (agency_id, sign_in_name, name, name_kana, password_hash, must_change_password, active_from)
      VALUES (\(agency(standing)), \(name), '架空 職員', 'カクウ', 'none', \(mustChange), '2026-04-01')
      """)
    try writing.run("INSERT INTO staff_role (staff_id, role, from_on) VALUES (\(Int(id)), \(role.rawValue), '2026-04-01')")
    return Int(id)
  }

  mutating func tell(file: String) throws {
    try keep(
      "resident",
      """
      INSERT INTO resident (name, name_kana, other_name, birth, address, phone_home, email, registered_by)
      VALUES (\(canary), \(canary), \(canary), '1944-04-01', \(canary), \(canary), \(canary), \(agency(.own)))
      """)
    try keep("household", "INSERT INTO household (label) VALUES (\(canary))")
    try keep(
      "member",
      """
      INSERT INTO household_member (household_id, resident_id, relation, note, recorded_at)
      VALUES (\(numbers["household"]), \(numbers["resident"]), '01', \(canary), \(now))
      """)
    try keep(
      "case",
      """
      INSERT INTO case_file (number, resident_id, household_id, label, stage, opened_on, opened_by, in_charge)
      VALUES ('R8-90001', \(numbers["resident"]), \(numbers["household"]), \(canary), 'ongoing', \(today), \(agency(.own)), \(counsellor))
      """)
    try writing.run(
      """
      INSERT INTO case_event (case_file_id, event, stage, staff_id, agency_id, at)
      VALUES (\(numbers["case"]), 'received', 'ongoing', \(counsellor), \(agency(.own)), \(now))
      """)
    try keep(
      "consultation",
      """
      INSERT INTO consultation (number, case_file_id, resident_id, agency_id, received_by, received_on, form, form_version,
        caller_name, caller_phone, concern_text, consent_facts, answers, recorded_at)
      VALUES ('S8-90001', \(numbers["case"]), \(numbers["resident"]), \(agency(.own)), \(counsellor), \(today), 'consultation', 1,
        \(canary), \(canary), \(canary), \(try json(ConsentChoice.undecided)),
        \(try json(["name": AnswerValue.text(canary), "description": .text(canary)])), \(now))
      """)
    try keep("note", note("team"))
    _ = try writing.insert(note("ownAgency"))
    try keep(
      "task",
      """
      INSERT INTO task (case_file_id, agency_id, staff_id, what, due_on, created_by, created_at)
      VALUES (\(numbers["case"]), \(agency(.own)), \(counsellor), \(canary), \(today), \(counsellor), \(now))
      """)
    try keep(
      "attachment",
      """
      INSERT INTO attachment (case_file_id, agency_id, staff_id, name, kind, size, sha256, visibility, added_at)
      VALUES (\(numbers["case"]), \(agency(.own)), \(counsellor), \("\(canary).txt"), 'txt', \(canary.utf8.count), \(file), 'team', \(now))
      """)
    try keep(
      "draft",
      """
      INSERT INTO draft (staff_id, form, subject, title, fields, saved_at)
      VALUES (\(counsellor), '支援経過', \("/cases/\(numbers["case"] ?? 0)/notes/new"), \(canary),
        \("[{\"name\":\"facts\",\"value\":\"\(canary)\"}]"), \(now))
      """)
  }

  private func note(_ visibility: String) -> SQL {
    """
    INSERT INTO note (case_file_id, agency_id, staff_id, held_on, title, facts, opinion, next_action, visibility, recorded_at)
    VALUES (\(numbers["case"]), \(agency(.own)), \(counsellor), \(today), \(canary), \(canary), \(canary), \(canary), \(visibility), \(now))
    """
  }

  mutating func refer() throws {
    try keep("referral", referral("T8-90001", to: .accepted, isMulti: false))
    try keep("multiReferral", referral("T8-90002", to: .multi, isMulti: true))
    let grounds: [(Standing, Ground, Reach, String?)] = [
      (.own, .ownRecord, .team, nil), (.accepted, .acceptedReferral, .team, "referral"), (.multi, .multiReferral, .team, "multiReferral"),
      (.programme, .programmeSection, .team, "multiReferral"),
    ]
    for (standing, ground, reach, referral) in grounds {
      try writing.run(
        """
        INSERT INTO case_ground (case_file_id, agency_id, ground, reach, referral_id, since, touched_at)
        VALUES (\(numbers["case"]), \(agency(standing)), \(ground.rawValue), \(reach.rawValue), \(referral.flatMap { numbers[$0] }), \(now), \(now))
        """)
    }
    for referral in ["referral", "multiReferral"] {
      for (act, stage) in [("request", "requested"), ("accept", "accepted")] {
        try writing.run(
          """
          INSERT INTO referral_event (referral_id, act, stage, staff_id, agency_id, at, words)
          VALUES (\(numbers[referral]), \(act), \(stage), \(counsellor), \(agency(.own)), \(now), \(canary))
          """)
      }
    }
  }

  private func referral(_ number: String, to standing: Standing, isMulti: Bool) throws -> SQL {
    """
    INSERT INTO referral (number, case_file_id, consultation_id, from_agency, from_staff, to_agency, is_multi, stage, reason, asked, wishes,
      agreement, answer_due_on, snapshot, requested_at, answered_at, created_at, touched_at)
    VALUES (\(number), \(numbers["case"]), \(numbers["consultation"]), \(agency(.own)), \(counsellor), \(agency(standing)), \(isMulti),
      'accepted', \(canary), \(canary), \(canary), 'agreed', \(today), \(try json(handedOver)), \(now), \(now), \(now), \(now))
    """
  }

  private func json(_ value: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(value), as: UTF8.self) }

  private var handedOver: HandedOver {
    HandedOver(
      caseNumber: "R8-90001", on: today,
      asking: .init(
        from: "", fromStaff: "", to: "", reason: canary, asked: canary, wishes: canary, priorContact: "", accompany: "", explained: "",
        agreement: ""),
      person: .init(
        label: canary, name: canary, kana: canary, otherName: canary, sex: "", birth: canary, address: canary, phone: canary),
      household: [.init(name: canary, relation: "", birth: "", livesTogether: true, note: canary)],
      notes: [.init(held: today, method: "", counterpart: "", title: canary, facts: canary, opinion: canary, by: "")])
  }
}
