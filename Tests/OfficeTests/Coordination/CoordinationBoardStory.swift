import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 一覧: three hundred cases in one pair of hands.
struct CoordinationBoardStory {
  @Test func `三百件をかかえていても、いま必要なものから順に、五十件ずつ見られる`() async throws {
    let world = try await CoordinationWorld.open(accepted: false)
    let file = world.referral.caseFile
    try await world.at("takikan", .seeCoordinations) { desk in
      for place in 1...299 {
        let stage = place % 2 == 0 ? "inSupport" : "assessing"
        let day = desk.today.adding(days: place - 40).iso
        let made = try desk.writing.insert(
          """
          INSERT INTO case_file (number, label, stage, opened_on, opened_by)
          SELECT \("R8-8\(place)"), \("架空 \(place)"), stage, opened_on, opened_by FROM case_file WHERE id = \(file)
          """)
        try desk.writing.run(
          """
          INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
          VALUES (\(made), \(desk.staff.agencyID), 'multiReferral', 'team', \(desk.now), \(desk.now))
          """)
        try desk.writing.run(
          """
          INSERT INTO coordination (number, case_file_id, referral_id, agency_id, coordinator, stage, stage_since, round, next_on, requested_at,
            touched_at)
          VALUES (\("K8-8\(place)"), \(made), \(world.referralID), \(desk.staff.agencyID), \(desk.staff.id), \(stage), \(desk.today.iso), 1,
            \(day), \(desk.now), \(desk.now))
          """)
      }
    }
    let coordinator = try await world.signedIn("takikan")
    let first = try await coordinator.get("/coordinations")
    #expect(first.contains("300件") && first.contains("新しい依頼 1件") && first.contains("予定日を過ぎた 39件"))
    let order = ["架空 ハルさん", "架空 1</th>", "架空 2</th>", "架空 39</th>"].compactMap { first.text.range(of: $0)?.lowerBound }
    #expect(order.count == 4 && order == order.sorted(), "新しい依頼、古い予定日から順に")
    #expect(first.text.components(separatedBy: "/coordinations/").count > 50 && first.contains("次のページ"))
    let last = try await coordinator.get("/coordinations?page=5")
    #expect(last.contains("架空 298</th>") && !last.contains("次のページ"))
    let file300 = try await coordinator.get("/coordinations.csv")
    #expect(file300.text.split(separator: "\r\n").count == 301)
    let mine = try await coordinator.get("/coordinations?who=mine&stage=assessing")
    #expect(mine.contains("150件"))
  }

  @Test func `動いていない事例は、終結・中断の一覧に移る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    try await world.meet(.interrupt, .interrupt)
    try await world.move(.interrupt)
    let coordinator = try await world.signedIn("takikan")
    #expect(try await !coordinator.get("/coordinations").contains("架空 ハルさん"))
    let resting = try await coordinator.get("/coordinations?view=resting")
    #expect(resting.contains("架空 ハルさん") && resting.contains("中断"))
  }
}
