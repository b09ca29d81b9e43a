import Casework
import Testing

@testable import Office

/// 閲覧の決まり: what must hold for every door whatever the matrix says.
struct AccessInvariantTests {
  @Test func `扉の一覧のすべてを、全員が試している`() async throws {
    let trials = try await AccessWalk.shared.trials()
    let town = try await Town.open()
    let doors = AccessWalk.doors(town.catalogue)
    #expect(trials.count == doors.count { !$0.isOpen } * AccessVisitor.everybody.count + doors.count(where: \.isOpen))
    for door in doors where door.isUndecided { Issue.record("\(door.line)が事例の扉かどうか、AccessDoorに書いてください") }
  }

  @Test func `受け付けた機関の相談員には事例が見える`() async throws {
    let trials = try await AccessWalk.shared.trials().filter { $0.visitor == .staff(.own, .consultStaff) }
    let page = try #require(trials.first { $0.door.line == "GET /cases/:id seeCase" })
    #expect(page.status == 200)
    #expect(page.hasCanary)
  }

  @Test func `関わりのない機関、根拠の終わった機関、加害者とつながりのある機関には、事例のどの扉も開かない`() async throws {
    try await refute { $0.isOutside && $0.door.isAboutOneCase && $0.status != 404 }
  }

  @Test func `関わりのない機関、根拠の終わった機関、加害者とつながりのある機関には、事例の言葉がひとつも届かない`() async throws {
    try await refute { $0.isOutside && $0.hasCanary }
  }

  @Test func `管理者・監査担当など事例に携わらない役割には、事例の言葉が届かない`() async throws {
    try await refute { !$0.visitor.isCaseworker && $0.hasCanary }
  }

  @Test func `会議に招かれただけの機関には、会議の扉のほかは開かない`() async throws {
    try await refute { $0.isOf(.called) && $0.door.isAboutOneCase && !$0.door.path.hasPrefix("/meetings/") && $0.status != 404 }
  }

  @Test func `緊急閲覧は、事例そのものの扉だけを、携わる役割にだけ開く`() async throws {
    let trials = try await AccessWalk.shared.trials()
    let page = try #require(trials.first { $0.visitor == .staff(.emergency, .consultStaff) && $0.door.line == "GET /cases/:id seeCase" })
    #expect(page.status == 200)
    try await refute { $0.isOf(.emergency) && ["/cases", "/search", "/cases/export"].contains($0.door.path) && $0.hasCanary }
  }

  @Test func `ほかの人の書きかけは、同じ機関でも開かない`() async throws {
    try await refute {
      $0.door.path.hasPrefix("/drafts/:") && $0.visitor != .staff(.own, .consultStaff) && ($0.status == 200 || $0.hasCanary)
    }
  }

  @Test func `サインインしていない人には、サインインの扉しか開かない`() async throws {
    try await refute {
      $0.visitor == .signedOut && !$0.door.isOpen
        && ($0.outcome != ($0.door.method == "GET" ? "303→/sign-in" : "422") || !$0.entries.isEmpty)
    }
  }

  @Test func `最初のパスワードを変えるまで、ほかの扉は開かない`() async throws {
    let allowed = [Act.changePassword.rawValue, Act.signOut.rawValue]
    try await refute { $0.visitor == .passwordDue && !allowed.contains($0.door.act) && $0.outcome != "303→/password" }
  }

  @Test func `拒まれたことは、すべて監査記録に残る`() async throws {
    #expect(try await AccessWalk.shared.trials().count { $0.status == 404 } > 100)
    try await refute { $0.status == 404 && !$0.door.isOpen && !$0.entries.contains { $0.outcome == "denied" } }
  }

  @Test func `事例を開いたことは、すべてその事例の監査記録に残る`() async throws {
    let caseFile = try await AccessWorld.open().caseFile
    // ふり返り is about a meeting and shows no case.
    let isOpening: (AccessTrial) -> Bool = {
      $0.door.isAboutOneCase && !$0.door.path.hasSuffix("/questionnaire") && $0.status == 200
    }
    #expect(try await AccessWalk.shared.trials().count(where: isOpening) > 20)
    try await refute { isOpening($0) && !$0.entries.contains { $0.outcome == "done" && $0.caseFile == caseFile } }
  }

  @Test func `どの応答も、不具合の画面ではない`() async throws {
    try await refute { $0.status >= 500 }
  }

  @Test func `画面の部品が、文字のまま見えることはない`() async throws {
    try await refute { $0.hasEscapedMarkup }
  }

  /// Reports each door at which what must never happen did, and to whom.
  private func refute(_ happened: (AccessTrial) -> Bool) async throws {
    let found = Dictionary(grouping: try await AccessWalk.shared.trials().filter(happened), by: \.door)
    for (door, trials) in found.sorted(by: { $0.key.line < $1.key.line }) {
      let who = trials.prefix(4).map { "\($0.visitor.signInName) \($0.outcome)" }.joined(separator: "、")
      Issue.record("\(door.line)：\(trials.count)人（\(who)…）")
    }
  }
}
