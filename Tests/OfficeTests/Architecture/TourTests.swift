import Foundation
import Testing

/// docs/tour.md names files; prose that names files rots unless it is tested.
struct TourTests {
  @Test func `案内に書かれたファイルは、すべてある`() throws {
    let tour = try String(contentsOf: SourceTree.root.appending(path: "docs/tour.md"), encoding: .utf8)
    let named = tour.split(separator: "`").map(String.init).filter { $0.contains("/") && ($0.hasSuffix(".swift") || $0.hasSuffix(".json")) }
    #expect(named.count > 20)
    for path in Set(named) {
      #expect(FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path), "\(path)がありません")
    }
  }
}
