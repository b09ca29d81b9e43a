import Casework
import Foundation

/// 「入口の決まり」 Who may come in, from where, and with how much proof. One field each, with its environment name.
public struct EntranceSettings: Sendable {
  /// Roles that sign in with a code as well. `TSUNAGI_SECOND_FACTOR`: roles with commas; default none. Recommended:
  /// `multiCoordinator,cityManager,cityStaff,systemAdministrator,auditor`.
  public var secondFactorRoles: Set<Role> = []
  /// Minutes after which a sensitive act asks again who sits there, 1–60. `TSUNAGI_CONFIRM_MINUTES`; default 10.
  public var confirmMinutes = 10
  /// Networks one may come from. `TSUNAGI_ALLOW`: blocks with commas; default everywhere.
  public var allowed: [NetworkRange] = []
  /// Narrower networks for some roles. `TSUNAGI_ALLOW_ROLES`: `role=block block;role=block`; default none.
  public var allowedByRole: [Role: [NetworkRange]] = [:]
  /// The address that browsers know, without a path. `TSUNAGI_PUBLIC_URL`; needed for the provider only.
  public var publicURL = ""
  /// Passwords are for administrators only. `TSUNAGI_LOCAL_SIGN_IN`: `all` (default) or `administrators`.
  public var isLocalForAdministratorsOnly = false
  public var provider = ProviderSettings()

  /// Whether a browser at this address may come in at all.
  func admits(_ address: String) -> Bool { allowed.isEmpty || allowed.contains { $0.contains(address) } }

  /// Whether somebody with these roles may come in from this address. Who has several lists must stand in each.
  func admits(_ address: String, roles: Set<Role>) -> Bool {
    roles.allSatisfy { role in allowedByRole[role].map { $0.contains { $0.contains(address) } } ?? true }
  }

  func needsFactor(_ roles: Set<Role>) -> Bool { !secondFactorRoles.isDisjoint(with: roles) }
}

/// 「認証基盤」 The municipality's OpenID Connect provider.
public struct ProviderSettings: Sendable {
  /// `TSUNAGI_OIDC_ISSUER`: an https address, exactly as the provider names itself; default none.
  public var issuer = ""
  /// `TSUNAGI_OIDC_CLIENT_ID`.
  public var clientID = ""
  /// A file with the client's secret, read at use. `TSUNAGI_OIDC_CLIENT_SECRET_FILE`.
  public var clientSecretFile = ""
  /// The claim that holds the sign-in name. `TSUNAGI_OIDC_CLAIM`; default `preferred_username`.
  public var claim = "preferred_username"
  /// What stands behind the `@` of that claim and is left out; any other domain is refused. `TSUNAGI_OIDC_DOMAIN`; default none.
  public var domain = ""
  /// How the sign-in page names it. `TSUNAGI_OIDC_NAME`; default 「庁内の認証基盤」.
  public var name = "庁内の認証基盤"

  public var isOn: Bool { !issuer.isEmpty }
}

extension EntranceSettings {
  /// Takes one setting from the environment. False for a name it does not know.
  mutating func take(_ name: String, _ value: String) throws -> Bool {
    switch name {
    case "TSUNAGI_SECOND_FACTOR": secondFactorRoles = Set(try EntranceSettings.words(value).map { try role($0, name) })
    case "TSUNAGI_ALLOW": allowed = try EntranceSettings.words(value).map { try range($0, name) }
    case "TSUNAGI_ALLOW_ROLES":
      for line in value.split(separator: ";") {
        let sides = line.split(separator: "=", maxSplits: 1).map(\.trimmed)
        guard sides.count == 2 else { throw unusable("\(name)は「役割=範囲 範囲;役割=範囲」の形で指定してください（現在「\(line)」）。") }
        allowedByRole[try role(sides[0], name)] = try EntranceSettings.words(sides[1]).map { try range($0, name) }
      }
    case "TSUNAGI_PUBLIC_URL":
      guard EntranceSettings.isAddress(value), !value.hasSuffix("/") else {
        throw unusable("\(name)は「https://」で始まり「/」で終わらない形で指定してください（現在「\(value)」）。")
      }
      publicURL = value
    case "TSUNAGI_LOCAL_SIGN_IN":
      guard ["all", "administrators"].contains(value) else { throw unusable("\(name)は all か administrators で指定してください（現在「\(value)」）。") }
      isLocalForAdministratorsOnly = value == "administrators"
    case "TSUNAGI_OIDC_ISSUER":
      guard EntranceSettings.isAddress(value) else { throw unusable("\(name)は「https://」で始まる形で指定してください（現在「\(value)」）。") }
      provider.issuer = value
    case "TSUNAGI_OIDC_CLIENT_ID": provider.clientID = value
    case "TSUNAGI_OIDC_CLIENT_SECRET_FILE": provider.clientSecretFile = value
    case "TSUNAGI_OIDC_CLAIM": provider.claim = value
    case "TSUNAGI_OIDC_DOMAIN": provider.domain = value
    case "TSUNAGI_OIDC_NAME": provider.name = value
    default: return false
    }
    return true
  }

  /// Settings that make sense only together.
  func check() throws {
    if provider.isOn, provider.clientID.isEmpty || provider.clientSecretFile.isEmpty || publicURL.isEmpty {
      throw unusable(
        "TSUNAGI_OIDC_ISSUERを指定したときは、TSUNAGI_OIDC_CLIENT_ID、TSUNAGI_OIDC_CLIENT_SECRET_FILE、TSUNAGI_PUBLIC_URLも指定してください。")
    }
    if isLocalForAdministratorsOnly, !provider.isOn {
      throw unusable("TSUNAGI_LOCAL_SIGN_IN=administratorsは、TSUNAGI_OIDC_ISSUERと一緒に指定してください。だれもサインインできなくなります。")
    }
  }

  /// What is in force, for `tsunagi settings`. The secret itself is in a file and not shown.
  var lines: [String] {
    [
      "TSUNAGI_SECOND_FACTOR=\(secondFactorRoles.map(\.rawValue).sorted().joined(separator: ","))",
      "TSUNAGI_CONFIRM_MINUTES=\(confirmMinutes)",
      "TSUNAGI_ALLOW=\(allowed.map(\.description).joined(separator: ","))",
      "TSUNAGI_ALLOW_ROLES="
        + allowedByRole.map { "\($0.rawValue)=\($1.map(\.description).joined(separator: " "))" }.sorted().joined(separator: ";"),
      "TSUNAGI_PUBLIC_URL=\(publicURL)", "TSUNAGI_LOCAL_SIGN_IN=\(isLocalForAdministratorsOnly ? "administrators" : "all")",
      "TSUNAGI_OIDC_ISSUER=\(provider.issuer)", "TSUNAGI_OIDC_CLIENT_ID=\(provider.clientID)",
      "TSUNAGI_OIDC_CLIENT_SECRET_FILE=\(provider.clientSecretFile)", "TSUNAGI_OIDC_CLAIM=\(provider.claim)",
      "TSUNAGI_OIDC_DOMAIN=\(provider.domain)", "TSUNAGI_OIDC_NAME=\(provider.name)",
    ]
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { String($0) }
  }

  /// An https address; http on this machine alone, for trying things out.
  static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1:") || text.hasPrefix("http://localhost:")
  }

  private func role(_ text: String, _ name: String) throws -> Role {
    if let role = Role.allCases.first(where: { $0.rawValue == text || $0.label == text }) { return role }
    throw unusable("\(name)の「\(text)」という役割はありません。次から選んでください：\(Role.allCases.map(\.rawValue).joined(separator: "、"))")
  }

  private func range(_ text: String, _ name: String) throws -> NetworkRange {
    if let range = NetworkRange(text) { return range }
    throw unusable("\(name)の「\(text)」は接続元の範囲として読めません。192.0.2.0/24 や 2001:db8::/32 の形で指定してください。")
  }

  private func unusable(_ words: String) -> OfficeSettings.Unusable { OfficeSettings.Unusable(description: words) }
}
