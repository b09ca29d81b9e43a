/// 「保存期間の時計」 When the keeping of a case begins and when it is over.
///
/// Source: reference §8.4: counted from 1 April after the fiscal year of closing; reopening stops the clock; legal hold.
public enum RetentionClock {
  /// 「起算日」 1 April after the fiscal year in which the last open thread of the case closed.
  ///
  /// - Parameter threads: the day on which each thread (包括的相談支援, each 多機関協働) ended; nil while it is open.
  /// - Returns: nil while any thread is open, and for a case without threads: the clock stands.
  public static func begins(_ threads: [CivilDate?]) -> CivilDate? {
    let ended = threads.compactMap(\.self)
    guard ended.count == threads.count, let last = ended.max() else { return nil }
    return CivilDate(year: last.fiscalYear + 1, month: 4, day: 1)
  }

  /// 「保存期間の満了日」 The last day of keeping: 31 March. Nil when it is kept for ever.
  public static func ends(from begins: CivilDate, _ klass: RetentionClass) -> CivilDate? {
    klass.years.flatMap { CivilDate(year: begins.year + $0, month: 4, day: 1) }?.adding(days: -1)
  }
}

/// 「廃棄の差止め」 A hold by law or by an official: nothing is disposed of while it lasts.
public struct RecordsHold: Hashable, Sendable {
  /// The last day; nil until somebody ends it.
  public let until: CivilDate?

  public init(until: CivilDate?) { self.until = until }

  public func holds(on today: CivilDate) -> Bool { until.map { today <= $0 } ?? true }
}

/// 「保存の状況」 Where the keeping of one case stands on a day.
public enum RetentionStanding: Hashable, Sendable {
  /// A thread is open: the clock has not begun, or was stopped by reopening.
  case open
  case permanent
  /// 「保存中」 Kept up to and with this day.
  case kept(until: CivilDate)
  /// 「差止め中」 The time may be over, but a hold or an open request for disclosure stops the disposal.
  case held(until: CivilDate?)
  /// 「期間満了」 Over since the day after this one.
  case over(ended: CivilDate)

  public static func of(
    threads: [CivilDate?], klass: RetentionClass, holds: [RecordsHold], hasOpenDisclosure: Bool, today: CivilDate
  ) -> RetentionStanding {
    guard let begins = RetentionClock.begins(threads) else { return .open }
    guard let ends = RetentionClock.ends(from: begins, klass) else { return .permanent }
    let holding = holds.filter { $0.holds(on: today) }
    if hasOpenDisclosure || holding.contains(where: { $0.until == nil }) { return .held(until: nil) }
    if let last = holding.compactMap(\.until).max() { return .held(until: last) }
    return ends < today ? .over(ended: ends) : .kept(until: ends)
  }

  public var label: String {
    switch self {
    case .open: "支援が続いている（保存期間は始まっていません）"
    case .permanent: "永年保存"
    case .kept(let until): "\(until.wareki)まで保存"
    case .held(let until): until.map { "\($0.wareki)まで廃棄を差し止めています" } ?? "廃棄を差し止めています"
    case .over(let ended): "\(ended.wareki)に保存期間が満了"
    }
  }

  public var isOver: Bool {
    if case .over = self { true } else { false }
  }
}
