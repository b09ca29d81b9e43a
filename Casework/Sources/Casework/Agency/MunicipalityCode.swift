/// 「全国地方公共団体コード」 Six digits: prefecture 2, municipality 3, check digit 1. Always text: codes may begin with 0.
///
/// Source: reference §8.5 (check = last digit of 11 − (6a+5b+4c+3d+2e) mod 11), R-85 (verified on import).
public struct MunicipalityCode: Hashable, Sendable {
  /// "332151"
  public let digits: String

  /// Nil unless `text` is six digits whose last one checks the others. Full-width digits are taken as digits.
  public init?(_ text: String) {
    let typed = text.halfWidth.filter { !$0.isWhitespace }
    guard typed.count == 6, let check = Self.checkDigit(of: typed.prefix(5)), typed.hasSuffix("\(check)") else { return nil }
    digits = typed
  }

  /// The code a spreadsheet has ruined: a leading zero lost, or the check digit never written. Nil when it is not that.
  public init?(ruined text: String) {
    let typed = text.halfWidth.filter { !$0.isWhitespace }
    guard typed.count == 4 || typed.count == 5, typed.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    if typed.count == 5, let code = MunicipalityCode("0" + typed) {
      self = code
      return
    }
    let five = typed.count == 4 ? "0" + typed : typed
    guard let check = Self.checkDigit(of: five), let code = MunicipalityCode("\(five)\(check)") else { return nil }
    self = code
  }

  /// The check digit, 0–9, of the five digits before it; nil unless there are five digits.
  public static func checkDigit(of five: some StringProtocol) -> Int? {
    let values = five.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard values.count == 5, five.count == 5 else { return nil }
    let sum = zip(values, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return (11 - sum % 11) % 10
  }
}
