import Foundation

/// 「接続元の範囲」 A block of addresses in CIDR notation, IPv4 or IPv6; a single address is a block of one (RFC 4632, RFC 4291).
public struct NetworkRange: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen bytes; IPv4 as its IPv6 form `::ffff:a.b.c.d`.
  private let bytes: [UInt8]
  /// Leading bits that count, 0–128.
  private let length: Int
  public let description: String

  /// Nothing for text that is no block.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let bytes = NetworkRange.bytes(parts[0]) else { return nil }
    let whole = parts[0].contains(":") ? 128 : 32
    guard let bits = parts.count == 2 ? Int(parts[1]) : whole, (0...whole).contains(bits) else { return nil }
    self.bytes = bytes
    length = bits + 128 - whole
    description = text
  }

  /// Whether an address lies within. What is no address lies nowhere.
  public func contains(_ address: String) -> Bool {
    guard let other = NetworkRange.bytes(address) else { return false }
    return (0..<16).allSatisfy { index in
      let bits = min(8, max(0, length - index * 8))
      let mask = bits == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF << (8 - bits))
      return bytes[index] & mask == other[index] & mask
    }
  }

  /// This machine itself.
  static func isLoopback(_ address: String) -> Bool {
    guard let bytes = bytes(address) else { return false }
    return bytes == Array(repeating: 0, count: 15) + [1] || bytes.starts(with: mappedPrefix + [127])
  }

  /// The same address in one spelling, so that `::ffff:10.0.0.1` and `10.0.0.1` are one.
  static func isSame(_ left: String, _ right: String) -> Bool {
    guard let one = bytes(left), let other = bytes(right) else { return left == right }
    return one == other
  }

  private static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

  private static func bytes(_ address: String) -> [UInt8]? {
    // A zone names a network card of this machine.
    let plain = String(address.prefix { $0 != "%" })
    var four = in_addr()
    if inet_pton(AF_INET, plain, &four) == 1 { return mappedPrefix + withUnsafeBytes(of: &four) { Array($0) } }
    var six = in6_addr()
    guard inet_pton(AF_INET6, plain, &six) == 1 else { return nil }
    return withUnsafeBytes(of: &six) { Array($0) }
  }
}
