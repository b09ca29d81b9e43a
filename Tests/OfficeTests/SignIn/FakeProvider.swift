import Crypto
import CryptoExtras
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Office

/// A provider of the tests' own, on this machine: hands out codes, checks what comes with them, and signs whatever it is told to.
final class FakeProvider: Sendable {
  static let clientID = "tsunagi-test"
  static let secret = "架空の秘密+/="
  static let publicURL = "https://tsunagi.example.lg.jp"

  let word = Mutex(Word())
  private let port = Mutex(0)
  private let server = Mutex<Task<Void, any Error>?>(nil)
  private let rsa: _RSA.Signing.PrivateKey
  private let ec = P256.Signing.PrivateKey()
  private let foreign = P256.Signing.PrivateKey()
  let secretFile = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")

  /// What the next answers look like; every test changes what it is about.
  struct Word: Sendable {
    /// Claims over the usual ones, as JSON; an empty text takes one away.
    var claims: [String: String] = [:]
    var algorithm = "ES256"
    var keyName: String? = "ec1"
    var signsWithForeignKey = false
    var documentIssuer: String?
    /// Codes given out: challenge and nonce of each.
    var codes: [String: [String]] = [:]
    var keyReads = 0
    /// Seconds since 1970.
    var now = 0
  }

  var issuer: String { "http://127.0.0.1:\(port.withLock { $0 })" }

  static func started(now: Int) async throws -> FakeProvider {
    let provider = FakeProvider(rsa: try _RSA.Signing.PrivateKey(keySize: .bits2048))
    provider.word.withLock { $0.now = now }
    try "\(secret)\n".write(to: provider.secretFile, atomically: true, encoding: .utf8)
    let (ports, found) = AsyncStream<Int>.makeStream()
    let router = provider.router()
    let task = Task {
      let application = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: Logger(label: "provider"))
      try await application.run()
    }
    provider.server.withLock { $0 = task }
    for await port in ports {
      provider.port.withLock { $0 = port }
      break
    }
    return provider
  }

  private init(rsa: _RSA.Signing.PrivateKey) { self.rsa = rsa }

  deinit { try? FileManager.default.removeItem(at: secretFile) }

  func stop() { server.withLock { $0?.cancel() } }

  /// The settings of an office that relies on it.
  func adjust(_ settings: inout OfficeSettings) {
    settings.entrance.publicURL = FakeProvider.publicURL
    settings.entrance.provider.issuer = issuer
    settings.entrance.provider.clientID = FakeProvider.clientID
    settings.entrance.provider.clientSecretFile = secretFile.path
  }

  /// The person has signed in there: a code for what the browser came with.
  func authorize(_ address: String) throws -> (code: String, state: String, fields: Fields) {
    let fields = Fields(urlEncoded: address.drop { $0 != "?" }.dropFirst().utf8)
    try #require(address.hasPrefix("\(issuer)/authorize?"))
    let code = Hex.fresh()
    word.withLock { $0.codes[code] = [fields["code_challenge"], fields["nonce"]] }
    return (code, fields["state"], fields)
  }
}

extension FakeProvider {
  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/.well-known/openid-configuration") { _, _ in
      let issuer = self.word.withLock { $0.documentIssuer } ?? self.issuer
      return """
        {"issuer": "\(issuer)", "authorization_endpoint": "\(self.issuer)/authorize", "token_endpoint": "\(self.issuer)/token",
        "jwks_uri": "\(self.issuer)/keys"}
        """
    }
    router.get("/keys") { _, _ in
      self.word.withLock { $0.keyReads += 1 }
      return try self.keySet()
    }
    router.post("/token") { request, _ in try await self.token(request) }
    return router
  }

  private func keySet() throws -> String {
    let point = Array(ec.publicKey.rawRepresentation)
    let numbers = try rsa.publicKey.getKeyPrimitives()
    return """
      {"keys": [
        {"kty": "EC", "crv": "P-256", "kid": "ec1", "x": "\(Self.url(point.prefix(32)))", "y": "\(Self.url(point.suffix(32)))", "use": "sig"},
        {"kty": "RSA", "kid": "rsa1", "alg": "RS256", "n": "\(Self.url(numbers.modulus))", "e": "\(Self.url(numbers.publicExponent))"},
        {"kty": "oct", "kid": "oct1", "k": "\(Self.url(Array("public knowledge".utf8)))"},
        {"kty": "架空", "kid": "x1"}]}
      """
  }

  /// Checks client, code, address and PKCE as a real one does; a code is good once.
  private func token(_ request: Request) async throws -> Response {
    let form = Fields(urlEncoded: try await request.body.collect(upTo: 100_000).readableBytesView)
    let pair = "\(FakeProvider.clientID):\(Answer.percentEncoded(FakeProvider.secret))"
    let held = word.withLock { $0.codes.removeValue(forKey: form["code"]) }
    let challenge = Self.url(SHA256.hash(data: Array(form["code_verifier"].utf8)))
    guard request.headers[.authorization] == "Basic \(Data(pair.utf8).base64EncodedString())", form["grant_type"] == "authorization_code",
      form["redirect_uri"] == "\(FakeProvider.publicURL)/sign-in/provider/return", let held, held[0] == challenge
    else { return Response(status: .badRequest, body: ResponseBody(byteBuffer: ByteBuffer(string: "{\"error\": \"invalid_grant\"}"))) }
    let body = "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"\(try signed(nonce: held[1]))\"}"
    return Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
  }

  private func signed(nonce: String) throws -> String {
    let word = word.withLock { $0 }
    var claims = [
      "iss": "\"\(issuer)\"", "aud": "\"\(FakeProvider.clientID)\"", "sub": "\"1\"", "nonce": "\"\(nonce)\"", "exp": "\(word.now + 300)",
      "iat": "\(word.now)", "preferred_username": "\"houkatsu\"",
    ]
    claims.merge(word.claims) { $1 }
    let payload = "{" + claims.filter { !$0.value.isEmpty }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    let header = word.keyName.map { "{\"alg\": \"\(word.algorithm)\", \"kid\": \"\($0)\"}" } ?? "{\"alg\": \"\(word.algorithm)\"}"
    let text = "\(Self.url(Array(header.utf8))).\(Self.url(Array(payload.utf8)))"
    return "\(text).\(Self.url(try signature(Data(text.utf8), word)))"
  }

  private func signature(_ data: Data, _ word: Word) throws -> [UInt8] {
    switch word.algorithm {
    case "ES256": Array(try (word.signsWithForeignKey ? foreign : ec).signature(for: data).rawRepresentation)
    case "RS256": Array(try rsa.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation)
    case "HS256":
      Array(HMAC<SHA256>.authenticationCode(for: data, using: SymmetricKey(data: Array("public knowledge".utf8))))
    default: []
    }
  }

  private static func url(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

extension FakeProvider {
  /// What the audit log says of a lie, and the lie.
  static let lies: [(String, @Sendable (inout Word) -> Void)] = [
    ("nonce", { $0.claims["nonce"] = "\"another\"" }), ("nonce", { $0.claims["nonce"] = "" }),
    ("audience", { $0.claims["aud"] = "\"somebody-else\"" }), ("audience", { $0.claims["aud"] = "[\"somebody-else\"]" }),
    ("authorized party", { $0.claims["aud"] = "[\"tsunagi-test\", \"somebody-else\"]" }),
    ("issuer", { $0.claims["iss"] = "\"https://evil.example\"" }), ("expired", { $0.claims["exp"] = "\($0.now - 61)" }),
    ("signature", { $0.claims["exp"] = "" }), ("not yet", { $0.claims["nbf"] = "\($0.now + 3600)" }),
    ("not yet", { $0.claims["iat"] = "\($0.now + 3600)" }), ("algorithm", { $0.algorithm = "none" }),
    ("algorithm", { $0.algorithm = "HS256" }),
    (
      "algorithm",
      {
        $0.algorithm = "HS256"
        $0.keyName = "oct1"
      }
    ), ("signature", { $0.signsWithForeignKey = true }), ("key", { $0.keyName = "unknown" }), ("key", { $0.keyName = "rsa1" }),
    ("claim", { $0.claims["preferred_username"] = "" }), ("no account", { $0.claims["preferred_username"] = "\"inai\"" }),
    ("no account", { $0.claims["preferred_username"] = "\"HOUKATSU\"" }),
  ]
}
