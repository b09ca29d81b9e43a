import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 書類の出力: what the list offers can be printed, in every form, and says no more than the screens do.
struct PrintStory {
  @Test func `一覧にある書類は、どれも四つの形で出力できる`() async throws {
    let world = try await PrintWorld.open()
    let coordinator = try await world.town.signedIn("takikan")
    let papers = try await coordinator.get("/cases/\(world.running)/print").papers
    let ids = Set(papers.compactMap { $0.split(separator: "/").last?.prefix { $0 != "?" } }.map(String.init))
    #expect(ids == Set(PrintCatalogue.all.map(\.id)).subtracting(["pledge", "consultation-no-consent"]))
    for path in papers {
      let reply = try await coordinator.get(path)
      #expect(reply.status == 200, "\(path) \(reply.status)")
      #expect(reply.isPaper(path), "\(path)")
      try reply.keep(path)
    }
    let printed = try await world.town.number(
      "SELECT count(*) FROM audit_entry WHERE act = 'printPaper' AND subject LIKE '%paper plan %' AND case_file_id = \(world.running)")
    #expect(printed == 4, "四つの形のどれも、監査記録に残る")
  }

  @Test func `まちのどの事例の書類も、見られる職員が出力できる`() async throws {
    let world = try await PrintWorld.open()
    for name in ["houkatsu", "shi"] {
      let visitor = try await world.town.signedIn(name)
      let files = try await world.town.office.database.read { reading in
        try reading.rows(
          """
          SELECT g.case_file_id FROM case_ground g JOIN staff s ON s.agency_id = g.agency_id
          WHERE s.sign_in_name = \(name) AND g.is_open = 1 GROUP BY g.case_file_id
          """
        ) { $0.int(0) }
      }
      #expect(!files.isEmpty)
      for file in files {
        for path in try await visitor.get("/cases/\(file)/print").papers where path.contains("as=csv") || path.contains("as=pdf") {
          let reply = try await visitor.get(path)
          #expect(reply.status == 200 && reply.isPaper(path), "\(name) \(path) \(reply.status)")
        }
      }
    }
  }

  @Test func `美作市のプロファイルでも、すべての書類と用紙が出力できる`() async throws {
    let world = try await PrintWorld.open()
    try await world.town.office.database.write { try $0.run("UPDATE office SET profile = 'mimasaka', name = '美作市'") }
    let coordinator = try await world.town.signedIn("takikan")
    for path in try await coordinator.get("/cases/\(world.running)/print").papers where path.contains("as=pdf") {
      #expect(try await coordinator.get(path).isPaper(path), "\(path)")
    }
    #expect(try await world.town.document("decision", of: world.running, as: "takikan").words.contains("美作市"))
    for form in PrintCatalogue.all where form.blank != nil {
      for path in ["/blanks/\(form.id)", "/blanks/\(form.id)?as=xlsx"] {
        #expect(try await coordinator.get(path).isPaper(path), "\(path)")
      }
    }
    let list = try await coordinator.get("/blanks")
    #expect(list.contains("守秘の確認書") && list.contains("様式1-2"))
  }

  @Test func `ほかの事例の番号では、何も出力できない`() async throws {
    let world = try await PrintWorld.open()
    let coordinator = try await world.town.signedIn("takikan")
    let plan = try await world.town.number("SELECT p.id FROM plan p JOIN coordination k ON k.id = p.coordination_id LIMIT 1")
    let other = try await world.town.number("SELECT case_file_id FROM coordination WHERE stage = 'preConsent'")
    for path in ["plan?copy=\(plan)", "plain-plan?copy=\(plan)", "review?copy=\(plan)", "plan?copy=99999", "pledge", "kakuu"] {
      #expect(try await coordinator.get("/cases/\(other)/print/\(path)").status == 404, "\(path)")
    }
    let referral = try await world.town.number("SELECT id FROM referral WHERE case_file_id = \(world.running) ORDER BY id LIMIT 1")
    #expect(try await coordinator.get("/cases/\(other)/print/referral?copy=\(referral)").status == 404)
    let stranger = try await world.town.signedIn("houkatsu-nishi")
    #expect(try await stranger.get("/cases/\(world.running)/print/plan?copy=\(plan)").status == 404)
  }

  @Test func `Shift_JISにない文字は、書き出す前に知らせ、承知のうえなら下駄にする`() async throws {
    let world = try await ReferralWorld.open()
    try await world.town.office.database.write { [file = world.caseFile] in
      try $0.run("UPDATE resident SET name = '架空 𠮟' WHERE id = (SELECT resident_id FROM case_file WHERE id = \(file))")
      try $0.run("UPDATE case_file SET label = '架空 𠮟' WHERE id = \(file)")
    }
    let visitor = try await world.signedIn("houkatsu")
    let path = "/cases/\(world.caseFile)/print/progress?as=cp932"
    let warned = try await visitor.get(path)
    #expect(warned.status == 200 && warned.contains("Shift_JISにない文字") && warned.contains("𠮟"))
    let lossy = try await visitor.get(path + "&lossy=on")
    #expect(lossy.bytes.contains([0x81, 0xAC]), "〓")
    #expect(try await visitor.get("/cases/\(world.caseFile)/print/progress?as=csv").contains("𠮟"))
  }
}

extension Reply {
  /// Keeps a workbook to look at, where `PAPERS` names a folder.
  fileprivate func keep(_ path: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["PAPERS"], path.contains("as=xlsx") else { return }
    let name = path.split(separator: "/").last?.prefix { $0 != "?" } ?? "paper"
    try Data(bytes).write(to: URL(filePath: folder).appending(path: "\(name).xlsx"))
  }

  /// It begins as a file of the kind that its address asks for.
  func isPaper(_ path: String) -> Bool {
    if path.contains("as=xlsx") { return bytes.starts(with: Array("PK".utf8)) }
    if path.contains("as=csv") { return bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
    if path.contains("as=cp932") { return !bytes.isEmpty && (!bytes.starts(with: Array("<!".utf8)) || contains("Shift_JISにない文字")) }
    return bytes.starts(with: Array("%PDF".utf8))
  }
}
