import Casework
import Municipalities
@_spi(SampleTown) import Office
import Store

/// 「見本市」 One invented municipality: the demo and the world of the tests.
///
/// Every name, address and number is made up and looks it.
public enum SampleTown {
  /// The password of everybody in the sample town.
  public static let password = "mihon-no-machi-2026"

  /// 2026-11-21 09:00 in Japan: the day on which the sample town begins.
  public static let firstMorning = 1_795_219_200

  /// Fills an empty office: agencies, staff, and one case that already runs. The world that tests begin with.
  public static func build(_ office: Office) async throws {
    let hash = try await office.passwordHash(of: password)
    let now = office.clock()
    let profile = try Municipalities.profile(named: "sample")
    try await office.database.write { writing in
      let agencies = try AgencyRecords.register(writing, profile)
      let staff = try SampleStaff.appoint(writing, agencies: agencies, passwordHash: hash)
      try OfficeRecords.found(writing, name: profile.municipality, municipalityCode: profile.code, profile: profile.name, at: now)
      try SampleCases.tell(office, writing, staff: staff, at: now)
    }
  }

  /// 「暮らしのある町」 Adds what has happened in the town during the last two months, so that every list has something to show.
  ///
  /// Call it once, after ``build(_:)``. Everything goes through the records that real staff use, at moments before the office's clock:
  /// the latest working days lie before today, whatever the day is.
  public static func furnish(_ office: Office) async throws {
    let now = office.clock()
    try await office.database.write { writing in
      try Storyteller(office: office, writing: writing, now: now).tell(HouseholdStory.all)
      try SampleTransfer(office: office, writing: writing, now: now).tell()
      try SampleDrawings(office: office, writing: writing, now: now).tell()
    }
  }

  /// What the sign-in page of the demo offers.
  public static var signIns: [OfficeSettings.DemoSignIn] {
    SampleStaff.people.map { OfficeSettings.DemoSignIn(name: $0.signInName, about: $0.about, password: password) }
  }
}
