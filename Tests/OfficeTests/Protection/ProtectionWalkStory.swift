import Casework
import Store
import Testing

@testable import Office

/// 支援措置と扉: whoever must not know walks through every door of the case and of every list, and meets not one word.
///
/// The access world writes the same word into every text of its case. Here that word is the name, or the address, of a protected person.
struct ProtectionWalkStory {
  private static let uncleared = AccessVisitor.staff(.accepted, .consultStaff)
  private static let cleared = AccessVisitor.staff(.own, .consultStaff)

  @Test func `いること自体を隠した世帯員は、知らされていない機関のどの扉にも現れない`() async throws {
    let world = try await AccessWorld.open()
    try await protect(world, .hiddenMember, cleared: .own)
    try await refuteCanary(world, Self.uncleared)
    try await refuteCanary(world, .staff(.multi, .multiCoordinator))
    try await refuteCanary(world, .staff(.programme, .cityStaff))
    let own = try await world.town.signedIn(Self.cleared.signInName)
    #expect(try await own.get("/cases/\(world.caseFile)").hasCanary, "知らされている機関には見える")
    #expect(try await own.get("/cases/\(world.caseFile)/household").contains("（世帯員）") == false)
  }

  @Test func `隠した人の名前で検索しても、いない人の名前と同じ画面になる`() async throws {
    let world = try await AccessWorld.open()
    try await protect(world, .hiddenMember, cleared: .own)
    let receiver = try await world.town.signedIn(Self.uncleared.signInName)
    let found = try await receiver.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))")
    let none = try await receiver.get("/search?q=\(Answer.percentEncoded("カナリヤ"))")
    #expect(found.text.replacing(AccessWorld.searched, with: "") == none.text.replacing("カナリヤ", with: ""))
    let own = try await world.town.signedIn(Self.cleared.signInName)
    #expect(try await own.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))").hasCanary)
  }

  @Test func `隠した住所は、知らされていない機関のどの扉にも、だれが書いた文にも現れない`() async throws {
    let world = try await AccessWorld.open()
    try await protect(world, .maskedAddress, cleared: .own)
    try await refuteCanary(world, Self.uncleared)
    let page = try await world.town.signedIn(Self.uncleared.signInName).get("/cases/\(world.caseFile)")
    #expect(page.contains("<dt>住所</dt><dd>\(PersonSight.mask)</dd>"))
    #expect(page.contains("架空 対象"), "名前は見える")
    let own = try await world.town.signedIn(Self.cleared.signInName).get("/cases/\(world.caseFile)")
    #expect(own.hasCanary && !own.contains(PersonSight.mask))
  }

  @Test func `加害者とつながりのある職員には、その人の事例はどこにもない`() async throws {
    let world = try await AccessWorld.open()
    try await protect(world, .barred, cleared: .own)
    for visitor in [Self.cleared, .staff(.multi, .multiCoordinator), .staff(.programme, .cityStaff)] {
      try await refuteCanary(world, visitor)
      let browser = try await world.town.signedIn(visitor.signInName)
      for door in AccessWalk.doors(world.town.catalogue) where door.method == "GET" && door.isAboutOneCase {
        guard let path = world.filled(door.path, for: visitor.standing) else { continue }
        #expect(try await browser.get(path).status == 404, "\(visitor.signInName) \(path)")
      }
    }
    let colleague = try await world.town.signedIn(AccessVisitor.staff(.own, .sectionSupervisor).signInName)
    #expect(try await colleague.get("/cases/\(world.caseFile)").hasCanary, "同じ機関のほかの職員には見える")
  }

  @Test(arguments: [true, false])
  func `加害者本人の事例では、同じ世帯にいてもいなくても、知らされている機関にも見えない`(isHousemate: Bool) async throws {
    let world = try await AccessWorld.open()
    try await protect(world, .perpetratorsFile, cleared: .own, isHousemate: isHousemate)
    // The list of 支援措置 is no part of his file.
    try await refuteCanary(world, Self.cleared, but: ["/protections", "/protections/:id", "/protections/:id/edit"])
    let page = try await world.town.signedIn(Self.cleared.signInName).get("/cases/\(world.caseFile)/notes/new")
    #expect(page.status == 200 && !page.contains("支援措置の対象の方がいます"), "書くときの注意も出ない")
  }

  private enum Kind { case hiddenMember, maskedAddress, barred, perpetratorsFile }

  /// Makes the canary a protected person's word, cleared for one agency only.
  private func protect(_ world: AccessWorld, _ kind: Kind, cleared standing: Standing, isHousemate: Bool = true)
    async throws
  {
    let (file, now) = (world.caseFile, world.town.now)
    let isMember = kind == .hiddenMember || kind == .perpetratorsFile
    try await world.town.office.database.write { writing in
      let principal = try writing.first("SELECT resident_id FROM case_file WHERE id = \(file)") { $0.int(0) } ?? 0
      try writing.run(
        "UPDATE resident SET name = '架空 対象', name_kana = 'かくう たいしょう', other_name = '', address = \(isMember ? "見本市" : AccessWorld.canary) WHERE id = \(principal)"
      )
      try writing.run("UPDATE meeting SET place = '架空会議室'")
      // The protection of the access world is over, and says nothing of its own.
      try writing.run("UPDATE protection SET ended_at = \(now), end_reason = '架空', basis = '架空', words = '', perpetrator_words = ''")
      try writing.run("DROP TRIGGER protection_event_is_never_changed")
      try writing.run("UPDATE protection_event SET content = ''")
      // Titles of drafts are written by the pages: the form and the number.
      try writing.run("UPDATE draft SET title = '支援経過（R8-90001）' WHERE \(kind == .perpetratorsFile)")
      try writing.run("UPDATE attachment SET names_whereabouts = 1")
      var person = principal
      if isMember {
        person = Int(
          try writing.insert("INSERT INTO resident (name, name_kana) VALUES (\(AccessWorld.canary), 'かなりあ架空七八九')"))
        try writing.run(
          """
          INSERT INTO household_member (household_id, resident_id, relation, note, recorded_at)
          SELECT household_id, \(person), '05', \(AccessWorld.canary), \(now) FROM case_file WHERE id = \(file) AND \(isHousemate)
          """)
      }
      let id = try writing.insert(
        """
        INSERT INTO protection (resident_id, kind, level, perpetrator_id, basis, from_on, staff_id, agency_id, registered_at)
        SELECT \(person), 'partnerViolence', \(isMember ? "existence" : "contacts"), \(kind == .perpetratorsFile ? principal : nil), '架空',
          '2026-01-01', s.id, s.agency_id, \(now) FROM staff s WHERE s.sign_in_name = \(AccessVisitor.staff(standing, .sectionSupervisor).signInName)
        """)
      try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) SELECT id, agency_id FROM protection WHERE id = \(id)")
      if kind == .barred {
        let tied: [AccessVisitor] = [Self.cleared, .staff(.multi, .multiCoordinator), .staff(.programme, .cityStaff)]
        for visitor in tied {
          try writing.run(
            "INSERT INTO protection_bar (protection_id, staff_id) SELECT \(id), id FROM staff WHERE sign_in_name = \(visitor.signInName)")
        }
      }
    }
  }

  /// Walks every reading door with its numbers filled in, the lists and the exports, and a search for the word itself.
  private func refuteCanary(_ world: AccessWorld, _ visitor: AccessVisitor, but: Set<String> = []) async throws {
    let browser = try await world.town.signedIn(visitor.signInName)
    var pages = 0
    for door in AccessWalk.doors(world.town.catalogue) where door.method == "GET" && !door.isOpen {
      guard !but.contains(door.path), let path = world.filled(door.path, for: visitor.standing) else { continue }
      let reply = try await browser.get(path)
      pages += reply.status == 200 ? 1 : 0
      #expect(!reply.hasCanary, "\(visitor.signInName) \(path) \(reply.status)")
      #expect(reply.status < 500, "\(path)")
    }
    #expect(pages > 10)
    for part in ["", "&part=people", "&part=notes"] {
      let reply = try await browser.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))\(part)")
      #expect(!reply.hasCanary, "\(visitor.signInName) 検索\(part)")
    }
  }
}
