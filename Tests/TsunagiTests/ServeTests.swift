import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The running command: starts, answers, and goes away when told.
@Suite struct ServeTests {
  private func health(_ port: Int) async throws -> Int? {
    guard let url = URL(string: "http://127.0.0.1:\(port)/health") else { return nil }
    for _ in 0..<200 {
      if let (_, response) = try? await URLSession.shared.data(from: url) { return (response as? HTTPURLResponse)?.statusCode }
      try await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  @Test func `見本のまちを作って動き、止めるように言われると静かに終わる`() async throws {
    let command = try Command()
    defer { command.remove() }
    let port = try LoopbackPort.free()
    let running = try command.start(["demo", "--data", command.data, "--port", "\(port)"])
    #expect(try await health(port) == 200)
    // A second process works on the same office while it is being served.
    #expect(try command.run("audit", "verify", "--data", command.data).status == 0)
    running.process.terminate()
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus == 0 && running.process.terminationReason == .exit)
    let said = String(decoding: running.out.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.contains("http://127.0.0.1:\(port)/") && said.contains("houkatsu"))
  }

  @Test func `見本でない事務所は見本として動かさない`() throws {
    let command = try Command()
    defer { command.remove() }
    let made = try command.run(
      "init", "--profile", "mimasaka", "--data", command.data, "--admin-sign-in", "kanri", "--admin-name", "架空 管理",
      input: "tadashii-nagai-kotoba\n")
    #expect(made.status == 0)
    let refused = try command.run("demo", "--data", command.data, "--port", "\(try LoopbackPort.free())")
    #expect(refused.status == 1 && refused.err.contains("見本ではない事務所"))
    #expect(try command.run("serve", "--data", command.data, "--port", "0").err.contains("1〜65535"))
  }
}
