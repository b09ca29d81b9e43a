import Casework
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import Municipalities
import PDF
import Store

/// The composition root: settings → database → router (「事務所」).
public struct Office: Sendable {
  public let settings: OfficeSettings
  public let database: Database
  /// Forms and code lists in force, by date.
  public let catalogue: FormCatalogue
  let passwords: PasswordHash
  let files: FileCabinet
  let doorKey: DoorKey
  let knocks = Knocks()
  /// The municipality's provider, where there is one.
  let provider: IdentityProvider?
  /// Prints papers on threads of its own.
  let press = Press()
  let packBell = PackBell()
  let disk: DiskGauge
  let log: Logger
  /// Seconds since 1970. Tests stop it.
  public let clock: @Sendable () -> Int

  /// - Parameter freeSpace: bytes free where the records lie; by default the file system is asked.
  public init(
    settings: OfficeSettings, database: Database, catalogue: FormCatalogue, clock: @escaping @Sendable () -> Int = Office.systemClock,
    freeSpace: (@Sendable () -> Int?)? = nil
  ) {
    self.settings = settings
    self.database = database
    self.catalogue = catalogue
    self.clock = clock
    passwords = PasswordHash(cost: settings.passwordCost)
    files = FileCabinet(folder: settings.dataFolder.appending(path: "attachments"))
    doorKey = DoorKey(folder: settings.dataFolder)
    provider = settings.entrance.provider.isOn ? IdentityProvider(settings.entrance.provider) : nil
    let folder = settings.dataFolder
    disk = DiskGauge(free: freeSpace ?? { DiskGauge.free(in: folder) })
    log = Logger(label: "tsunagi")
  }

  /// Opens the office kept in `settings.dataFolder`.
  public static func open(_ settings: OfficeSettings) throws -> Office {
    let database = try Database(
      path: settings.databasePath, readers: settings.readers, migrations: Schema.migrations, journal: AuditJournal.rules())
    // Read once; a mistake in one stops the start.
    for name in Municipalities.names { _ = try Municipalities.profile(named: name) }
    return Office(settings: settings, database: database, catalogue: try Municipalities.catalogue())
  }

  public static let systemClock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }

  /// Every door of the office.
  public func doors() -> Doors {
    let doors = Doors(office: self)
    SignInRoutes.add(to: doors)
    SecondFactorRoutes.add(to: doors)
    ConfirmationRoutes.add(to: doors)
    SessionListRoutes.add(to: doors)
    ProviderRoutes.add(to: doors)
    AssetRoutes.add(to: doors)
    HomeRoutes.add(to: doors)
    DraftRoutes.add(to: doors)
    IntakeRoutes.add(to: doors)
    CaseFileRoutes.add(to: doors)
    HouseholdRoutes.add(to: doors)
    MemberCorrectionRoutes.add(to: doors)
    TaskRoutes.add(to: doors)
    AttachmentRoutes.add(to: doors)
    SectionRoutes.add(to: doors)
    ReferralRoutes.add(to: doors)
    CoordinationRoutes.add(to: doors)
    ConsentRoutes.add(to: doors)
    AssessmentRoutes.add(to: doors)
    InformationRequestRoutes.add(to: doors)
    PlanRoutes.add(to: doors)
    DecisionRoutes.add(to: doors)
    MeetingRoutes.add(to: doors)
    MeetingItemRoutes.add(to: doors)
    MeetingPrintRoutes.add(to: doors)
    PaperRoutes.add(to: doors)
    GuestRoutes.add(to: doors)
    GuestInviteRoutes.add(to: doors)
    SearchRoutes.add(to: doors)
    DirectoryRoutes.add(to: doors)
    ImportRoutes.add(to: doors)
    StaffDeskRoutes.add(to: doors)
    AuditTrailRoutes.add(to: doors)
    AccessPatternRoutes.add(to: doors)
    AccessAnswerRoutes.add(to: doors)
    IncidentRoutes.add(to: doors)
    ProgressRoutes.add(to: doors)
    ReviewRoutes.add(to: doors)
    HandBackRoutes.add(to: doors)
    FollowUpRoutes.add(to: doors)
    ProtectionRoutes.add(to: doors)
    EmergencyRoutes.add(to: doors)
    SightRoutes.add(to: doors)
    TransferRoutes.add(to: doors)
    HandoverRoutes.add(to: doors)
    RetentionRoutes.add(to: doors)
    DisclosureRoutes.add(to: doors)
    PrintRoutes.add(to: doors)
    PreparationRoutes.add(to: doors)
    PackRoutes.add(to: doors)
    YearPrintRoutes.add(to: doors)
    MinutesRoutes.add(to: doors)
    QuestionnaireRoutes.add(to: doors)
    GenogramRoutes.add(to: doors)
    EcomapRoutes.add(to: doors)
    FamilyTimelineRoutes.add(to: doors)
    StudyPackRoutes.add(to: doors)
    return doors
  }

  public func application(onStart: @escaping @Sendable () async -> Void = {}) -> some ApplicationProtocol {
    let doors = doors()
    doors.router.add(middleware: MissingPageMiddleware())
    let seats = LoopSeats(database)
    return Application(
      router: doors.router, server: HTTPServerBuilder { LoopChannel(inner: HTTP1Channel(responder: $0), seats: seats) },
      configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { _ in await onStart() },
      logger: log)
  }
}

extension Office {
  /// The scrypt hash of a password, at this office's cost.
  public func passwordHash(of password: String) async throws -> String { try await passwords.hash(password) }
}

extension Office {
  /// A code list by its number, empty when the municipality has none.
  func list(_ id: String) -> CodeList { catalogue.list(id) ?? CodeList(id: id, title: "", items: []) }
}

extension CodeList {
  /// The items on offer on a day, as a form shows them.
  func choices(on date: CivilDate) -> [(code: String, label: String)] { items(on: date).map { ($0.code, $0.label) } }
}
