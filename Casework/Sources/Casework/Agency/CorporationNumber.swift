/// 「法人番号」 Thirteen digits; the first one (1–9) checks the twelve others.
///
/// Source: 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令38条 (check digit: 9 − (Σ Pn×Qn mod 9)).
/// It names a corporation and is public; it has nothing to do with the number of a person.
public struct CorporationNumber: Hashable, Sendable {
  public let digits: String

  /// Nil unless `text` is thirteen digits with a right check digit.
  public init?(_ text: String) {
    let typed = text.halfWidth.filter { !$0.isWhitespace }
    let values = typed.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard typed.count == 13, values.count == 13 else { return nil }
    let sum = values.dropFirst().reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 2) }
    guard values[0] == 9 - sum % 9 else { return nil }
    digits = typed
  }
}
