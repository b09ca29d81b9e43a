/// Keys that have no character, by WebDriver's code points.
enum Key: String, Sendable {
  case backspace = "\u{E003}"
  case tab = "\u{E004}"
  case enter = "\u{E007}"
  case shift = "\u{E008}"
  case control = "\u{E009}"
  case escape = "\u{E00C}"
  case space = "\u{0020}"
  case pageUp = "\u{E00E}"
  case pageDown = "\u{E00F}"
  case end = "\u{E010}"
  case home = "\u{E011}"
  case left = "\u{E012}"
  case up = "\u{E013}"
  case right = "\u{E014}"
  case down = "\u{E015}"
}

/// What the keyboard acts on.
struct Focus: Sendable, Equatable, CustomStringConvertible {
  let element: Element
  /// "a", "button", "input", …
  let tag: String
  /// The id in the page, or an empty string.
  let id: String
  /// The accessible name: what a screen reader says.
  let name: String
  let role: String

  var description: String { "<\(tag)#\(id)> 「\(name)」(\(role))" }
}

extension Browser {
  /// Presses and releases one key after the other, wherever the focus is.
  func press(_ keys: Key...) async throws {
    try await perform(keys.flatMap { [Browser.stroke("keyDown", $0), Browser.stroke("keyUp", $0)] })
  }

  /// Presses a key while another is held: `press(.tab, holding: .shift)`.
  func press(_ key: Key, holding held: Key) async throws {
    try await perform([
      Browser.stroke("keyDown", held), Browser.stroke("keyDown", key), Browser.stroke("keyUp", key), Browser.stroke("keyUp", held),
    ])
  }

  /// Types into whatever has the focus, as a keyboard would.
  func type(_ text: String) async throws {
    let element = try await focus.element
    try await wire.send("POST", "element/\(element.id)/value", ["text": .string(text)])
  }

  /// The element that has the focus.
  var activeElement: Element {
    get async throws { try Element(await wire.send("GET", "element/active")) }
  }

  /// The element that has the focus, with its accessible name and role.
  var focus: Focus {
    get async throws {
      let element = try await activeElement
      let facts = try await execute("return [arguments[0].tagName.toLowerCase(), arguments[0].id]", [element.json]).array
      return Focus(
        element: element, tag: facts.first?.string ?? "", id: facts.last?.string ?? "",
        name: try await wire.send("GET", "element/\(element.id)/computedlabel").string ?? "",
        role: try await wire.send("GET", "element/\(element.id)/computedrole").string ?? "")
    }
  }

  /// Presses Tab until the focus is on the element with this accessible name, 「※必須」 and the like aside.
  ///
  /// - Throws: when `limit` presses did not reach it; the names that were passed are in the message.
  @discardableResult
  func tab(to name: String, limit: Int = 120) async throws -> Focus {
    var passed: [String] = []
    for _ in 0..<limit {
      try await press(.tab)
      let focus = try await focus
      if focus.name == name || focus.name.hasPrefix(name + " ※") { return focus }
      passed.append(focus.name)
    }
    throw BrowserProblem("Tab never reached 「\(name)」: \(passed.joined(separator: "、"))")
  }

  private func perform(_ strokes: [JSON]) async throws {
    try await wire.send("POST", "actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(strokes)]]])
    try await wire.send("DELETE", "actions")
  }

  private static func stroke(_ type: String, _ key: Key) -> JSON { ["type": .string(type), "value": .string(key.rawValue)] }
}
