import Casework
import HTTPTypes
import Store
import Testing

@testable import Office

/// What came of one person's trying one door.
struct AccessTrial: Sendable {
  let door: AccessDoor
  let visitor: AccessVisitor
  /// The path as it was asked for.
  let path: String
  let status: Int
  /// `303→/sign-in`, or the plain number.
  let outcome: String
  let hasCanary: Bool
  /// Markup that was taken for text and shown as such.
  let hasEscapedMarkup: Bool
  /// Audit entries the request left: outcome and the number of the case.
  let entries: [Entry]

  /// Nothing of the case may reach this person.
  var isOutside: Bool {
    if case .staff(let standing, _) = visitor { return standing.isOutside }
    return false
  }

  func isOf(_ standing: Standing) -> Bool {
    if case .staff(standing, _) = visitor { return true }
    return false
  }

  struct Entry: Sendable {
    let outcome: String
    let caseFile: Int?
    let subject: String
  }
}

/// Everybody tries every door, each in a town of their own; done once for all the tests that look at it.
actor AccessWalk {
  static let shared = AccessWalk()
  private var running: Task<[AccessTrial], any Error>?

  func trials() async throws -> [AccessTrial] {
    if let running { return try await running.value }
    let task = Task { try await AccessWalk.walk() }
    running = task
    return try await task.value
  }

  private static func walk() async throws -> [AccessTrial] {
    try await withThrowingTaskGroup(of: (Int, [AccessTrial]).self) { group in
      var waiting = AccessVisitor.everybody.enumerated().makeIterator()
      var found: [Int: [AccessTrial]] = [:]
      for _ in 0..<2 { if let (index, visitor) = waiting.next() { group.addTask { (index, try await walk(visitor)) } } }
      while let (index, trials) = try await group.next() {
        found[index] = trials
        if let (index, visitor) = waiting.next() { group.addTask { (index, try await walk(visitor)) } }
      }
      return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  private static func walk(_ visitor: AccessVisitor) async throws -> [AccessTrial] {
    var trials: [AccessTrial] = []
    let world = try await AccessWorld.open()
    // A door without a session does not know who comes through it.
    for door in doors(world.town.catalogue) where !door.isOpen || visitor == .signedOut {
      guard let path = world.filled(door.path, for: visitor.standing) else {
        if visitor == AccessVisitor.everybody[0] { Issue.record("\(door.line)の番号を、AccessWorldが知りません") }
        continue
      }
      // A new session for each door: some doors end it.
      trials.append(try await trial(door, path, visitor, world))
    }
    return trials
  }

  /// What shows before what does, so that nobody looks for what a button has just taken away.
  static func doors(_ catalogue: [String]) -> [AccessDoor] {
    let all = catalogue.map(AccessDoor.init).sorted { $0.line < $1.line }
    return all.filter { $0.method == "GET" } + all.filter { $0.method != "GET" }
  }

  private static func trial(_ door: AccessDoor, _ path: String, _ visitor: AccessVisitor, _ world: AccessWorld) async throws -> AccessTrial
  {
    let browser = visitor == .signedOut ? world.town.stranger() : try await world.town.signedIn(visitor.signInName)
    let last = try await world.town.number("SELECT max(id) FROM audit_entry")
    let reply = door.method == "GET" ? try await browser.get(path) : try await browser.post(path)
    try await world.town.office.database.settle()
    let entries = try await world.town.office.database.read { reading in
      try reading.rows("SELECT outcome, case_file_id, subject FROM audit_entry WHERE id > \(last) ORDER BY id") { row in
        AccessTrial.Entry(outcome: row.text(0), caseFile: row.optionalInt(1), subject: row.text(2))
      }
    }
    let way = reply.location.split(separator: "?").first.map(String.init) ?? ""
    return AccessTrial(
      door: door, visitor: visitor, path: path, status: reply.status,
      outcome: ["/sign-in", "/password"].contains(way) ? "\(reply.status)→\(way)" : "\(reply.status)",
      hasCanary: reply.hasCanary, hasEscapedMarkup: reply.text.contains(/&lt;\/?[a-z]/), entries: entries)
  }
}

extension Reply {
  /// The canary in its body, its headers or its folded form.
  var hasCanary: Bool {
    let words = [AccessWorld.canary, "かなりあ架空七八九", Answer.percentEncoded(AccessWorld.canary)]
    return words.contains { word in contains(word) || headers.contains { $0.value.contains(word) } }
  }
}
