import Foundation

/// Where the tests find things and leave things, counted from the package's root.
enum Places {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program under test, as `swift build` left it.
  static let tsunagi = root.appending(path: ".build/debug/tsunagi")

  /// Screenshots, to be looked at.
  static let screens = root.appending(path: ".test/screens")

  /// A fresh folder that is nobody else's. Whoever asks for it removes it.
  static func fresh(_ purpose: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tsunagi-\(purpose)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The script of axe-core: `AXE_SCRIPT`, or what `bin/setup --tests` put under `.test/venv`.
  static func axeScript() throws -> String {
    if let path = ProcessInfo.processInfo.environment["AXE_SCRIPT"] { return try String(contentsOf: URL(filePath: path), encoding: .utf8) }
    let files = FileManager.default.enumerator(at: root.appending(path: ".test/venv/lib"), includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if file.lastPathComponent == "axe.min.js" { return try String(contentsOf: file, encoding: .utf8) }
    }
    throw BrowserProblem("axe-core is missing: run bin/setup --tests")
  }
}

/// What went wrong around the browser or the server, in words.
struct BrowserProblem: Error, CustomStringConvertible {
  let description: String
  /// WebDriver's error code, such as "no such element".
  var code = ""

  init(_ description: String, code: String = "") {
    self.description = description
    self.code = code
  }
}
