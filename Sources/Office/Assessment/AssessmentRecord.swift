import Casework
import Foundation

/// Where an answer came from (「出所」): the reception, an agency's answer, the round before.
struct AnswerSource: Codable, Hashable, Sendable {
  let label: String
  /// ISO; empty where no day is known.
  let on: String

  /// 「見本の機関から（R8.11.24）」
  var words: String {
    let day = CivilDate(iso: on)?.warekiShort ?? ""
    return "\(label)から" + (day.isEmpty ? "" : "（\(day)）")
  }
}

/// Where the answers of one round came from, and which sheets somebody has saved: those are prefilled no more.
struct AnswerSources: Codable, Hashable, Sendable {
  var fields: [String: AnswerSource] = [:]
  var saved: Set<String> = []
}

/// Form 1-2 of one round, as it is on record.
struct AssessmentRecord: Sendable {
  let id: AssessmentID
  let round: Int
  let form: FormDefinition
  let answers: Answers
  let sources: AnswerSources
  let startedOn: String
  let completedOn: String?
  let staff: String
  /// Seconds since 1970.
  let savedAt: Int
  let version: Int

  var needs: AssessmentNeeds { AssessmentNeeds(answers) }
}

/// What a plan takes over from the assessment, and what the page of a case says of it (「アセスメントの要約」).
struct AssessmentSummary: Sendable {
  let isComplete: Bool
  /// Labels of C-08, the main one first.
  let issues: [String]
  let mainIssue: String
  let formulation: String
  let direction: String
  let wishes: String
  let needsOutreach: Bool
  let needsParticipation: Bool
  let outreachReason: String
  let participationReason: String
  /// 「関わっている機関」, by name.
  let involved: [String]
}

/// Answers and their like, as they stand in a column.
enum StoredJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ text: String) throws -> T { try JSONDecoder().decode(T.self, from: Data(text.utf8)) }
}
