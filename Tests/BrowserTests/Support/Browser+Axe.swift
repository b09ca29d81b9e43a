/// One rule of accessibility that a page breaks, as axe-core found it.
struct Violation: Sendable, CustomStringConvertible {
  let id: String
  /// "minor", "moderate", "serious" or "critical".
  let impact: String
  let help: String
  /// Where: a selector for each element.
  let targets: [String]

  var description: String { "\(id) (\(impact)): \(help) — \(targets.joined(separator: " | "))" }
}

extension Browser {
  /// What axe-core has against the page: WCAG 2.0 to 2.2, levels A and AA, and its best practices.
  func axe() async throws -> [Violation] {
    if try await execute("return typeof axe").string == "undefined" { try await execute(Places.axeScript() + "\nwindow.axe = axe;") }
    let found = try await wire.send(
      "POST", "execute/async",
      [
        "script": .string(
          """
          const done = arguments[0];
          axe.run(document, { runOnly: { type: 'tag', values:
            ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })
            .then(r => done({ violations: r.violations }), e => done({ error: String(e) }));
          """), "args": [],
      ])
    if let error = found["error"].string { throw BrowserProblem("axe-core: \(error)") }
    return found["violations"].array.map { violation in
      Violation(
        id: violation["id"].string ?? "", impact: violation["impact"].string ?? "", help: violation["help"].string ?? "",
        targets: violation["nodes"].array.map { $0["target"].array.compactMap(\.string).joined(separator: " ") })
    }
  }
}
