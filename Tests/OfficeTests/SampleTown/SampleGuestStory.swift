import Casework
import Store
import Testing

@testable import Office

/// The 支援会議 of the furnished sample town: a paper on the table, and a teacher who answered by telephone.
@Suite struct SampleGuestStory {
  @Test func `見本のまちには、資料の出た支援会議と、電話で答えた外部の先生がいる`() async throws {
    let town = try await SampleTownStory.furnished()
    let meeting = try await town.number("SELECT id FROM meeting WHERE kind = 'confidential'")
    let section = try await town.signedIn("shi")
    let item = try await town.number("SELECT id FROM meeting_item WHERE meeting_id = \(meeting)")
    let page = try await section.get("/meetings/\(meeting)/items/\(item)")
    #expect(page.contains("これまでの経過（支援会議の資料）") && page.contains("架空 先生") && page.contains("届いた回答"))
    let guests = try await section.get("/meetings/\(meeting)/guests")
    #expect(guests.contains("見本高等学校 担任") && guests.contains("リンクはまだ作っていません"))
    let file = try await town.number("SELECT case_file_id FROM meeting_item WHERE id = \(item)")
    for name in ["shi", "takikan", "houkatsu-nishi"] {
      let page = try await town.signedIn(name).get("/cases/\(file)")
      #expect(page.status == 200 && !page.contains("晴美さんは支援者と会うことを望んでいない。父の介護予防"), "\(name)")
    }
  }
}
