import Casework
import Store
import Testing

@testable import Office

/// 検索: names and notes from one character on, within one's own reach.
struct SearchStory {
  private func search(_ visitor: Visitor, _ term: String, _ more: String = "") async throws -> Reply {
    try await visitor.get("/search?q=\(Answer.percentEncoded(term))\(more)")
  }

  private func opened() async throws -> (AccessWorld, Visitor) {
    let world = try await AccessWorld.open()
    let caseFile = world.caseFile
    try await world.town.office.database.write { writing in
      try writing.run("UPDATE resident SET name = '渡邊 髙子', name_kana = 'ワタナベ タカコ', other_name = '架空ばあちゃん'")
      for (number, text) in ["訪問した。ＡＢＣマンション。<b>留守</b>", "家賃を3か月滞納している。\"督促\"が来た。", "長男が𠮷野家で働きはじめた。"].enumerated() {
        _ = try writing.insert(
          """
          INSERT INTO note (case_file_id, agency_id, staff_id, held_on, title, facts, visibility, recorded_at)
          SELECT case_file_id, agency_id, staff_id, '2026-11-0\(raw: String(number + 1))', '', \(text), 'team', 1 FROM note
          WHERE case_file_id = \(caseFile) LIMIT 1
          """)
      }
    }
    return (world, try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName))
  }

  @Test(arguments: ["渡辺", "渡邊", "邉", "高", "わたなべ", "ワタナベ", "ﾜﾀﾅﾍﾞ", "た", "ばあちゃん", "バアチャン", "渡辺　高子", "渡辺高子", "辺高", "わたなべたかこ"])
  func `氏名は、漢字・ふりがな・通称のどの書き方でも1文字から見つかる`(_ term: String) async throws {
    let (world, counsellor) = try await opened()
    let reply = try await search(counsellor, term)
    #expect(reply.status == 200)
    #expect(reply.contains("渡邊 髙子"), "\(term)")
    #expect(reply.contains("/cases/\(world.caseFile)"))
  }

  @Test func `空白を入れずに登録した氏名も、空白を入れて探した氏名も、直したあとまで見つかる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.person("仮定涼", kana: "かてい りょう"))
    for term in ["仮定 涼", "仮定　涼", "仮定涼", "かていりょう", "カテイ リョウ"] {
      #expect(try await search(counsellor, term).contains("仮定涼"), "\(term)")
    }
    #expect(!(try await search(counsellor, "仮 定涼子")).contains("/cases/2\""))
    #expect(try await counsellor.post("/cases/2/resident", [("name", "仮定 凌"), ("version", "1")]).status == 303)
    #expect(try await search(counsellor, "仮定凌").contains("仮定 凌"))
    #expect(!(try await search(counsellor, "かていりょう")).contains("仮定 凌"))
    #expect(!(try await search(counsellor, "仮定涼")).contains("仮定 凌"))
  }

  @Test(arguments: ["R8-90001", "r8-90001", "Ｒ８－９０００１", " R8-90001 "])
  func `事例番号は、どの書き方でも見つかり、ほかの機関には見つからない`(_ term: String) async throws {
    let (world, counsellor) = try await opened()
    let reply = try await search(counsellor, term)
    #expect(reply.contains(">事例</h2>"))
    #expect(reply.contains("<a href=\"/cases/\(world.caseFile)\">R8-90001"))
    #expect(try await world.town.text("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1")?.contains("事例1件") == true)
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    #expect(!(try await search(stranger, term)).contains(">事例</h2>"))
  }

  @Test func `だれか分からない方の事例は、呼び名の一部で見つかる`() async throws {
    let (world, counsellor) = try await opened()
    let number = world.caseFile
    try await world.town.office.database.write {
      try $0.run("UPDATE case_file SET resident_id = NULL, label = '仮町バス停の七十代の方' WHERE id = \(number)")
    }
    #expect((try await search(counsellor, "バス停")).contains("仮町バス停の七十代の方</a>"))
    #expect((try await search(counsellor, "ﾊﾞｽ停")).contains("仮町バス停の七十代の方</a>"))
    #expect(!(try await search(counsellor, "バス亭")).contains(">事例</h2>"))
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    #expect(!(try await search(stranger, "バス停")).contains("仮町"))
  }

  @Test(arguments: [
    ("訪問", "<mark>訪問</mark>した"), ("abc", "<mark>ＡＢＣ</mark>マンション"), ("家", "<mark>家</mark>賃"), ("３か月", "<mark>3か月</mark>滞納"),
    ("吉野", "<mark>𠮷野</mark>家"), ("\"督促\"", "<mark>&quot;督促&quot;</mark>"), ("<b>", "<mark>&lt;b&gt;</mark>留守"),
  ])
  func `記録は見つかった所を示し、書かれたとおりに見せる`(_ term: String, _ shown: String) async throws {
    let (_, counsellor) = try await opened()
    let reply = try await search(counsellor, term)
    #expect(reply.contains(shown) || reply.contains(shown.replacing("&quot;", with: "&#34;")), "\(term)")
    #expect(!reply.contains("<b>留守"))
  }

  @Test(arguments: ["訪問*", "家賃 OR 訪問", "words:家賃", "\"", "^訪問", "NEAR(家賃 訪問)", "%", "_", "'; DROP TABLE note; --"])
  func `記号は式として働かない`(_ term: String) async throws {
    let (_, counsellor) = try await opened()
    let reply = try await search(counsellor, term)
    #expect(reply.status == 200)
    #expect(reply.contains("<mark>") == (term == "\""), "\(term)")
  }

  @Test func `何も入れなければ探し方を示し、検索の記録も残さない`() async throws {
    let (world, counsellor) = try await opened()
    for path in ["/search", "/search?q=", "/search?q=%20%E3%80%80"] {
      let reply = try await counsellor.get(path)
      #expect(reply.status == 200)
      #expect(reply.contains("例えば"))
    }
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'search' AND detail <> ''") == 0)
  }

  @Test func `探した言葉と見せた件数が監査記録に残る`() async throws {
    let (world, counsellor) = try await opened()
    _ = try await search(counsellor, "滞納")
    #expect(try await world.town.text("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1") == "「滞納」 人0件 記録1件")
    _ = try await search(counsellor, String(repeating: "あ", count: 500))
    #expect(try await world.town.number("SELECT length(detail) FROM audit_entry ORDER BY id DESC LIMIT 1") < 150)
  }

  @Test func `見つからないときは、次の手を示す`() async throws {
    let (_, counsellor) = try await opened()
    let reply = try await search(counsellor, "存在しない言葉")
    #expect(reply.contains("見られる範囲には見つかりませんでした"))
    #expect(!reply.contains("0件"))
  }

  @Test func `20件ずつ、新しい順に、もれも重なりもなくたどれる`() async throws {
    let (world, counsellor) = try await opened()
    let caseFile = world.caseFile
    try await world.town.office.database.write { writing in
      for number in 1...45 {
        _ = try writing.insert(
          """
          INSERT INTO note (case_file_id, agency_id, staff_id, held_on, facts, visibility, recorded_at)
          SELECT case_file_id, agency_id, staff_id, held_on, \("ページ送りの記録\(number)番。"), 'team', 1 FROM note WHERE case_file_id = \(caseFile) LIMIT 1
          """)
      }
    }
    var found: [Int] = []
    var path: String? = "/search?q=\(Answer.percentEncoded("ページ送り"))"
    while let next = path, found.count < 100 {
      let reply = try await counsellor.get(next)
      let numbers = try SourceFile.matches("</mark>の記録(\\d+)番", in: reply.text).compactMap(Int.init)
      #expect(numbers.count <= 20)
      found += numbers
      path = try SourceFile.matches("href=\"([^\"]*before=[^\"]*)\"", in: reply.text).first?.replacing("&amp;", with: "&")
    }
    #expect(found == Array((1...45).reversed()))
  }

  @Test func `候補や総数は出さない`() async throws {
    let (world, counsellor) = try await opened()
    let reply = try await search(counsellor, "訪")
    #expect(!reply.contains("datalist"))
    #expect(!reply.contains("全"))
    #expect(world.town.catalogue.filter { $0.contains(" /search") } == ["GET /search search"])
  }
}
