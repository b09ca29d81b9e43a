import Foundation
import Testing

/// nginx with the file that ships with the product, in front of a running server: only ports, names of files and the host are put in.
struct Proxy {
  static let program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let folder: URL
  let tlsPort: Int
  let plainPort: Int
  private let process: Process

  /// - Parameter server: the port at which the server listens.
  static func started(in folder: URL, before server: Int) async throws -> Proxy {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (tlsPort, plainPort) = (try LoopbackPort.free(), try LoopbackPort.free())
    let certificate = try run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        "-keyout", folder.appending(path: "privkey.pem").path, "-out", folder.appending(path: "fullchain.pem").path,
      ])
    try #require(certificate.status == 0, "\(certificate.text)")
    try shipped(folder, tlsPort, plainPort, server).write(to: folder.appending(path: "site.conf"), atomically: true, encoding: .utf8)
    try main(folder).write(to: folder.appending(path: "main.conf"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments = ["-p", folder.path, "-c", folder.appending(path: "main.conf").path, "-e", folder.appending(path: "error.log").path]
    try process.run()
    return Proxy(folder: folder, tlsPort: tlsPort, plainPort: plainPort, process: process)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  var accessLog: String { (try? String(contentsOf: folder.appending(path: "access.log"), encoding: .utf8)) ?? "" }

  /// Sends a request as a browser would, and waits until somebody listens.
  func ask(_ path: String, _ more: [String] = [], isPlain: Bool = false) async throws -> Answer {
    let address = isPlain ? "http://localhost:\(plainPort)\(path)" : "https://localhost:\(tlsPort)\(path)"
    return try await Proxy.ask(address, more)
  }

  struct Answer {
    /// 0 when nobody answered.
    let status: Int
    /// Names in small letters, in order.
    let headers: [(name: String, value: String)]
    let text: String

    func values(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
  }

  static func ask(_ address: String, _ more: [String] = []) async throws -> Answer {
    for _ in 0..<100 {
      let outcome = try run("/usr/bin/curl", ["-sk", "--noproxy", "*", "-i", "--max-time", "20"] + more + [address])
      // 7: nobody listens yet.
      if outcome.status == 7 {
        try await Task.sleep(for: .milliseconds(100))
        continue
      }
      return answer(outcome.text)
    }
    return Answer(status: 0, headers: [], text: "")
  }

  private static func answer(_ whole: String) -> Answer {
    let text = whole.replacing("\r\n", with: "\n")
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts.first?.split(separator: "\n") ?? []
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      let sides = line.split(separator: ":", maxSplits: 1)
      return sides.count == 2 ? (sides[0].lowercased(), sides[1].trimmingCharacters(in: .whitespaces)) : nil
    }
    let words = lines.first?.split(separator: " ") ?? []
    return Answer(status: words.count > 1 ? Int(words[1]) ?? 0 : 0, headers: headers, text: parts.count > 1 ? String(parts[1]) : "")
  }

  private static func shipped(_ folder: URL, _ tlsPort: Int, _ plainPort: Int, _ server: Int) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = try String(contentsOf: root.appending(path: "deploy/nginx/tsunagi.conf"), encoding: .utf8)
    let changes = [
      ("listen [::]:80 default_server;", ""), ("listen [::]:80;", ""), ("listen [::]:443 ssl default_server;", ""),
      ("listen [::]:443 ssl http2;", ""), ("listen 80", "listen 127.0.0.1:\(plainPort)"), ("listen 443", "listen 127.0.0.1:\(tlsPort)"),
      ("server_name tsunagi.example.lg.jp", "server_name localhost"), ("/etc/ssl/tsunagi", folder.path),
      ("/var/log/nginx/tsunagi.log", folder.appending(path: "access.log").path), ("127.0.0.1:8080", "127.0.0.1:\(server)"),
    ]
    for (old, _) in changes { try #require(file.contains(old), "deploy/nginx/tsunagi.confに「\(old)」がない") }
    return changes.reduce(file) { $0.replacing($1.0, with: $1.1) }
  }

  private static func main(_ folder: URL) -> String {
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder.path)/\($0);" }.joined(
      separator: "\n")
    return """
      \(geteuid() == 0 ? "user root;" : "")
      daemon off;
      worker_processes 1;
      pid \(folder.path)/nginx.pid;
      events { worker_connections 64; }
      http {
      access_log off;
      \(places)
      include \(folder.path)/site.conf;
      }
      """
  }

  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let out = Pipe()
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

}
