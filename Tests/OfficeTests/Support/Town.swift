import Casework
import Foundation
import Hummingbird
import Logging
import Municipalities
import NIOCore
import NIOEmbedded
import SampleTown
import Store
import Synchronization
import Testing

@testable import Office

/// The sample town in a fresh database, with every door in memory. A test opens one and walks in.
final class Town: Sendable {
  let office: Office
  let responder: any HTTPResponder<OfficeContext>
  let catalogue: [String]
  let folder: URL
  private let hands: Atomic<Int>

  /// The town's clock, in seconds since 1970. It starts at `SampleTown.firstMorning` and moves only by `pass`.
  var now: Int { clock.value }
  private let clock: Clock

  final class Clock: Sendable {
    private let seconds = Atomic<Int>(SampleTown.firstMorning)
    var value: Int { seconds.load(ordering: .relaxed) }
    func pass(_ amount: Int) { seconds.wrappingAdd(amount, ordering: .relaxed) }
  }

  /// A power of two, far below what an office may set (14–17): no test is about how long a guess takes.
  static let passwordCost = 4

  /// - Parameters:
  ///   - adjust: settings other than usual.
  ///   - furnish: doors besides those of the office.
  ///   - freeSpace: bytes free on the disk, where a test tells them.
  static func open(
    _ adjust: (inout OfficeSettings) -> Void = { _ in }, furnish: (Doors) -> Void = { _ in }, freeSpace: (@Sendable () -> Int?)? = nil
  ) async throws -> Town {
    try await Town(template: Template.shared.path(), adjust, furnish, freeSpace: freeSpace)
  }

  /// A town over a copy of the database of any office.
  init(
    template: URL, _ adjust: (inout OfficeSettings) -> Void = { _ in }, _ furnish: (Doors) -> Void = { _ in },
    freeSpace: (@Sendable () -> Int?)? = nil
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "town-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: template, to: folder.appending(path: "tsunagi.sqlite"))
    let clock = Clock()
    self.clock = clock
    hands = Atomic(0)
    var settings = OfficeSettings(dataFolder: folder)
    settings.passwordCost = Town.passwordCost
    adjust(&settings)
    // What is only read stays in the journal until somebody looks, however slow the machine.
    let journal = AuditJournal.rules(restMilliseconds: 1_000_000)
    let database = try Database(path: settings.databasePath, readers: 2, migrations: Schema.migrations, journal: journal)
    office = Office(
      settings: settings, database: database, catalogue: try Municipalities.catalogue(), clock: { clock.value },
      freeSpace: freeSpace)
    let doors = office.doors()
    furnish(doors)
    doors.router.add(middleware: MissingPageMiddleware())
    catalogue = doors.catalogue
    responder = doors.router.buildResponder()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Lets time go by.
  func pass(minutes: Int = 0, hours: Int = 0, days: Int = 0) { clock.pass(minutes * 60 + hours * 3_600 + days * 86_400) }

  /// A browser of nobody.
  func stranger() -> Visitor { Visitor(town: self, token: nil) }

  /// The browser of a member of staff with a living session.
  ///
  /// Nothing asks again who sits there, however much time goes by, unless `provenMinutesAgo` says when that was last shown.
  func signedIn(_ signInName: String, provenMinutesAgo: Int? = nil, remote: String = "127.0.0.1") async throws -> Visitor {
    let token = SessionToken.random()
    let now = now
    let provenAt = provenMinutesAgo.map { now - $0 * 60 } ?? now + 365 * 86_400
    try await office.database.write { writing in
      let id = try #require(try writing.reading.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) as StaffID })
      try SessionRecords.start(
        writing, tokenHash: token.hash, staff: id, at: now, remote: remote, browser: "test", provenAt: provenAt)
    }
    return Visitor(town: self, token: token)
  }

  /// Another administrator, 「kanri2」, beside the sample town's.
  @discardableResult
  func secondAdministrator(until: String? = nil) async throws -> Int {
    let agency = try await agency(of: "kanri")
    return try await office.database.write { writing in
      let id = try StaffRecords.appoint(
        writing,
        .init(agency: agency, signInName: "kanri2", name: "架空 副管理", roles: [], from: "2026-04-01"), passwordHash: "", mustChange: false)
      try StaffRecords.grant(writing, .systemAdministrator, to: id, from: "2026-04-01", until: until)
      return id.number
    }
  }

  /// One number from the database, for facts a screen does not show.
  func number(_ sql: SQL) async throws -> Int {
    try await office.database.settle()
    return try await office.database.read { try $0.first(sql) { $0.int(0) } ?? 0 }
  }

  func text(_ sql: SQL) async throws -> String? {
    try await office.database.settle()
    return try await office.database.read { try $0.first(sql) { $0.optionalText(0) } ?? nil }
  }
}

/// The sample town is built once for all tests of a run and copied for each.
private actor Template {
  static let shared = Template()
  private var built: Task<URL, any Error>?

  func path() async throws -> URL {
    if let built { return try await built.value }
    let task = Task {
      let folder = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var settings = OfficeSettings(dataFolder: folder)
      settings.passwordCost = Town.passwordCost
      let database = try Database(path: settings.databasePath, readers: 1, migrations: Schema.migrations)
      let office = Office(
        settings: settings, database: database, catalogue: try Municipalities.catalogue(), clock: { SampleTown.firstMorning })
      try await SampleTown.build(office)
      let copy = folder.appending(path: "template.sqlite")
      try await database.backup(to: copy.path)
      try await database.close()
      return copy
    }
    built = task
    return try await task.value
  }
}
