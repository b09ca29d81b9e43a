import Casework
import Store

/// One 情報提供の依頼 as lists show it.
struct InformationRequestLine: Sendable, ListedCase {
  let id: InformationRequestID
  let coordination: CoordinationID
  let coordinationNumber: String
  /// The person as the asked agency may call them; empty once it is withdrawn.
  var person: String
  let caseFile: CaseFileID
  let toAgency: String
  let fromAgency: String
  let dueOn: CivilDate
  let state: InformationRequestState
  /// Seconds since 1970.
  let askedAt: Int
  let answeredAt: Int?

  mutating func cover(_ kept: KeptBack) { person = kept.covering(person) }

  func isOverdue(_ today: CivilDate) -> Bool { InformationRequest.isOverdue(state, due: dueOn, today: today) }
}

/// What the page of one request shows, and nothing else of the case.
struct InformationRequestView: Sendable {
  let request: OpenedInformationRequest
  let person: String
  let toPerson: String
  let asked: String
  /// The questions of form 1-2, none of them compulsory.
  let questions: [FormField]
  let dueOn: CivilDate
  let askedBy: String
  let askedAt: Int
  /// 「本人の同意（令和8年11月21日）」; nothing when it does not hold today.
  let consent: String?
  let answers: Answers
  let words: String
  let answeredBy: String
  let isOnBehalf: Bool
  let answeredAt: Int?

  var source: AnswerSource {
    AnswerSource(label: request.toName, on: answeredAt.map { CivilDate.of(epochSeconds: $0).iso } ?? "")
  }
}

/// One answer of an agency to one question.
struct OfferedAnswer: Sendable {
  let request: InformationRequestID
  let value: AnswerValue
  let source: AnswerSource
}

enum InformationRequestQueries {
  private static let columns: SQL = """
    q.id, q.coordination_id, k.number, CASE q.state WHEN 'withdrawn' THEN '' ELSE c.label END, t.name, f.name, q.due_on, q.state, q.asked_at,
    q.answered_at, k.case_file_id
    """
  private static let joins: SQL = """
    FROM information_request q JOIN coordination k ON k.id = q.coordination_id JOIN case_file c ON c.id = k.case_file_id
      JOIN agency t ON t.id = q.to_agency JOIN agency f ON f.id = k.agency_id
    """

  /// Every request of the present round, the open ones first.
  static func all(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [InformationRequestLine] {
    try desk.reading.rows(
      """
      SELECT \(sql: columns) \(sql: joins) WHERE q.coordination_id = \(coordination.id) AND q.round = \(coordination.round)
      ORDER BY q.state <> 'asked', q.due_on, q.id
      """, line)
  }

  /// Those nobody has answered yet, the earliest due date first.
  static func open(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [InformationRequestLine] {
    try desk.reading.rows(
      "SELECT \(sql: columns) \(sql: joins) WHERE q.coordination_id = \(coordination.id) AND q.state = 'asked' ORDER BY q.due_on, q.id",
      line)
  }

  /// What one's own agency is asked and has not answered, the earliest due date first.
  static func waitingFor(_ desk: Desk, _ scope: Scope, limit: Int) throws -> [InformationRequestLine] {
    try desk.covered(
      try desk.reading.rows(
        "SELECT \(sql: columns) \(sql: joins) WHERE \(sql: scope.askedOfMine) AND q.state = 'asked' ORDER BY q.due_on, q.id LIMIT \(limit)",
        line))
  }

  /// What one's own agency answered or declined, latest first.
  static func answered(_ desk: Desk, _ scope: Scope, limit: Int) throws -> [InformationRequestLine] {
    try desk.covered(
      try desk.reading.rows(
        """
        SELECT \(sql: columns) \(sql: joins) WHERE \(sql: scope.askedOfMine) AND q.state <> 'asked'
        ORDER BY coalesce(q.answered_at, q.asked_at) DESC, q.id DESC LIMIT \(limit)
        """, line))
  }

  private static func line(_ row: Row) -> InformationRequestLine {
    InformationRequestLine(
      id: row.id(0), coordination: row.id(1), coordinationNumber: row.text(2), person: row.text(3), caseFile: row.id(10),
      toAgency: row.text(4), fromAgency: row.text(5), dueOn: CivilDate(iso: row.text(6)) ?? .latest,
      state: InformationRequestState(rawValue: row.text(7)) ?? .withdrawn, askedAt: row.int(8), answeredAt: row.optionalInt(9))
  }

  static func view(_ desk: Desk, _ request: OpenedInformationRequest) throws -> InformationRequestView {
    let consent = try consent(desk, request)
    let found = try desk.reading.first(
      """
      SELECT coalesce(nullif(p.name, ''), c.label), q.to_person, q.asked, q.questions, q.form_version, q.due_on, s.name, q.asked_at, q.answers,
        q.words, q.answered_by, q.on_behalf, q.answered_at
      FROM information_request q JOIN coordination k ON k.id = q.coordination_id JOIN case_file c ON c.id = k.case_file_id
        JOIN staff s ON s.id = q.staff_id LEFT JOIN resident p ON p.id = c.resident_id WHERE q.id = \(request.id)
      """
    ) { row in
      let form = desk.visit.office.catalogue.definition(id: Assessment.form, version: row.int(4))
      let ids: [String] = try StoredJSON.value(row.text(3))
      return InformationRequestView(
        request: request, person: row.text(0), toPerson: row.text(1), asked: row.text(2),
        questions: ids.compactMap { form?.field($0)?.optional }, dueOn: CivilDate(iso: row.text(5)) ?? .latest, askedBy: row.text(6),
        askedAt: row.int(7), consent: consent, answers: try StoredJSON.value(row.text(8)), words: row.text(9), answeredBy: row.text(10),
        isOnBehalf: row.bool(11), answeredAt: row.optionalInt(12))
    }
    guard let found else { throw desk.denied("information request \(request.id)") }
    return found
  }

  /// Why the asked agency may answer: the consent that holds today and covers it.
  private static func consent(_ desk: Desk, _ request: OpenedInformationRequest) throws -> String? {
    guard try ConsentCoverQueries.covers(desk, request.caseFile, agency: request.toAgency) else { return nil }
    let history = try ConsentStateQueries.history(desk, request.caseFile, person: nil)
    let day = history.facts.last { if case .given = $0.kind { true } else { false } }?.on
    return "本人の同意（\(day?.wareki ?? "")）"
  }

  /// What agencies answered in this round, by question, the latest first.
  static func offers(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [String: [OfferedAnswer]] {
    let replies = try desk.reading.rows(
      """
      SELECT q.id, q.answers, t.name, q.answered_at FROM information_request q JOIN agency t ON t.id = q.to_agency
      WHERE q.coordination_id = \(coordination.id) AND q.round = \(coordination.round) AND q.state = 'answered'
      ORDER BY q.answered_at DESC, q.id DESC
      """
    ) { (id: $0.id(0) as InformationRequestID, answers: try StoredJSON.value($0.text(1)) as Answers, agency: $0.text(2), at: $0.int(3)) }
    var offers: [String: [OfferedAnswer]] = [:]
    for reply in replies {
      let source = AnswerSource(label: reply.agency, on: CivilDate.of(epochSeconds: reply.at).iso)
      for (field, value) in reply.answers.values where !value.isBlank {
        offers[field, default: []].append(OfferedAnswer(request: reply.id, value: value, source: source))
      }
    }
    return offers
  }

  /// Agencies that may be asked, those that already work on the case first, each with whether the consent covers it.
  static func targets(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [(agency: AgencyID, name: String, isCovered: Bool)] {
    let found = try desk.reading.rows(
      """
      SELECT a.id, a.name FROM agency a
      WHERE a.takes_referrals = 1 AND (a.ended_on IS NULL OR a.ended_on >= \(desk.today.iso)) AND a.id <> \(coordination.agency)
      ORDER BY a.id <> \(coordination.referrer),
        EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(coordination.file.id) AND g.agency_id = a.id AND g.is_open = 1
          AND NOT \(sql: coordination.file.hidesAgency("g.agency_id"))) DESC,
        a.name_kana, a.id LIMIT 300
      """
    ) { (agency: $0.id(0) as AgencyID, name: $0.text(1)) }
    let cover = try ConsentCoverQueries.cover(desk, coordination.file.id)
    return found.map { ($0.agency, $0.name, cover?.covers($0.agency) ?? false) }
  }
}

extension FormField {
  /// The same question where nobody has to answer it.
  var optional: FormField {
    FormField(id: id, label: label, kind: kind, help: help, nationalReport: nationalReport, sensitive: sensitive, typed: typed, wide: wide)
  }
}
