import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議資料一式の中身: what is in whose copy.
struct PackPaperTests {
  /// The pack as the named member of staff would make it, for the convener or for the member of an agency.
  private func document(_ world: MeetingWorld, _ meeting: Int, as name: String = "takikan", for agency: String? = nil) async throws
    -> Document
  {
    let id = MeetingID(meeting)
    return try await world.world.at(name, .buildPack) { desk in
      let opened = try desk.ownMeeting(id)
      let recipient = try PackQueries.recipients(desk, opened).first { $0.member.agencyName == agency }
      let paper = PackPaper.of(desk, opened, recipient)
      let items = try PackQueries.items(desk, opened, for: recipient?.member)
      let sections = try items.flatMap { paper.sections(try PackCase.gather(desk, $0, for: recipient?.member).content, drawings: []) }
      return Printout("会議資料一式", subject: "", desk: desk, caution: paper.caution, sections: [paper.cover(items)] + sections).document
    }
  }

  /// For looking at it as an image: `PAPER_OUT` names the folder.
  private func keep(_ document: Document, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["PAPER_OUT"] else { return }
    try Data(PDF(document).bytes).write(to: URL(filePath: folder).appending(path: name))
  }

  private func words(_ document: Document) -> String { document.lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") }

  /// A meeting with one case, everybody asked, one answer typed, one by telephone.
  private func prepared() async throws -> (world: MeetingWorld, meeting: Int) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let item = try await world.item(meeting)
    let agencies = [try await world.world.agency(MeetingWorld.east), try await world.world.agency(ReferralWorld.multi)]
    let asked = agencies.map { ("ask", "\(item):\($0)") } + [("due", "R8.11.21")]
    try #require(try await world.coordinator.post("/meetings/\(meeting)/preparation", asked).status == 303)
    let id = try await world.town.number("SELECT id FROM preparation WHERE agency_id = \(agencies[0])")
    let answer = [
      ("version", "1"), ("household", "母の疲れが目立つ。息子は夜に起きている様子。"), ("doing", "週に一度の訪問"), ("wanted", "架空地区の民生委員"),
      ("asks", "息子さんに会える機会を一緒につくってほしい。"), ("way", "phone"),
    ]
    try #require(try await world.coordinator.post("/preparations/\(id)", answer).status == 303)
    return (world, meeting)
  }

  @Test func `招集者控えには、次第・要約・年表・プラン・回答・論点・役割分担の案がそろう`() async throws {
    let (world, meeting) = try await prepared()
    let document = try await document(world, meeting)
    let text = words(document)
    for word in [
      "次第（目次）", "招集者控え", "議題1　架空 ハルさん", "世帯", "架空 実", "この3か月のできごと", "民生委員からの電話", "年表", "回覧板が止まっている。",
      "いまのプラン", "架空の長期目標", "準備の回答", "母の疲れが目立つ", "電話で聞き取り", "話し合うこと", "息子さんに会える機会", "架空地区の民生委員", "役割分担の案", "架空の役割",
      "まだ回答のない機関",
    ] { #expect(text.contains(word), "\(word)がありません") }
    #expect(document.sections.filter(\.restartsNumbering).count == 1)
    try Golden.compare(try PDF(document).transcript, "Tests/OfficeTests/Golden/Paper/pack.txt")
    try keep(document, "pack.pdf")
  }

  @Test func `自機関だけの記録は、だれの分にも入らない`() async throws {
    let (world, meeting) = try await prepared()
    try await world.world.at("takikan", .writeNote) { desk in
      let file = try desk.open(world.world.caseFile)
      try desk.writing.run(
        """
        INSERT INTO note (case_file_id, agency_id, staff_id, held_on, title, facts, visibility, recorded_at)
        VALUES (\(file.id), \(desk.staff.agencyID), \(desk.staff.id), \(desk.today.iso), '架空の所内の話', '架空', 'ownAgency', \(desk.now))
        """)
    }
    for agency in [nil, MeetingWorld.east] {
      let text = words(try await document(world, meeting, for: agency))
      #expect(!text.contains("架空の所内の話") && !text.contains("所内で担当を話し合った"), "\(agency ?? "控え")")
    }
  }

  @Test func `事例を開ける構成員の分には年表が入り、開けない構成員の分には議題だけが入る`() async throws {
    let (world, meeting) = try await prepared()
    let item = try await world.item(meeting)
    let disability = try await world.world.agency(ReferralWorld.disability)
    _ = try await world.coordinator.post("/meetings/\(meeting)/members", [("agency", "\(disability)"), ("item", "\(item)")])
    try await world.invite(meeting)
    for (name, words) in [(ReferralWorld.multi, "架空の調整の見立て。"), (ReferralWorld.disability, "架空の相談の見立て。")] {
      let agency = try await world.world.agency(name)
      _ = try await world.coordinator.post("/meetings/\(meeting)/preparation", [("ask", "\(item):\(agency)"), ("due", "R8.11.21")])
      let asked = try await world.town.number("SELECT id FROM preparation WHERE agency_id = \(agency)")
      let version = try await world.town.number("SELECT version FROM preparation WHERE agency_id = \(agency)")
      let told = [("version", "\(version)"), ("way", "fax"), ("told_by", "架空")]
      let answer = PreparationQuestion.allCases.map { ($0.rawValue, String(repeating: words, count: 6)) }
      let reply = try await world.coordinator.post("/preparations/\(asked)", answer + told)
      #expect(reply.status == 303, "\(reply.text)")
    }
    try keep(try await document(world, meeting, for: MeetingWorld.east), "pack-member.pdf")
    let east = words(try await document(world, meeting, for: MeetingWorld.east))
    #expect(east.contains("回覧板が止まっている。") && east.contains("部数番号") && !east.contains("招集者控え"))
    let called = words(try await document(world, meeting, for: ReferralWorld.disability))
    #expect(called.contains("架空の長期目標") && called.contains("母の疲れが目立つ"))
    #expect(!called.contains("回覧板が止まっている。") && !called.contains("年表"))
  }

  @Test func `支援措置のある事例では、構成員の分に事例の記録が入らない`() async throws {
    let (world, meeting) = try await prepared()
    let file = world.world.caseFile
    try await world.world.at("takikan", .recordProtection) { desk in
      try desk.writing.run(
        """
        INSERT INTO protection (resident_id, kind, level, basis, words, perpetrator_words, from_on, until_on, staff_id, agency_id, registered_at)
        SELECT resident_id, 'other', 'contacts', '架空', '架空', '架空', \(desk.today.iso), '2099-03-31', \(desk.staff.id), \(desk.staff.agencyID),
          \(desk.now) FROM case_file WHERE id = \(file)
        """)
    }
    let east = words(try await document(world, meeting, for: MeetingWorld.east))
    #expect(!east.contains("回覧板が止まっている。") && east.contains("母の疲れが目立つ"))
    #expect(words(try await document(world, meeting)).contains("回覧板が止まっている。"))
  }

  @Test func `議題を見せない構成員の分には、その議題が入らない`() async throws {
    let world = try await MeetingWorld.open()
    let other = try await world.another(1)
    let meeting = try await world.convene(more: ["\(other):plan"])
    try await world.invite(meeting)
    let disability = try await world.world.agency(ReferralWorld.disability)
    let call = [("agency", "\(disability)"), ("item", "\(try await world.item(meeting, 1))")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/members", call).status == 303)
    let text = words(try await document(world, meeting, for: ReferralWorld.disability))
    #expect(text.contains("架空 ハルさん") && !text.contains("架空事例1"))
  }

  @Test func `支援会議の資料は、その支援会議の一式にだけ入り、守秘の確認がまだの構成員の分は作れない`() async throws {
    let world = try await GuestWorld.open()
    let paper = [("kind", "text"), ("title", "架空の資料"), ("words", "架空の資料の中身"), ("copies", "3")]
    let tabled = try await world.section.post("/meetings/\(world.meeting)/items/\(world.item)/papers", paper)
    try #require(tabled.status == 303, "\(tabled.text)")
    let text = words(try await document(world.world, world.meeting, as: "shi"))
    #expect(text.contains("架空の資料の中身"))
    let disability = try await world.world.world.agency(ReferralWorld.disability)
    _ = try await world.section.post("/meetings/\(world.meeting)/members", [("agency", "\(disability)"), ("item", "\(world.item)")])
    let member = try await world.world.member(world.meeting, ReferralWorld.disability)
    let early = try await world.section.post("/meetings/\(world.meeting)/pack", [("for", "\(member)")])
    #expect(early.status == 422 && early.contains("守秘の確認がまだです"))
  }
}
