import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

extension ReferralWorld {
  /// Lines of 自分の番, 相手の番, 期限切れ; the counts must say the same.
  func waiting(_ signInName: String) async throws -> [Int] {
    let (office, now) = (town.office, town.now)
    return try await office.database.write { writing in
      let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) as StaffID })
      let desk = try office.seat(writing, staff: staff, act: .seeHome, at: now)
      let turns = try [ReferralTurn.mine, .theirs, .overdue].map { try ReferralQueries.waiting(desk, desk.scope, $0).count }
      let counts = try ReferralQueries.counts(desk, desk.scope)
      #expect([counts.mine, counts.theirs, counts.overdue] == turns)
      return turns
    }
  }
}

/// The stored stage is nothing but the facts told again.
@Suite struct ReferralReplayTests {
  @Test func `どんな順の操作でも、段階は経過の記録をたどったものと同じ`() async throws {
    let world = try await ReferralWorld.open()
    let to = [try await world.target(ReferralWorld.disability), try await world.target(ReferralWorld.multi, multi: true)]
    var random = SplitMix(state: 20_261_121)
    let (office, now) = (world.town.office, world.town.now)
    for batch in 0..<10 {
      let seed = random.next()
      try await office.database.write { writing in
        var random = SplitMix(state: seed)
        for index in 0..<50 {
          let isMulti = (batch + index).isMultiple(of: 3)
          try History(office: office, writing: writing, now: now).live(to: to[isMulti ? 1 : 0], isMulti: isMulti, world, &random)
        }
      }
    }
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 500)
    #expect(try await world.town.number("SELECT count(DISTINCT stage) FROM referral") >= 7)
  }
}

/// One random legal history of one つなぎ, told to the database and then replayed from it.
private struct History {
  let office: Office
  let writing: Writing
  let now: Int

  func live(to: String, isMulti: Bool, _ world: ReferralWorld, _ random: inout SplitMix) throws {
    let sender = try desk("houkatsu")
    let receiver = try desk(isMulti ? "takikan" : "shougai")
    let file = try CaseFileRecords.open(sender, .init(resident: nil, household: nil, label: "架空", preConsent: false))
    let id = try sender.requestReferral(of: file, Fields(world.form(to, ["consultation": ""])))
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let referral = try sender.openReferral(id)
      let moves = ReferralSide.allCases.flatMap { side in Referral.availableActs(referral.stage, side: side).map { (side, $0) } }
        // What was accepted as 多機関協働 goes on there.
        .filter { side, kind in !(isMulti && side == .receiver && [.start, .report].contains(kind)) }
      guard let (side, kind) = moves.randomElement(using: &random) else { break }
      try (side == .sender ? sender : receiver).stepReferral(id, kind, Fields(History.words(kind, version: referral.version)))
    }
    try check(sender, id, file)
  }

  private static func words(_ kind: ReferralAct.Kind, version: Int) -> [(String, String)] {
    let version = ("version", String(version))
    switch kind {
    case .acceptInPart: return [version, ("taken", "面談"), ("not_taken", "介護")]
    case .handBack: return [version] + ReferralWorld.handBack
    case .report: return [version, ("outcome", "informed"), ("words", "伝えました")]
    default: return [version, ("words", "ひとこと")]
    }
  }

  private func check(_ desk: WritingDesk, _ id: ReferralID, _ file: CaseFileID) throws {
    let stored = try desk.openReferral(id)
    let rows = try writing.rows(
      "SELECT act, stage, words, not_taken, reason_code, talked_on, talked_with, talked_how FROM referral_event WHERE referral_id = \(id) ORDER BY id"
    ) { row in (0..<8).map { row.text($0) } }
    var stage = ReferralStage.draft
    for row in rows {
      let kind = try #require(ReferralAct.Kind(rawValue: row[0]))
      let side = try #require(ReferralTransition.table.first { $0.act == kind }?.side)
      stage = kind == .request ? .requested : try Referral.next(stage, act(kind, row), side: side)
      #expect(stage.rawValue == row[1])
    }
    #expect(stage == stored.stage)
    #expect(stored.version == rows.count + 1)
    let ends: Set<ReferralStage> = [.returned, .withdrawn]
    let mayBeSeen = !rows.contains { ["returned", "withdrawn"].contains($0[1]) } && !ends.contains(stage)
    let grounds = try writing.count("SELECT count(*) FROM case_ground WHERE referral_id = \(id) AND is_open = 1")
    let isAnswered = rows.contains { ["accept", "acceptInPart"].contains($0[0]) }
    #expect(grounds == (mayBeSeen ? (stored.isMulti ? 2 : isAnswered ? 1 : 0) : 0))
    let last = try writing.first("SELECT stage FROM case_event WHERE case_file_id = \(file) ORDER BY id DESC LIMIT 1") { $0.text(0) }
    #expect(try writing.first("SELECT stage FROM case_file WHERE id = \(file)") { $0.text(0) } == last)
  }

  /// The act again, from nothing but its row.
  private func act(_ kind: ReferralAct.Kind, _ row: [String]) throws -> ReferralAct {
    switch kind {
    case .request, .accept: .accept
    case .acceptInPart: .acceptInPart(taken: row[2], notTaken: row[3])
    case .handBack:
      .handBack(
        HandBack(
          reason: HandBackReason(rawValue: row[4]), text: row[2],
          talk: try SenderTalk(on: #require(CivilDate(iso: row[5])), with: row[6], how: row[7])))
    case .withdraw: .withdraw(reason: row[2])
    case .start: .start
    case .report: .report(outcome: try #require(ReferralOutcome(rawValue: row[4])), text: row[2])
    case .confirm: .confirm
    }
  }

  private func desk(_ signInName: String) throws -> WritingDesk {
    let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) as StaffID })
    return try office.seat(writing, staff: staff, act: .answerReferral, at: now)
  }
}

/// Random numbers that repeat.
private struct SplitMix: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
