import Casework
import Store

/// What the case page shows (「事例の画面」), read in one snapshot.
struct CaseFileView: Sendable {
  struct Person: Sendable {
    let id: ResidentID
    let name: String
    let kana: String
    let otherName: String
    let sex: String
    let birth: String
    let address: String
    let phones: [String]
    let phoneNote: String
  }

  let file: OpenedFile
  let label: String
  let standing: CaseStanding
  let openedOn: String
  let openedBy: String
  let inCharge: String
  let preConsent: Bool
  let person: Person?
  let timeline: Timeline
  let members: [MemberView]
  let tasks: [TaskLine]
  let referrals: [ReferralLine]
  let attachments: [AttachmentView]
  let coordination: CoordinationCard?
  /// The viewer's own 緊急閲覧, where the case is open for that reason alone.
  let emergency: RunningEmergency?

  var stage: ConsultationStage { standing.stage }
}

/// Where a case stands in 包括的相談支援, and who may move it.
struct CaseStanding: Sendable {
  let stage: ConsultationStage
  let version: Int
  let inCharge: StaffID?
  /// The viewer's agency opened the case: it moves the stage and says who is in charge.
  let isOwn: Bool
}

enum CaseFileQueries {
  /// 「本人」 The name that the case goes by.
  static func label(_ desk: Desk, _ file: OpenedFile) throws -> String {
    try desk.reading.first("SELECT label FROM case_file WHERE id = \(file.id)") { $0.text(0) } ?? ""
  }

  static func view(_ desk: Desk, _ file: OpenedFile, _ filter: TimelineFilter = TimelineFilter()) throws -> CaseFileView {
    let timeline = try TimelineQueries.page(desk, file, filter)
    let isTeam = file.reach == .team
    let members = isTeam ? try HouseholdQueries.members(desk, file) : []
    let tasks = try TaskQueries.of(desk, file)
    let referrals = try ReferralQueries.ofCase(desk, file)
    let attachments = try AttachmentQueries.of(desk, file)
    let coordination = try CoordinationCardQueries.latest(desk, file)
    let emergency = try EmergencyQueries.running(desk, file)
    let view = try desk.reading.first(
      """
      SELECT c.label, c.stage, c.version, c.in_charge, c.opened_by, c.opened_on, \(sql: file.naming("a.name", of: "a.id")),
        \(sql: file.naming("coalesce(s.name, '')", of: "a.id"))
          || CASE WHEN s.agency_id <> c.opened_by OR s.active_until < \(desk.today.iso) THEN '（退職・異動）' ELSE '' END, c.pre_consent,
        r.id, r.name, r.name_kana, r.other_name, r.sex, r.birth, r.address, r.phone_home, r.phone_mobile, r.phone_note
      FROM case_file c JOIN agency a ON a.id = c.opened_by LEFT JOIN staff s ON s.id = c.in_charge
        LEFT JOIN resident r ON r.id = c.resident_id
      WHERE c.id = \(file.id)
      """
    ) { row in
      CaseFileView(
        file: file, label: row.text(0), standing: standing(row, file), openedOn: row.text(5), openedBy: row.text(6), inCharge: row.text(7),
        preConsent: row.bool(8), person: row.isNull(9) ? nil : person(row, file, from: 9), timeline: timeline, members: members,
        tasks: tasks, referrals: referrals, attachments: attachments, coordination: coordination, emergency: emergency)
    }
    guard let view else { throw desk.denied("case \(file.id)") }
    return view
  }

  /// Where the case stands now, for a decision about it.
  static func standing(_ desk: Desk, _ file: OpenedFile) throws -> CaseStanding {
    let found = try desk.reading.first(
      "SELECT '', c.stage, c.version, c.in_charge, c.opened_by FROM case_file c WHERE c.id = \(file.id)"
    ) { standing($0, file) }
    guard let found else { throw desk.denied("case \(file.id)") }
    return found
  }

  /// The resident and the household of a case. Only the team may see or change what is known about them.
  static func people(_ desk: Desk, _ file: OpenedFile) throws -> (resident: ResidentID?, household: HouseholdID?) {
    guard file.reach == .team else { throw desk.denied("people of case \(file.id)") }
    let found = try desk.reading.first("SELECT resident_id, household_id FROM case_file WHERE id = \(file.id)") { row in
      (row.optionalID(0) as ResidentID?, row.optionalID(1) as HouseholdID?)
    }
    guard let found else { throw desk.denied("case \(file.id)") }
    return found
  }

  /// The person as the case page shows him or her; nothing while nobody knows who it is.
  static func person(_ desk: Desk, _ file: OpenedFile) throws -> CaseFileView.Person? {
    try desk.reading.first(
      """
      SELECT r.id, r.name, r.name_kana, r.other_name, r.sex, r.birth, r.address, r.phone_home, r.phone_mobile, r.phone_note
      FROM case_file c JOIN resident r ON r.id = c.resident_id WHERE c.id = \(file.id)
      """
    ) { person($0, file, from: 0) }
  }

  private static func standing(_ row: Row, _ file: OpenedFile) -> CaseStanding {
    CaseStanding(
      stage: ConsultationStage(rawValue: row.text(1)) ?? .received, version: row.int(2), inCharge: row.optionalID(3),
      isOwn: row.id(4) == file.agency)
  }

  /// Without the team's reach only the name: the rest is told by what was handed over in the つなぎ.
  /// In place of the contacts of a protected person whom the viewer may not see whole stands the one text that says nothing.
  private static func person(_ row: Row, _ file: OpenedFile, from first: Int) -> CaseFileView.Person {
    let whole = file.reach == .team
    let isMasked = file.keptBack.masksPrincipal
    let phones = isMasked ? [PersonSight.mask] : [row.text(first + 7), row.text(first + 8)].filter { !$0.isEmpty }
    return CaseFileView.Person(
      id: row.id(first), name: row.text(first + 1), kana: row.text(first + 2), otherName: whole ? row.text(first + 3) : "",
      sex: whole ? row.text(first + 4) : "",
      birth: whole ? row.text(first + 5) : "", address: !whole ? "" : isMasked ? PersonSight.mask : row.text(first + 6),
      phones: whole ? phones : [],
      phoneNote: whole && !isMasked ? row.text(first + 9) : "")
  }
}
