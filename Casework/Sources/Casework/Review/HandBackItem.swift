/// 「つなぎもどしの確認」 Open at the agency that goes on until that agency has said that it has taken it.
///
/// Source: seed 003 ch. 6 1)(2)②イ, 5)(3)⑤; reference §12 R-33.
public struct HandBackItem: Hashable, Sendable {
  public let madeOn: CivilDate
  public let takenOn: CivilDate?

  public init(madeOn: CivilDate, takenOn: CivilDate?) {
    self.madeOn = madeOn
    self.takenOn = takenOn
  }

  /// After so many days without an answer the coordinator should ask. Days.
  public static let promptDays = 7

  public var isOpen: Bool { takenOn == nil }

  /// 「受け取りがまだ」 Open for so long that somebody should ask. A prompt, never a refusal.
  public func isOverdue(today: CivilDate, days: Int = promptDays) -> Bool { isOpen && madeOn.daysUntil(today) >= days }
}
