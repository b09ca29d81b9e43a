import Casework

/// What a browser sends for one of the four sheets.
struct AssessmentInput: Sendable {
  let section: FormSection
  let answers: Answers
  let problems: [FieldProblem]
  /// The version the person started from; 0 before the first save.
  let version: Int

  static func questions(_ section: FormSection) -> [FormField] { section.fields.filter { !$0.typed } }

  init(_ form: Fields, section: FormSection, catalogue: FormCatalogue, today: CivilDate, before: Answers) {
    self.section = section
    version = Int(form["version"]) ?? 0
    let fields = AssessmentInput.questions(section)
    let read = AnswersInput(form, fields: fields, catalogue: catalogue, today: today, before: before)
    answers = read.answers
    let part = FormDefinition(id: "", version: 1, title: "", validFrom: today, sections: [section])
    let unreadable = read.problems + part.check(read.answers, complete: false)
    let numbers = form.individualNumbers { id in fields.first { $0.id == id }?.label }
    problems = (unreadable + numbers).inPageOrder(fields)
  }

  /// The sheet's answers among all the others.
  func merged(into all: Answers) -> Answers {
    var merged = all
    for field in AssessmentInput.questions(section) { merged[field.id] = answers[field.id] }
    return merged
  }

  /// Sheet by its number from 1, as the address names it.
  static func section(_ number: String, in form: FormDefinition) -> (number: Int, section: FormSection) {
    let place = min(max(Int(number) ?? 1, 1), form.sections.count)
    return (place, form.sections[place - 1])
  }

  /// 「3:health」: an agency's answer that is to be copied into the form.
  static func taken(_ form: Fields) -> (request: InformationRequestID, field: String)? {
    let parts = form["take"].split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    return (InformationRequestID(number), String(parts[1]))
  }
}

extension Fields {
  /// The boxes of one question, filled in anew.
  func replacing(_ field: FormField, with value: AnswerValue) -> Fields {
    let kept = pairs.filter { $0.name != field.id && !$0.name.hasPrefix("\(field.id).") }
    let fresh = AnswerFields(Answers([field.id: value]), fields: [field]).fields.pairs
    return Fields((kept + fresh).map { ($0.name, $0.value) })
  }
}
