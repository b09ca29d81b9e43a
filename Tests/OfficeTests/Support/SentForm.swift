import Foundation
import Testing

/// What a browser would send for a form on a page when nobody types anything: hidden fields, filled boxes, ticks, chosen options.
struct SentForm {
  private(set) var fields: [(String, String)] = []
  let action: String

  /// The form of a page whose address begins with `place` (or is `action`), sent to `action`; the test fails where there is none.
  init(_ page: Reply, to action: String, at place: String? = nil) throws {
    self.action = action
    let text = page.text
    let start = try #require(text.range(of: "<form action=\"\(place ?? action + "\"")"), "\(action)へ送る様式がない：\(page.status)")
    let end = try #require(text.range(of: "</form>", range: start.upperBound..<text.endIndex))
    read(String(text[start.lowerBound..<end.lowerBound]))
  }

  /// Types into a box, instead of what it held.
  func typing(_ changes: [String: String]) -> SentForm {
    var copy = self
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      copy.fields.removeAll { $0.0 == name }
      copy.fields.append((name, value))
    }
    return copy
  }

  /// What a box holds.
  subscript(name: String) -> String { fields.first { $0.0 == name }?.1 ?? "" }

  private mutating func read(_ form: String) {
    let tags = try? NSRegularExpression(pattern: "<(input|textarea|select|option)\\b([^>]*)>")
    let whole = NSRange(form.startIndex..., in: form)
    var list: (name: String, value: String?)?
    for match in tags?.matches(in: form, range: whole) ?? [] {
      guard let kind = Range(match.range(at: 1), in: form), let place = Range(match.range(at: 2), in: form),
        let tag = Range(match.range, in: form)
      else { continue }
      let attributes = String(form[place])
      switch form[kind] {
      case "input": readInput(attributes)
      case "textarea":
        close(&list)
        let words = form[tag.upperBound...].prefix { $0 != "<" }
        fields.append(
          (Self.value("name", attributes) ?? "", Self.decoded(words.hasPrefix("\n") ? String(words.dropFirst()) : String(words))))
      case "select":
        close(&list)
        list = (Self.value("name", attributes) ?? "", nil)
      default:
        if list?.value == nil || attributes.contains(" selected") { list?.value = Self.value("value", attributes) ?? "" }
      }
    }
    close(&list)
    fields.removeAll { $0.0.isEmpty || $0.0 == "csrf" }
  }

  private mutating func close(_ list: inout (name: String, value: String?)?) {
    if let list { fields.append((list.name, list.value ?? "")) }
    list = nil
  }

  private mutating func readInput(_ attributes: String) {
    guard let name = Self.value("name", attributes) else { return }
    let type = Self.value("type", attributes) ?? "text"
    if type == "file" || (["checkbox", "radio"].contains(type) && !attributes.contains(" checked")) { return }
    fields.append((name, Self.value("value", attributes) ?? (type == "checkbox" ? "on" : "")))
  }

  private static func value(_ name: String, _ attributes: String) -> String? {
    guard let start = attributes.range(of: " \(name)=\"") else { return nil }
    return decoded(String(attributes[start.upperBound...].prefix { $0 != "\"" }))
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
  }
}

extension Visitor {
  /// Sends a form as it stands, and follows to the page it leads to.
  func send(_ form: SentForm) async throws -> Reply {
    let reply = try await post(form.action, form.fields)
    guard reply.status == 303 else { return reply }
    return try await get(String(reply.location.prefix { $0 != "#" }))
  }
}
