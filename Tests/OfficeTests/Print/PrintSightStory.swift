import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 書類に出るもの: what is kept from somebody on the screens is kept from his or her papers.
struct PrintSightStory {
  @Test func `つなぎで渡された分だけを見る機関は、その分だけを印刷できる`() async throws {
    let world = try await CoordinationWorld.open(agrees: false)
    let file = world.referral.caseFile
    let coordinator = try await world.signedIn("takikan")
    let papers = try await coordinator.get("/cases/\(file)/print").papers
    #expect(!papers.contains { $0.contains("/consultation") }, "受付票は、受けた機関のもの")
    #expect(try await coordinator.get("/cases/\(file)/print/consultation?copy=\(world.referral.consultation)").status == 404)
    let progress = try await world.town.document("progress", of: file, as: "takikan").words
    #expect(!progress.contains("回覧板") && !progress.contains("担当を話し合った"))
    let sheet = try await world.town.document("referral", of: file, as: "takikan").words
    #expect(sheet.contains("就労と居場所の相談が必要") && sheet.contains("架空 ハル"))
    #expect(!sheet.contains("所内で担当を話し合った"))
    try await world.town.office.database.write {
      try $0.run(
        """
        UPDATE consultation SET consent_facts = '{"undecided":{}}', answers = '{"concern_text":{"text":"息子が十年家にいる。"}}'
        WHERE case_file_id = \(file)
        """)
    }
    let own = try await world.town.document("consultation", of: file, as: "houkatsu").words
    #expect(own.contains("息子が十年家にいる") && own.contains("架空 花子"))
  }

  @Test func `支援措置で伏せる住所と電話は、どの書類のどこにも印刷されない`() async throws {
    let world = try await AccessWorld.open()
    let (file, now) = (world.caseFile, world.town.now)
    let clearer = AccessVisitor.staff(.own, .sectionSupervisor).signInName
    try await world.town.office.database.write { writing in
      let person = try writing.first("SELECT resident_id FROM case_file WHERE id = \(file)") { $0.int(0) } ?? 0
      try writing.run("UPDATE resident SET name = '架空 対象', name_kana = 'かくう', other_name = '' WHERE id = \(person)")
      try writing.run("UPDATE protection SET ended_at = \(now), end_reason = '架空'")
      let id = try writing.insert(
        """
        INSERT INTO protection (resident_id, kind, level, basis, from_on, staff_id, agency_id, registered_at)
        SELECT \(person), 'partnerViolence', 'contacts', '架空', '2026-01-01', s.id, s.agency_id, \(now) FROM staff s WHERE s.sign_in_name = \(clearer)
        """)
      try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) SELECT id, agency_id FROM protection WHERE id = \(id)")
    }
    let name = AccessVisitor.staff(.accepted, .consultStaff).signInName
    var printed = 0
    for form in PrintCatalogue.all {
      let document = try await world.town.document(form.id, of: file, as: name)
      guard !document.sections.isEmpty else { continue }
      printed += 1
      #expect(!(try PDF(document).transcript.contains(AccessWorld.canary)), "\(form.id)")
      #expect(!document.words.contains(AccessWorld.canary), "\(form.id)")
    }
    #expect(printed > 2)
    let own = try await world.town.document("progress", of: file, as: AccessVisitor.staff(.own, .consultStaff).signInName)
    #expect(own.words.contains(AccessWorld.canary), "知らされている機関には見える")
  }

  @Test func `本人にわたす計画には、家族のことも、職員の見立ても書かれない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .conference)
    let plan = try await world.town.number("SELECT id FROM plan")
    try await world.town.office.database.write {
      try $0.run(
        "UPDATE plan SET goal_words = '架空 実と静かに暮らしたい', goal_long = '実さんが休める', notes = '架空の特記', policy = '架空の方針' WHERE id = \(plan)")
      try $0.run(
        "INSERT INTO plan_item (plan_id, position, action, owner, owner_name) VALUES (\(plan), 2, '息子さんの通院', 'family', '架空 実'), (\(plan), 3, '散歩をする', 'person', '')"
      )
    }
    let file = world.caseFile
    let (plain, ruby) = try await world.town.printing(as: "takikan") { desk in
      var paper = try PlainPlanPaper(desk, try desk.open(file), plan)
      let plain = paper.section
      paper.isRuby = true
      return (plain, paper.section)
    }
    let words = Document(title: "", made: Date(timeIntervalSince1970: 0), sections: [plain]).words
    for kept in ["実", "通院", "架空の特記", "架空の方針", "架空の課題"] { #expect(!words.contains(kept), "\(kept)") }
    for said in ["架空 ハル", "家族と静かに暮らしたい", "散歩をする", "わたし", "架空の支援", "参加支援"] { #expect(words.contains(said), "\(said)") }
    #expect(plain.style == .large)
    #expect(Document(title: "", made: Date(timeIntervalSince1970: 0), sections: [ruby]).words == words, "ふりがなのほかは同じ")
    #expect(plain.rubies.isEmpty && ruby.rubies.contains("けいかく") && ruby.rubies.contains("カクウ ハル"))
  }
}

extension Section {
  /// The furigana in its titles, headings and paragraphs.
  var rubies: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .title(let text, _), .heading(let text), .paragraph(let text, _): text.runs.compactMap(\.ruby)
      default: []
      }
    }
  }
}
