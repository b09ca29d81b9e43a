import Foundation
import Testing

/// Ports of 127.0.0.1 for servers under test.
enum LoopbackPort {
  /// A port nobody listens on just now.
  static func free() throws -> Int { try taken { $0 } }

  /// A port on which somebody listens for as long as `body` runs.
  static func taken<T>(_ body: (Int) throws -> T) throws -> T {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        try #require(bind(socket, $0, length) == 0 && listen(socket, 1) == 0 && getsockname(socket, $0, &length) == 0)
      }
    }
    return try body(Int(UInt16(bigEndian: address.sin_port)))
  }
}
