/// Names for the tabs of a workbook.
enum SheetName {
  /// At most 31 characters (UTF-16), none of `[ ] : * ? / \`, no apostrophe at either end, not 「History」, each once.
  static func names(_ wanted: [String]) -> [String] {
    var taken: Set<String> = []
    return wanted.enumerated().map { index, name in
      let base = permitted(name).isEmpty ? "シート\(index + 1)" : permitted(name)
      var (result, number) = (cut(base, to: 31), 2)
      while !taken.insert(result.lowercased()).inserted {
        let ending = "（\(number)）"
        result = cut(base, to: 31 - ending.utf16.count) + ending
        number += 1
      }
      return result
    }
  }

  private static let wide: [Character: Character] = [
    "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼", "'": "’",
  ]

  private static func permitted(_ name: String) -> String {
    let visible = name.filter { !$0.isNewline && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } }
    let result = String(visible.map { wide[$0] ?? $0 })
    return result.lowercased() == "history" ? result + "＿" : result
  }

  private static func cut(_ name: String, to length: Int) -> String {
    var result = name
    while result.utf16.count > length { result.removeLast() }
    return result
  }
}
