import Casework
import Foundation
import Testing

@testable import Office

/// 入口の設定.
@Suite struct EntranceSettingsTests {
  @Test func `役割・範囲・認証基盤を環境変数から読む`() throws {
    let settings = try OfficeSettings.from([
      "TSUNAGI_SECOND_FACTOR": "multiCoordinator, 監査担当", "TSUNAGI_CONFIRM_MINUTES": "5", "TSUNAGI_ALLOW": "192.0.2.0/24,2001:db8::/32",
      "TSUNAGI_ALLOW_ROLES": "systemAdministrator=192.0.2.0/28 192.0.2.64; auditor=2001:db8::1",
      "TSUNAGI_PUBLIC_URL": "https://tsunagi.example.lg.jp",
      "TSUNAGI_OIDC_ISSUER": "https://id.example.lg.jp/", "TSUNAGI_OIDC_CLIENT_ID": "x", "TSUNAGI_OIDC_CLIENT_SECRET_FILE": "/x",
      "TSUNAGI_LOCAL_SIGN_IN": "administrators",
    ])
    #expect(settings.entrance.secondFactorRoles == [.multiCoordinator, .auditor] && settings.entrance.confirmMinutes == 5)
    #expect(settings.entrance.allowed.count == 2 && settings.entrance.allowedByRole[.systemAdministrator]?.count == 2)
    #expect(settings.entrance.isLocalForAdministratorsOnly && settings.entrance.provider.claim == "preferred_username")
    for line in ["TSUNAGI_SECOND_FACTOR=auditor,multiCoordinator", "TSUNAGI_ALLOW=192.0.2.0/24,2001:db8::/32", "TSUNAGI_CONFIRM_MINUTES=5"]
    {
      #expect(settings.lines.contains(line), "\(line)")
    }
  }

  @Test(arguments: [
    (["TSUNAGI_SECOND_FACTOR": "naimono"], "役割はありません"), (["TSUNAGI_ALLOW": "192.0.2.0/33"], "192.0.2.0/24"),
    (["TSUNAGI_ALLOW_ROLES": "auditor"], "役割=範囲"), (["TSUNAGI_CONFIRM_MINUTES": "0"], "1〜60"),
    (["TSUNAGI_OIDC_ISSUER": "http://id.example.lg.jp"], "https://"),
    (["TSUNAGI_OIDC_ISSUER": "https://id.example.lg.jp"], "TSUNAGI_PUBLIC_URL"),
    (["TSUNAGI_LOCAL_SIGN_IN": "administrators"], "だれもサインインできなく"), (["TSUNAGI_LOCAL_SIGN_IN": "nobody"], "all か administrators"),
    (["TSUNAGI_PUBLIC_URL": "tsunagi.example.lg.jp"], "https://"), (["TSUNAGI_OIDC_NAIMONO": "1"], "という設定はありません"),
  ]) func `間違った設定では始まらず、どう直すかを言う`(environment: [String: String], words: String) {
    do {
      _ = try OfficeSettings.from(environment)
      Issue.record("\(environment)が通った")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  @Test func `何も決めなければ、これまでどおり`() throws {
    let entrance = try OfficeSettings.from([:]).entrance
    #expect(entrance.secondFactorRoles.isEmpty && entrance.confirmMinutes == 10 && entrance.allowed.isEmpty && !entrance.provider.isOn)
    #expect(entrance.admits("203.0.113.5") && entrance.admits("203.0.113.5", roles: Set(Role.allCases)))
  }
}
