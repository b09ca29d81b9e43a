import Casework
import SampleTown
import Store
import Testing

@testable import Office

/// The 支援会議 that is ahead in the furnished sample town: three agencies were asked, two have answered.
@Suite struct SamplePreparationStory {
  @Test func `見本のまちの次の支援会議では、二つの機関が準備の問いに答え、一つがまだ答えていない`() async throws {
    let town = try await SampleTownStory.furnished()
    let meeting = try await town.number("SELECT id FROM meeting WHERE kind = 'confidential' AND stage = 'invited'")
    let section = try await town.signedIn("shi")
    let page = try await section.get("/meetings/\(meeting)/preparation")
    #expect(page.contains("回答あり") && page.contains("回答待ち") && page.contains("回答のないものが1件"))
    #expect(try await town.number("SELECT count(*) FROM preparation WHERE answered_at IS NOT NULL") == 2)
    let item = try await town.number("SELECT id FROM meeting_item WHERE meeting_id = \(meeting)")
    let answers = try await section.get("/meetings/\(meeting)/items/\(item)/answers")
    #expect(answers.contains("介護予防の訪問を月に2回") && answers.contains("電話で聞き取り"))
    #expect(try await town.signedIn("shougai").get("/preparations").contains("回答待ち"))
    // And the pack that somebody builds of it holds the answers.
    #expect(try await section.post("/meetings/\(meeting)/pack", [("for", "own")]).status == 303)
    try await town.office.makeQueuedPacks()
    #expect(try await town.text("SELECT state FROM pack") == "done")
  }
}
