import Casework

/// What a browser sends for a 引継ぎ書.
struct HandoverInput: Sendable {
  let text: HandoverText
  let taker: StaffID
  let version: Int

  init(_ form: Fields, takers: [(code: String, label: String)], today: CivilDate, by staff: StaffMember) throws(FieldErrors) {
    var reader = FieldReader(form: form, today: today)
    var text = HandoverText(nextOn: reader.day("next_on"))
    for part in HandoverText.Part.allCases { text[part] = form.trimmed(HandoverInput.field(part)) }
    let taker = takers.first { $0.code == form["taker"] }.flatMap { Digits.number($0.code) }
    let missing = taker == nil ? [FieldProblem("taker", "引き継ぐ人を一覧から選んでください。")] : []
    let problems =
      missing + HandoverInput.named(text.problems) + reader.problems
      + form.individualNumbers { name in HandoverText.Part.allCases.first { HandoverInput.field($0) == name }?.label }
    guard problems.isEmpty, let taker else { throw FieldErrors(problems, staff: staff) }
    self.text = text
    self.taker = StaffID(taker)
    version = Digits.number(form["version"]) ?? 0
  }

  /// The name of a question's field.
  static func field(_ part: HandoverText.Part) -> String { part == .firstCall ? "first_call" : part.rawValue }

  static func named(_ problems: [FieldProblem]) -> [FieldProblem] {
    problems.map { problem in
      FieldProblem(HandoverText.Part(rawValue: problem.fieldID).map(field) ?? problem.fieldID, problem.sentence)
    }
  }

  static func fields(of opened: OpenedHandover) -> Fields {
    Fields(
      HandoverText.Part.allCases.map { (field($0), opened.text[$0]) } + [
        ("taker", String(opened.taker.number)), ("next_on", opened.text.nextOn?.warekiShort ?? ""), ("version", String(opened.version)),
      ])
  }

  /// Words of a question or a reply.
  static func words(_ form: Fields, _ field: String, _ label: String, isNeeded: Bool, by staff: StaffMember) throws(FieldErrors) -> String {
    let words = form.trimmed(field)
    var problems = form.individualNumbers { $0 == field ? label : nil }
    if words.isEmpty, isNeeded { problems.append(FieldProblem(field, "\(label)が書かれていません。\(label)を書いてください。")) }
    if words.count > 1_000 { problems.append(FieldProblem(field, "\(label)が長すぎます。1,000文字以内に短くしてください。")) }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return words
  }
}
