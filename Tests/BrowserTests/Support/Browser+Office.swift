import Testing

/// What everybody knows about the sample town.
enum MihonTown {
  static let password = "mihon-no-machi-2026"
  static let disability = "見本障害者相談支援センター"
  static let multi = "多機関協働事業（見本市社会福祉協議会 多機関協働担当）"
}

extension Browser {
  /// Signs in from the sign-in page; whoever was signed in signs out first. `words` stand on the page it leads to.
  func signIn(_ name: String, password: String = MihonTown.password, landingOn words: String = "サインアウト") async throws {
    if try await has("form[action='/sign-out']") { try await signOut() }
    if try await !has("#f-password") { try await open("/sign-in") }
    try await type(name, into: "#f-name")
    try await type(password, into: "#f-password")
    try await click(button: "サインインする")
    try await waitFor(text: words)
  }

  func signOut() async throws {
    try await click(button: "サインアウト")
    try await waitFor(path: "/sign-in")
  }

  /// Changes the password that was given out for one's own.
  func changePassword(from old: String, to new: String) async throws {
    try await waitFor(path: "/password")
    try await type(old, into: "#f-current")
    try await type(new, into: "#f-new")
    try await type(new, into: "#f-again")
    try await click(button: "変更する")
    try await waitFor(path: "/")
  }

  /// The number at the end of the path of the page shown.
  var currentNumber: Int {
    get async throws {
      guard let number = Int(try await currentPath.prefix { $0 != "?" }.split(separator: "/").last ?? "") else {
        throw BrowserProblem("no number in \(try await currentPath)")
      }
      return number
    }
  }

  /// The HTTP status with which the page shown was answered.
  var status: Int {
    get async throws {
      Int(try await execute("return String(performance.getEntriesByType('navigation')[0].responseStatus)").string ?? "") ?? 0
    }
  }
}
