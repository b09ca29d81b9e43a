import Casework
import Municipalities
import Store

extension Office {
  /// The first administrator of a new office.
  public struct FirstAdministrator: Sendable {
    public let signInName: String
    public let name: String
    public let password: String

    public init(signInName: String, name: String, password: String) {
      self.signInName = signInName
      self.name = name
      self.password = password
    }

    /// - Throws: ``FieldErrors`` for a name or password that will not do.
    public func check() throws {
      let problems = [
        StaffInput.signInProblem(signInName).map { FieldProblem("sign_in_name", $0) },
        name.trimmed.isEmpty ? FieldProblem("name", "氏名を入力してください。") : nil,
        PasswordRule.problem(password, signInName: signInName).map { FieldProblem("password", $0) },
      ].compactMap(\.self)
      guard problems.isEmpty else { throw FieldErrors(problems) }
    }
  }

  /// Whether the data folder holds an office.
  public func isFounded() async throws -> Bool { try await database.read { try $0.exists("SELECT 1 FROM office") } }

  /// The profile the office was founded with; nil without an office.
  public func profileName() async throws -> String? {
    try await database.read { try $0.first("SELECT profile FROM office") { $0.text(0) } }
  }

  /// Founds an office (「事務所の開設」): the profile's agencies, and one administrator at the programme section.
  ///
  /// The administrator typed the password, so it need not be changed. There is no default password.
  /// - Throws: ``FieldErrors`` for a name or password that will not do.
  public func found(_ profile: Profile, administrator: FirstAdministrator, as operator: String) async throws {
    try administrator.check()
    let hash = try await passwordHash(of: administrator.password)
    let now = clock()
    let today = CivilDate.of(epochSeconds: now).iso
    let sections = profile.agencies.filter(\.isProgrammeSection).map(\.key)
    try await operate(as: `operator`, act: "foundOffice", subject: "office", detail: "profile \(profile.name)") { writing in
      try OfficeRecords.found(writing, name: profile.municipality, municipalityCode: profile.code, profile: profile.name, at: now)
      let agencies = try AgencyRecords.register(writing, profile)
      for section in sections.compactMap({ agencies[$0] }) {
        _ = try StaffRecords.appoint(
          writing,
          .init(
            agency: section, signInName: administrator.signInName, name: administrator.name.trimmed, jobTitle: "システム管理者",
            roles: [.systemAdministrator], from: today),
          passwordHash: hash, mustChange: false)
      }
    }
  }
}
