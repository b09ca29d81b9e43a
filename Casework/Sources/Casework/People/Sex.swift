/// 「性別」 Form 1-1 no. 7: 男性, 女性, その他; added: 回答しない, 不明 (reference §5.1).
public enum Sex: String, CaseIterable, Sendable, Hashable, Codable {
  case male, female, other, notAnswered, unknown

  /// 「男性」
  public var label: String {
    switch self {
    case .male: "男性"
    case .female: "女性"
    case .other: "その他"
    case .notAnswered: "回答しない"
    case .unknown: "不明"
    }
  }

  /// The code of the national form; nil for the two answers it does not have.
  public var nationalCode: String? {
    switch self {
    case .male: "1"
    case .female: "2"
    case .other: "3"
    case .notAnswered, .unknown: nil
    }
  }
}
