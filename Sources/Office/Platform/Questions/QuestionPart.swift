import Casework
import HTML

/// The questions of a form as a screen, each drawn by its kind (「様式の画面」).
struct QuestionPart {
  let form: FormView
  let sections: [FormSection]
  let lists: FormCatalogue
  let agencies: [(code: String, label: String)]
  let today: CivilDate
  /// Where the button 「行を増やす」 sends the form; the same address shows it again.
  let moreAt: String
  /// Fields with ○ and ◎ beside those whose kind says so.
  var marked: Set<String> = []
  /// Fields marked as necessary; nothing leaves that to the definition.
  var needed: Set<String> = []
  /// What the office knows and does not ask, by field: receiver, receiving agency, wording of consent.
  var settled: [String: String] = [:]
  /// Fields whose words for 「その他」 are asked in boxes of their own.
  var wordless: Set<String> = []
  /// What stands under the heading of a section, by its id.
  var notices: [String: HTML] = [:]
  /// What stands under a question, by its field: where an answer came from, what else was said.
  var beside: [String: HTML] = [:]

  var html: HTML {
    HTML.each(sections) { section in
      """
      <section aria-labelledby="s-\(section.id)"><h2 id="s-\(section.id)">\(section.title)</h2>
      \(section.help.map { "<p>\($0)</p>" as HTML } ?? .empty)\(notices[section.id])
      \(questions(section.fields))</section>
      """
    }
  }

  /// Short boxes stand side by side where there is room; the order of reading stays that of the form.
  private func questions(_ fields: [FormField]) -> HTML {
    var result = HTML.empty
    var row = HTML.empty
    for field in fields {
      if isShort(field), beside[field.id] == nil {
        row += question(field)
      } else {
        result += inColumns(row) + question(field) + (beside[field.id] ?? .empty)
        row = .empty
      }
    }
    return result + inColumns(row)
  }

  private func inColumns(_ row: HTML) -> HTML { row.bytes.isEmpty ? .empty : "<div class=\"columns\">\(row)</div>" }

  private func isShort(_ field: FormField) -> Bool {
    switch field.kind {
    case .text, .kana, .tel, .email, .number, .date, .partialDate, .agency, .staff, .flag: true
    case .choice: items(field).count > 5
    case .longText, .multiChoice, .rankedConcerns, .rows: false
    }
  }

  private func question(_ field: FormField) -> HTML {
    if let fact = settled[field.id] { return "<p class=\"item\"><strong>\(field.label)</strong>　\(fact)</p>" }
    let need: FormView.Need = needed.contains(field.id) || (!field.typed && field.requiredAtComplete) ? .required : .unmarked
    if field.kind.isRanked || marked.contains(field.id) {
      return ConcernsPart(form: form, field: field, items: items(field), need: need).html
    }
    switch field.kind {
    case .text, .kana, .staff: return form.text(field.id, field.label, need: need, help: field.help, width: field.wide ? .wide : .long)
    case .tel: return form.text(field.id, field.label, need: need, help: field.help, width: .medium, type: "tel", inputMode: "tel")
    case .email: return form.text(field.id, field.label, need: need, help: field.help, width: .medium, inputMode: "email")
    case .number: return form.text(field.id, field.label, need: need, help: field.help, width: .short, inputMode: "numeric")
    case .longText: return form.area(field.id, field.label, need: need, help: field.help, rows: 5)
    case .flag: return form.flag(field.id, field.label, help: field.help)
    case .date: return form.text(field.id, field.label, need: need, help: field.help, width: .medium, isDate: true)
    case .partialDate: return form.text(field.id, field.label, need: need, help: field.help, width: .medium, isDate: true)
    case .agency: return form.select(field.id, field.label, options: agencies, need: need, help: field.help, blank: "なし・わからない")
    case .choice: return choice(field, need)
    case .multiChoice, .rankedConcerns:
      return withWords(
        form.checkboxes(field.id, field.label, options: options(field), need: need, help: field.help, free: free(field)), field)
    case .rows(let columns):
      return RowsPart(form: form, field: field, columns: columns, lists: lists, today: today, moreAt: moreAt, need: need).html
    }
  }

  private func choice(_ field: FormField, _ need: FormView.Need) -> HTML {
    let options = options(field)
    let boxes =
      options.count > 5
      ? form.select(field.id, field.label, options: options, need: need, help: field.help, free: free(field))
      : form.radios(field.id, field.label, options: options, need: need, help: field.help, free: free(field))
    return wordless.contains(field.id) ? boxes : withWords(boxes, field)
  }

  /// The same with a box for the words of 「その他」, if the list has one.
  private func withWords(_ choices: HTML, _ field: FormField) -> HTML {
    let free = items(field).filter { $0.freeText == true }.map(\.label)
    guard !free.isEmpty else { return choices }
    return form.withWords(choices, "\(field.id).other", "\(field.label)が「\(free.joined(separator: "・"))」のときの内容")
  }

  private func free(_ field: FormField) -> Set<String> { Set(items(field).filter { $0.freeText == true }.map(\.code)) }

  private func items(_ field: FormField) -> [CodeItem] { field.kind.list.flatMap { lists.list($0)?.items(on: today) } ?? [] }

  private func options(_ field: FormField) -> [(code: String, label: String)] { items(field).map { ($0.code, $0.label) } }
}

extension FormView {
  /// What is wrong with a field, for parts that draw their own boxes.
  func problemPart(_ name: String) -> HTML {
    guard let problem = problems.first(where: { $0.fieldID == name }) else { return .empty }
    return "<p class=\"problem\" id=\"\(FormView.anchor(name))-problem\">＊\(problem.sentence)</p>"
  }

  func isWrong(_ name: String) -> Bool { problems.contains { $0.fieldID == name } }

  /// `aria-invalid` and the pointer to the sentence, or nothing.
  func wrongMarks(_ name: String) -> HTML {
    isWrong(name) ? " aria-invalid=\"true\" aria-describedby=\"\(FormView.anchor(name))-problem\"" : .empty
  }
}
