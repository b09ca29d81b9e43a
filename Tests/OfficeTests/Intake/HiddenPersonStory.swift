import Casework
import Store
import Testing

@testable import Office

/// A person with a case out of reach is offered exactly as anybody on record, byte for byte.
@Suite struct HiddenPersonStory {
  /// What another agency knows and this one must not learn.
  static let secret =
    Typed.person("齋藤 ハナ", kana: "さいとう はな", birth: "S30.3.3") + [
      ("address", "秘密町九丁目9番9号"), ("phone_mobile", "000-0000-9999"), ("concern_text", "夫から逃げている"), ("concerns", "14"),
    ]
  static let asked =
    Typed.person("斎藤 はな", kana: "サイトウ ハナ", birth: "1955-03-03") + [
      ("address", "秘密町九丁目9番9号"), ("phone_mobile", "000-0000-9999"),
    ]

  /// The pages a counsellor sees from the search to the recorded consultation.
  private func pages(_ town: Town, choose same: String = "record") async throws -> [String] {
    let counsellor = try await town.signedIn("houkatsu")
    let search = try await counsellor.post("/consultations/candidates", HiddenPersonStory.asked)
    let question = try await counsellor.post("/consultations", HiddenPersonStory.asked)
    let chosen = HiddenPersonStory.asked + [("same_for", question.field("same_for") ?? ""), ("same", same)]
    let saved = try await counsellor.post("/consultations", chosen)
    let page = try await counsellor.get(saved.location)
    let file = try await counsellor.get("/cases/\(try await town.number("SELECT max(id) FROM case_file"))")
    return [search, question, page, file].map { "\($0.status)\n\($0.withoutTokens(counsellor))" }
  }

  /// Numbers of rows and of receptions tell only how busy the office is.
  private func withoutNumbers(_ page: String) -> String {
    page.replacing(/R8-U?[0-9]{5}/, with: "R8").replacing(/\/(cases|consultations)\/[0-9]+/, with: "/")
      .replacing(/case=[0-9]+/, with: "").replacing(/consultation=[0-9]+/, with: "")
  }

  @Test func `ほかの機関の事例の人は、名簿だけの人と同じ画面になる`() async throws {
    let hidden = try await Town.open()
    _ = try await hidden.signedIn("houkatsu-nishi").record(HiddenPersonStory.secret)
    let plain = try await Town.open()
    try await plain.registered("齋藤 ハナ", kana: "さいとう はな", birth: "1955-03-03", address: "見本町1", phone: "")
    let several = try await Town.open()
    _ = try await several.signedIn("houkatsu-nishi").record(HiddenPersonStory.secret)
    let decided = try await several.signedIn("shougai").post("/consultations", HiddenPersonStory.secret).field("same_for") ?? ""
    _ = try await several.signedIn("shougai").record(HiddenPersonStory.secret + [("same_for", decided), ("same", "new")])
    try await several.registered("斉藤 はな", kana: "さいとう はな", birth: "1955-03-03")

    let pages = [try await pages(hidden), try await pages(plain), try await pages(several)]
    let isOffered = pages[0][0].contains("名簿に記録があります")
    #expect(isOffered)
    let isSameBeforeRecording = pages[0][0] == pages[1][0] && pages[0][1] == pages[1][1]
    #expect(isSameBeforeRecording)
    for (index, page) in pages[0].enumerated() {
      let isSame = [pages[1], pages[2]].allSatisfy { withoutNumbers($0[index]) == withoutNumbers(page) }
      #expect(isSame, "page \(index)")
    }
    for page in pages.flatMap(\.self) {
      let leaks = ["齋藤", "斉藤", "夫から逃げている", "架空 西子", "架空 次郎さん", "見本町1"].filter { page.contains($0) }
      #expect(leaks.isEmpty)
    }
  }

  @Test func `つないだあとも、相手の住所や電話は出ない`() async throws {
    let town = try await Town.open()
    _ = try await town.signedIn("houkatsu-nishi").record(HiddenPersonStory.secret)
    let counsellor = try await town.signedIn("houkatsu")
    let asked = Typed.person("斎藤 はな", kana: "さいとう はな", birth: "S30.3.3")
    let decided = try #require(try await counsellor.post("/consultations", asked).field("same_for"))
    let id = try await counsellor.record(asked + [("same_for", decided), ("same", "record")])
    let page = try await counsellor.get("/consultations/\(id)").text + counsellor.get("/cases/3").text
    let leaks = ["秘密町", "9999", "齋藤", "夫から"].filter { page.contains($0) }
    #expect(leaks.isEmpty)
    // The office knows that both are one person.
    #expect(try await town.number("SELECT same_as FROM resident WHERE id = 2") == 1)
    // And the searcher is from now on shown the own record only.
    let again = try await counsellor.post("/consultations/candidates", asked)
    #expect(again.contains("/cases/3"))
    #expect(!again.contains("名簿に記録があります"))
  }

  @Test func `氏名だけ、生年月日だけ、電話だけでは、見られない人のことは何も言わない`() async throws {
    let town = try await Town.open()
    let empty = try await Town.open()
    _ = try await town.signedIn("houkatsu-nishi").record(HiddenPersonStory.secret)
    let probes = [
      Typed.person("齋藤 ハナ", kana: "さいとう はな"), Typed.person("齋藤 ハナ", kana: "さいとう はな", birth: "70代"),
      Typed.person("別名 だれ", birth: "S30.3.3") + [("phone_mobile", "000-0000-9999"), ("address", "秘密町九丁目9番9号")],
      Typed.person("齋藤 ハナ", kana: "さいとう はな", birth: "S30.3.4"),
    ]
    let counsellor = try await town.signedIn("houkatsu")
    let there = try await empty.signedIn("houkatsu")
    for probe in probes {
      let one = try await counsellor.post("/consultations/candidates", probe)
      let other = try await there.post("/consultations/candidates", probe)
      let isSame = one.withoutTokens(counsellor) == other.withoutTokens(there)
      #expect(isSame)
    }
  }
}
