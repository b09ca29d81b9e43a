import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// The sample town with the household of scenario 1 (mother 82, son 53) taken in at 地域包括支援センター東.
struct ReferralWorld {
  let town: Town
  let caseFile: Int
  let consultation: Int
  /// 支援チーム and 自機関のみ.
  let teamNote: Int
  let ownNote: Int

  static let disability = "見本障害者相談支援センター"
  static let livelihood = "見本自立相談支援センター"
  static let multi = "見本市社会福祉協議会 多機関協働担当"

  static func open() async throws -> ReferralWorld {
    let town = try await Town.open()
    let office = town.office
    let now = town.now
    return try await office.database.write { writing in
      let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'") { $0.id(0) as StaffID })
      let desk = try office.seat(writing, staff: staff, act: .recordConsultation, at: now)
      let household = HouseholdID(Int(try writing.insert("INSERT INTO household (label) VALUES ('架空')")))
      let mother = try resident(writing, "架空 ハル", "カクウ ハル", "1944-03-05")
      let son = try resident(writing, "架空 実", "カクウ ミノル", "1973-02")
      for (person, relation) in [(mother, "01"), (son, "05")] {
        try writing.run(
          "INSERT INTO household_member (household_id, resident_id, relation, recorded_at) VALUES (\(household), \(person), \(relation), \(now))"
        )
      }
      let file = try CaseFileRecords.open(desk, .init(resident: mother, household: household, label: "架空 ハルさん", preConsent: false))
      let opened = try desk.open(file)
      let consultation = try consultation(writing, desk, file, mother)
      let team = try note(desk, opened, "民生委員からの電話", "回覧板が止まっている。", .team)
      let own = try note(desk, opened, "内部の検討", "所内で担当を話し合った。", .ownAgency)
      return ReferralWorld(
        town: town, caseFile: file.number, consultation: consultation, teamNote: team.number, ownNote: own.number)
    }
  }

  private static func resident(_ writing: Writing, _ name: String, _ kana: String, _ birth: String) throws -> ResidentID {
    ResidentID(
      Int(
        try writing.insert(
          "INSERT INTO resident (name, name_kana, sex, birth, address) VALUES (\(name), \(kana), 'female', \(birth), '見本市架空町1-2')")))
  }

  private static func consultation(_ writing: Writing, _ desk: WritingDesk, _ file: CaseFileID, _ mother: ResidentID) throws -> Int {
    let id = try writing.insert(
      """
      INSERT INTO consultation (number, case_file_id, resident_id, agency_id, received_by, received_on, channel, form, form_version,
        concern_text, urgency, caller_kind, caller_name, recorded_at)
      VALUES ('架空-1', \(file), \(mother), \(desk.staff.agencyID), \(desk.staff.id), \(desk.today.iso), '1', 'consultation', 1,
        '息子が十年家にいる。自分が倒れたらと心配。', 'C', '5', '架空の隣人', \(desk.now))
      """)
    try writing.run("INSERT INTO consultation_concern (consultation_id, code, is_main) VALUES (\(id), '13', 1), (\(id), '12', 0)")
    return Int(id)
  }

  static func note(
    _ desk: WritingDesk, _ file: OpenedFile, _ title: String, _ facts: String, _ visibility: NoteVisibility, replaces: NoteID? = nil
  ) throws -> NoteID {
    var draft = NoteDraft()
    draft.on = desk.today
    draft.method = "01"
    draft.counterparts = [.neighbourhood]
    draft.title = title
    draft.facts = facts
    draft.visibility = visibility
    let note = try Note.written(draft, by: ActingStaff(staff: desk.staff.id, agency: desk.staff.agencyID), on: desk.today)
    return try NoteRecords.add(desk, file, note, replaces: replaces, reason: replaces == nil ? "" : "聞き違い")
  }

  func signedIn(_ name: String) async throws -> Visitor { try await town.signedIn(name) }

  /// 「a4」 of an agency, or 「m7」.
  func target(_ agency: String, multi: Bool = false) async throws -> String {
    "\(multi ? "m" : "a")\(try await town.number("SELECT id FROM agency WHERE name = \(agency)"))"
  }

  /// A complete request form.
  func form(_ to: String, _ changes: [String: String] = [:], notes: [Int] = []) -> [(String, String)] {
    var fields = [
      "to": to, "referral_reason": "就労と居場所の相談が必要", "asked": "息子さんの話を聞いてほしい", "wishes": "午後に連絡してほしい", "prior_on": "R8.11.20",
      "prior_at": "14:05", "prior_with": "相談員の架空さん", "accompany": "yes", "agreement": "agreed", "explained_on": "R8.11.20",
      "explained_by": "架空 花子", "answer_due": "R8.11.28", "consultation": String(consultation),
    ]
    for (name, value) in changes { fields[name] = value }
    return fields.map { ($0.key, $0.value) } + notes.map { ("note", String($0)) }
  }

  /// Sends a request as 包括東 and gives its number.
  func request(_ agency: String, multi: Bool = false, _ changes: [String: String] = [:], notes: [Int] = []) async throws -> Int {
    let sender = try await signedIn("houkatsu")
    let reply = try await sender.post(
      "/cases/\(caseFile)/referrals", form(try await target(agency, multi: multi), changes, notes: notes))
    try #require(reply.status == 303, "\(reply.text)")
    return reply.number
  }

  /// Does a step with the version that stands now.
  func step(_ who: Visitor, _ id: Int, _ path: String, _ fields: [(String, String)] = []) async throws -> Reply {
    let version = try await town.number("SELECT version FROM referral WHERE id = \(id)")
    return try await who.post("/referrals/\(id)/\(path)", [("version", String(version))] + fields)
  }

  func stage(_ id: Int) async throws -> String { try await town.text("SELECT stage FROM referral WHERE id = \(id)") ?? "" }
  func caseStage() async throws -> String { try await town.text("SELECT stage FROM case_file WHERE id = \(caseFile)") ?? "" }

  static let handBack: [(String, String)] = [
    ("reason_code", "A5"), ("words", "生活困窮の窓口が適しています。"), ("talked_on", "R8.11.21"), ("talked_with", "架空 花子"), ("talked_how", "電話"),
    ("talked_summary", "困窮の窓口を先にすることで合意した。"),
  ]
}

extension Reply {
  /// The part of a page under the heading with this id.
  func card(_ id: String) throws -> String {
    let start = try #require(text.range(of: "<h2 id=\"\(id)\">"), "\(id)")
    let rest = text[start.upperBound...]
    return String(rest.prefix(upTo: rest.range(of: "</section>")?.lowerBound ?? rest.endIndex))
  }

  /// What was handed over, as the page shows it.
  var handedOver: String? {
    guard let start = text.range(of: "<section id=\"handed-over\""),
      let end = text.range(of: "</section>", range: start.upperBound..<text.endIndex)
    else { return nil }
    return String(text[start.lowerBound..<end.upperBound])
  }
}
