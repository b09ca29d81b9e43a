import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

@testable import Office

/// Somebody's browser, talking to the doors in memory.
struct Visitor {
  let town: Town
  let token: SessionToken?
  /// Where the connection comes from; the proxy's address where there is one.
  var address: String?
  /// Headers of every request.
  var headers: HTTPFields = [:]
  /// The cookie is `__Host-`, as behind TLS.
  var isSecure = false

  /// The token every form of this session carries.
  var formToken: String { token?.formToken ?? "" }

  func get(_ path: String) async throws -> Reply { try await send(.get, path, body: nil, type: nil) }

  /// Sends a form. The session's token is added unless `csrf` says otherwise.
  func post(_ path: String, _ fields: [(String, String)] = [], csrf: String? = nil, headers: HTTPFields = [:]) async throws -> Reply {
    let all = [("csrf", csrf ?? formToken)] + fields
    let body = all.map { "\(Answer.percentEncoded($0.0))=\(Answer.percentEncoded($0.1))" }.joined(separator: "&")
    return try await send(.post, path, body: Array(body.utf8), type: "application/x-www-form-urlencoded", headers: headers)
  }

  /// Sends a form with one file.
  func upload(_ path: String, _ fields: [(String, String)], file: (field: String, name: String, bytes: [UInt8])) async throws -> Reply {
    let boundary = "----boundary5f1c"
    var body: [UInt8] = []
    for (name, value) in [("csrf", formToken)] + fields {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
    body += file.bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    return try await send(.post, path, body: body, type: "multipart/form-data; boundary=\(boundary)")
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, body: [UInt8]?, type: String?, headers: HTTPFields = [:]
  ) async throws -> Reply {
    var fields = self.headers
    for field in headers { fields[field.name] = field.value }
    if let token {
      let own = "\(isSecure ? Incoming.secureCookieName : Incoming.cookieName)=\(token.text)"
      fields[.cookie] = fields[.cookie].map { "\(own); \($0)" } ?? own
    }
    if let type { fields[.contentType] = type }
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
    let channel = EmbeddedChannel()
    channel.remoteAddress = try address.map { try SocketAddress(ipAddress: $0, port: 50_000) }
    let context = OfficeContext(source: ApplicationRequestContextSource(channel: channel, logger: Logger(label: "test")))
    let response = try await town.responder.respond(to: request, context: context)
    let writer = Collector()
    try await response.body.write(writer)
    return Reply(status: response.status.code, headers: response.headers, bytes: writer.bytes)
  }
}

/// What came back.
struct Reply {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var location: String { headers[.location] ?? "" }
  /// The number at the end of the place it sends to: `/cases/12` → 12.
  var number: Int { Int(location.prefix { $0 != "?" }.split(separator: "/").last ?? "") ?? 0 }

  func contains(_ words: String) -> Bool { text.contains(words) }

  /// The browser of whoever has just signed in by this answer.
  func visitor(_ town: Town) -> Visitor? {
    let name = Incoming.cookieName
    guard let cookie = headers[values: .setCookie].first(where: { $0.hasPrefix("\(name)=") }) else { return nil }
    return Visitor(town: town, token: SessionToken(text: String(cookie.dropFirst(name.count + 1).prefix { $0 != ";" })))
  }

  /// The value of a hidden or text field on the page.
  func field(_ name: String) -> String? {
    guard let start = text.range(of: "name=\"\(name)\"") else { return nil }
    let tag = text[start.upperBound...].prefix { $0 != ">" }
    guard let value = tag.range(of: "value=\"") else { return nil }
    return String(tag[value.upperBound...].prefix { $0 != "\"" })
  }
}

private final class Collector: ResponseBodyWriter {
  private(set) var bytes: [UInt8] = []

  func write(_ buffer: ByteBuffer) async throws { bytes += Array(buffer.readableBytesView) }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
