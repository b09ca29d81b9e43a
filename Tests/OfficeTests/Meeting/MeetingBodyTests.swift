import Casework
import Foundation
import Municipalities
import Store
import Testing

@testable import Office

/// 会議体・つなぐ目安・守秘の確認文: data of the municipality.
@Suite struct MeetingBodyTests {
  @Test(arguments: Municipalities.names)
  func `会議体には、支援会議と重層的支援会議にあたるものがある`(name: String) throws {
    let profile = try Municipalities.profile(named: name)
    for kind in [MeetingKind.confidential, .planning] { #expect(profile.meetingBodies.contains { $0.kind == kind }) }
    #expect(!profile.referralChecklist.isEmpty && profile.referralChecklist.allSatisfy { !$0.label.isEmpty && !$0.example.isEmpty })
  }

  @Test func `美作市の会議体は実施計画のとおり`() throws {
    let names = try Municipalities.profile(named: "mimasaka").meetingBodies.map(\.name)
    #expect(names == ["支援会議", "重層的支援会議", "推進会議", "個別会議"])
  }

  @Test func `確認文は2025年6月から拘禁刑になる`() throws {
    let pledges = try Municipalities.profile(named: "sample").pledges
    let before = Pledge.text(on: try #require(CivilDate(iso: "2025-05-31")), of: pledges)
    let after = Pledge.text(on: try #require(CivilDate(iso: "2025-06-01")), of: pledges)
    #expect(before?.contains("1年以下の懲役") == true && before?.contains("拘禁刑") == false)
    #expect(after?.contains("1年以下の拘禁刑") == true && after?.contains("懲役") == false)
  }

  @Test func `新しい項目のない古いプロファイルも読める`() throws {
    let profile = try Municipalities.profile(named: "sample")
    var content = try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(profile)) as? [String: Any])
    for key in ["meetingBodies", "referralChecklist", "pledges"] { content[key] = nil }
    let old = try JSONDecoder().decode(Profile.self, from: JSONSerialization.data(withJSONObject: content))
    #expect(old.meetingBodies.map(\.name) == ["支援会議", "重層的支援会議"])
    #expect(!old.referralChecklist.isEmpty && old.pledges.count == 2)
  }

  @Test func `事務所は、開いたときのプロファイルで動く`() async throws {
    let town = try await Town.open()
    let name = try await town.office.database.read { try Office.profile($0).name }
    #expect(name == "sample")
  }
}
