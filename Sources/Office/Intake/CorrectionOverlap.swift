import Casework

/// Two corrections of one consultation at once (「訂正の重なり」).
///
/// What one editor changed since the version he began with, where somebody else changed the same, and the form in which both stand: a field he
/// left alone holds what is saved now.
struct CorrectionOverlap: Sendable {
  /// A field that this editor changed.
  struct Line: Sendable {
    let label: String
    /// What it said when he began.
    let begun: String
    let saved: String
    let typed: String

    /// Somebody else changed it too.
    var meets: Bool { !CorrectionOverlap.isSame(begun, saved) }
    /// Both wrote the same.
    var agrees: Bool { CorrectionOverlap.isSame(saved, typed) }
  }

  private(set) var lines: [Line] = []
  /// Names of the fields that only somebody else changed.
  private(set) var others: [String] = []
  /// What was sent, with what is saved now in the fields that this editor left alone.
  private(set) var fields: Fields

  init(_ sent: Fields, _ view: ConsultationView, _ lists: FormCatalogue, agencies: [(code: String, label: String)], today: CivilDate) {
    let words = Words(form: view.form, lists: lists, agencies: agencies)
    let begun = CorrectionOverlap.begun(sent, view)
    let input = ConsultationInput(sent, form: view.form, catalogue: lists, today: today, before: begun)
    let unreadable = Set(input.unreadable.map { String($0.fieldID.prefix { $0 != "." }) })
    let savedFields = view.form.typed(view.answers)
    fields = sent
    for field in view.form.fields where !IntakeField.settled.contains(field.id) {
      let line = Line(
        label: field.label, begun: words.of(begun, field), saved: words.of(view.answers, field), typed: words.of(input.answers, field))
      if unreadable.contains(field.id) || !CorrectionOverlap.isSame(line.begun, line.typed) {
        lines.append(line)
      } else {
        fields.take(field.id, from: savedFields)
        if line.meets { others.append(field.label) }
      }
    }
    fields.set("version", String(view.version))
  }

  /// What the consultation said in the version that the form was made from. What names no version began with what is saved.
  private static func begun(_ sent: Fields, _ view: ConsultationView) -> Answers {
    view.corrections.first { String($0.version) == sent["version"] }?.before ?? view.answers
  }

  /// Byte for byte: another form of a letter is a change.
  private static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

  /// Answers in words; nothing said is an empty text.
  private struct Words {
    let form: IntakeForm
    let lists: FormCatalogue
    let agencies: [(code: String, label: String)]

    func of(_ answers: Answers, _ field: FormField) -> String {
      var agency: String?
      if case .agency(let id) = answers[field.id] { agency = agencies.first { $0.code == String(id.number) }?.label }
      let words = AnswerWording.words(answers[field.id], field, lists, agency: agency) ?? ""
      // The ◎ of つなぐシート is an answer of its own.
      guard field.id == form.ranked.id, let main = answers[IntakeField.mainTrouble]?.text else { return words }
      return words + "、◎" + (field.kind.list.flatMap { lists.list($0)?.item(main)?.label } ?? main)
    }
  }
}

extension Fields {
  /// Puts the boxes of one question as they are in another form in place of its own.
  fileprivate mutating func take(_ id: String, from other: Fields) {
    func belongs(_ pair: Pair) -> Bool { pair.name == id || pair.name.hasPrefix(id + ".") }
    self = Fields((pairs.filter { !belongs($0) } + other.pairs.filter(belongs)).map { ($0.name, $0.value) })
  }
}
