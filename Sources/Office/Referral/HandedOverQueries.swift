import Casework
import Store

/// Gathers what a つなぎ hands over, from a case file its sender has open.
struct HandedOverQueries {
  let desk: Desk
  let file: OpenedFile

  /// What the target may know of protected people (支援措置): a hidden one is not in it, and what must not reach it is covered for good.
  func compile(_ input: ReferralInput, to target: TargetChoice) throws -> HandedOver {
    let subject = try subject()
    var whole = HandedOver(
      caseNumber: file.number, on: desk.today.iso,
      asking: ReferralWording.asking(input, to: target, by: desk.staff, reasons: desk.visit.office.list("C-11")),
      person: subject.person, consultation: try input.consultation.map(consultation),
      household: try household(subject.household, for: target.agency),
      notes: try notes(input.notes))
    let unwanted = try ReferralWarningQueries.unwanted(desk, file)
    whole.asking.unwanted = unwanted.isEmpty ? nil : unwanted.joined(separator: "\n")
    guard file.holdsProtected else { return whole }
    let receiver = Onlooker(staff: nil, agency: target.agency, file: file.id)
    let kept = try ProtectionQueries.keptBack(desk.reading, receiver, in: file.id)
    if kept.masksPrincipal || file.keptBack.masksPrincipal {
      whole.person.address = PersonSight.mask
      whole.person.phone = PersonSight.mask
    }
    return try whole.covered(with: kept.terms + file.keptBack.terms)
  }

  private func subject() throws -> (person: HandedOver.Person, household: HouseholdID?) {
    let found = try desk.reading.first(
      """
      SELECT c.label, c.household_id, r.name, r.name_kana, r.other_name, r.sex, r.birth, r.address, r.phone_home, r.phone_mobile,
        r.no_fixed_address
      FROM case_file c LEFT JOIN resident r ON r.id = c.resident_id WHERE c.id = \(file.id)
      """
    ) { row in
      let phones = [row.optionalText(8), row.optionalText(9)].compactMap { $0 }.filter { !$0.isEmpty }
      let person = HandedOver.Person(
        label: row.text(0), name: row.optionalText(2) ?? "", kana: row.optionalText(3) ?? "", otherName: row.optionalText(4) ?? "",
        sex: Sex(rawValue: row.optionalText(5) ?? "")?.label ?? "不明", birth: birth(row.optionalText(6) ?? ""),
        address: row.optionalBool(10) == true ? "住所不定" : row.optionalText(7) ?? "", phone: phones.joined(separator: "、"))
      let household: HouseholdID? = row.optionalID(1)
      return (person, household)
    }
    guard let found else { throw desk.denied("case \(file.id)") }
    return found
  }

  /// The members whom both sides may know of; a remark about one goes along only where the member agreed to that, or both have it already.
  private func household(_ id: HouseholdID?, for target: AgencyID) throws -> [HandedOver.Member] {
    guard let id else { return [] }
    let hidden = file.holdsProtected ? Onlooker(staff: nil, agency: target, file: file.id).isHidden(person: "r") : "0"
    return try desk.reading.rows(
      """
      SELECT r.name, m.relation, m.relation_note, r.birth, m.lives_together,
        CASE WHEN m.note <> '' AND \(sql: MemberRemark(desk, file.agency, in: file.id).isShown)
          AND \(sql: MemberRemark(desk, target, in: file.id).isShown) THEN m.note ELSE '' END
      FROM household_member m JOIN resident r ON r.id = m.resident_id
      WHERE m.household_id = \(id) AND NOT \(sql: hidden) AND NOT \(sql: file.isHidden(person: "r")) AND (m.until_on IS NULL OR m.until_on >= \(desk.today.iso))
      ORDER BY m.id
      """
    ) { row in
      let relation = row.text(2).isEmpty ? Relation(rawValue: row.text(1))?.label ?? row.text(1) : row.text(2)
      return HandedOver.Member(
        name: row.text(0), relation: relation, birth: birth(row.text(3)), livesTogether: row.bool(4), note: row.text(5))
    }
  }

  private func consultation(_ id: ConsultationID) throws -> HandedOver.Consultation {
    let concerns = try concerns(id)
    let channels = desk.visit.office.list("C-02")
    let found = try desk.reading.first(
      """
      SELECT c.number, c.received_on, a.name, s.name, c.channel, c.caller_kind, c.caller_relation, c.urgency, c.concern_text
      FROM consultation c JOIN agency a ON a.id = c.agency_id JOIN staff s ON s.id = c.received_by
      WHERE c.id = \(id) AND \(sql: file.readableConsultations)
      """
    ) { row in
      HandedOver.Consultation(
        number: row.text(0), received: "\(Wording.date(row.text(1)))　\(row.text(2))（\(row.text(3))）",
        channel: channels.label(row.text(4)),
        caller: caller(row.text(5), row.text(6)),
        urgency: Urgency(rawValue: row.text(7))?.label ?? "", concerns: concerns, words: row.text(8))
    }
    guard let found else { throw desk.denied("consultation \(id)") }
    return found
  }

  /// Who brought it, as a kind only: the name and telephone number of somebody who spoke up stay with the window that heard it.
  private func caller(_ kind: String, _ relation: String) -> String {
    let label = kind.isEmpty ? "" : desk.visit.office.list("caller-kind").label(kind)
    let family = Relation(rawValue: relation)?.label ?? relation
    return family.isEmpty ? label : "\(label)（\(family)）"
  }

  private func concerns(_ id: ConsultationID) throws -> [HandedOver.Concern] {
    let labels = desk.visit.office.list("C-01")
    return try desk.reading.rows(
      "SELECT code, is_main, note FROM consultation_concern WHERE consultation_id = \(id) ORDER BY is_main DESC, code"
    ) { HandedOver.Concern(label: labels.label($0.text(0)), isMain: $0.bool(1), note: $0.text(2)) }
  }

  /// The chosen notes in their latest wording, in the order they were held. One that is not of this case or may not be read is nobody's.
  private func notes(_ ticked: [NoteID]) throws -> [HandedOver.Note] {
    let latest = try ReferralQueries.latestWording(desk, file, of: ticked)
    if let missing = ticked.first(where: { latest[$0] == nil }) { throw desk.denied("note \(missing)") }
    let chosen = Set(latest.values).sorted { $0.number < $1.number }
    let methods = desk.visit.office.list("C-15")
    var seen: Set<NoteID> = []
    let found = try desk.reading.rows(
      """
      SELECT n.held_on, n.held_at, n.method, n.counterpart, n.title, n.facts, n.opinion, a.name, s.name, n.id
      FROM note n JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id
      WHERE n.id IN \(list: chosen) AND n.case_file_id = \(file.id) AND \(sql: file.handableNotes) ORDER BY n.held_on, n.id
      """
    ) { row in
      seen.insert(row.id(9))
      return HandedOver.Note(
        held: "\(Wording.date(row.text(0))) \(row.text(1))".trimmed, method: methods.label(row.text(2)),
        counterpart: file.keptBack.withoutKin(row.text(3)),
        title: row.text(4), facts: row.text(5), opinion: row.text(6), by: "\(row.text(7))　\(row.text(8))")
    }
    guard seen.count == chosen.count else {
      throw FieldErrors(
        [FieldProblem("note", "選んだ支援経過のなかに、訂正されて渡せなくなったものがあります。下の一覧で選び直してください。")], staff: desk.staff)
    }
    return found
  }

  private func birth(_ stored: String) -> String {
    guard let date = PartialDate(stored: stored) else { return "不詳" }
    guard case .aged = date else { return date.inJapanese + (date.age(on: desk.today).map { "　\($0.label)" } ?? "") }
    return date.inJapanese
  }
}

extension OpenedFile {
  /// The consultations of this case that its holder may hand on, as a condition on alias `c` of `consultation`.
  var readableConsultations: SQL {
    switch reach {
    case .team: "c.case_file_id = \(id)"
    case .handedOver: "(c.case_file_id = \(id) AND c.agency_id = \(agency))"
    }
  }

  /// The notes its holder may hand on, as a condition on alias `n`: the latest wording only, and nothing kept for a meeting's members.
  var handableNotes: SQL {
    "(\(sql: readableNotes) AND n.visibility <> 'meeting' AND NOT EXISTS (SELECT 1 FROM note later WHERE later.replaces = n.id))"
  }
}
