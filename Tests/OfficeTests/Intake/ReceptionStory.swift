import Casework
import Store
import Testing

@testable import Office

/// A consultation is taken at a window: anybody's, about anybody.
@Suite struct ReceptionStory {
  @Test func `母82歳が息子53歳のことを相談し、受付と事例ができる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let form = try await counsellor.get("/consultations/new")
    #expect(form.status == 200)
    #expect(form.contains("相談受付・申込票（様式1-1）"))
    #expect(form.contains("◎"))

    let reply = try await counsellor.post("/consultations", Typed.mother)
    #expect(reply.status == 303)
    let page = try await counsellor.get(reply.location)
    #expect(page.status == 200)
    #expect(page.contains("架空 太郎"))
    #expect(page.contains("R8-U00001"))
    #expect(page.contains("◎ いちばん困っていること：<strong>ひきこもり・不登校</strong>"))
    #expect(page.contains("○ 介護"))
    #expect(page.contains("本人同意あり"))
    #expect(page.contains("家族"))
    #expect(page.contains("昭和48年4月1日(1973-04-01)"))
    #expect(page.contains("お子さんのこれからについて"))
    #expect(page.contains("75歳以上の親と40〜64歳のお子さんが同居しているため"))
    #expect(!page.contains("<title>架空"))
    let stage = try await town.text("SELECT stage FROM case_file WHERE label = '架空 太郎'")
    #expect(stage == ConsultationStage.received.rawValue)
    #expect(try await town.number("SELECT count(*) FROM household_member") == 2)
    #expect(try await town.number("SELECT count(*) FROM resident WHERE name = '架空 ウメ'") == 1)
    #expect(try await town.text("SELECT consent FROM consultation") == "given")
    #expect(try await counsellor.get("/cases/2").contains("架空 太郎"))
  }

  @Test func `匿名でも、名前がなくても受け付ける`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let fields: [(String, String)] = [
      ("form", "consultation"), ("anonymous", "1"), ("caller_relation", "8"), ("concerns", "15"), ("concerns.main", "15"),
    ]
    let id = try await counsellor.record(fields)
    #expect(try await counsellor.get("/consultations/\(id)").contains("匿名の相談（R8-U00001）"))
    #expect(try await town.number("SELECT count(*) FROM resident") == 0)
    let told = fields.with("anonymous", "") + [("description", "A町の80代と50代")]
    _ = try await counsellor.record(told)
    #expect(try await town.number("SELECT count(*) FROM case_file WHERE label = 'A町の80代と50代'") == 1)
  }

  @Test(arguments: [("4", "民生委員・児童委員"), ("5", "近隣"), ("3", "支援関係機関"), ("1", "家族")])
  func `本人でない方からの相談を受け付ける`(_ code: String, _ label: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("konkyuu")
    let id = try await counsellor.record(Typed.least.with("caller_relation", code) + [("caller_name", "架空 見守")])
    let page = try await counsellor.get("/consultations/\(id)")
    #expect(page.contains(label))
    #expect(page.contains("架空 見守"))
  }

  @Test func `本人同意なしの様式は、理由と情報源を求め、事例に印を付ける`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let bare = Typed.least.with("form", "consultation-no-consent").with("caller_relation", "4")
    let refused = try await counsellor.post("/consultations", bare)
    #expect(refused.status == 422)
    #expect(refused.contains("同意が得られない理由が入っていません"))
    #expect(refused.contains("情報源が入っていません"))
    let whole = bare + [("no_consent_reason", "01"), ("info_source", "民生委員"), ("request_support_meeting", "1")]
    let id = try await counsellor.record(whole)
    #expect(try await town.number("SELECT pre_consent FROM case_file WHERE label = '架空 一郎'") == 1)
    #expect(try await town.text("SELECT consent FROM consultation") == "notObtained")
    #expect(try await counsellor.get("/consultations/\(id)").contains("本人同意なし"))
  }

  @Test func `つなぐシートでも受け付け、困りごとは国の区分でも数えられる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("konkyuu")
    let page = try await counsellor.get("/consultations/new?form=tsunagu-sheet")
    #expect(page.contains("こころ（メンタルヘルス）"))
    #expect(page.contains("来談者と本人の関係"))
    #expect(!page.contains("受入結果"))
    let id = try await counsellor.record([
      ("form", "tsunagu-sheet"), ("name", "架空 一郎"), ("caller_relation", "0"), ("troubles", "07"), ("troubles", "02"),
      ("troubles.main", "07"), ("wish", "督促が止まらない"),
    ])
    #expect(try await town.text("SELECT group_concat(code) FROM consultation_concern WHERE is_main = 1") == "06")
    #expect(try await town.number("SELECT count(*) FROM consultation_concern") == 2)
    let saved = try await counsellor.get("/consultations/\(id)")
    #expect(saved.contains("支出・滞納・借金"))
    #expect(saved.contains("督促が止まらない"))
    let edit = try await counsellor.get("/consultations/\(id)/edit")
    #expect(edit.contains("name=\"troubles.main\" value=\"07\" checked"))
  }

  @Test func `同じ送信が二度届いても受付は一つ`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let form = Typed.mother + [("submission", "once")]
    let first = try await counsellor.post("/consultations", form)
    let second = try await counsellor.post("/consultations", form)
    #expect(first.location == second.location)
    #expect(try await town.number("SELECT count(*) FROM consultation") == 1)
    #expect(try await town.number("SELECT count(*) FROM resident") == 2)
  }

  @Test func `続きの相談は同じ事例に加わる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.mother)
    let page = try await counsellor.get("/consultations/new?case=2")
    #expect(page.contains("の続きの相談として記録します"))
    let id = try await counsellor.record(Typed.least.with("name", "") + [("description", "本人から電話"), ("same", "case:2")])
    #expect(try await town.number("SELECT case_file_id FROM consultation WHERE id = \(id)") == 2)
    #expect(try await town.number("SELECT count(*) FROM case_file") == 2)
    let other = try await town.signedIn("shougai")
    #expect(try await other.get("/consultations/new?case=2").status == 404)
    #expect(try await other.post("/consultations", Typed.least + [("same", "case:2")]).status == 404)
  }
}
