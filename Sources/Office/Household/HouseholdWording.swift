import Casework

/// Japanese for households.
enum HouseholdWording {
  /// How a day in the life of a household may be given.
  static let dates = "例）S48.4.1、昭和48年、不詳"

  /// The date of birth and the age now; an age that was told today is said once.
  static func birth(_ birth: PartialDate, today: CivilDate) -> String {
    let age = birth.age(on: today)
    if case .aged(let told, _) = birth, told == age { return birth.inJapanese }
    return birth.inJapanese + (age.map { "（\($0.label)）" } ?? "")
  }

  static let lives: [(code: String, label: String)] = [("together", "同居している"), ("apart", "別居している")]

  /// Relations between two people, without 本人.
  static let ties: [(code: String, label: String)] = Relation.allCases.filter { $0 != .person }.map { ($0.rawValue, $0.label) }
}
