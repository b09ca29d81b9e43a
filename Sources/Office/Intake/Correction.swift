import Casework

/// Corrects a consultation of the own agency, and with it what the correction changes about the person (「訂正」).
enum Correction {
  static func record(_ desk: WritingDesk, _ before: ConsultationView) throws {
    let form = desk.visit.form
    // Before anything is read: what was typed is read against the version that the form was made from.
    if let version = form.version, version != before.version { throw EditConflict(staff: desk.staff) }
    let input = ConsultationInput(
      form, form: before.form, catalogue: desk.visit.office.catalogue, today: desk.today, before: before.answers, day: before.receivedOn)
    let reason = form[IntakeField.correctionReason]
    let problems = reason.trimmed.isEmpty ? [noReason] : []
    let consultation: Consultation
    do { consultation = try input.received(by: desk.staff, on: desk.today) } catch {
      throw FieldErrors(problems + error.problems, staff: desk.staff)
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: desk.staff) }
    try ConsultationRecords.correct(desk, before, to: consultation, version: form.version ?? 0, reason: reason)
    try carry(desk, before, input)
  }

  private static let noReason = FieldProblem(IntakeField.correctionReason, "訂正の理由を入力してください。")

  /// Facts about the person that the correction changes are changed in the register too, where this agency entered the person.
  private static func carry(_ desk: WritingDesk, _ before: ConsultationView, _ input: ConsultationInput) throws {
    guard let id = try ResidentQueries.principal(desk.reading, of: before.file) else {
      return try Reception.identify(desk, input, in: before.file)
    }
    guard let known = try ResidentQueries.registration(desk.reading, id), known.registeredBy == desk.staff.agencyID else { return }
    let old = ConsultationInput(
      before.form.typed(before.answers), form: before.form, catalogue: desk.visit.office.catalogue, today: desk.today,
      before: before.answers
    ).person
    let new = input.person
    var person = known.person
    if old.name != new.name { person.facts.name = new.name }
    if old.sex != new.sex { person.facts.sex = new.sex }
    if old.birth != new.birth { person.facts.birth = new.birth }
    // Whoever may not see the contacts does not change them either.
    let mayContact = !before.file.keptBack.masksPrincipal
    if mayContact, old.address != new.address { person.facts.address = new.address }
    if mayContact, old.noFixedAddress != new.noFixedAddress { person.facts.noFixedAddress = new.noFixedAddress }
    if mayContact, old.phoneHome != new.phoneHome { person.facts.phoneHome = new.phoneHome }
    if mayContact, old.phoneMobile != new.phoneMobile { person.facts.phoneMobile = new.phoneMobile }
    if mayContact, old.email != new.email { person.facts.email = new.email }
    guard person.facts != known.person.facts else { return }
    guard try ResidentRecords.change(desk.writing, id, to: person, version: known.version) else { throw EditConflict(staff: desk.staff) }
    desk.note("resident \(id)")
    try CaseFileRecords.relabel(desk, resident: id, from: known.person.name, to: person.name)
  }
}
