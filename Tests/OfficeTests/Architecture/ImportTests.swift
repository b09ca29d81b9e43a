import Testing

/// 層ごとの決まり: a file imports only what its suffix allows.
struct ImportTests {
  /// Suffix → what may be imported besides the standard library's own modules.
  private static let allowed: [(suffix: String, modules: Set<String>)] = [
    ("Routes", ["Hummingbird", "HTTPTypes", "Casework"]),
    ("Input", ["Casework"]),
    ("Records", ["Store", "Casework"]),
    ("Queries", ["Store", "Casework"]),
    ("Page", ["HTML", "Casework"]),
    ("Paper", ["Paper", "Drawing", "Casework"]),
    ("Sheet", ["CSV", "Casework"]),
    ("Wording", ["Casework"]),
  ]

  /// Any layer may use Foundation's values (JSON, Data): what must not come from it is forbidden by name in `ForbiddenTests`.
  private static let everywhere: Set<String> = ["Foundation", "Synchronization"]

  /// Only these folders speak to the network, the log and the disk.
  private static let machinery: Set<String> = [
    "Hummingbird", "HummingbirdCore", "NIOCore", "NIOPosix", "HTTPTypes", "Logging", "ServiceLifecycle", "UnixSignals", "Dispatch", "GRDB",
  ]

  @Test func `画面・入力・記録・問い合わせの各ファイルは、その層に許されたものだけを使う`() throws {
    for file in try SourceTree.files([SourceTree.office]) where !file.isBelow("Sources/Office/Platform") {
      guard let layer = Self.allowed.first(where: { file.baseName.hasSuffix($0.suffix) }) else { continue }
      for module in file.imports where !layer.modules.union(Self.everywhere).contains(module) {
        Issue.record("\(file.path)（…\(layer.suffix)）は\(module)を使えません")
      }
    }
  }

  @Test func `層の名前のないファイルは、通信や出力の仕組みを使わない`() throws {
    for file in try SourceTree.files([SourceTree.office]) {
      let isExempt = file.isBelow("Sources/Office/Platform") || file.path == "Sources/Office/Office.swift"
      guard !isExempt, !Self.allowed.contains(where: { file.baseName.hasSuffix($0.suffix) }) else { continue }
      for module in file.imports where Self.machinery.contains(module) { Issue.record("\(file.path)は\(module)を使えません") }
    }
  }

  @Test func `規則は何にも頼らず、書き出しとデータベースは福祉を知らない`() throws {
    let none: Set<String> = ["Foundation"]
    for file in try SourceTree.files(["Casework/Sources"]) {
      for module in file.imports where !none.contains(module) { Issue.record("\(file.path)は\(module)を使えません") }
    }
    let ours: Set<String> = ["Casework", "Office", "Municipalities", "SampleTown"]
    for file in try SourceTree.files(["Writers/Sources", "Store/Sources"]) {
      for module in file.imports where ours.contains(module) { Issue.record("\(file.path)は\(module)を使えません") }
    }
    for file in try SourceTree.files([SourceTree.office]) where file.imports.contains("GRDB") {
      Issue.record("\(file.path)はGRDBを直接使えません")
    }
  }

  @Test func `検査は違反を見つけられる`() {
    let page = SourceFile(path: "Sources/Office/X/XPage.swift", text: "internal import Store\n// import HTML\nimport Casework\n")
    #expect(page.imports == ["Store", "Casework"])
    let text = SourceFile(path: "x", text: "let a = \"try? \\(\"b\") // c\" // try?\nlet d = \"\"\"\n  Date() \"x\"\n  \"\"\"\ntry? e()")
    #expect(text.code == "let a = \"\" \nlet d = \"\"\ntry? e()")
    #expect(text.uncommented.contains("Date() \"x\""))
  }
}
