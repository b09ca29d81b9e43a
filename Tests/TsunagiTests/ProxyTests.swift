import Foundation
import Testing

/// 手前のプロキシ: the shipped nginx file before the running server.
@Suite struct ProxyTests {
  @Test(.enabled(if: Proxy.program != nil, "nginxがありません。bin/setup --tests で入れてください。"))
  func `製品に付いているnginxの設定は、暗号化し、移し、名乗りを信じさせない`() async throws {
    let command = try Command()
    defer { command.remove() }
    let port = try LoopbackPort.free()
    let server = try command.start(
      ["demo", "--data", command.data, "--port", "\(port)"],
      environment: ["TSUNAGI_SECURE": "1", "TSUNAGI_TRUSTED_PROXY": "127.0.0.1", "TSUNAGI_ALLOW": "127.0.0.1"])
    defer { server.process.terminate() }
    #expect(try await Proxy.ask("http://127.0.0.1:\(port)/health").status == 200)
    let proxy = try await Proxy.started(in: command.folder.appending(path: "nginx"), before: port)
    defer { proxy.stop() }
    try await checkDoor(proxy)
    try await checkCookie(proxy)
    try await checkWord(proxy, port)
    #expect(proxy.accessLog.contains("/sign-in") && !proxy.accessLog.contains("himitsu"))
    server.process.terminate()
    server.process.waitUntilExit()
    let alone = try await proxy.ask("/sign-in")
    #expect(alone.status == 502 && alone.values("strict-transport-security") == ["max-age=31536000"])
  }

  /// TLS 1.2 and 1.3 only, one HSTS header, no version of anything, and plain HTTP is moved over.
  private func checkDoor(_ proxy: Proxy) async throws {
    let page = try await proxy.ask("/sign-in?next=%2Fhimitsu")
    #expect(page.status == 200 && page.text.contains("サインイン"))
    #expect(page.values("strict-transport-security") == ["max-age=31536000"])
    #expect(page.values("content-security-policy").count == 1 && page.values("server") == ["nginx"])
    for version in ["1.2", "1.3"] { #expect(try await proxy.ask("/sign-in", ["--tlsv\(version)", "--tls-max", version]).status == 200) }
    let old = ["--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"]
    #expect(try await proxy.ask("/sign-in", old).status == 0)
    let plain = try await proxy.ask("/cases?x=1", isPlain: true)
    #expect(plain.status == 301 && plain.values("location") == ["https://localhost/cases?x=1"] && plain.values("set-cookie").isEmpty)
  }

  private func checkCookie(_ proxy: Proxy) async throws {
    let form = ["--data-urlencode", "name=houkatsu", "--data-urlencode", "password=mihon-no-machi-2026"]
    let entered = try await proxy.ask("/sign-in", form)
    #expect(entered.status == 303 && entered.values("location") == ["/"])
    let cookie = try #require(entered.values("set-cookie").first)
    #expect(cookie.hasPrefix("__Host-tsunagi=") && cookie.hasSuffix("; Path=/; HttpOnly; Secure; SameSite=Lax"))
    let own = String(cookie.prefix { $0 != ";" })
    #expect(try await proxy.ask("/cases", ["-H", "Cookie: \(own)"]).status == 200)
    #expect(try await proxy.ask("/cases", ["-H", "Cookie: \(own.dropFirst("__Host-".count))"]).status == 303)
  }

  /// What a browser says about where it comes from does not reach the server.
  private func checkWord(_ proxy: Proxy, _ port: Int) async throws {
    let claim = ["-H", "X-Forwarded-For: 203.0.113.9", "-H", "X-Forwarded-Proto: http", "-H", "X-Forwarded-Host: evil.example"]
    #expect(try await proxy.ask("/sign-in", claim).status == 200)
    // The same word from the proxy itself counts: the server does look at it.
    #expect(try await Proxy.ask("http://127.0.0.1:\(port)/sign-in", claim).status == 403)
    let form = [
      "--data-urlencode", "name=houkatsu", "--data-urlencode", "password=mihon-no-machi-2026", "-H", "Origin: https://evil.example",
    ]
    #expect(try await proxy.ask("/sign-in", claim + form).values("set-cookie").isEmpty)
    #expect(try await proxy.ask("/sign-in", ["-H", "Host: evil.example"]).status == 0)
    #expect(try await proxy.ask("/sign-in", ["-H", "Host: evil.example"], isPlain: true).status == 0)
    let large = try await proxy.ask("/sign-in", ["--data-binary", "@\(try largeFile(proxy))"])
    #expect(large.status == 422 && large.text.contains("送信する内容が大きすぎます"))
  }

  private func largeFile(_ proxy: Proxy) throws -> String {
    let place = proxy.folder.appending(path: "large.bin")
    try Data(repeating: 65, count: 1_500_000).write(to: place)
    return place.path
  }
}
