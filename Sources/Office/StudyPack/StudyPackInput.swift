import Casework

/// What a browser sends for a pack: the texts as somebody corrected them.
struct StudyPackInput: Sendable {
  let pack: StudyPack
  let version: Int

  init(_ form: Fields, _ pack: StudyPack, by staff: StaffMember) throws(FieldErrors) {
    var pack = pack
    var problems: [FieldProblem] = []
    for part in StudyPack.Part.allCases {
      let words = form[part.rawValue].trimmed
      if words.count > 20_000 { problems.append(FieldProblem(part.rawValue, "\(part.label)が長すぎます。20,000文字以内に短くしてください。")) }
      pack.texts[part] = words
    }
    problems += form.individualNumbers { name in StudyPack.Part(rawValue: name)?.label }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    self.pack = pack
    version = Digits.number(form["version"]) ?? 0
  }
}
