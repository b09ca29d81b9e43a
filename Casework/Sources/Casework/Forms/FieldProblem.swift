/// 「入力の指摘」 What is wrong with one field, and what to do, in a Japanese sentence.
public struct FieldProblem: Hashable, Sendable, Codable, Error {
  /// The id of the field in the form definition.
  public let fieldID: String
  public let sentence: String

  public init(_ fieldID: String, _ sentence: String) {
    self.fieldID = fieldID
    self.sentence = sentence
  }
}
