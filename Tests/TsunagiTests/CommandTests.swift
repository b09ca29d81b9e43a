import Foundation
import Testing

/// What an operator types, from an empty folder on.
@Suite struct CommandTests {
  private static let password = "tadashii-nagai-kotoba\n"

  private func founded() throws -> Command {
    let command = try Command()
    let outcome = try command.run(
      "init", "--profile", "mimasaka", "--data", command.data, "--admin-sign-in", "kanri", "--admin-name", "架空 管理", input: Self.password)
    try #require(outcome.status == 0, "\(outcome.err)")
    return command
  }

  @Test func `事務所を開設し、二度は開設できない`() throws {
    let command = try Command()
    defer { command.remove() }
    let common = ["--data", command.data, "--admin-sign-in", "kanri", "--admin-name", "架空 管理"]
    func run(_ profile: String, input: String) throws -> Command.Outcome {
      try command.run("init", "--profile", profile, common[0], common[1], common[2], common[3], common[4], common[5], input: input)
    }
    #expect(try run("架空", input: Self.password).err.contains("mimasaka、sample"))
    let none = try run("mimasaka", input: "")
    #expect(none.status == 1 && none.err.contains("パスワードがありません"))
    #expect(try run("mimasaka", input: "mijikai\n").err.contains("10文字以上"))
    #expect(!FileManager.default.fileExists(atPath: command.data), "断ったあとに、空のデータベースを残さない")
    let made = try run("mimasaka", input: Self.password)
    #expect(made.status == 0 && made.out.contains("美作市の事務所を開設しました"))
    #expect(try run("mimasaka", input: Self.password).err.contains("すでに事務所があります"))
    let attributes = try FileManager.default.attributesOfItem(atPath: command.data)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
  }

  private func mode(_ path: String) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test func `データのフォルダとファイルは、持ち主のほかには開けない`() throws {
    let command = try Command()
    defer { command.remove() }
    try FileManager.default.createDirectory(
      atPath: command.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let other = URL(filePath: command.data).appending(path: "架空.txt")
    try Data("架空".utf8).write(to: other)
    func run() throws -> Command.Outcome {
      try command.run(
        "init", "--profile", "mimasaka", "--data", command.data, "--admin-sign-in", "kanri", "--admin-name", "架空 管理", input: Self.password)
    }
    let refused = try run()
    #expect(refused.status == 1 && refused.err.contains("ほかのファイルがあります"))
    #expect(try mode(command.data) == 0o755, "つなぎのものでないフォルダの権限は変えない")
    try FileManager.default.removeItem(at: other)
    let made = try run()
    #expect(made.status == 0 && made.out.contains("持ち主だけが開けるように直しました"))
    #expect(try mode(command.data) == 0o700)
    for file in try FileManager.default.contentsOfDirectory(atPath: command.data) {
      #expect(try mode("\(command.data)/\(file)").map { $0 & 0o077 } == 0, "\(file)")
    }
  }

  @Test func `フォルダでないもの、使われているポート、読めない日付は、日本語で断る`() throws {
    let command = try founded()
    defer { command.remove() }
    let file = command.folder.appending(path: "架空.txt").path
    try Data("架空".utf8).write(to: URL(filePath: file))
    for path in [file, "\(file)/data"] {
      let refused = try command.run("serve", "--data", path)
      #expect(refused.status == 1 && refused.err.contains("フォルダではありません"), "\(refused.err)")
    }
    let taken = try LoopbackPort.taken { try command.run("serve", "--data", command.data, "--port", "\($0)") }
    #expect(taken.status == 1 && taken.err.contains("ほかのプログラム") && taken.err.contains("--port"), "\(taken.err)")
    let archive = try command.run("audit", "archive", "--before", "きのう", "--to", "\(file).csv", "--data", command.data)
    #expect(archive.status == 1 && archive.err.contains("「きのう」は日付として読めません"), "\(archive.err)")
    let full = try command.run("backup", "/dev/null/控え", "--data", command.data)
    #expect(full.status == 1 && full.err.contains("この場所にはフォルダを作れません") && !full.err.contains("Error Domain"), "\(full.err)")
  }

  @Test func `職員を登録し、使えなくし、監査記録で確かめる`() throws {
    let command = try founded()
    defer { command.remove() }
    let added = try command.run(
      "staff", "add", "soudan", "--name", "架空 相談", "--agency", "発達支援センター", "--role", "相談員", "--data", command.data, "--as", "架空 操作")
    #expect(added.status == 0 && added.out.contains("仮パスワード"))
    let list = try command.run("staff", "list", "--data", command.data)
    #expect(list.out.contains("soudan\t架空 相談\t発達支援センター\t相談員"))
    #expect(try command.run("staff", "reset-password", "soudan", "--data", command.data).out.contains("仮パスワード"))
    let stopped = try command.run("staff", "disable", "soudan", "--data", command.data)
    #expect(stopped.status == 0 && stopped.out.contains("本日付けで停止しました。いまから使えません。"))
    #expect(try !command.run("staff", "list", "--data", command.data).out.contains("soudan"))
    let former = try command.run("staff", "list", "--former", "--data", command.data).out
    #expect(former.contains("soudan") && former.contains("に停止") && !former.contains("まで"))
    let last = try command.run("staff", "disable", "kanri", "--data", command.data)
    #expect(last.status == 1 && last.err.contains("システム管理者がいなくなる"))
    for arguments in [["reset-password", "inai"], ["add", "x", "--name", "架空", "--agency", "架空", "--role", "相談員"]] {
      let process = try command.start(["staff"] + arguments + ["--data", command.data])
      process.process.waitUntilExit()
      #expect(process.process.terminationStatus == 1)
    }
    let verified = try command.run("audit", "verify", "--data", command.data)
    #expect(verified.status == 0 && verified.out.contains("すべてつながっています"))
  }

  @Test func `機関の取込みは、確かめてから、全部か無か`() throws {
    let command = try founded()
    defer { command.remove() }
    let file = command.folder.appending(path: "架空.csv").path
    let header = "全国地方公共団体コード,ID,名称,所在地_連結表記,電話番号\r\n"
    try Data("\(header)332151,1,架空一,架空市1,(000)000-0001\r\n332152,2,架空二,架空市2,\r\n".utf8).write(to: URL(filePath: file))
    let bad = try command.run("import", "agencies", file, "--data", command.data, "--apply")
    #expect(bad.status == 1 && bad.out.contains("誤り　3行目 1列目（全国地方公共団体コード）") && bad.out.contains("何も取り込みません"))
    try Data("\(header)332151,1,架空一,架空市1,(000)000-0001\r\n".utf8).write(to: URL(filePath: file))
    #expect(try command.run("import", "agencies", file, "--data", command.data).out.contains("新しく登録 1件"))
    #expect(try command.run("import", "agencies", file, "--data", command.data, "--apply").out.contains("取り込みました。"))
    #expect(try command.run("import", "agencies", file, "--data", command.data).out.contains("新しく登録 0件、変更 0件、変わりなし 1件"))
    #expect(try command.run("import", "agencies", "/nai.csv", "--data", command.data).err.contains("読めません"))
  }

  @Test func `住民情報の取込みは目的がなければ始まらない`() throws {
    let command = try founded()
    defer { command.remove() }
    let file = command.folder.appending(path: "架空.csv").path
    try Data("\u{FEFF}氏名,生年月日,世帯番号,続柄\n架空 花,S33.4.1,1,世帯主\n".utf8).write(to: URL(filePath: file))
    let without = try command.run("import", "residents", file, "--data", command.data)
    #expect(without.status != 0 && without.err.contains("--purpose"))
    #expect(try command.run("import", "residents", file, "--purpose", " ", "--data", command.data).status == 1)
    let taken = try command.run("import", "residents", file, "--purpose", "架空の試験", "--data", command.data, "--apply")
    #expect(taken.status == 0 && taken.out.contains("新しく登録 1件") && taken.out.contains("取り込みました。"))
  }

  @Test func `控えを取り、控えからも監査記録を確かめられる`() throws {
    let command = try founded()
    defer { command.remove() }
    let copy = command.folder.appending(path: "copy").path
    #expect(try command.run("backup", copy, "--data", command.data).status == 0)
    #expect(try command.run("audit", "verify", "--data", copy).status == 0)
    #expect(try command.run("backup", copy, "--data", command.data).err.contains("すでにあります"))
  }

  @Test func `間違った指定は日本語で断り、終わりの値は0でない`() throws {
    let command = try Command()
    defer { command.remove() }
    let empty = try command.run("serve", "--data", command.data)
    #expect(empty.status == 1 && empty.err.contains("tsunagi init") && !FileManager.default.fileExists(atPath: command.data))
    let unknown = try command.run("settings", environment: ["TSUNAGI_NAI": "1"])
    #expect(unknown.status == 1 && unknown.err.contains("TSUNAGI_NAIという設定はありません"))
    #expect(try command.run("naimono").status != 0)
    #expect(try command.run("settings", "--data", "/架空").out.contains("TSUNAGI_DATA=/架空"))
    #expect(try command.run("--help").status == 0)
  }

  @Test func `どの設定も、どの命令も、手引きに書いてある`() throws {
    let command = try Command()
    defer { command.remove() }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let guide = try String(contentsOf: root.appending(path: "deploy/README.md"), encoding: .utf8)
    let names = try command.run("settings", "--data", command.data).out.split(separator: "\n").compactMap { $0.split(separator: "=").first }
    #expect(names.count > 20)
    for name in names where !name.hasPrefix("TSUNAGI_OIDC_") { #expect(guide.contains("`\(name)`"), "\(name)") }
    #expect(guide.contains("## 控えから戻す") && guide.contains("mimasaka") && guide.contains("sample"))
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    for name in ["staff", "import", "audit", "settings", "backup", "vacuum"] { #expect(readme.contains(name), "\(name)") }
  }
}
