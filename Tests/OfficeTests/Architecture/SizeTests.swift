import Testing

/// 大きさ: a file that one can read in one go.
struct SizeTests {
  @Test func `ファイルは250行まで、書き出しとデータベースは500行まで`() throws {
    for file in try SourceTree.files(SourceTree.product + ["Tests", "Casework/Tests", "Writers/Tests", "Store/Tests"]) {
      let limit = file.isBelow("Writers") || file.isBelow("Store") ? 500 : 250
      #expect(file.lines.count - 1 <= limit, "\(file.path)は\(file.lines.count - 1)行あります（\(limit)行まで）")
    }
  }

  @Test func `名前に意味のない言葉を使わない`() throws {
    let vague = "(?:struct|class|enum|actor|protocol)\\s+(\\w*(?:Service|Manager|Helper|Util|Utils|Utility))\\b"
    for file in try SourceTree.files(SourceTree.product) {
      for name in try SourceFile.matches(vague, in: file.code) { Issue.record("\(file.path)の型名\(name)は、何をするものかを言っていません") }
      let name = file.baseName
      #expect(!["Core", "Common", "Base", "Helpers", "Utils"].contains(name), "\(file.path)の名前は、何があるかを言っていません")
    }
  }
}
