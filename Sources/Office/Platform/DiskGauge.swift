import Foundation
import Synchronization

/// 「ディスクの空き」 Is there room for what is to be written? Looks at most once every few seconds, however often it is asked.
final class DiskGauge: Sendable {
  /// Bytes that must be free: what is written within minutes, and room for an operator to act.
  static let reserve = 50_000_000
  /// Seconds for which a look holds.
  static let interval = 5

  private struct Look {
    var at: Int
    var isShort: Bool
  }

  private let free: @Sendable () -> Int?
  private let last = Mutex<Look?>(nil)

  /// - Parameter free: the bytes that are free now; nil when it cannot be told, which is no reason for an alarm.
  init(free: @escaping @Sendable () -> Int?) { self.free = free }

  /// Less than the reserve is free. `now` in seconds since 1970.
  func isShort(now: Int) -> Bool {
    last.withLock { last in
      if let look = last, abs(now - look.at) < DiskGauge.interval { return look.isShort }
      let isShort = free().map { $0 < DiskGauge.reserve } ?? false
      last = Look(at: now, isShort: isShort)
      return isShort
    }
  }

  /// Bytes that the program itself may still write where this folder lies.
  static func free(in folder: URL) -> Int? {
    var facts = statvfs()
    guard statvfs(folder.path, &facts) == 0 else { return nil }
    let (bytes, isTooLarge) = UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
    return isTooLarge ? Int.max : Int(clamping: bytes)
  }
}
