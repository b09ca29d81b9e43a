extension FormDefinition {
  /// 「記入の確認」 What is wrong with the answers. A draft (`complete` false) has no missing fields, only answers that cannot be read (R-01).
  ///
  /// Typed fields are checked by the rules that own them, not here.
  public func check(_ answers: Answers, complete: Bool) -> [FieldProblem] {
    fields.filter { !$0.typed }.flatMap { $0.check(answers[$0.id], complete: complete, path: $0.id) }
  }
}

extension FormField {
  /// Rows report as "household.2.age": field, row from 1, column.
  func check(_ answer: AnswerValue?, complete: Bool, path: String) -> [FieldProblem] {
    guard let answer, !answer.isBlank else {
      return complete && requiredAtComplete ? [FieldProblem(path, "「\(label)」が入っていません。\(wayOut)")] : []
    }
    switch (kind, answer) {
    case (.rows(let columns), .rows(let rows)):
      return rows.enumerated().flatMap { index, row in
        columns.flatMap { $0.check(row[$0.id], complete: complete && !row.isBlank, path: "\(path).\(index + 1).\($0.id)") }
      }
    case (.rankedConcerns, .concerns(let concerns)):
      return complete ? concerns.problems(field: path) : []
    case (.email, .text(let text)) where !Self.isEmail(text):
      return [FieldProblem(path, "「\(label)」はメールアドレスの形ではありません。例：name@example.jp のように入れてください。")]
    case (.tel, .text(let text)) where !Self.isTelephone(text):
      return [FieldProblem(path, "「\(label)」は電話番号の形ではありません。数字とハイフンで入れてください。")]
    case (.kana, .text(let text)) where !KanaReading.isReading(text):
      return [FieldProblem(path, "「\(label)」は、ひらがなかカタカナで入れてください。")]
    case (.number, .number(let number)) where number < 0:
      return [FieldProblem(path, "「\(label)」は0以上の数で入れてください。")]
    default:
      return kind.accepts(answer) ? [] : [FieldProblem(path, "「\(label)」の答えの形が項目と合いません。もう一度入れてください。")]
    }
  }

  private var wayOut: String {
    switch kind {
    case .choice, .multiChoice, .rankedConcerns, .staff, .agency: "一覧から選んでください。"
    case .date: "日付を入れてください。例：R8.11.21"
    case .partialDate: "日付を入れてください。分からないときは「不詳」と入れてください。"
    case .flag: "あてはまる方を選んでください。"
    default: "記入してください。分からないときは「不明」と入れてください。"
    }
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
      && !text.contains(where: \.isWhitespace)
  }

  private static func isTelephone(_ text: String) -> Bool {
    let number = text.halfWidth.filter { !$0.isWhitespace }
    return !number.digits.isEmpty
      && number.allSatisfy { ("0"..."9").contains($0) || "()+#".contains($0) || $0.unicodeScalars.allSatisfy(\.isDash) } || text == "不明"
  }
}

extension FieldKind {
  /// Is the answer of the kind that the field asks for?
  func accepts(_ answer: AnswerValue) -> Bool {
    switch (self, answer) {
    case (.text, .text), (.longText, .text), (.kana, .text), (.tel, .text), (.email, .text), (.number, .number), (.flag, .flag),
      (.date, .date),
      (.partialDate, .partialDate), (.partialDate, .date), (.choice, .choice), (.multiChoice, .choices), (.rankedConcerns, .concerns),
      (.rows, .rows),
      (.staff, .staff), (.agency, .agency):
      true
    default: false
    }
  }
}
