import Casework
import Foundation
import Municipalities
import Store
import Testing

@testable import Office

/// Profiles of municipalities, and an office founded with one.
@Suite struct ProfileTests {
  @Test(arguments: Municipalities.names)
  func `用意してあるプロファイルは、どれも決まりに合う`(name: String) throws {
    let profile = try Municipalities.profile(named: name)
    #expect(profile.name == name && MunicipalityCode(profile.code) != nil)
  }

  @Test func `ない名前のプロファイルは、ある名前を示して断る`() {
    #expect(throws: ProfileProblem.self) { try Municipalities.profile(named: "架空") }
  }

  @Test func `美作市のプロファイルは実施計画の表のとおり`() throws {
    let profile = try Municipalities.profile(named: "mimasaka")
    #expect(profile.code == "332151" && profile.fields == ["01", "02", "03", "04"])
    let table: [(String, Int, Delivery)] = [
      ("美作市地域包括支援センター", 6, .entrusted), ("障害者地域活動支援センターなごみ", 1, .entrusted), ("発達支援センター", 1, .direct),
      ("地域子育て支援センター", 4, .direct), ("美作市総合相談支援センター 各社協地域ステーション", 6, .entrusted),
    ]
    for (name, sites, delivery) in table {
      let agency = try #require(profile.agencies.first { $0.name == name })
      #expect(agency.sites == sites && agency.takesReferrals)
      #expect(agency.programmes.map(\.programme) == [.consult] && agency.programmes.map(\.delivery) == [delivery])
    }
    #expect(profile.agencies.filter { $0.programmes.contains { $0.programme == .multi } }.map(\.name) == ["美作市総合相談支援センター"])
  }

  @Test func `見本のまちのプロファイルの名前は、どれも架空とわかる`() throws {
    for agency in try Municipalities.profile(named: "sample").agencies {
      #expect(agency.name.hasPrefix("見本") || agency.name.hasPrefix("架空"))
    }
  }

  @Test func `美作市の事務所を開くと、最初の管理者が職員を登録できる`() async throws {
    var settings = OfficeSettings(dataFolder: .temporaryDirectory)
    settings.passwordCost = 14
    let office = Office(
      settings: settings, database: try Database.temporary(migrations: Schema.migrations), catalogue: try Municipalities.catalogue(),
      clock: { 1_795_219_200 })
    #expect(try await !office.isFounded())
    let administrator = Office.FirstAdministrator(signInName: "kanri", name: "架空 管理", password: "tadashii-nagai-kotoba")
    try await office.found(try Municipalities.profile(named: "mimasaka"), administrator: administrator, as: "架空 操作")
    #expect(try await office.isFounded())
    #expect(try await office.staffLines(withFormer: false, as: "架空 操作") == ["kanri\t架空 管理\t美作市 福祉政策課\tシステム管理者\t"])
    let about = try await office.database.read { try $0.first("SELECT about FROM agency WHERE name = '地域子育て支援センター'") { $0.text(0) } }
    #expect(about?.hasSuffix("設置数：4か所。") == true)
    await #expect(throws: FieldErrors.self) {
      try await office.found(
        try Municipalities.profile(named: "sample"), administrator: .init(signInName: "a", name: " ", password: "mijikai"), as: "架空 操作")
    }
  }
}
