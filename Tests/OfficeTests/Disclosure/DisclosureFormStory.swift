import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 請求の受け付けと、一節の検討: what is refused, what is kept, who may come in.
struct DisclosureFormStory {
  @Test func `足りないところは欄の横で言い、入力したものは残る`() async throws {
    let world = try await DisclosureWorld.open()
    let official = try await world.town.signedIn("shi")
    let reply = try await official.post("/disclosures", [("requester", "authorised"), ("requester_name", "架空 代理"), ("received_on", "あした")])
    #expect(reply.status == 422 && reply.contains("架空 代理") && reply.contains("代理人であることを確かめた書類"))
    #expect(reply.contains("本人確認の方法を選んで") && reply.contains("事例の番号か、氏名と生年月日"))
    #expect(try await world.town.number("SELECT count(*) FROM disclosure") == 0)
  }

  @Test func `氏名と生年月日でも探せ、いない人と、見てはならない人は、同じ言葉で見つからない`() async throws {
    let world = try await DisclosureWorld.open()
    let official = try await world.town.signedIn("shi")
    func reply(_ name: String, _ birth: String) async throws -> Reply {
      try await official.post("/disclosures", world.form(["case_number": "", "person_name": name, "birth": birth]))
    }
    #expect(try await reply("架空　春江", "S19.3.5").status == 303)
    let absent = try await reply("架空 不在", "S19.3.5")
    let hidden = try await reply("架空 隠子", "1999-02-01")
    #expect(absent.status == 422 && absent.contains("見つかりませんでした"))
    #expect(hidden.status == 422 && hidden.contains("見つかりませんでした"))
  }

  @Test func `二人が同じ一節を決めると、後の人に両方を見せる`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let first = try await world.town.signedIn("shi")
    let second = try await world.town.hire("kacho", role: "cityStaff")
    let passage = try await world.town.number("SELECT id FROM disclosure_passage WHERE text LIKE '%同席%'")
    let path = "/disclosures/\(id)/passages/\(passage)"
    let form = try SentForm(try await first.get(path), to: path)
    #expect(form["decision"] == "masked" && form["terms"].contains("架空実子さん") || form["terms"].contains("架空実子"))
    #expect(try await second.post(path, form.fields).status == 303)
    let late = try await first.post(path, form.typing(["decision": "withheld", "words": "架空の補足"]).fields)
    #expect(late.status == 409 && late.contains("ほかの人が先に保存しました") && late.contains("開示しない") && late.contains("架空の補足"))
    let again = try SentForm(late, to: path)
    #expect(try await first.post(path, again.fields).status == 303)
    #expect(try await world.town.text("SELECT decision FROM disclosure_passage WHERE id = \(passage)") == "withheld")
  }

  @Test func `伏せることばを打つと結果が見え、文にないことばと理由のない決定は断る`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let official = try await world.town.signedIn("shi")
    let passage = try await world.town.number("SELECT id FROM disclosure_passage WHERE text LIKE '%同席%'")
    let path = "/disclosures/\(id)/passages/\(passage)"
    let form = try SentForm(try await official.get(path), to: path)
    let preview = try await official.post("\(path)/preview", form.typing(["terms": "同席"]).fields)
    #expect(preview.status == 200 && preview.contains("も■■■。"))
    let missing = try await official.post(path, form.typing(["terms": "ない言葉", "reason": ""]).fields)
    #expect(missing.status == 422 && missing.contains("「ない言葉」は、この一節にありません") && missing.contains("伏せる理由（条文）"))
    let open = try await official.post(path, form.typing(["decision": "open"]).fields)
    #expect(open.status == 422 && open.contains("ほかの人の名前や連絡先が含まれています"))
    let closed = try await world.town.number("SELECT id FROM disclosure_passage WHERE nature = 'closedByLaw'")
    let law = "/disclosures/\(id)/passages/\(closed)"
    let opened = try await official.post(law, SentForm(try await official.get(law), to: law).typing(["decision": "open"]).fields)
    #expect(opened.status == 422 && opened.contains("法令により開示できない"))
  }

  @Test func `事業担当課の職員のほかには、本人開示のどの扉も開かない`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let passage = try await world.town.number("SELECT min(id) FROM disclosure_passage")
    let counselling = try await world.town.hire("kayo", role: "consultStaff")
    for visitor in try await [
      world.town.signedIn("houkatsu"), world.town.signedIn("kansa"), world.town.signedIn("kanri"),
      world.town.signedIn("takikan"), counselling,
    ] {
      let absent = try await visitor.get("/disclosures/999999")
      for path in ["", "/new", "/\(id)", "/\(id)/document", "/\(id)/passages/\(passage)"] {
        let reply = try await visitor.get("/disclosures\(path)")
        #expect(reply.status == 404 && reply.bytes == absent.bytes, "\(path)")
      }
      for path in ["", "/\(id)/look", "/\(id)/completion", "/\(id)/withdrawal", "/\(id)/passages/\(passage)"] {
        #expect(try await visitor.post("/disclosures\(path)", world.form()).status == 404, "\(path)")
      }
    }
    #expect(try await world.town.number("SELECT count(*) FROM disclosure") == 1)
  }

  @Test func `支援措置のある人の請求は、加害者につながる職員と知らされていない職員には存在しない`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    _ = try await world.town.work(as: "houkatsu") { desk in
      try desk.writing.run(
        """
        INSERT INTO protection (resident_id, kind, level, basis, from_on, staff_id, agency_id, registered_at)
        SELECT resident_id, 'stalking', 'contacts', '架空の決定', '2026-04-01', \(desk.staff.id), \(desk.staff.agencyID), \(desk.now)
        FROM disclosure
        """)
    }
    let official = try await world.town.signedIn("shi")
    #expect(try await official.get("/disclosures/\(id)").status == 404)
    #expect(try await !official.get("/disclosures").contains("架空 春江"))
    _ = try await world.town.work(as: "houkatsu") { desk in
      try desk.writing.run(
        """
        INSERT INTO protection_clearance (protection_id, agency_id)
        SELECT p.id, a.id FROM protection p JOIN agency a ON a.is_programme_section = 1 WHERE p.kind = 'stalking'
        """)
    }
    #expect(try await official.get("/disclosures/\(id)").contains("架空 春江"))
  }

  @Test func `監査記録には番号だけが残り、どの事例の開示だったかが分かる`() async throws {
    let world = try await DisclosureWorld.open()
    let id = try await world.request()
    let official = try await world.town.signedIn("shi")
    _ = try await world.decideAll(id, as: official)
    try await world.town.office.database.settle()
    let entries = try await world.town.office.database.read {
      try $0.rows("SELECT subject || ' ' || detail, case_file_id FROM audit_entry WHERE act IN ('recordDisclosure', 'seeDisclosures')") {
        ($0.text(0), $0.optionalInt(1))
      }
    }
    #expect(entries.count > 6 && entries.allSatisfy { $0.1 == world.caseFile })
    for entry in entries { #expect(!entry.0.contains("春江") && !entry.0.contains("実子")) }
  }
}
