import Casework
import Foundation
import Store

/// What the form of a consent offers, and what is already on record, so that nothing is typed twice.
struct ConsentOffer: Sendable {
  /// 「」 is 本人, the others by their number.
  let people: [(code: String, label: String)]
  let agencies: [(code: String, label: String)]
  /// Files of the case that may be the paper.
  let papers: [(code: String, label: String)]
  /// What the boxes show at first.
  let typed: Fields
  /// Where that came from; empty when nothing was on record.
  let source: String

  /// What is on record is about 本人; for others only what is the same for everybody.
  func typed(for person: String) -> Fields {
    var fields = typed
    if !person.isEmpty {
      fields = Fields(fields.pairs.filter { ["scope", "rules_version"].contains($0.name) }.map { ($0.name, $0.value) })
    }
    fields.set("person", person)
    return fields
  }
}

enum ConsentOfferQueries {
  static func offer(_ desk: Desk, _ opened: OpenedConsents) throws -> ConsentOffer {
    let (typed, source) = try typed(desk, opened)
    return ConsentOffer(
      people: [("", "本人")] + (try ConsentQueries.members(desk, opened).map { (String($0.resident.number), "\($0.name)（\($0.relation)）") }),
      agencies: try agencies(desk, opened),
      papers: try AttachmentQueries.of(desk, opened.file).map { (String($0.id.number), "\($0.name)（\(Wording.shortMoment($0.addedAt))）") },
      typed: typed, source: source)
  }

  /// Agencies that may be named: not the two who run the programme, who are told by the application itself.
  private static func agencies(_ desk: Desk, _ opened: OpenedConsents) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT id, name FROM agency WHERE takes_referrals = 1 AND (ended_on IS NULL OR ended_on >= \(desk.today.iso)) AND is_programme_section = 0
        AND id <> \(opened.coordination?.agency ?? AgencyID(0))
      ORDER BY EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(opened.file.id) AND g.agency_id = agency.id
        AND NOT \(sql: opened.file.hidesAgency("g.agency_id"))) DESC, name_kana, id
      LIMIT 300
      """
    ) { (String($0.int(0)), $0.text(1)) }
  }

  /// From the reception's own block of consent, else from what the つなぎ says about the explanation.
  private static func typed(_ desk: Desk, _ opened: OpenedConsents) throws -> (Fields, String) {
    var fields = Fields([("scope", ConsentScope.team.rawValue), ("is_application", "1"), ("apply_now", "1")])
    fields.set("rules_version", try lastRules(desk))
    if let reception = try reception(desk, opened) {
      fill(&fields, reception.consent)
      if fields["rules_version"].isEmpty { fields.set("rules_version", wording(desk, reception.consent.consentTextVersion)) }
      return (fields, "相談受付 \(reception.number) から写しました。違うところだけ直してください。")
    }
    let told = try desk.reading.first(
      """
      SELECT explained_on, explained_by FROM referral WHERE case_file_id = \(opened.file.id) AND explained_on <> '' AND agreement = 'agreed'
      ORDER BY id DESC LIMIT 1
      """
    ) { ($0.text(0), $0.text(1)) }
    guard let told else {
      fields.set("explained_by", desk.staff.name)
      return (fields, "")
    }
    fields.set("explained_on", Wording.shortDate(told.0))
    fields.set("explained_by", told.1)
    return (fields, "説明した日と人は、つなぎの記録から写しました。違うところだけ直してください。")
  }

  private static func fill(_ fields: inout Fields, _ consent: ConsentApplication) {
    if let on = consent.on {
      fields.set("given_on", on.warekiShort)
      fields.set("explained_on", on.warekiShort)
    }
    switch consent.how {
    case .signature: fields.set("how", "signature")
    case .oral: fields.set("how", "oral")
    case .proxy(let writer, let reason):
      fields.set("how", "proxy")
      fields.set("proxy_writer", writer)
      fields.set("proxy_reason", reason)
    case nil: break
    }
    fields.set("explained_by", consent.explainedBy)
    fields.set("exclusions", consent.exclusions)
  }

  /// The wording that the reception read out, by its title instead of its id: 「相談受付・申込票（様式1-1） 第1版」.
  private static func wording(_ desk: Desk, _ version: String) -> String {
    let form = desk.visit.office.catalogue.forms.first { "\($0.id) 第\($0.version)版" == version }
    return form.map { "\($0.title) 第\($0.version)版" } ?? version
  }

  /// The latest reception of this case that took a consent down, where the viewer may read it.
  private static func reception(_ desk: Desk, _ opened: OpenedConsents) throws -> (number: String, consent: ConsentApplication)? {
    let whose: SQL = opened.file.reach == .team ? "1 = 1" : "agency_id = \(opened.file.agency)"
    let found = try desk.reading.first(
      """
      SELECT number, consent_facts FROM consultation WHERE case_file_id = \(opened.file.id) AND consent = 'given' AND \(sql: whose)
      ORDER BY received_on DESC, id DESC LIMIT 1
      """
    ) { ($0.text(0), $0.text(1)) }
    guard let found, case .applied(let consent) = try JSONDecoder().decode(ConsentChoice.self, from: Data(found.1.utf8)) else { return nil }
    return (found.0, consent)
  }

  /// The rules explained last time anywhere in the office.
  private static func lastRules(_ desk: Desk) throws -> String {
    try desk.reading.first("SELECT rules_version FROM consent ORDER BY id DESC LIMIT 1") { $0.text(0) } ?? ""
  }
}
