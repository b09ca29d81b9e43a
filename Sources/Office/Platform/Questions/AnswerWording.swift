import Casework

/// Japanese for answers on record (「回答のことば」).
enum AnswerWording {
  /// The words of an answer, in labels instead of codes; nil for nothing said.
  static func words(_ value: AnswerValue?, _ field: FormField, _ lists: FormCatalogue, agency: String? = nil) -> String? {
    guard let value, !value.isBlank else { return nil }
    switch value {
    case .text(let text): return text
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "はい" : nil
    case .date(let date): return date.inFull
    case .partialDate(let date): return date.inJapanese
    case .choice(let code, let other): return label(code, field, lists, other: other)
    case .choices(let codes, let other): return codes.map { label($0, field, lists, other: other) }.joined(separator: "、")
    case .concerns(let marks):
      return marks.codes.sorted().map { ($0 == marks.main ? "◎" : "○") + label($0, field, lists, other: marks.other) }.joined(
        separator: "、")
    case .rows(let rows):
      guard case .rows(let columns) = field.kind else { return nil }
      return rows.map { row in
        columns.compactMap { column in words(row[column.id], column, lists).map { column.kind == .flag ? column.label : $0 } }
          .joined(separator: "・")
      }.joined(separator: "\n")
    case .agency(let id): return agency ?? "機関番号\(id)"
    case .staff(let id): return "職員番号\(id)"
    }
  }

  private static func label(_ code: String, _ field: FormField, _ lists: FormCatalogue, other: String?) -> String {
    let item = field.kind.list.flatMap { lists.list($0)?.item(code) }
    let label = item?.label ?? code
    return item?.freeText == true ? other.map { "\(label)（\($0)）" } ?? label : label
  }
}
