import Casework
import Foundation

/// Everything that can be set from outside (「設定」). One field each: unit, default, environment name, extremes.
public struct OfficeSettings: Sendable {
  /// Folder of the database and the attachments. `--data` or `TSUNAGI_DATA`; default `data`. Created when missing.
  public var dataFolder: URL
  /// Address to listen on. `TSUNAGI_HOST`; default 127.0.0.1: a proxy on the same machine ends TLS.
  public var host = "127.0.0.1"
  /// TCP port, 1–65535; 0 lets the system choose. `TSUNAGI_PORT`; default 8080.
  public var port = 8080
  /// Minutes without a request after which a session ends, 5–480. `TSUNAGI_IDLE_MINUTES`; default 30.
  public var idleMinutes = 30
  /// Cookies are `__Host-` and `Secure`. `TSUNAGI_SECURE=1`; default off, to be switched on behind TLS.
  public var isSecure = false
  /// Address of the one proxy whose `X-Forwarded-For` is believed. `TSUNAGI_TRUSTED_PROXY`; default none.
  public var trustedProxy: String?
  /// Largest attachment in bytes, 10,000–100,000,000. `TSUNAGI_UPLOAD_BYTES`; default 10,000,000.
  public var uploadBytes = 10_000_000
  /// Reading connections to the database, 1–16. `TSUNAGI_READERS`; default 2: one a core measured best on two cores.
  public var readers = 2
  /// Days until an answer to a つなぎ is due, 1–90. `TSUNAGI_ANSWER_DAYS`; default 7.
  public var answerDays = 7
  /// Days after a meeting until its ふり返り closes and the summary is shown, 1–30. `TSUNAGI_QUESTIONNAIRE_DAYS`; default 7.
  public var questionnaireDays = QuestionnaireClosing.usualDays
  /// Hours that the form of a 緊急閲覧 begins with, 1–24. `TSUNAGI_EMERGENCY_HOURS`; default 4.
  public var emergencyHours = 4
  /// Years for which the audit log stays in the database, 1–30. `TSUNAGI_AUDIT_YEARS`; default 5 (reference §8.2: at least 1, usually 3–5).
  public var auditYears = 5
  /// Work factor of scrypt as a power of two, 14–17. `TSUNAGI_PASSWORD_COST`; default 15 (32 MB, about 0.2 s a sign-in).
  public var passwordCost = 15
  /// Program to which every attachment is piped before it is kept; exit status 0 means clean. `TSUNAGI_VIRUS_SCAN`; default none.
  public var virusScan: String?
  /// Who may come in, from where, and with how much proof.
  public var entrance = EntranceSettings()
  /// Show the sign-ins of the sample town on the sign-in page. Set by the demo only.
  public var demoSignIns: [DemoSignIn] = []

  public struct DemoSignIn: Sendable {
    public let name: String
    public let about: String
    public let password: String

    public init(name: String, about: String, password: String) {
      self.name = name
      self.about = about
      self.password = password
    }
  }

  public init(dataFolder: URL) { self.dataFolder = dataFolder }

  public var databasePath: String { dataFolder.appending(path: "tsunagi.sqlite").path }
}

extension OfficeSettings {
  public struct Unusable: Error, CustomStringConvertible {
    public let description: String
  }

  private static let numbers: [(String, any WritableKeyPath<OfficeSettings, Int> & Sendable, ClosedRange<Int>)] = [
    ("TSUNAGI_PORT", \.port, 0...65_535), ("TSUNAGI_IDLE_MINUTES", \.idleMinutes, 5...480),
    ("TSUNAGI_UPLOAD_BYTES", \.uploadBytes, 10_000...100_000_000), ("TSUNAGI_READERS", \.readers, 1...16),
    ("TSUNAGI_ANSWER_DAYS", \.answerDays, 1...90),
    ("TSUNAGI_QUESTIONNAIRE_DAYS", \.questionnaireDays, 1...MeetingStage.sightDays), ("TSUNAGI_EMERGENCY_HOURS", \.emergencyHours, 1...24),
    ("TSUNAGI_AUDIT_YEARS", \.auditYears, 1...30),
    ("TSUNAGI_PASSWORD_COST", \.passwordCost, 14...17),
    ("TSUNAGI_CONFIRM_MINUTES", \.entrance.confirmMinutes, 1...60),
  ]

  /// Settings from the environment. An unknown `TSUNAGI_*` name or a value out of range stops the start, with what to do.
  public static func from(_ environment: [String: String], dataFolder: URL? = nil) throws -> OfficeSettings {
    var settings = OfficeSettings(dataFolder: dataFolder ?? URL(filePath: environment["TSUNAGI_DATA"] ?? "data"))
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("TSUNAGI_") {
      if let (_, path, range) = numbers.first(where: { $0.0 == name }) {
        guard let number = Int(value), range.contains(number) else {
          throw Unusable(description: "\(name)は\(range.lowerBound)〜\(range.upperBound)の整数で指定してください（現在「\(value)」）。")
        }
        settings[keyPath: path] = number
        continue
      }
      switch name {
      case "TSUNAGI_DATA": break
      case "TSUNAGI_HOST": settings.host = value
      case "TSUNAGI_SECURE": settings.isSecure = value == "1"
      case "TSUNAGI_TRUSTED_PROXY": settings.trustedProxy = value.isEmpty ? nil : value
      case "TSUNAGI_VIRUS_SCAN": settings.virusScan = value.isEmpty ? nil : value
      case _ where try settings.entrance.take(name, value): break
      default: throw Unusable(description: "\(name)という設定はありません。綴りを確かめるか、この環境変数を消してください。")
      }
    }
    try settings.entrance.check()
    return settings
  }

  /// What is in force, for `tsunagi settings`.
  public var lines: [String] {
    [
      "TSUNAGI_DATA=\(dataFolder.path)", "TSUNAGI_HOST=\(host)", "TSUNAGI_PORT=\(port)", "TSUNAGI_IDLE_MINUTES=\(idleMinutes)",
      "TSUNAGI_SECURE=\(isSecure ? 1 : 0)", "TSUNAGI_TRUSTED_PROXY=\(trustedProxy ?? "")", "TSUNAGI_UPLOAD_BYTES=\(uploadBytes)",
      "TSUNAGI_READERS=\(readers)", "TSUNAGI_ANSWER_DAYS=\(answerDays)",
      "TSUNAGI_QUESTIONNAIRE_DAYS=\(questionnaireDays)", "TSUNAGI_EMERGENCY_HOURS=\(emergencyHours)",
      "TSUNAGI_PASSWORD_COST=\(passwordCost)",
      "TSUNAGI_VIRUS_SCAN=\(virusScan ?? "")", "TSUNAGI_AUDIT_YEARS=\(auditYears)",
    ] + entrance.lines
  }
}
