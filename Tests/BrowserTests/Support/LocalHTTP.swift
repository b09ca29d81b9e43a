import Dispatch
import Foundation
import Glibc

/// HTTP/1.1 to a port of this machine, one connection a request.
///
/// Not URLSession: on Linux it refuses chromedriver's answers, whose headers have no space after the colon
/// (swift-corelibs-foundation issue 4965).
enum LocalHTTP {
  struct Reply: Sendable {
    let status: Int
    /// Names in lower case; of several with one name the last.
    let headers: [String: String]
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private static let queue = DispatchQueue(label: "local-http", attributes: .concurrent)

  /// - Throws: `BrowserProblem` when nobody listens, nothing comes for `timeout` seconds, or the answer is not HTTP.
  static func send(
    _ method: String, port: Int, _ path: String, body: Data = Data(), headers: [String: String] = json, timeout: Int = 120
  ) async throws -> Reply {
    let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
    let head = """
      \(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\
      \(lines)Content-Length: \(body.count)\r\n\r\n
      """
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try exchange(Array(head.utf8) + body, port: port, timeout: timeout) }) }
    }
  }

  static let json = ["Content-Type": "application/json; charset=utf-8"]

  private static func exchange(_ request: [UInt8], port: Int, timeout: Int) throws -> Reply {
    let descriptor = try connected(port: port, timeout: timeout)
    defer { close(descriptor) }
    try write(request, to: descriptor)
    return try reply(read(descriptor))
  }

  private static func connected(port: Int, timeout: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw BrowserProblem("no socket: errno \(errno)") }
    var patience = timeval(tv_sec: timeout, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard FreePort.withAddress(port: port, { connect(descriptor, $0, $1) }) == 0 else {
      let code = errno
      close(descriptor)
      throw BrowserProblem("nobody listens on port \(port): errno \(code)")
    }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw BrowserProblem("connection lost while sending: errno \(errno)") }
      sent += count
    }
  }

  private static func read(_ descriptor: Int32) throws -> Data {
    var bytes = Data()
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &part, part.count, 0)
      guard count >= 0 else { throw BrowserProblem("connection lost while reading: errno \(errno)") }
      if count == 0 { return bytes }
      bytes += part[..<count]
      if isWhole(bytes) { return bytes }
    }
  }

  /// A server may keep the connection in spite of the request, so the length in the head decides when it gives one.
  private static func isWhole(_ bytes: Data) -> Bool {
    guard let (head, start) = head(of: bytes) else { return false }
    let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
    return length.map { bytes.count - start >= $0 } ?? false
  }

  private static func head(of bytes: Data) -> (String, start: Int)? {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    return (String(decoding: bytes[..<end.lowerBound], as: UTF8.self), end.upperBound)
  }

  private static func reply(_ bytes: Data) throws -> Reply {
    guard let (head, start) = head(of: bytes), let status = head.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw BrowserProblem("not an HTTP answer of \(bytes.count) bytes")
    }
    let lines = head.split(separator: "\r\n").dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
    let headers = lines.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }
    return Reply(status: status, headers: Dictionary(headers) { _, last in last }, body: bytes[start...])
  }
}

/// A TCP port of this machine.
enum FreePort {
  /// One that nobody listens on at this moment.
  static func find() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw BrowserProblem("no socket: errno \(errno)") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withAddress(port: 0) { bind(descriptor, $0, $1) == 0 }
    let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
    }
    guard isBound, isNamed else { throw BrowserProblem("no free port: errno \(errno)") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// 127.0.0.1 and a port, as the system calls want it.
  static func withAddress<T>(port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    address.sin_port = UInt16(port).bigEndian
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
