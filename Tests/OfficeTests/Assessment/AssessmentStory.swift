import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 様式1-2 through its doors.
@Suite struct AssessmentStory {
  @Test func `最初の用紙を保存するとアセスメントがはじまり、四枚そろえて完了するとプラン作成に進む`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .applied)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment"
    let next = try await coordinator.post("\(path)/edit", world.firstSheet(version: 0, ["then": "next"]))
    #expect(next.status == 303 && next.location == "\(path)/edit?sheet=2", "\(next.text)")
    #expect(try await world.stage() == "assessing")
    let early = try await coordinator.post("\(path)/completion")
    #expect(early.status == 422)
    #expect(early.contains("\(path)/edit?sheet=4#f-formulation") && early.contains("「背景・要因の見立て」が入っていません。"))
    #expect(try await coordinator.post("\(path)/edit", world.secondSheet(version: 1)).status == 303)
    let last = try await coordinator.post("\(path)/edit", world.fourthSheet(version: 2))
    #expect(last.status == 303, "\(last.text)")
    let page = try await coordinator.get(path)
    #expect(page.contains("アセスメントを完了する") && page.contains("参加支援事業：必要") && page.contains("◎社会的孤立"))
    #expect(try await world.town.number("SELECT needs_participation FROM assessment") == 1)
    let done = try await coordinator.post("\(path)/completion")
    #expect(done.status == 303, "\(done.text)")
    #expect(try await world.stage() == "planning")
    #expect(try await world.town.number("SELECT count(*) FROM assessment_history") == 2)
    let id = CoordinationID(world.id)
    let summary = try await world.at("takikan", .seePlan) { try AssessmentQueries.summary($0, try $0.openCoordination(id)) }
    #expect(summary.isComplete && summary.mainIssue.hasPrefix("社会的孤立") && summary.direction == "架空の方向性")
    #expect(summary.needsParticipation && !summary.needsOutreach && summary.involved == ["見本地域包括支援センター東"])
  }

  @Test func `受付・つなぎ・世帯から写され、出どころが残る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .applied)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment"
    let first = try await coordinator.get("\(path)/edit?sheet=1")
    for words in ["息子が十年家にいる。", "就労と居場所の相談が必要", "相談受付から（R8.11.21）", "架空 ハル", "午後に連絡してほしい"] {
      #expect(first.contains(words), "\(words)")
    }
    let second = try await coordinator.get("\(path)/edit?sheet=2")
    #expect(second.contains("架空 実") && second.contains("本人・世帯の記録から"))
    let fourth = try await coordinator.get("\(path)/edit?sheet=4")
    #expect(fourth.contains("◎ひきこもり・不登校") && fourth.contains("見本地域包括支援センター東"))
    let sent = world.firstSheet(version: 0, ["others_complaint": "息子が十年家にいる。自分が倒れたらと心配。"])
    #expect(try await coordinator.post("\(path)/edit", sent).status == 303)
    #expect(try await coordinator.get(path).contains("相談受付から（R8.11.21）"))
  }

  @Test func `二人が同じ用紙を書くと両方を並べ、別の用紙なら妨げない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment/edit"
    #expect(try await coordinator.post(path, world.firstSheet()).status == 303)
    #expect(try await coordinator.post(path, world.secondSheet(version: 1)).status == 303)
    let other = try await coordinator.post(path, world.firstSheet(version: 1, ["chief_complaint": "聞き直した訴え"]))
    #expect(other.status == 303, "another sheet was saved in between")
    let conflict = try await coordinator.post(path, world.firstSheet(version: 1, ["chief_complaint": "あとから書いた訴え"]))
    #expect(conflict.status == 409)
    #expect(conflict.contains("聞き直した訴え") && conflict.contains("あとから書いた訴え"))
    #expect(try await world.town.text("SELECT answers FROM assessment")?.contains("聞き直した訴え") == true)
    #expect(conflict.contains("name=\"version\" value=\"3\""))
  }

  @Test func `同じ画面を二度送っても一度だけ保存される`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let form = world.firstSheet() + [("submission", "架空の印")]
    for _ in 0..<2 { #expect(try await coordinator.post("/coordinations/\(world.id)/assessment/edit", form).status == 303) }
    #expect(try await world.assessmentVersion() == 1)
  }

  @Test func `行を増やしても打ったものは残り、読めない日付は打ったまま尋ねる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment/edit"
    let more = try await coordinator.post(path, world.secondSheet(version: 0) + [("more", "members")])
    #expect(more.status == 200 && more.contains("name=\"members.5.name\"") && more.contains("架空 ハル"))
    #expect(try await world.town.number("SELECT count(*) FROM assessment") == 0)
    let wrong = try await coordinator.post(path, world.firstSheet(version: 0, ["first_contact_on": "いつか"]))
    #expect(wrong.status == 422 && wrong.contains("いつか") && wrong.contains("架空の訴え"))
  }

  @Test func `次の回は前の回を引き継ぎ、横に並べて見られる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment"
    #expect(try await coordinator.post("\(path)/edit", world.firstSheet()).status == 303)
    let id = world.id
    try await world.town.office.database.write { try $0.run("UPDATE coordination SET round = 2, stage = 'reopened' WHERE id = \(id)") }
    let form = try await coordinator.get("\(path)/edit?sheet=1")
    #expect(form.contains("架空の希望") && form.contains("前回（第1回）から"))
    #expect(try await coordinator.post("\(path)/edit", world.firstSheet(version: 0, ["wishes": "新しい希望"])).status == 303)
    #expect(try await world.stage() == "assessing")
    let page = try await coordinator.get(path)
    #expect(page.contains("新しい希望") && page.contains("架空の希望") && page.contains("<th scope=\"col\">第1回</th>"))
    #expect(!(try await coordinator.get("\(path)?round=1").contains("新しい希望")))
  }

  @Test func `同意と利用申込の前は書けず、先にすることを言う`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment"
    #expect(try await coordinator.get("\(path)/edit").status == 303)
    #expect(try await coordinator.get(path).contains("先に本人同意を記録し"))
    let saved = try await coordinator.post("\(path)/edit", world.firstSheet())
    #expect(saved.status == 422 && saved.contains("先に本人同意を記録し"))
  }
}
