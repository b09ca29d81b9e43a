import Foundation
import Testing

/// 監査記録を確かめる命令.
@Suite struct AuditCommandTests {
  private func founded() throws -> Command {
    let command = try Command()
    let outcome = try command.run(
      "init", "--profile", "mimasaka", "--data", command.data, "--admin-sign-in", "kanri", "--admin-name", "架空 管理",
      input: "tadashii-nagai-kotoba\n")
    try #require(outcome.status == 0, "\(outcome.err)")
    return command
  }

  @Test func `控えた番号と印で、末尾まで確かめられる`() throws {
    let command = try founded()
    defer { command.remove() }
    let first = try command.run("audit", "verify", "--data", command.data)
    let kept = try #require(first.out.split(separator: "\n").last.flatMap { $0.split(separator: "：").last.map(String.init) })
    #expect(try command.run("audit", "verify", "--data", command.data, "--kept", kept).status == 0)
    let wrong = "1:" + String(repeating: "0", count: 64)
    let other = try command.run("audit", "verify", "--data", command.data, "--kept", wrong)
    #expect(other.status == 1 && other.err.contains("監査記録の1番で途切れています：控えた印と違います"))
    let beyond = "999:" + String(repeating: "0", count: 64)
    #expect(try command.run("audit", "verify", "--data", command.data, "--kept", beyond).err.contains("末尾の記録が消されています"))
    #expect(try command.run("audit", "verify", "--data", command.data, "--kept", "12").err.contains("番号:印"))
  }

  @Test func `出力したものでないファイルと、ないファイルを日本語で断る`() throws {
    let command = try Command()
    defer { command.remove() }
    let file = command.folder.appending(path: "架空.csv").path
    try Data("番号,日時\r\n1,架空\r\n".utf8).write(to: URL(filePath: file))
    let other = try command.run("audit", "verify", "--file", file)
    #expect(other.status == 1 && other.err.contains("1行目に問題があります：見出しが"))
    #expect(try command.run("audit", "verify", "--file", "/nai.csv").err.contains("読めません"))
  }

  @Test func `保存年数のうちの記録は、保管に移せない`() throws {
    let command = try founded()
    defer { command.remove() }
    let file = command.folder.appending(path: "old.csv").path
    let young = try command.run("audit", "archive", "--before", "R8.1.1", "--to", file, "--data", command.data)
    #expect(young.status == 1 && young.err.contains("監査記録は5年間保存します"))
    let none = try command.run("audit", "archive", "--before", "2020-04-01", "--to", file, "--data", command.data)
    #expect(none.status == 1 && none.err.contains("より前の監査記録はありません"))
    #expect(try command.run("audit", "archive", "--before", "いつか", "--to", file, "--data", command.data).err.contains("--before"))
    #expect(!FileManager.default.fileExists(atPath: file))
    let years = try command.run("settings", environment: ["TSUNAGI_AUDIT_YEARS": "0"])
    #expect(years.status == 1 && years.err.contains("1〜30"))
  }
}
