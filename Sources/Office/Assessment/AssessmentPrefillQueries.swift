import Casework
import Store

/// An answer that is on record elsewhere, offered for a question of form 1-2.
struct PrefilledAnswer: Sendable {
  let value: AnswerValue
  let source: AnswerSource
}

/// What is known before anybody writes the sheet: the round before, the reception, the つなぎ, the register. Nothing is typed twice.
enum AssessmentPrefillQueries {
  /// By question. What the round before said goes before what the reception said.
  static func answers(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [String: PrefilledAnswer] {
    var answers = coordination.file.reach == .team ? try known(desk, coordination) : [:]
    let earlier = try AssessmentQueries.rounds(desk, coordination).first { $0.round < coordination.round }
    if let earlier {
      let source = AnswerSource(label: "前回（第\(earlier.round)回）", on: earlier.completedOn ?? earlier.startedOn)
      for (field, value) in Assessment.carried(earlier.answers).values { answers[field] = PrefilledAnswer(value: value, source: source) }
    }
    return answers
  }

  private static func known(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [String: PrefilledAnswer] {
    var answers = try reception(desk, coordination.file)
    for (field, answer) in try referral(desk, coordination) where answers[field] == nil { answers[field] = answer }
    let people = AnswerSource(label: "本人・世帯の記録", on: "")
    let members = try members(desk, coordination.file)
    if !members.isEmpty { answers["members"] = PrefilledAnswer(value: .rows(members), source: people) }
    if members.count > 1 {
      answers["household_size"] = answers["household_size"] ?? PrefilledAnswer(value: .number(members.count), source: people)
      let together = members.dropFirst().contains { $0["lives_together"] == .flag(true) }
      answers["living_together"] = PrefilledAnswer(value: .choice(code: together ? "yes" : "no", other: nil), source: people)
    }
    return answers
  }

  /// The first consultation of the case: who came how, in which words, home and work.
  private static func reception(_ desk: Desk, _ file: OpenedFile) throws -> [String: PrefilledAnswer] {
    let found = try desk.reading.first(
      """
      SELECT received_on, channel, caller_kind, concern_text, answers FROM consultation WHERE case_file_id = \(file.id)
      ORDER BY received_on, id LIMIT 1
      """
    ) { (on: $0.text(0), channel: $0.text(1), caller: $0.text(2), words: $0.text(3), answers: $0.text(4)) }
    guard let found else { return [:] }
    let source = AnswerSource(label: "相談受付", on: found.on)
    let told: Answers = try StoredJSON.value(found.answers)
    var values: [String: AnswerValue] = [:]
    values["first_contact_on"] = CivilDate(iso: found.on).map { .date($0) }
    if !found.channel.isEmpty { values["route"] = .choice(code: found.channel, other: nil) }
    if !found.words.isEmpty { values[found.caller == "0" ? "chief_complaint" : "others_complaint"] = .text(found.words) }
    for field in ["household_size", "housing", "work"] { values[field] = told[field] }
    if case .rows(let rows) = told["known_orgs"] { values["involved"] = .rows(rows) }
    return values.mapValues { PrefilledAnswer(value: $0, source: source) }
  }

  /// Who referred, why, and what the person hoped for.
  private static func referral(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [String: PrefilledAnswer] {
    let found = try desk.reading.first(
      """
      SELECT r.from_agency, \(sql: coordination.file.naming("a.name", of: "a.id")), a.kind, s.name, r.reason, r.wishes, r.requested_at FROM referral r JOIN agency a ON a.id = r.from_agency
        JOIN staff s ON s.id = r.from_staff WHERE r.id = \(coordination.referral)
      """
    ) { row in
      (
        agency: row.id(0) as AgencyID, name: row.text(1), kind: row.text(2), staff: row.text(3), reason: row.text(4), wishes: row.text(5),
        at: row.optionalInt(6)
      )
    }
    guard let found else { return [:] }
    let source = AnswerSource(label: "つなぎ", on: found.at.map { CivilDate.of(epochSeconds: $0).iso } ?? "")
    var values: [String: AnswerValue] = ["route_org": .agency(found.agency)]
    if !found.kind.isEmpty { values["route_org_kind"] = .choice(code: found.kind, other: nil) }
    if !found.reason.isEmpty { values["background"] = .text(found.reason) }
    if !found.wishes.isEmpty { values["wishes"] = .text(found.wishes) }
    let row: Answers = ["agency": .text(found.name), "person": .text(found.staff), "what": .text("つなぎ元")]
    values["involved"] = .rows([row] + (try accepted(desk, coordination)))
    return values.mapValues { PrefilledAnswer(value: $0, source: source) }
  }

  /// Agencies that work on the case because they accepted a つなぎ.
  private static func accepted(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [Answers] {
    try desk.reading.rows(
      """
      SELECT DISTINCT a.name FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(coordination.file.id) AND g.is_open = 1 AND g.ground = 'acceptedReferral'
        AND g.agency_id NOT IN (\(coordination.agency), \(coordination.referrer))
        AND NOT \(sql: coordination.file.hidesAgency("a.id")) ORDER BY a.name_kana, a.id
      """
    ) { ["agency": .text($0.text(0)), "what": .text("つなぎを受けて支援中")] }
  }

  /// 本人 in the first row, then the household.
  private static func members(_ desk: Desk, _ file: OpenedFile) throws -> [Answers] {
    let principal = try ResidentQueries.principal(desk.reading, of: file)
    var rows: [Answers] = []
    if let known = try principal.flatMap({ try ResidentQueries.registration(desk.reading, $0) }) {
      var row = person(known.person.name, known.person.facts.birth, relation: .person)
      if let sex = known.person.facts.sex { row["sex"] = .choice(code: sex.rawValue, other: nil) }
      row["lives_together"] = .flag(true)
      rows.append(row)
    }
    for member in try HouseholdQueries.members(desk, file) where member.until == nil && member.resident != principal {
      var row = person(member.name, PartialDate(stored: member.birth) ?? .unknown, relation: member.relation)
      row["lives_together"] = .flag(member.livesTogether)
      if !member.note.isEmpty { row["note"] = .text(member.note) }
      rows.append(row)
    }
    return rows
  }

  private static func person(_ name: String, _ birth: PartialDate, relation: Relation?) -> Answers {
    var row = Answers()
    if !name.isEmpty { row["name"] = .text(name) }
    if birth != .unknown { row["age"] = .partialDate(birth) }
    if let relation { row["relation"] = .choice(code: relation.rawValue, other: nil) }
    return row
  }
}
