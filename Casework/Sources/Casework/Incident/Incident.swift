/// 「漏えい等の記録」 What is known of a leak, loss or damage of personal information, as far as it is written down.
///
/// Source: reference §8.1 (Leak report: outline, items, number of persons, cause, secondary damage, handling of the persons, publication,
/// prevention); 個人情報保護法68条.
public struct Incident: Hashable, Sendable, Codable {
  /// 「知った日」
  public var knownOn: CivilDate?
  /// 「起きた日・期間」 in words: often nobody knows it to the day.
  public var happened = ""
  /// 「概要」
  public var outline = ""
  /// 「漏えい等した項目」
  public var items = ""
  /// 「人数」; nil while nobody knows.
  public var persons: Int?
  /// 「要配慮個人情報を含む」
  public var isSensitive = false
  /// 「財産的被害のおそれ」
  public var isMoney = false
  /// 「不正の目的のおそれ」
  public var isBadPurpose = false
  /// 「事例番号」
  public var caseNumbers: [String] = []
  public var cause = ""
  /// 「二次被害またはそのおそれ」
  public var secondary = ""
  /// 「本人への対応」
  public var handling = ""
  public var publication = ""
  public var prevention = ""

  public init() {}

  /// What keeps it from being registered; a register is begun with little.
  public func problems(on today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let knownOn {
      if knownOn > today { problems.append(.init("known_on", "知った日が今日より先の日付です。今日までの日付に直してください。")) }
    } else {
      problems.append(.init("known_on", "知った日が入っていません。報告の期限はこの日から数えるため、日付を入れてください。"))
    }
    if outline.isBlank { problems.append(.init("outline", "概要が入っていません。分かっている範囲で、何が起きたかを書いてください。")) }
    if let persons, persons < 0 { problems.append(.init("persons", "人数は0以上の数字で入れてください。分からないときは空欄にしてください。")) }
    return problems
  }
}

/// 「報告の要否」 Whether the 個人情報保護委員会 must be told.
public enum ReportDuty: Hashable, Sendable {
  /// With the reasons, in Japanese.
  case due([String])
  /// It hangs on the number of persons, which nobody knows yet.
  case undetermined
  case notDue

  public var label: String {
    switch self {
    case .due: "報告が必要"
    case .undetermined: "人数が分かるまで判断できません"
    case .notDue: "報告の義務はありません"
    }
  }

  /// It is to be reported, or has to be treated so until more is known.
  public var mayBeDue: Bool { self != .notDue }
}

extension Incident {
  /// Of more persons than this a leak is always reported by a public body; of fewer only in the graver cases.
  public static let manyPersons = 100

  /// Due from one person where it touches 要配慮個人情報, money or a bad purpose; otherwise from more than a hundred.
  ///
  /// Source: reference §8.1 (public sector: more than 100 persons); 個人情報保護法68条.
  public var duty: ReportDuty {
    var reasons: [String] = []
    if persons != 0 {
      if isSensitive { reasons.append("要配慮個人情報を含む（1人から）") }
      if isMoney { reasons.append("財産的被害のおそれがある（1人から）") }
      if isBadPurpose { reasons.append("不正の目的で行われたおそれがある（1人から）") }
    }
    if let persons, persons > Incident.manyPersons { reasons.append("\(Incident.manyPersons)人を超える") }
    if !reasons.isEmpty { return .due(reasons) }
    return persons == nil ? .undetermined : .notDue
  }
}

/// 「報告の期限」 The days by which the 個人情報保護委員会 is told.
///
/// The day on which the office knew is the first day. Ends on days off are not moved, so that the date shown is never too late.
/// Source: reference §8.1 (速報 3–5 days from knowing, 確報 30 days, 60 when bad purpose).
public struct ReportDeadlines: Hashable, Sendable {
  /// The 速報 is wanted by the first of the two days, and late after the second.
  public let quick: ClosedRange<CivilDate>
  public let final: CivilDate

  /// Nil while nobody has said when the office knew.
  public init?(_ incident: Incident) {
    guard let known = incident.knownOn else { return nil }
    quick = known.adding(days: 2)...known.adding(days: 4)
    final = known.adding(days: incident.isBadPurpose ? 59 : 29)
  }
}
