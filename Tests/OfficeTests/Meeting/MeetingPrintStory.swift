import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議の書類: each member prints what is tabled for him or her, and no more.
struct MeetingPrintStory {
  @Test func `会議録には、構成員に見える議題だけがあり、全体の記録は招集した側だけが印刷できる`() async throws {
    let world = try await MeetingWorld.open()
    let other = try await world.another(2)
    let meeting = try await world.convene(more: ["\(other):plan"])
    try await world.invite(meeting)
    try await world.holdWithBoth(meeting)
    let east = try await world.member(meeting, MeetingWorld.east)
    let second = try await world.item(meeting, 2)
    try await world.town.office.database.write {
      try $0.run("DELETE FROM meeting_item_member WHERE item_id = \(second) AND member_id = \(east)")
    }
    let first = try await world.item(meeting)
    #expect(try await world.decide(meeting, first, .approved, [("discussion", "架空の検討")]).status == 303)
    try await world.town.office.database.write { try $0.run("UPDATE meeting SET minutes = '架空の全体の記録' WHERE id = \(meeting)") }
    let page = try await world.coordinator.get("/meetings/\(meeting)")
    #expect(page.papers.count == 9 && page.contains("会議録"), "次第・会議録・名簿を三つの形で")
    for path in page.papers { #expect(try await world.coordinator.get(path).isPaper(path), "\(path)") }
    let whole = try await world.words(.minutes, meeting, as: "takikan")
    #expect(whole.contains("架空の検討") && whole.contains("架空事例2") && whole.contains("架空の全体の記録") && whole.contains("了承"))
    let member = try await world.words(.minutes, meeting, as: "houkatsu")
    #expect(member.contains("架空の検討") && !member.contains("架空事例2") && !member.contains("架空の全体の記録"))
    let agenda = try await world.words(.agenda, meeting, as: "houkatsu")
    #expect(agenda.contains("架空 ハルさん") && !agenda.contains("架空事例2"))
    let stranger = try await world.world.signedIn("kodomo")
    for paper in MeetingPrint.allCases { #expect(try await stranger.get("/meetings/\(meeting)/print/\(paper.rawValue)").status == 404) }
    #expect(try await world.coordinator.get("/meetings/\(meeting)/print/pledge").status == 404, "重層的支援会議に確認書はない")
  }

  @Test func `守秘の確認をするまで、支援会議の次第は印刷できず、確認書と名簿はできる`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let meeting = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    #expect(try await world.section.get("/meetings/\(meeting)/print/agenda").location == "/meetings/\(meeting)")
    #expect(try await world.section.get("/meetings/\(meeting)/print/minutes").location == "/meetings/\(meeting)")
    let pledge = try await world.section.get("/meetings/\(meeting)/print/pledge?as=csv")
    #expect(pledge.contains("1年以下の拘禁刑") && !pledge.contains("架空 ハル"))
    let blank = try await world.town.printing(as: "shi") { desk in
      try PDF(Printout("守秘の確認書", subject: "", desk: desk, sections: try PledgePaper.blank(desk)).document).transcript
    }
    #expect(blank.contains("社会福祉法第106条の6"), "手書き用にも文がある")
    if let folder = ProcessInfo.processInfo.environment["PAPER_OUT"] {
      for (path, name) in [("/meetings/\(meeting)/print/pledge?as=pdf", "pledge.pdf"), ("/blanks/pledge?as=pdf", "pledge-blank.pdf")] {
        try Data(try await world.section.get(path).bytes).write(to: URL(filePath: folder).appending(path: name))
      }
    }
    #expect(try await !world.section.get("/meetings/\(meeting)/print/members?as=csv").contains("架空 ハル"))
    _ = try await world.section.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    let agenda = try await world.section.get("/meetings/\(meeting)/print/agenda?as=csv")
    #expect(agenda.contains("架空 ハル") && agenda.contains("守秘の確認"))
  }

  @Test func `確認書の文は、会議の日に通用していたもの`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let meeting = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    try await world.town.office.database.write { try $0.run("UPDATE meeting SET held_on = '2025-05-31' WHERE id = \(meeting)") }
    let before = try await world.words(.pledge, meeting, as: "shi")
    #expect(before.contains("1年以下の懲役") && !before.contains("拘禁刑"))
    try await world.town.office.database.write { try $0.run("UPDATE meeting SET held_on = '2025-06-01' WHERE id = \(meeting)") }
    #expect(try await world.words(.pledge, meeting, as: "shi").contains("1年以下の拘禁刑"))
  }
}

extension MeetingWorld {
  /// What a paper of a meeting says to somebody.
  fileprivate func words(_ paper: MeetingPrint, _ meeting: Int, as name: String) async throws -> String {
    try await town.printing(as: name) { desk in
      let section = try paper.section(desk, try desk.openMeeting(MeetingID(meeting)))
      return Printout(paper.label, subject: "", desk: desk, sections: [section]).document.covered(by: desk.visit.veil).words
    }
  }
}
