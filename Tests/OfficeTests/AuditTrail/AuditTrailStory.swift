import Casework
import Foundation
import HTTPTypes
import Store
import Testing

@testable import Office

/// 監査記録: the auditor reads who did what; nobody else does.
struct AuditTrailStory {
  /// A town in which a counsellor worked, a stranger was turned away and the auditor comes in.
  private func opened() async throws -> (AccessWorld, Visitor) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    world.town.pass(days: 1)
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    _ = try await stranger.get("/cases/\(world.caseFile)")
    return (world, try await world.town.signedIn(AccessVisitor.staff(.programme, .auditor).signInName))
  }

  private func rows(_ reply: Reply) -> Int { reply.text.components(separatedBy: "<tr><th scope=\"row\">").count - 1 }

  @Test func `新しい順に、誰が何をしたかを日本語で示す`() async throws {
    let (world, auditor) = try await opened()
    let page = try await auditor.get("/audit")
    #expect(page.status == 200)
    #expect(page.contains("事例の閲覧"))
    #expect(page.contains("R8-90001"))
    #expect(page.contains("閲覧・操作の拒否"))
    #expect(page.contains("架空 職員"))
    let numbers = try SourceFile.matches("<tr><th scope=\"row\">(\\d+)</th>", in: page.text).compactMap(Int.init)
    #expect(numbers == numbers.sorted(by: >))
    #expect(!page.hasCanary)
    #expect(try await world.town.text("SELECT act FROM audit_entry ORDER BY id DESC LIMIT 1") == "seeAudit", "監査記録を見たことも残る")
  }

  @Test func `職員・事例番号・行為・結果・期間で絞り込める`() async throws {
    let (world, auditor) = try await opened()
    let stranger = try await world.town.number(
      "SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(.unrelated, .consultStaff).signInName)")
    #expect(rows(try await auditor.get("/audit?staff=\(stranger)")) == 1)
    #expect(rows(try await auditor.get("/audit?case=R8-90001")) == 1)
    #expect(rows(try await auditor.get("/audit?case=%EF%BD%92%EF%BC%98%EF%BC%8D90001")) == 1, "全角・小文字でもよい")
    #expect(rows(try await auditor.get("/audit?case=R8-99999")) == 0)
    #expect(rows(try await auditor.get("/audit?act=seeCase&outcome=denied")) == 1)
    #expect(rows(try await auditor.get("/audit?act=seeCase&from=R8.11.22")) == 1)
    #expect(rows(try await auditor.get("/audit?act=seeCase&until=2026-11-21")) == 1)
    #expect(rows(try await auditor.get("/audit?act=seeCase&from=2026-11-21&until=2026-11-22")) == 2)
    #expect(try await auditor.get("/audit?act=%27+OR+1%3D1").contains("この条件の記録はありません"))
  }

  @Test func `読めない日付は、入力を残して直し方を示す`() async throws {
    let (_, auditor) = try await opened()
    let reply = try await auditor.get("/audit?from=R8.13.45&case=R8-90001")
    #expect(reply.status == 422)
    #expect(reply.contains("value=\"R8.13.45\""))
    #expect(reply.contains("value=\"R8-90001\""))
    let turned = try await auditor.get("/audit?from=R8.11.22&until=R8.11.21")
    #expect(turned.contains("終了日が開始日より前です"))
    #expect(try await auditor.get("/audit/export?from=R8.13.45").status == 422)
  }

  @Test func `50件ずつ、もれなくさかのぼれる`() async throws {
    let (world, auditor) = try await opened()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for _ in 0..<120 { _ = try await own.get("/drafts") }
    var path: String? = "/audit?act=seeDrafts"
    var seen = Set<Int>()
    let all = try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'seeDrafts'")
    for _ in 0..<10 {
      guard let next = path else { break }
      let reply = try await auditor.get(next)
      let numbers = try SourceFile.matches("<tr><th scope=\"row\">(\\d+)</th>", in: reply.text).compactMap(Int.init)
      #expect(seen.isDisjoint(with: numbers))
      seen.formUnion(numbers)
      path = try SourceFile.matches("href=\"(/audit\\?[^\"]*before=[^\"]*)\"", in: reply.text).first?.replacing("&amp;", with: "&")
    }
    #expect(seen.count == all)
    #expect(all == 120)
  }

  @Test func `断った入力も職員への操作も、一覧とCSVでは日本語で読める`() async throws {
    let (world, auditor) = try await opened()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    #expect(try await own.post("/cases/\(world.caseFile)/notes", [("title", "架空")]).status == 422)
    let stored = try await world.town.text("SELECT detail FROM audit_entry WHERE act = 'writeNote' AND outcome = 'refused'") ?? ""
    #expect(stored.hasPrefix("fields: "), "控えるものは変わらない")
    let label = AuditFieldWording.label(String(stored.dropFirst(8).prefix { $0 != "," }))
    for path in ["/audit?act=writeNote", "/audit/export?act=writeNote"] {
      let reply = try await auditor.get(path)
      #expect(reply.contains("入力の誤り：\(label)") && !reply.contains("<td>fields:"))
    }
  }

  @Test(arguments: [
    ("fields: words,words,comment-12", "closeEmergency", "入力の誤り：説明・ことば、コメント"), ("grant consultStaff", "editStaff", "役割を付けた：相談員"),
    ("rows 12 utf8", "exportCases", "件数 12 UTF-8"), ("accept", "moveCoordination", "受け付ける"), ("edit conflict", "writeNote", "ほかの人の変更との重なり"),
    ("password code", "signIn", "パスワードと確認コード"), ("「fields」 1人0件", "search", "「fields」 1人0件"), ("act search 1件", "exportAudit", "行為 検索 1件"),
    ("consultStaff,auditor from 2026-11-21", "setRoles", "相談員、監査担当 いつから 2026-11-21"), ("fields: naimono", "writeNote", "入力の誤り：そのほかの欄"),
  ])
  func `控えた言葉は、古いものも日本語で示す`(_ stored: String, _ act: String, _ shown: String) {
    #expect(AuditDetailWording.detail(stored, act: act) == shown)
  }

  @Test func `断るときに名指すどの欄にも、監査記録での名前がある`() throws {
    var fields: Set<String> = []
    for file in try SourceTree.files(["Casework/Sources", SourceTree.office]) {
      fields.formUnion(try SourceFile.matches("FieldProblem\\(\\s*\"([a-z_0-9]+)\"", in: file.text))
      fields.formUnion(try SourceFile.matches("problems\\.append\\(\\.init\\(\"([a-z_0-9]+)\"", in: file.text))
      for words in try SourceFile.matches("note\\(detail: \"([a-z ]+)\"\\)", in: file.text) {
        #expect(!AuditDetailWording.detail(words, act: "").contains { $0.isASCII && $0.isLetter }, "\(words)")
      }
    }
    #expect(fields.count > 100)
    for field in fields.sorted() { #expect(AuditFieldWording.label(field) != AuditFieldWording.unknown, "\(field)") }
  }

  @Test func `CSVは表計算ソフトでそのまま開け、出力したことが残る`() async throws {
    let (world, auditor) = try await opened()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/search?q=\(Answer.percentEncoded("=1+1"))")
    let reply = try await auditor.get("/audit/export?act=search")
    #expect(reply.status == 200)
    #expect(Array(reply.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(reply.contains("番号,日時,職員"))
    #expect(reply.contains("「=1+1」"))
    #expect(reply.headers[.contentDisposition]?.contains("attachment") == true)
    #expect(try await world.town.text("SELECT subject FROM audit_entry ORDER BY id DESC LIMIT 1") == "audit export")
    let detail = try await world.town.text("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1") ?? ""
    #expect(detail.hasPrefix("act search 1件 file ") && detail.count == "act search 1件 file ".count + 64)
  }

  @Test func `検証のボタンは、鎖が切れた最初の番号を言う`() async throws {
    let (world, auditor) = try await opened()
    let whole = try await auditor.get("/audit/verification")
    #expect(whole.contains("改ざんは見つかりませんでした"))
    try await world.town.office.database.write { writing in
      try writing.run("DROP TRIGGER audit_is_never_changed")
      try writing.run("UPDATE audit_entry SET remote = '10.0.0.9' WHERE id = 2")
    }
    let broken = try await auditor.get("/audit/verification")
    #expect(broken.contains("番号2の記録に問題があります"))
  }

  @Test(arguments: [
    ("case 12 note 30", "事例12　支援経過30"), ("note 5 of case 2", "支援経過5　事例2"), ("/cases/1", "/cases/1"), ("", ""), ("12", "12"),
    ("audit export", "監査記録　出力"),
  ]) func `対象は日本語で示す`(_ stored: String, _ shown: String) {
    #expect(AuditTrailWording.subject(stored) == shown)
  }

  @Test(arguments: Role.allCases.filter { $0 != .auditor }) func `監査担当のほかは、監査記録の扉がない`(_ role: Role) async throws {
    let world = try await AccessWorld.open()
    let other = try await world.town.signedIn(AccessVisitor.staff(.own, role).signInName)
    for path in ["/audit", "/audit/export", "/audit/verification"] { #expect(try await other.get(path).status == 404) }
  }
}
