import Casework
import Foundation
import Store

/// What the page of one つなぎ shows (「つなぎの画面」), read in one snapshot.
struct ReferralView: Sendable {
  let referral: OpenedReferral
  let fromStaff: String
  let requestedAt: Int?
  /// ISO date.
  let answerDueOn: String?
  let isOverdue: Bool
  let caseNumber: String
  /// The viewer's agency may open the case file now.
  let mayOpenCase: Bool
  /// Nothing while it is a draft, and for the receiver once it went back.
  let handed: HandedOver?
  /// What has been typed into a draft.
  let typed: Fields
  let events: [ReferralEventView]
  /// 「引き受けられなかったこと」 was noted by the sender: when, and by whom.
  let restNoted: (at: Int, by: String)?
  /// 多機関協働 that began with it and goes on; a つなぎ that was accepted for it moves there.
  let coordination: CoordinationID?

  /// What was left is still to be noted by the sender.
  var isRestWaiting: Bool { Referral.restAwaitsSender(referral.stage, partly: isPartly, noted: restNoted != nil) }
  /// What was not taken up, in the words of the receiver.
  var rest: String { events.last { $0.act == .acceptInPart }?.notTaken ?? "" }

  /// It was accepted in part, so that both sides stay responsible.
  var isPartly: Bool { events.contains { $0.act == .acceptInPart } }
}

/// One step as the history shows it (「経過」).
struct ReferralEventView: Sendable {
  let act: ReferralAct.Kind?
  let stage: ReferralStage
  let staff: String
  let agency: String
  let at: Int
  let reasonCode: String
  let words: String
  let notTaken: String
  let talkedOn: String
  let talkedWith: String
  let talkedHow: String
  let talkedSummary: String
}

enum ReferralQueries {
  static func view(_ desk: Desk, _ referral: OpenedReferral) throws -> ReferralView {
    let events = try events(desk, referral)
    let view = try desk.reading.first(
      """
      SELECT s.name, r.requested_at, r.answer_due_on, c.number, \(sql: desk.scope.holds(case: "r.case_file_id")), r.snapshot, r.draft_fields,
        r.rest_noted_at, n.name, (SELECT max(k.id) FROM coordination k WHERE k.referral_id = r.id AND k.is_active = 1)
      FROM referral r JOIN staff s ON s.id = r.from_staff JOIN case_file c ON c.id = r.case_file_id
        LEFT JOIN staff n ON n.id = r.rest_noted_by
      WHERE r.id = \(referral.id)
      """
    ) { row in
      let due = row.optionalText(2)
      let isShown = Referral.showsHandedOver(
        referral.stage, side: referral.side, wasHandedBack: events.contains { $0.act == .handBack })
      return ReferralView(
        referral: referral, fromStaff: row.text(0), requestedAt: row.optionalInt(1), answerDueOn: due,
        isOverdue: Referral.isOverdue(referral.stage, due: due.flatMap(CivilDate.init(iso:)), today: desk.today),
        caseNumber: row.text(3), mayOpenCase: row.bool(4),
        handed: !isShown ? nil : try JSONDecoder().decode(HandedOver.self, from: Data(row.text(5).utf8)),
        typed: try typed(row.text(6)), events: events,
        restNoted: row.optionalInt(7).map { (at: $0, by: row.optionalText(8) ?? "") }, coordination: row.optionalID(9))
    }
    guard let view else { throw desk.denied("referral \(referral.id)") }
    return view
  }

  private static func typed(_ stored: String) throws -> Fields {
    Fields(try JSONDecoder().decode([Fields.Pair].self, from: Data(stored.utf8)).map { ($0.name, $0.value) })
  }

  private static func events(_ desk: Desk, _ referral: OpenedReferral) throws -> [ReferralEventView] {
    try desk.reading.rows(
      """
      SELECT e.act, e.stage, s.name, a.name, e.at, e.reason_code, e.words, e.not_taken, e.talked_on, e.talked_with, e.talked_how,
        e.talked_summary
      FROM referral_event e JOIN staff s ON s.id = e.staff_id JOIN agency a ON a.id = e.agency_id
      WHERE e.referral_id = \(referral.id) ORDER BY e.id
      """
    ) { row in
      ReferralEventView(
        act: ReferralAct.Kind(rawValue: row.text(0)), stage: ReferralStage(rawValue: row.text(1)) ?? .draft, staff: row.text(2),
        agency: row.text(3), at: row.int(4), reasonCode: row.text(5), words: row.text(6), notTaken: row.text(7),
        talkedOn: row.text(8), talkedWith: row.text(9), talkedHow: row.text(10), talkedSummary: row.text(11))
    }
  }

  /// The number of a つなぎ to 多機関協働 of this case that has not ended; one at a time.
  static func runningMulti(_ desk: Desk, _ file: OpenedFile) throws -> String? {
    try desk.reading.first(
      """
      SELECT number FROM referral WHERE case_file_id = \(file.id) AND is_multi = 1
        AND stage IN ('requested', 'accepted', 'acceptedInPart', 'inProgress', 'reported') LIMIT 1
      """
    ) { $0.text(0) }
  }
}

/// What may go along with a つなぎ of a case (「渡す記録の候補」), and whom it may go to.
struct ReferralOffer: Sendable {
  let targets: [TargetGroup]
  let consultations: [(code: String, label: String)]
  let notes: [(code: String, label: String)]
  /// C-11.
  let noConsentReasons: [(code: String, label: String)]
  /// 「共有を望まない機関・事項」
  let unwanted: [String]
}

extension ReferralQueries {
  /// Notes offered for handing over, latest first.
  static let offeredNotes = 50

  static func offer(_ desk: Desk, _ file: OpenedFile) throws -> ReferralOffer {
    ReferralOffer(
      targets: try ReferralTargetQueries.groups(desk), consultations: try consultations(desk, file), notes: try notes(desk, file),
      noConsentReasons: desk.visit.office.list("C-11").choices(on: desk.today),
      unwanted: try ReferralWarningQueries.unwanted(desk, file))
  }

  /// The latest wording of each of these notes: a correction is another note. None for a note of another case, or one its holder may not read.
  static func latestWording(_ desk: Desk, _ file: OpenedFile, of notes: [NoteID]) throws -> [NoteID: NoteID] {
    guard !notes.isEmpty else { return [:] }
    let lines = try desk.reading.rows(
      """
      WITH RECURSIVE line (first, id) AS (
        SELECT n.id, n.id FROM note n WHERE n.id IN \(list: notes) AND n.case_file_id = \(file.id) AND \(sql: file.readableNotes)
        UNION ALL SELECT line.first, later.id FROM line JOIN note later ON later.replaces = line.id)
      SELECT first, max(id) FROM line GROUP BY first
      """
    ) { ($0.id(0) as NoteID, $0.id(1) as NoteID) }
    return Dictionary(lines, uniquingKeysWith: { first, _ in first })
  }

  /// What was typed, with the ticks at the latest wording of the notes: a colleague may have corrected one in between.
  static func following(_ desk: Desk, _ file: OpenedFile, _ typed: Fields) throws -> Fields {
    let latest = try latestWording(desk, file, of: typed.all("note").compactMap { Int($0).map { NoteID($0) } })
    return Fields(
      typed.pairs.map { pair in
        guard pair.name == "note", let note = Int(pair.value).flatMap({ latest[NoteID($0)] }) else { return (pair.name, pair.value) }
        return (pair.name, String(note.number))
      })
  }

  private static func consultations(_ desk: Desk, _ file: OpenedFile) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT c.id, c.received_on, a.name, c.number FROM consultation c JOIN agency a ON a.id = c.agency_id
      WHERE \(sql: file.readableConsultations) ORDER BY c.id DESC
      """
    ) { (String($0.int(0)), "\(Wording.shortDate($0.text(1)))　\($0.text(2))の相談受付（\($0.text(3))）") }
  }

  private static func notes(_ desk: Desk, _ file: OpenedFile) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT n.id, n.held_on, a.name, n.title, n.visibility FROM note n JOIN agency a ON a.id = n.agency_id
      WHERE n.case_file_id = \(file.id) AND \(sql: file.handableNotes) ORDER BY n.held_on DESC, n.id DESC LIMIT \(offeredNotes)
      """
    ) { row in
      let own = row.text(4) == NoteVisibility.ownAgency.rawValue ? "〔自機関のみ〕" : ""
      return (String(row.int(0)), "\(Wording.shortDate(row.text(1)))　\(row.text(3))　\(own)（\(row.text(2))）")
    }
  }
}
