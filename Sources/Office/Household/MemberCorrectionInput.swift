import Casework

/// What a browser sends to put right what is known about a member of a household (「世帯の方の情報の訂正」).
///
/// What the household does not show (contacts, 通称, 性別の補足) belongs to the person's own case and stays as it is.
struct MemberCorrectionInput: Sendable {
  let form: Fields
  let person: ResidentCorrectionInput

  init(_ form: Fields, today: CivilDate) {
    self.form = form
    person = ResidentCorrectionInput(form, today: today, keepsContacts: true, isMember: true)
  }

  /// How often the household was changed when the form was made.
  var version: Int { Digits.number(form["household_version"]) ?? 0 }

  static func fields(of known: KnownResident, _ member: MemberView, version: Int) -> Fields {
    let person = ResidentCorrectionInput.fields(of: known, keepsContacts: true).pairs.filter {
      $0.name != "other_name" && $0.name != "sex_note"
    }
    var fields = Fields(person.map { ($0.name, $0.value) })
    fields.set("household_version", String(version))
    fields.set("relation", member.relation?.rawValue ?? "")
    fields.set("relation_note", member.relationNote)
    fields.set("lives", member.livesTogether ? "together" : "apart")
    if member.isRemarkOwn { fields.set("note", member.note) }
    return fields
  }

  /// The facts over those on record, and the member's place in the household. The remark of another agency stays.
  func corrected(
    _ known: KnownResident, _ member: MemberView, by staff: StaffMember
  ) throws(FieldErrors) -> (ResidentRecords.Registration, HouseholdRecords.Correction) {
    let relation = Relation(rawValue: form["relation"])
    var problems: [FieldProblem] = []
    var corrected: ResidentRecords.Registration?
    do { corrected = try person.corrected(known, by: staff) } catch { problems = error.problems }
    if relation == nil { problems.append(FieldProblem("relation", "本人から見た続柄を選んでください。")) }
    guard let relation, let corrected, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return (
      corrected,
      HouseholdRecords.Correction(
        relation: relation, relationNote: form.trimmed("relation_note"), livesTogether: form["lives"] != "apart",
        remark: member.isRemarkOwn ? form.trimmed("note") : nil)
    )
  }
}
