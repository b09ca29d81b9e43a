import Testing

extension Browser {
  /// Looks at the page shown as three people would: with a screen reader's rules, at a small notebook, on a phone.
  ///
  /// Notes an issue for everything axe-core objects to, of whatever weight, for a page wider than the screen, and for whatever the
  /// console complains of. Leaves a picture at both widths as `NAME.png` and `NAME-phone.png`.
  func look(_ name: String, mayFail: Bool = false, at place: SourceLocation = #_sourceLocation) async throws {
    let complaints = try await consoleProblems().filter { !(mayFail && $0.contains("Failed to load resource")) }
    #expect(complaints.isEmpty, "\(name): console", sourceLocation: place)
    let violations = try await axe()
    #expect(violations.isEmpty, "\(name): \(violations)", sourceLocation: place)
    try await expectNoSidewaysScroll(name, 1366, place)
    try await screenshot(to: name, wholePage: true)
    try await phone()
    try await expectNoSidewaysScroll("\(name) on a phone", 390, place)
    try await screenshot(to: "\(name)-phone", wholePage: true)
    try await windowSize(1366, 768)
  }

  /// Not compared with `innerWidth` alone: a phone makes its window as wide as what overflows.
  private func expectNoSidewaysScroll(_ name: String, _ width: Int, _ place: SourceLocation) async throws {
    let sizes = try await execute("return [document.documentElement.scrollWidth, innerWidth].map(String)").array
      .compactMap(\.string).compactMap(Int.init)
    #expect(sizes.count == 2 && sizes.allSatisfy { $0 <= width }, "\(name) is \(sizes) wide", sourceLocation: place)
  }
}
