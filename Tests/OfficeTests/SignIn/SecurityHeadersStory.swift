import Casework
import HTTPTypes
import Hummingbird
import SampleTown
import Testing

@testable import Office

/// 守りの見出し, on whatever kind of answer.
@Suite struct SecurityHeadersStory {
  private struct Broken: Error {}

  private func town(isSecure: Bool) async throws -> Town {
    try await Town.open(
      { $0.isSecure = isSecure },
      furnish: { doors in
        doors.page("/try/fault", .seeHome) { _ in throw Broken() }
        doors.page("/try/conflict", .seeHome) { _ in Pages.conflict() }
        doors.page("/try/refusal", .seeHome) { _ in throw FieldErrors([FieldProblem("x", "架空")]) }
        doors.open(.get, "/try/bare") { _ in .init(status: .ok) }
        doors.open(.get, "/try/open-fault") { _ in throw Broken() }
      })
  }

  private func replies(_ town: Town, isSecure: Bool) async throws -> [(String, Int, Reply)] {
    var visitor = try await town.signedIn("kansa")
    visitor.isSecure = isSecure
    let stranger = town.stranger()
    var all: [(String, Int, Reply)] = []
    for (path, status) in [
      ("/", 200), ("/cases/999999", 404), ("/naimono", 404), ("/try/fault", 500), ("/try/conflict", 409), ("/try/refusal", 422),
      ("/audit/export", 200), ("/sessions", 200),
    ] { all.append((path, status, try await visitor.get(path))) }
    for (path, status) in [
      ("/cases", 303), ("/sign-in", 200), ("/health", 200), (AssetRoutes.styleSheetPath, 200), (AssetRoutes.scriptPath, 200),
      ("/assets/none", 404), ("/guest/none", 404), ("/try/bare", 200), ("/try/open-fault", 500), ("/sign-in/provider", 404),
      ("/dates?text=R8", 200),
    ] { all.append((path, status, try await stranger.get(path))) }
    all.append(("POST /sign-in", 422, try await stranger.post("/sign-in", [("name", "x"), ("password", "x")])))
    all.append(("POST /sign-out", 303, try await visitor.post("/sign-out", [])))
    all.append(("DELETE /", 404, try await stranger.send(.delete, "/", body: nil, type: nil)))
    all.append(("POST /health", 404, try await stranger.post("/health", [])))
    let large = [UInt8](repeating: 65, count: 1_100_000)
    all.append(("too large", 422, try await stranger.send(.post, "/sign-in", body: large, type: "application/x-www-form-urlencoded")))
    return all
  }

  @Test(arguments: [false, true]) func `どの種類の答えにも、守りの見出しがすべて付く`(isSecure: Bool) async throws {
    let town = try await town(isSecure: isSecure)
    for (name, status, reply) in try await replies(town, isSecure: isSecure) {
      // A guest's door may be there or not; its headers must be.
      #expect(reply.status == status || name.hasPrefix("/guest"), "\(name)：\(reply.status)")
      for field in SecurityHeaders.page where field.name != .cacheControl {
        #expect(reply.headers[field.name] == field.value, "\(name)の\(field.name)")
      }
      let isAsset = name.hasPrefix("/assets/") && status == 200
      #expect(reply.headers[.cacheControl] == (isAsset ? "public, max-age=31536000, immutable" : "no-store"), "\(name)")
      #expect(reply.headers[.strictTransportSecurity] == (isSecure ? "max-age=31536000" : nil), "\(name)")
      #expect(reply.headers[.server] == nil, "\(name)")
    }
  }

  @Test func `読み込めるものは自分のところだけで、文字に書かれた命令は動かない`() {
    let policy = SecurityHeaders.page[.known("Content-Security-Policy")] ?? ""
    #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
    for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self'"] { #expect(policy.contains(part)) }
  }
}
