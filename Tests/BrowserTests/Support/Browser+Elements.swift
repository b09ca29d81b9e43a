import Foundation

extension Browser {
  /// The first element that matches, waited for.
  func find(_ css: String) async throws -> Element {
    try await waitUntil(css) { try await found("css selector", css) }
  }

  /// Every element that matches now, perhaps none.
  func findAll(_ css: String) async throws -> [Element] {
    try await wire.send("POST", "elements", ["using": "css selector", "value": .string(css)]).array.map(Element.init)
  }

  /// Is anything there that matches now?
  func has(_ css: String) async throws -> Bool { try await !findAll(css).isEmpty }

  /// The words an element shows, waited for.
  func text(of css: String) async throws -> String {
    try await waitUntil(css) { try await wire.send("GET", "element/\(found("css selector", css).id)/text").string }
  }

  /// An attribute as the page's source has it; nothing when it is missing.
  func attribute(_ name: String, of css: String) async throws -> String? {
    let element = try await find(css)
    return try await wire.send("GET", "element/\(element.id)/attribute/\(name)").string
  }

  /// What a field holds now.
  func value(of css: String) async throws -> String {
    let element = try await find(css)
    return try await wire.send("GET", "element/\(element.id)/property/value").string ?? ""
  }

  func isChecked(_ css: String) async throws -> Bool {
    let element = try await find(css)
    return try await wire.send("GET", "element/\(element.id)/selected").bool ?? false
  }

  func click(_ css: String) async throws { try await click("css selector", css) }

  /// Clicks the button with exactly this caption.
  func click(button caption: String) async throws { try await click("xpath", "//button[normalize-space()=\(quoted(caption))]") }

  /// Clicks the link with exactly these words.
  func click(link words: String) async throws { try await click("xpath", "//a[normalize-space()=\(quoted(words))]") }

  /// Clicks the check box or radio button with exactly this label, in the group with this legend when one is given.
  func choose(_ label: String, in legend: String? = nil) async throws {
    let group = legend.map { "//fieldset[legend[starts-with(normalize-space(),\(quoted($0)))]]" } ?? ""
    try await click("xpath", "\(group)//label[normalize-space()=\(quoted(label))]")
  }

  /// Replaces what a field holds.
  func type(_ text: String, into css: String) async throws {
    try await fill("css selector", css, text)
  }

  /// Replaces what the field with exactly this label holds; 「※必須」 and the like are no part of it.
  func type(_ text: String, labelled label: String) async throws {
    let isIt = "normalize-space()=\(quoted(label)) or starts-with(normalize-space(),\(quoted(label + " ※")))"
    try await fill("xpath", "//*[@id=//label[\(isIt)]/@for]", text)
  }

  /// Chooses an option of a list by the words it shows.
  func select(option: String, in css: String) async throws {
    let list = try await find(css)
    let chosen = try await execute(
      """
      const list = arguments[0];
      const option = Array.from(list.options).find(o => o.text.trim() === arguments[1]);
      if (!option) return false;
      list.value = option.value;
      list.dispatchEvent(new Event('input', { bubbles: true }));
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
      """, [list.json, .string(option)])
    guard chosen.bool == true else { throw BrowserProblem("no option 「\(option)」 in \(css)") }
  }

  private func found(_ way: String, _ what: String) async throws -> Element {
    try Element(await wire.send("POST", "element", ["using": .string(way), "value": .string(what)]))
  }

  private func click(_ way: String, _ what: String) async throws {
    let _: Bool = try await waitUntil(what) {
      let element = try await found(way, what)
      try await wire.send("POST", "element/\(element.id)/click")
      return true
    }
  }

  private func fill(_ way: String, _ what: String, _ text: String) async throws {
    let _: Bool = try await waitUntil(what) {
      let element = try await found(way, what)
      try await wire.send("POST", "element/\(element.id)/clear")
      try await wire.send("POST", "element/\(element.id)/value", ["text": .string(text)])
      return true
    }
  }

  /// A string of XPath, which has no escapes: a text with double quotes is put between single ones.
  private func quoted(_ text: String) -> String { text.contains("\"") ? "'\(text)'" : "\"\(text)\"" }
}
