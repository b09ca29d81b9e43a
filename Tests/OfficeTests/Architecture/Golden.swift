import Foundation
import Testing

/// Texts that are generated, checked in and compared. `GOLDEN=write` in the environment writes them anew; look at the difference then.
enum Golden {
  static let isWriting = ProcessInfo.processInfo.environment["GOLDEN"] == "write"

  /// - Parameter path: below the root of the repository.
  static func compare(_ text: String, _ path: String) throws {
    let place = SourceTree.root.appending(path: path)
    if isWriting {
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: place, atomically: true, encoding: .utf8)
      return
    }
    let kept = FileManager.default.fileExists(atPath: place.path) ? try String(contentsOf: place, encoding: .utf8) : ""
    let (new, old) = (text.split(separator: "\n"), kept.split(separator: "\n"))
    for line in new.difference(from: old).prefix(20) {
      switch line {
      case .insert(_, let element, _): Issue.record("\(path)にない行：\(element)")
      case .remove(_, let element, _): Issue.record("\(path)にだけある行：\(element)")
      }
    }
    let isSame = text == kept
    #expect(isSame, "\(path)は作り直しが必要です。GOLDEN=write で書き出し、差分を確かめてください。")
  }
}
