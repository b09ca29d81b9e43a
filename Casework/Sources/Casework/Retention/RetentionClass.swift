/// 「保存する記録の種類」 What a case was, as far as its keeping goes. Raw values are stored and never renamed.
///
/// Source: reference §8.4 (a class per record type; people who never became users: separate, shorter).
public enum RetainedRecord: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「多機関協働を利用した事例」 The person applied, or a plan was made.
  case programmeUse
  /// 「相談だけの事例」
  case consultation
  /// 「同意のないまま終わった事例」 The person never became a user.
  case preConsent

  public var label: String {
    switch self {
    case .programmeUse: "多機関協働を利用した事例"
    case .consultation: "相談支援の事例"
    case .preConsent: "同意のないまま終わった事例"
    }
  }

  /// The kind of a case: use of the programme outweighs everything; without consent to the end is its own kind.
  public static func of(usedProgramme: Bool, endedWithoutConsent: Bool) -> RetainedRecord {
    if usedProgramme { return .programmeUse }
    return endedWithoutConsent ? .preConsent : .consultation
  }
}

/// 「保存区分」 How long a kind of record is kept, as the municipality's 文書管理規程 says.
///
/// Source: reference §8.4: default 5 years; 3, 10, 30 years or permanent by choice.
public struct RetentionClass: Hashable, Sendable, Codable {
  public let record: RetainedRecord
  /// Whole years from the day the clock begins; nil keeps it for ever.
  public let years: Int?

  public init(record: RetainedRecord, years: Int?) {
    self.record = record
    self.years = years
  }

  public var label: String { years.map { "\($0)年" } ?? "永年" }

  /// Where a profile says nothing of its own.
  public static let usual = [
    RetentionClass(record: .programmeUse, years: 5), RetentionClass(record: .consultation, years: 5),
    RetentionClass(record: .preConsent, years: 3),
  ]

  /// What is wrong with the classes of a profile, in a sentence; nil when nothing is.
  public static func problem(_ classes: [RetentionClass]) -> String? {
    for record in RetainedRecord.allCases where classes.count(where: { $0.record == record }) != 1 {
      return "「\(record.label)」の保存区分を1つ指定してください。"
    }
    if let wrong = classes.first(where: { !(1...100).contains($0.years ?? 1) }) {
      return "「\(wrong.record.label)」の保存年数は1〜100年か、永年（null）で指定してください。"
    }
    return nil
  }
}
