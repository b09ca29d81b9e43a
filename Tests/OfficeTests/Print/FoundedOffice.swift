import Casework
import Foundation
import Municipalities
import Store
import Testing

@testable import Office
@testable import SampleTown

/// An office of a real profile, founded as `tsunagi init` does, with invented staff who do what two stories of the sample town tell.
enum FoundedOffice {
  /// Who works where: sign-in name of the stories → key of the agency in the profile, and the role.
  private static let mimasaka: [(name: String, agency: String, role: Role)] = [
    ("konkyuu", "station", .consultStaff), ("houkatsu-nishi", "houkatsu", .consultStaff), ("shougai", "nagomi", .consultStaff),
    ("takikan", "centre", .multiCoordinator), ("outreach", "otasuke", .outreachStaff), ("shi", "section", .cityStaff),
  ]

  static func mimasaka() async throws -> Town {
    let folder = FileManager.default.temporaryDirectory.appending(path: "founded-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = OfficeSettings(dataFolder: folder)
    settings.passwordCost = Town.passwordCost
    let database = try Database(path: settings.databasePath, readers: 1, migrations: Schema.migrations)
    let office = Office(
      settings: settings, database: database, catalogue: try Municipalities.catalogue(), clock: { SampleTown.firstMorning })
    let profile = try Municipalities.profile(named: "mimasaka")
    try await office.found(
      profile, administrator: .init(signInName: "kanri", name: "架空 管理", password: "kakuu-no-machi-2026"), as: "test")
    let hash = try await office.passwordHash(of: "kakuu-no-machi-2026")
    let names = Dictionary(uniqueKeysWithValues: profile.agencies.map { ($0.key, $0.name) })
    try await database.write { writing in
      for person in mimasaka {
        let agency = try #require(
          try writing.first("SELECT id FROM agency WHERE name = \(names[person.agency] ?? "")") { $0.id(0) as AgencyID })
        let name = try #require(SampleStaff.people.first { $0.signInName == person.name })
        _ = try StaffRecords.appoint(
          writing,
          .init(agency: agency, signInName: person.name, name: name.name, nameKana: name.kana, roles: [person.role], from: "2026-04-01"),
          passwordHash: hash, mustChange: false)
      }
      let teller = Storyteller(office: office, writing: writing, now: SampleTown.firstMorning)
      try teller.tell([.tangledFamily, .threeGenerations])
    }
    let copy = folder.appending(path: "template.sqlite")
    try await database.backup(to: copy.path)
    try await database.close()
    return try await Town(template: copy)
  }
}
