import Casework
import Foundation
import Municipalities
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 開設したばかりの美作市の事務所: its own agencies, its own staff, and every paper there is.
struct FoundedOfficeStory {
  private static func names() throws -> [String] { try Municipalities.profile(named: "mimasaka").agencies.map(\.name) }

  /// One paper of one case in three formats, and as it lies on the sheet.
  private func check(_ town: Town, _ form: PrintedForm, of file: Int, as name: String) async throws {
    let document = try await town.document(form.id, of: file, as: name)
    #expect(!document.sections.isEmpty, "\(form.id)が一つもない")
    let sheet = try PDF(document).transcript
    let isOwn = try Self.names().contains { sheet.contains($0) } || sheet.contains("美作市")
    #expect(isOwn, "\(form.id)に、この事務所の機関の名前がない")
    #expect(!sheet.contains("見本地域包括支援センター") && !sheet.contains("見本市 地域福祉課"), "\(form.id)")
    let visitor = try await town.signedIn(name)
    let paths = try await visitor.get("/cases/\(file)/print").papers.filter { $0.contains("/print/\(form.id)?") }
    for format in ["pdf", "xlsx", "csv"] {
      let path = try #require(paths.first { $0.contains("as=\(format)") }, "\(form.id) \(format)")
      let reply = try await visitor.get(path)
      #expect(reply.status == 200 && reply.isPaper(path), "\(path) \(reply.status)")
    }
  }

  @Test func `美作市の事務所を新しく開き、事例のすべての書類を三つの形で出力できる`() async throws {
    let town = try await FoundedOffice.mimasaka()
    #expect(try await town.text("SELECT profile || name FROM office") == "mimasaka美作市")
    let world = try await PrintWorld.open(in: town)
    let unagreed = try await town.number("SELECT case_file_id FROM consultation WHERE form = 'consultation-no-consent'")
    // The reception is the paper of who took it; all others are the coordinator's too.
    for form in PrintCatalogue.all where form.id != "pledge" {
      switch form.id {
      case "consultation-no-consent": try await check(town, form, of: unagreed, as: "houkatsu-nishi")
      default: try await check(town, form, of: world.running, as: "takikan")
      }
    }
    let decision = try await town.document("decision", of: world.running, as: "takikan").words
    #expect(decision.contains("美作市"))
    let plan = try await town.document("plan", of: world.running, as: "takikan").words
    #expect(plan.contains("美作市総合相談支援センター 各社協地域ステーション"))
  }

  @Test func `美作市の会議のすべての書類と資料一式、年度の計画書一式、手書き用の用紙も出力できる`() async throws {
    let town = try await FoundedOffice.mimasaka()
    let (held, ahead) = (
      try await town.number("SELECT id FROM meeting WHERE kind = 'planning'"),
      try await town.number("SELECT id FROM meeting WHERE kind = 'confidential'")
    )
    var printed: Set<String> = []
    for (meeting, name) in [(held, "takikan"), (ahead, "shi")] {
      let visitor = try await town.signedIn(name)
      for path in try await visitor.get("/meetings/\(meeting)").papers {
        let reply = try await visitor.get(path)
        #expect(reply.status == 200 && reply.isPaper(path), "\(path) \(reply.status)")
        printed.insert(String(path.split(separator: "/").last?.prefix { $0 != "?" } ?? ""))
      }
      #expect(try await visitor.post("/meetings/\(meeting)/pack", [("for", "own")]).status == 303)
    }
    #expect(printed == Set(MeetingPrint.allCases.map(\.rawValue)))
    let members = try await town.printing(as: "shi") { desk in
      try MeetingPrint.members.section(desk, try desk.openMeeting(MeetingID(ahead)))
    }
    let listed = Document(title: "", made: Date(timeIntervalSince1970: 0), sections: [members]).words
    for name in ["美作市 福祉政策課", "美作市総合相談支援センター", "障害者地域活動支援センターなごみ"] { #expect(listed.contains(name), "\(name)") }
    let coordinator = try await town.signedIn("takikan")
    #expect(try await coordinator.post("/prints/year", [("year", "2026")]).status == 303)
    try await town.office.makeQueuedPacks()
    #expect(try await town.number("SELECT count(*) FROM pack WHERE state = 'done'") == 3)
    for form in PrintCatalogue.all where form.blank != nil {
      for format in ["pdf", "xlsx", "csv"] {
        let path = "/blanks/\(form.id)?as=\(format)"
        #expect(try await coordinator.get(path).isPaper(path), "\(path)")
      }
    }
  }
}
