import Synchronization

/// Numbers for requests, unique for the life of the process and hard to mistake between processes.
enum RequestNumber {
  private static let start: String = {
    var generator = SystemRandomNumberGenerator()
    return String(UInt32.random(in: .min ... .max, using: &generator), radix: 36)
  }()
  private static let counter = Atomic<Int>(0)

  static func next() -> String {
    "\(start)-\(counter.wrappingAdd(1, ordering: .relaxed).newValue)"
  }
}
