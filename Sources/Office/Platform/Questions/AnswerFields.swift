import Casework

/// Answers on record → what the boxes of a form show (「入力欄への書き戻し」). The other way round of ``AnswersInput``.
struct AnswerFields: Sendable {
  var fields = Fields()

  init(_ answers: Answers, fields: [FormField]) {
    for field in fields { put(answers[field.id], field, field.id) }
  }

  /// The words a person would type for a value.
  static func typed(_ value: AnswerValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "1" : ""
    case .date(let date): date.warekiShort
    case .partialDate(let date): typed(date)
    case .choice(let code, _): code
    case .agency(let agency): String(agency.number)
    case .staff(let staff): String(staff.number)
    case .choices, .concerns, .rows: ""
    }
  }

  private static func typed(_ date: PartialDate) -> String {
    switch date {
    case .day(let day): day.warekiShort
    case .month(let year, let month): "\(year)年\(month)月"
    case .year(let year): String(year)
    case .aged(let ages, _): ages.label
    case .unknown: "不詳"
    }
  }

  private mutating func put(_ value: AnswerValue?, _ field: FormField, _ name: String) {
    if case .rows(let columns) = field.kind {
      var rows: [Answers] = []
      if case .rows(let kept) = value { rows = kept }
      putRows(rows, columns, name)
      return
    }
    switch value {
    case .none: break
    case .choice(_, let other):
      fields.set(name, value.map(AnswerFields.typed) ?? "")
      if let other { fields.set("\(name).other", other) }
    case .choices(let codes, let other):
      for code in codes { fields.append(name, code) }
      if let other { fields.set("\(name).other", other) }
    case .concerns(let marks):
      for code in marks.codes.sorted() { fields.append(name, code) }
      if let main = marks.main { fields.set("\(name).main", main) }
      if let other = marks.other { fields.set("\(name).other", other) }
    case .some(let value): fields.set(name, AnswerFields.typed(value))
    }
  }

  private mutating func putRows(_ rows: [Answers], _ columns: [FormField], _ name: String) {
    let shown = max(RowsPart.shownAtFirst, rows.count)
    fields.set("\(name).rows", String(shown))
    for index in 0..<shown {
      for column in columns {
        let cell = "\(name).\(index + 1).\(column.id)"
        if index < rows.count { put(rows[index][column.id], column, cell) } else if column.kind == .flag { fields.set(cell, "1") }
      }
    }
  }
}
