import Foundation

/// The source files of the repository, found from where this file lies.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files below these folders, with this ending, in order of their paths; build folders left out.
  static func files(_ folders: [String], ending: String = ".swift") throws -> [SourceFile] {
    var found: [SourceFile] = []
    for folder in folders {
      let place = root.appending(path: folder)
      guard let walk = FileManager.default.enumerator(atPath: place.path) else { continue }
      for case let path as String in walk where path.hasSuffix(ending) && !path.hasPrefix(".build") {
        let text = try String(contentsOf: place.appending(path: path), encoding: .utf8)
        found.append(SourceFile(path: "\(folder)/\(path)", text: text))
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  static let office = "Sources/Office"
  static let product = ["Sources", "Casework/Sources", "Writers/Sources", "Store/Sources"]
}

/// One source file, and what of it is code.
struct SourceFile: Sendable {
  /// Below the root of the repository.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  /// `CaseFileRecords` of `…/CaseFileRecords+Grounds.swift`.
  var baseName: String { String(path.split(separator: "/").last?.prefix { $0 != "." && $0 != "+" } ?? "") }

  func isBelow(_ folder: String) -> Bool { path.hasPrefix("\(folder)/") }

  /// The text without comments. String literals stay: SQL stands in them.
  var uncommented: String { SourceFile.strip(text, strings: false) }
  /// The text without comments and without the words in string literals.
  var code: String { SourceFile.strip(text, strings: true) }

  var imports: [String] {
    uncommented.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")[...]
      while let first = words.first,
        ["internal", "private", "public", "fileprivate", "@testable", "@preconcurrency"].contains(first) || first.hasPrefix("@_spi")
      {
        words = words.dropFirst()
      }
      return words.first == "import" && words.count == 2 ? words.last.map(String.init) : nil
    }
  }

  /// What the pattern captures, everywhere in `text`.
  static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap { match in
      Range(match.range(at: match.numberOfRanges - 1), in: text).map { String(text[$0]) }
    }
  }

  /// Enough of Swift's lexical rules for this code base: `//`, `/* */`, `"…"`, `"""…"""`. Code in `\( )` counts as part of the literal.
  private static func strip(_ text: String, strings: Bool) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    func at(_ words: StaticString) -> Bool {
      let count = words.utf8CodeUnitCount
      guard index + count <= bytes.count else { return false }
      return words.withUTF8Buffer { $0.elementsEqual(bytes[index..<(index + count)]) }
    }
    while index < bytes.count {
      if at("//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if at("/*") {
        while index < bytes.count, !at("*/") { index += 1 }
        index = min(index + 2, bytes.count)
      } else if bytes[index] == UInt8(ascii: "\"") {
        let start = index
        let isLong = at("\"\"\"")
        index += isLong ? 3 : 1
        while index < bytes.count, isLong ? !at("\"\"\"") : bytes[index] != UInt8(ascii: "\"") {
          if !isLong, at("\\(") {
            index = afterInterpolation(bytes, index + 2)
          } else {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
          }
        }
        index = min(index + (isLong ? 3 : 1), bytes.count)
        out += strings ? Array("\"\"".utf8) : Array(bytes[start..<index])
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The place after the parenthesis that closes `\(`, literals within it skipped.
  private static func afterInterpolation(_ bytes: [UInt8], _ start: Int) -> Int {
    var (index, depth, isText) = (start, 1, false)
    while index < bytes.count, depth > 0 {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += isText ? 1 : 0
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "(") where !isText: depth += 1
      case UInt8(ascii: ")") where !isText: depth -= 1
      default: break
      }
      index += 1
    }
    return index
  }
}
